using System.CommandLine;

namespace GeminiGen.Cli;

/// <summary><c>geminigen lock</c>: keeps what contracts send as a file that reviews show, and tells in CI when it is not what they send.</summary>
internal static class LockCommand
{
    /// <summary>The exit code of a comparison that found differences.</summary>
    public const int Differs = 1;

    /// <summary>The exit code when nothing could be written or compared.</summary>
    public const int CannotTell = 2;

    private static readonly Argument<string> Target = new("path") { Description = "A project, a solution or a folder; the current folder unless given.", DefaultValueFactory = static _ => "." };
    private static readonly Option<bool> Check = new("--check") { Description = "Writes nothing, and fails where the files are not what the contracts say. For CI." };
    private static readonly Option<string?> Configuration = new("--configuration", "-c") { Description = "The configuration that is compiled, as in dotnet build." };
    private static readonly Option<bool> NoRestore = new("--no-restore") { Description = "Leaves out restoring packages." };

    /// <summary>Describes the command.</summary>
    public static Command Create()
    {
        var command = new Command(
            "lock",
            $"Writes what the contracts of a project send (prompts, models, settings, schemas, estimates) to {PromptLock.FileName} beside it. Exit codes: 0 all as it should be, 1 --check found differences, 2 cannot tell.")
        {
            Target, Check, Configuration, NoRestore,
        };
        command.SetAction(RunAsync);
        return command;
    }

    private static async Task<int> RunAsync(ParseResult arguments, CancellationToken cancellationToken)
    {
        try
        {
            IReadOnlyList<string> projects = await LockTargets.FindAsync(arguments.GetValue(Target)!, cancellationToken).ConfigureAwait(false);
            IReadOnlyList<CompiledProject> build = await LockBuild.RunAsync(projects, arguments.GetValue(Configuration), !arguments.GetValue(NoRestore), cancellationToken).ConfigureAwait(false);
            return new LockRun(Console.Out, Console.Error, arguments.GetValue(Check)).Visit(projects, build);
        }
        catch (Exception exception) when (exception is LockException or IOException or UnauthorizedAccessException)
        {
            await Console.Error.WriteLineAsync(exception.Message).ConfigureAwait(false);
            return CannotTell;
        }
    }
}

using System.CommandLine;
using GeminiGen.Shared.Baselines;

namespace GeminiGen.Cli;

/// <summary><c>geminigen baseline</c>: accepts the findings of a build.</summary>
internal static class BaselineCommand
{
    private const int Failed = 1;

    /// <summary>Describes the command.</summary>
    public static Command Create()
    {
        var logs = new Argument<FileInfo[]>("log") { Description = "SARIF logs of builds (dotnet build --no-incremental -p:ErrorLog=build.sarif).", Arity = ArgumentArity.OneOrMore };
        var output = new Option<FileInfo>("--output", "-o")
        {
            Description = "The baseline. It belongs into the project's folder or one above it.",
            DefaultValueFactory = static _ => new FileInfo(BaselineFile.Name),
        };
        var replace = new Option<bool>("--replace") { Description = "Forgets what the baseline accepted before; the logs are of builds with -p:GeminiGenBaseline=false." };
        var command = new Command("baseline", "Accepts the findings of a build, so that only new ones are reported.") { logs, output, replace };
        command.SetAction(result => Run(result.GetValue(logs)!, result.GetValue(output)!, result.GetValue(replace)));
        return command;
    }

    private static int Run(FileInfo[] logs, FileInfo output, bool replace)
    {
        try
        {
            var accepted = new SortedSet<AcceptedFinding>();
            if (!replace && output.Exists)
            {
                accepted.UnionWith(AcceptedFindings.Read(output));
            }

            int before = accepted.Count;
            var files = new SourceLines();
            foreach (FileInfo log in logs)
            {
                accepted.UnionWith(SarifLog.Read(log).Where(static finding => BaselineFile.Covers(finding.Rule)).Select(finding => files.Accept(finding, output.DirectoryName!)));
            }

            AcceptedFindings.Write(output, accepted);
            Console.WriteLine($"{output.Name}: {accepted.Count} accepted, {accepted.Count - before} of them new.");
            return 0;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or InvalidDataException)
        {
            Console.Error.WriteLine(exception.Message);
            return Failed;
        }
    }
}

using System.CommandLine;

namespace GeminiGen.Cli;

/// <summary><c>geminigen emulate</c> where there is no .NET 10: says so.</summary>
internal static class EmulateCommand
{
    /// <summary>Describes the command.</summary>
    public static Command Create()
    {
        var command = new Command("emulate", "Runs the Gemini API on this machine (needs .NET 10).") { TreatUnmatchedTokensAsErrors = false };
        command.SetAction(static _ =>
        {
            Console.Error.WriteLine("The emulator needs .NET 10, and this machine has an older version: https://dotnet.microsoft.com/download/dotnet/10.0");
            return 1;
        });
        return command;
    }
}

namespace GeminiGen.Package.Tests;

/// <summary>How a program ended.</summary>
/// <param name="ExitCode">Its exit code.</param>
/// <param name="Output">What it wrote to its output and error streams.</param>
internal sealed record ProcessResult(int ExitCode, string Output)
{
    /// <summary>Fails the test, showing the output, unless the program ended well.</summary>
    public ProcessResult AssertSuccess()
    {
        Assert.True(ExitCode == 0, $"Exit code {ExitCode}:\n{Output}");
        return this;
    }
}

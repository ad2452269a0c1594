namespace GeminiGen.Package.Tests;

/// <summary>The code and output blocks of README.md, as its readers copy them.</summary>
internal static class ReadmeSnippets
{
    private const string Fence = "```";

    /// <summary>The first program of the readme, complete with its contract.</summary>
    public static string FirstProgram => Block("csharp", 0);

    /// <summary>The program that shows the first warnings.</summary>
    public static string FaultyProgram => Block("csharp", 1);

    /// <summary>The lines the readme promises for <see cref="FaultyProgram"/>.</summary>
    public static IReadOnlyList<string> PromisedWarnings => Block("text", 0).Split('\n', StringSplitOptions.RemoveEmptyEntries);

    private static string Block(string language, int index)
    {
        string readme = Repository.ReadText("README.md").ReplaceLineEndings("\n");
        int start = -1;
        for (int i = 0; i <= index; i++)
        {
            start = readme.IndexOf($"\n{Fence}{language}\n", start + 1, StringComparison.Ordinal);
            Assert.True(start >= 0, $"README.md has no {language} block number {i + 1}.");
        }

        start += $"\n{Fence}{language}\n".Length;
        return readme[start..readme.IndexOf($"\n{Fence}", start, StringComparison.Ordinal)] + "\n";
    }
}

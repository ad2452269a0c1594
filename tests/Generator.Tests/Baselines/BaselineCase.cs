using System.Collections.Immutable;
using System.Globalization;
using GeminiGen.TestHarness;
using Microsoft.CodeAnalysis.CSharp;

namespace GeminiGen.Generator.Tests.Baselines;

/// <summary>
/// A case: <c>&lt;Name&gt;.input.cs</c> and the recorded <c>&lt;Name&gt;.verified.cs</c>. An input that needs a newer C# than the floor says so in its first line.
/// </summary>
internal sealed record BaselineCase(string Name, string Input)
{
    private const string LanguageMark = "// language: ";

    /// <summary>The folder of all cases.</summary>
    public static string Folder { get; } = Baseline.ProjectFolder(typeof(BaselineCase).Assembly, "Baselines");

    /// <summary>The comparer over that folder.</summary>
    public static Baseline Baseline { get; } = new(Folder);

    /// <summary>The names of all cases, in order.</summary>
    public static IEnumerable<string> Names => Directory.GetFiles(Folder, "*.input.cs")
        .Select(path => Path.GetFileName(path).Replace(".input.cs", "", StringComparison.Ordinal))
        .Order(StringComparer.Ordinal);

    /// <summary>The lowest language version of the input.</summary>
    public LanguageVersion LowestVersion => Input.StartsWith(LanguageMark, StringComparison.Ordinal)
        ? (LanguageVersion)(100 * int.Parse(Input.AsSpan(LanguageMark.Length, 2), CultureInfo.InvariantCulture))
        : ConsumerProject.FloorLanguageVersion;

    /// <summary>Reads a case.</summary>
    public static BaselineCase Read(string name) => new(name, File.ReadAllText(Path.Combine(Folder, name + ".input.cs")));

    /// <summary>The case as a project.</summary>
    public ConsumerProject ToProject(LanguageVersion version) => new(new SourceFile(Name + ".cs", Input))
    {
        LanguageVersion = version,
        AdditionalFiles = Files,
    };

    /// <summary>The prompt files, which every case may use.</summary>
    private static ImmutableArray<SourceFile> Files { get; } =
    [
        .. Directory.GetFiles(Path.Combine(Folder, "Prompts"), "*.prompt", SearchOption.AllDirectories)
            .Order(StringComparer.Ordinal)
            .Select(static path => new SourceFile(Path.GetRelativePath(Folder, path).Replace('\\', '/'), File.ReadAllText(path).ReplaceLineEndings("\n"))),
    ];
}

using System.Collections.Immutable;
using System.Globalization;
using System.Text.RegularExpressions;
using GeminiGen.TestHarness;

namespace GeminiGen.Generator.Benchmarks;

/// <summary>
/// Projects that use the whole contract language: the inputs of the generator's recorded cases, one contract each, repeated under other names
/// and namespaces. What the language learns comes in with its recorded case.
/// </summary>
internal static partial class LanguageCorpus
{
    private static string Folder { get; } = Path.Combine(AppContext.BaseDirectory, "Language");

    /// <summary>Creates a project of so many contracts, its prompt files, and the file of <see cref="ContractCorpus.UnrelatedPath"/>.</summary>
    public static ConsumerProject Create(int contracts)
    {
        string[] cases = [.. Directory.GetFiles(Folder, "*.input.cs").Order(StringComparer.Ordinal)];
        string[] texts = [.. cases.Select(File.ReadAllText).Where(text => Namespace().IsMatch(text))];
        IEnumerable<SourceFile> files = Enumerable.Range(0, contracts).Select(number => Contract(texts[number % texts.Length], number));
        return new ConsumerProject([.. files, ContractCorpus.Unrelated("return value + 1;")]) { AdditionalFiles = PromptFiles() };
    }

    private static SourceFile Contract(string text, int number)
    {
        string suffix = number.ToString(CultureInfo.InvariantCulture);
        HashSet<string> types = [.. TypeName().Matches(text).Select(static match => match.Groups[1].Value)];
        string renamed = Word().Replace(text, match => types.Contains(match.Value) ? match.Value + suffix : match.Value);
        return new SourceFile(ContractCorpus.ContractPath(number), Namespace().Replace(renamed, match => match.Value + suffix));
    }

    private static ImmutableArray<SourceFile> PromptFiles() =>
    [
        .. Directory.GetFiles(Folder, "*.prompt", SearchOption.AllDirectories)
            .Order(StringComparer.Ordinal)
            .Select(path => new SourceFile(Path.GetRelativePath(Folder, path), File.ReadAllText(path))),
    ];

    [GeneratedRegex(@"\b(?:class|struct|record|interface|enum) (?!class|struct)(\w+)")]
    private static partial Regex TypeName();

    [GeneratedRegex(@"\w+")]
    private static partial Regex Word();

    [GeneratedRegex(@"^namespace [\w.@]+", RegexOptions.Multiline)]
    private static partial Regex Namespace();
}

using System.Text.RegularExpressions;

namespace GeminiGen.Package.Tests;

/// <summary>The repository's own pages.</summary>
public sealed partial class DocumentationTests
{
    public static TheoryData<string> Pages =>
    [
        .. Directory.EnumerateFiles(Repository.Root, "*.md").Concat(Directory.EnumerateFiles(Path.Combine(Repository.Root, "docs"), "*.md", SearchOption.AllDirectories))
            .Select(static file => Path.GetRelativePath(Repository.Root, file)),
    ];

    [Theory]
    [MemberData(nameof(Pages))]
    public void Every_link_leads_to_a_file(string page)
    {
        string folder = Path.GetDirectoryName(Path.Combine(Repository.Root, page))!;
        string[] lost = [.. Links().Matches(Repository.ReadText(page)).Select(static match => match.Groups["path"].Value)
            .Where(path => !Path.Exists(Path.Combine(folder, path)))];

        Assert.Empty(lost);
    }

    // Links into the repository; those with a scheme lead elsewhere.
    [GeneratedRegex(@"\]\((?<path>[^):#]+)(#[^)]*)?\)")]
    private static partial Regex Links();
}

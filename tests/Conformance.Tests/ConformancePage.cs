using System.Reflection;
using System.Text;

namespace GeminiGen.Conformance.Tests;

/// <summary>
/// The page docs/conformance.md: an introduction written by hand, then a section for each client. Every section is its client's own, so clients are checked, and
/// their sections written anew, independently of each other.
/// </summary>
internal static class ConformancePage
{
    /// <summary>Set to 1, this environment variable makes a comparison write the section instead. Never set in CI.</summary>
    private const string UpdateVariable = "GEMINIGEN_UPDATE_BASELINES";

    private const string Heading = "## ";

    private static readonly Lock Gate = new();

    private static string PagePath { get; } = Path.Combine(
        typeof(ConformancePage).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(metadata => metadata.Key == "RepositoryRoot").Value!, "docs", "conformance.md");

    /// <summary>Compares a client's checks, all of them and in their order, with its section of the page.</summary>
    public static void Verify(IReadOnlyList<ConformanceCheck> checks)
    {
        string client = checks[0].Client;
        string section = Render(checks);
        lock (Gate)
        {
            string page = File.ReadAllText(PagePath).ReplaceLineEndings("\n");
            if (Environment.GetEnvironmentVariable(UpdateVariable) == "1")
            {
                File.WriteAllText(PagePath, Replace(page, client, section));
                return;
            }

            string written = Find(page, client) is var (start, end) ? page[start..end].Trim('\n') + "\n" : "";
            Assert.True(
                section == written,
                $"docs/conformance.md does not say what {client} does. Set {UpdateVariable}=1 to write its section:\n\n{section}");
        }
    }

    /// <summary>The section of one client.</summary>
    public static string Render(IReadOnlyList<ConformanceCheck> checks)
    {
        ConformanceCheck first = checks[0];
        Assert.All(checks, check => Assert.Equal((first.Client, first.Version), (check.Client, check.Version)));
        Assert.All(checks, check => Assert.Contains(check.Result, (string[])[ConformanceCheck.Passed, ConformanceCheck.Differs, ConformanceCheck.NotOffered]));
        Assert.All(checks, check => Assert.True(check.Result != ConformanceCheck.Differs || check.Note is { Length: > 0 }, $"'{check.Name}' differs, and nothing says why."));
        Assert.Equal(checks.Count, checks.Select(check => check.Name).Distinct().Count());

        var section = new StringBuilder($"{Heading}{first.Client} {first.Version}\n\n| Check | Result | Note |\n|---|---|---|\n");
        foreach (ConformanceCheck check in checks)
        {
            section.Append('|');
            foreach (string cell in (string[])[check.Name, check.Result, check.Note ?? ""])
            {
                section.Append(cell.Length == 0 ? " |" : $" {cell.ReplaceLineEndings(" ").Replace("|", "\\|", StringComparison.Ordinal)} |");
            }

            section.Append('\n');
        }

        return section.ToString();
    }

    /// <summary>The page with a client's section in the place of its old one; a new one goes where its name belongs.</summary>
    public static string Replace(string page, string client, string section)
    {
        if (Find(page, client) is var (start, end))
        {
            bool isLast = end == page.Length;
            return page[..start] + section + (isLast ? "" : "\n") + page[end..];
        }

        foreach (int next in Headings(page))
        {
            if (string.CompareOrdinal(page[(next + Heading.Length)..], client) > 0)
            {
                return page[..next] + section + "\n" + page[next..];
            }
        }

        return page.TrimEnd('\n') + "\n\n" + section;
    }

    /// <summary>Where a client's section is, up to the next one's heading. What follows its name there is a version: another's name may begin like it.</summary>
    private static (int Start, int End)? Find(string page, string client)
    {
        int[] headings = [.. Headings(page), page.Length];
        for (int i = 0; i < headings.Length - 1; i++)
        {
            ReadOnlySpan<char> heading = page.AsSpan(headings[i] + Heading.Length);
            if (heading.StartsWith(client + " ", StringComparison.Ordinal) && char.IsAsciiDigit(heading[client.Length + 1]))
            {
                return (headings[i], headings[i + 1]);
            }
        }

        return null;
    }

    private static IEnumerable<int> Headings(string page)
    {
        for (int at = page.IndexOf("\n" + Heading, StringComparison.Ordinal); at >= 0; at = page.IndexOf("\n" + Heading, at + 1, StringComparison.Ordinal))
        {
            yield return at + 1;
        }
    }
}

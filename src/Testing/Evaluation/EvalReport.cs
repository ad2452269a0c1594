using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace GeminiGen.Testing;

/// <summary>What an evaluation found.</summary>
public sealed class EvalReport
{
    private const int MostFailuresShown = 10;

    internal EvalReport(string name, IReadOnlyList<string> scorers, IReadOnlyList<EvalResult> results)
    {
        Name = name;
        Scorers = scorers;
        Results = results;
    }

    /// <summary>The name of the evaluation.</summary>
    public string Name { get; }

    /// <summary>The names of its scores.</summary>
    public IReadOnlyList<string> Scorers { get; }

    /// <summary>What became of each case, in the order of the data set.</summary>
    public IReadOnlyList<EvalResult> Results { get; }

    /// <summary>How many cases passed every score.</summary>
    public EvalRate PassRate => new(Results.Count(static result => result.IsPass), Results.Count);

    /// <summary>The tokens of all calls; zero where they do not return a <see cref="PromptResult{T}"/>.</summary>
    public UsageMetadata Usage => Results.Aggregate(default(UsageMetadata), static (sum, result) => sum + result.Usage);

    /// <summary>The cost of all calls in USD, or <see langword="null"/> where none is known.</summary>
    public decimal? Cost => Results.Any(static result => result.Cost is not null) ? Results.Sum(static result => result.Cost ?? 0) : null;

    /// <summary>How many cases passed one score; those without an answer did not.</summary>
    /// <param name="scorer">The name of the score.</param>
    /// <returns>The rate.</returns>
    /// <exception cref="ArgumentException">There is no such score.</exception>
    public EvalRate PassRateOf(string scorer)
        => Scorers.Contains(scorer)
            ? new(Results.Count(result => result.Scores.TryGetValue(scorer, out EvalScore score) && score.IsPass), Results.Count)
            : throw new ArgumentException($"There is no score '{scorer}'; there are: {string.Join(", ", Scorers)}.", nameof(scorer));

    /// <summary>The mean of one score, from 0 to 1; a case without an answer counts as 0.</summary>
    /// <param name="scorer">The name of the score.</param>
    /// <returns>The mean.</returns>
    /// <exception cref="ArgumentException">There is no such score.</exception>
    public double MeanOf(string scorer)
        => Scorers.Contains(scorer)
            ? Results.Average(result => result.Scores.TryGetValue(scorer, out EvalScore score) ? score.Value : 0)
            : throw new ArgumentException($"There is no score '{scorer}'; there are: {string.Join(", ", Scorers)}.", nameof(scorer));

    /// <summary>Fails the test when fewer cases passed.</summary>
    /// <param name="minimum">The least rate, from 0 to 1.</param>
    /// <param name="scorer">The score, or <see langword="null"/> for all of them together.</param>
    /// <returns>The same report.</returns>
    /// <exception cref="PromptEvalException">Fewer passed; the message lists the cases that failed.</exception>
    public EvalReport EnsurePassRate(double minimum, string? scorer = null)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(minimum, 0);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(minimum, 1);
        EvalRate rate = scorer is null ? PassRate : PassRateOf(scorer);
        if (rate.Rate >= minimum)
        {
            return this;
        }

        EvalResult[] failed = [.. Results.Where(result => scorer is null ? !result.IsPass : !result.Scores.TryGetValue(scorer, out EvalScore score) || !score.IsPass)];
        string list = string.Concat(failed.Take(MostFailuresShown).Select(static result => $"\n- {result.Name}: {Reason(result)}"));
        string rest = failed.Length > MostFailuresShown ? FormattableString.Invariant($"\n- and {failed.Length - MostFailuresShown} more") : "";
        throw new PromptEvalException(string.Create(CultureInfo.InvariantCulture, $"{Name}{(scorer is null ? "" : ", " + scorer)}: {rate} passed, and at least {minimum * 100:0.#} % should.{list}{rest}"));
    }

    /// <summary>The report for a pull request or a log.</summary>
    /// <returns>Markdown.</returns>
    public string ToMarkdown() => EvalMarkdown.Write(this);

    /// <summary>The report for programs.</summary>
    /// <returns>JSON.</returns>
    public string ToJson() => EvalJson.Write(this);

    /// <summary>The report as one page with charts, which loads nothing.</summary>
    /// <returns>HTML.</returns>
    public string ToHtml() => EvalHtml.Write(this);

    /// <summary>
    /// Writes all three: <c>name.md</c>, <c>name.json</c> and <c>name.html</c>. In a name of more than letters, digits, <c>-</c> and <c>_</c> the rest becomes <c>-</c>, and a hash of the name follows.
    /// </summary>
    /// <param name="folder">Where they go; it is made if it does not exist.</param>
    /// <returns>The same report.</returns>
    public EvalReport Save(string folder)
    {
        ArgumentException.ThrowIfNullOrEmpty(folder);
        Directory.CreateDirectory(folder);
        string path = Path.Combine(folder, FileNameOf(Name));
        AtomicFile.Write(path + ".md", ToMarkdown());
        AtomicFile.Write(path + ".json", ToJson());
        AtomicFile.Write(path + ".html", ToHtml());
        return this;
    }

    // Letters of any script; two names never share a file.
    private static string FileNameOf(string name)
    {
        string safe = string.Concat(name.EnumerateRunes().Select(static rune => Rune.IsLetterOrDigit(rune) || rune.Value is '-' or '_' ? rune.ToString() : "-"));
        return safe == name ? name : safe + "-" + Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(name)))[..8].ToLowerInvariant();
    }

    /// <summary>Why a case failed.</summary>
    internal static string Reason(EvalResult result)
        => result.Error ?? string.Join("; ", result.Scores.Where(static score => !score.Value.IsPass).Select(static score => score.Value.Reason is { } reason ? $"{score.Key}: {reason}" : score.Key));
}

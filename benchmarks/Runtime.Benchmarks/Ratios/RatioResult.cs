using System.Globalization;

namespace GeminiGen.Benchmarks.Ratios;

/// <summary>The samples of one row, pair by pair, and what they say.</summary>
internal sealed class RatioResult(RatioRow row)
{
    /// <summary>The head of the table that <see cref="ToString"/> writes one line of.</summary>
    internal const string TableHead =
        "| Row | reference: CPU µs | bytes | candidate: CPU µs | bytes | CPU ratio (quartiles) | bytes ratio (quartiles) | wall ratio |\n"
        + "|---|---|---|---|---|---|---|---|";

    private readonly List<(Sample Reference, Sample Candidate)> _pairs = [];

    internal void Add(Sample reference, Sample candidate) => _pairs.Add((reference, candidate));

    /// <summary>One line of a Markdown table. A ratio is the median over all pairs of neighbouring batches.</summary>
    public override string ToString()
    {
        double referenceCpu = Quantile(static pair => pair.Reference.Cpu, 0.5);
        double referenceBytes = Quantile(static pair => pair.Reference.Bytes, 0.5);
        double candidateCpu = Quantile(static pair => pair.Candidate.Cpu, 0.5);
        double candidateBytes = Quantile(static pair => pair.Candidate.Bytes, 0.5);
        string cpu = Spread(static pair => pair.Candidate.Cpu / pair.Reference.Cpu);
        string bytes = Spread(static pair => pair.Candidate.Bytes / pair.Reference.Bytes);
        double wall = Quantile(static pair => pair.Candidate.Wall / pair.Reference.Wall, 0.5);
        return string.Create(
            CultureInfo.InvariantCulture,
            $"| {row.Name} | {referenceCpu:F1} | {referenceBytes:F0} | {candidateCpu:F1} | {candidateBytes:F0} | {cpu} | {bytes} | {wall:F2} |");
    }

    private string Spread(Func<(Sample Reference, Sample Candidate), double> value) => string.Create(
        CultureInfo.InvariantCulture,
        $"**{Quantile(value, 0.5):F3}** ({Quantile(value, 0.25):F3}–{Quantile(value, 0.75):F3})");

    private double Quantile(Func<(Sample Reference, Sample Candidate), double> value, double quantile)
    {
        double[] sorted = [.. _pairs.Select(value).Order()];
        return sorted[(int)Math.Round((sorted.Length - 1) * quantile)];
    }
}

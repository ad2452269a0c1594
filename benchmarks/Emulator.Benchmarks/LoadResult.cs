namespace GeminiGen.Benchmarks;

/// <summary>What plain load found.</summary>
/// <param name="Milliseconds">The time of each call that was answered, in ascending order.</param>
/// <param name="Failures">Calls that were not.</param>
/// <param name="Elapsed">From first to last.</param>
internal sealed record LoadResult(double[] Milliseconds, int Failures, TimeSpan Elapsed)
{
    public int Calls => Milliseconds.Length;

    public double Quantile(double share) => Milliseconds[(int)(share * (Calls - 1))];
}

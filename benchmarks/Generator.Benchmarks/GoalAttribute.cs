namespace GeminiGen.Generator.Benchmarks;

/// <summary>The ratio to the reference that a benchmark has to reach, and at which size.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class GoalAttribute(double ratio, int contracts) : Attribute
{
    /// <summary>The largest ratio of the medians.</summary>
    public double Ratio { get; } = ratio;

    /// <summary>The number of contracts it is meant for.</summary>
    public int Contracts { get; } = contracts;
}

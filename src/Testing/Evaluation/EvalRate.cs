namespace GeminiGen.Testing;

/// <summary>How many of a number passed, and how sure that is.</summary>
/// <param name="Passed">How many passed.</param>
/// <param name="Total">Of how many.</param>
public readonly record struct EvalRate(int Passed, int Total)
{
    // The quantile of the normal distribution for 95 %.
    private const double Z = 1.959963984540054;

    /// <summary>The share that passed, from 0 to 1; 0 of nothing.</summary>
    public double Rate => Total == 0 ? 0 : (double)Passed / Total;

    /// <summary>The lower end of the 95 % confidence interval (Wilson, 1927, which holds for few cases and for rates near 0 and 1).</summary>
    public double Low => Total == 0 ? 0 : Math.Max(0, Center - Half);

    /// <summary>The upper end of the 95 % confidence interval (Wilson).</summary>
    public double High => Total == 0 ? 1 : Math.Min(1, Center + Half);

    private double Denominator => 1 + (Z * Z / Total);

    private double Center => (Rate + (Z * Z / (2 * Total))) / Denominator;

    private double Half => Z / Denominator * Math.Sqrt((Rate * (1 - Rate) / Total) + (Z * Z / (4.0 * Total * Total)));

    /// <summary>The rate as people read it.</summary>
    /// <returns>As in <c>9 of 10, 90 % (60–98 %)</c>.</returns>
    public override string ToString() => FormattableString.Invariant($"{Passed} of {Total}, {Rate * 100:0.#} % ({Low * 100:0}–{High * 100:0} %)");
}

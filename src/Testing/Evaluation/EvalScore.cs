namespace GeminiGen.Testing;

/// <summary>What a scorer makes of an answer.</summary>
/// <param name="Value">The score, from 0 to 1; one that is no finite number counts as 0 and fails.</param>
/// <param name="IsPass">Whether it is good enough.</param>
/// <param name="Reason">Why, for the report; <see langword="null"/> when there is nothing to say.</param>
public readonly record struct EvalScore(double Value, bool IsPass, string? Reason = null)
{
    /// <summary>All or nothing.</summary>
    /// <param name="isPass">Whether it is good enough.</param>
    /// <param name="reason">Why not.</param>
    /// <returns>The score.</returns>
    public static EvalScore Of(bool isPass, string? reason = null) => new(isPass ? 1 : 0, isPass, isPass ? null : reason);
}

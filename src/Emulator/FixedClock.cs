namespace GeminiGen.Emulator;

/// <summary>A clock that stands at one time, for answers and quotas that are the same in every run. Delays take as long as they take.</summary>
/// <param name="now">The time.</param>
public sealed class FixedClock(DateTimeOffset now) : TimeProvider
{
    /// <inheritdoc/>
    public override DateTimeOffset GetUtcNow() => now;
}

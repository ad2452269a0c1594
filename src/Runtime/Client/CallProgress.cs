namespace GeminiGen;

/// <summary>How far a call has come when an attempt starts.</summary>
/// <param name="Attempt">The attempt's number, from 1.</param>
/// <param name="Errors">The errors of the attempts before it, oldest first.</param>
/// <param name="Elapsed">The time since the call started.</param>
internal readonly record struct CallProgress(int Attempt, IReadOnlyList<GeminiException> Errors, TimeSpan Elapsed)
{
    /// <summary>Nothing has happened yet.</summary>
    internal static CallProgress First => new(1, [], TimeSpan.Zero);
}

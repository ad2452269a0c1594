namespace GeminiGen.Testing;

/// <summary>
/// A fake was called and had no answer. It is no <see cref="GeminiException"/>, so that code under test that handles those does not hide it; <see cref="FakeCall.IsAnswered"/> tells of it also where
/// everything is caught.
/// </summary>
public sealed class UnansweredCallException : Exception
{
    /// <summary>Makes an exception.</summary>
    /// <param name="message">The method, its arguments, and what to do.</param>
    public UnansweredCallException(string message)
        : base(message)
    {
    }

    internal static UnansweredCallException Of(FakeCall call, string setter, int setups)
    {
        string reason = setups switch
        {
            0 => $"no answer was set. Set one: fake.{setter}(…).",
            1 => $"the answer set by {setter} does not take these arguments (When), or is used up.",
            _ => FormattableString.Invariant($"none of the {setups} answers set by {setter} takes these arguments (When), or those that do are used up."),
        };
        return new UnansweredCallException($"{call}: {reason}");
    }
}

namespace GeminiGen;

/// <summary>An API key that does not show itself: neither <see cref="ToString"/> nor a debugger's display gives it away.</summary>
[System.Diagnostics.DebuggerDisplay("[redacted]")]
public sealed class GeminiApiKey
{
    private const string Redacted = "[redacted]";

    [System.Diagnostics.DebuggerBrowsable(System.Diagnostics.DebuggerBrowsableState.Never)]
    private readonly string _value;

    /// <summary>Wraps a key. White space around it, which pasted keys often carry, is removed.</summary>
    /// <param name="value">The key. Both kinds are fine, those that start <c>AIza</c> and those that start <c>AQ.</c>; no shape is required.</param>
    /// <exception cref="ArgumentException">The key is empty, or holds characters no header can carry. The message does not repeat it.</exception>
    public GeminiApiKey(string value)
    {
        ArgumentNullException.ThrowIfNull(value);
        _value = value.Trim();
        if (Fault(value) is { } fault)
        {
            throw new ArgumentException(fault, nameof(value));
        }
    }

    /// <summary>What makes a text unusable as a key, or <see langword="null"/>.</summary>
    internal static string? Fault(string value)
    {
        ReadOnlySpan<char> key = value.AsSpan().Trim();
        if (key.IsEmpty)
        {
            return "The API key is empty.";
        }

        return key.ContainsAnyExceptInRange('!', '~')
            ? "The API key holds white space, control or non-ASCII characters within; it was probably pasted with something else."
            : null;
    }

    /// <summary>The key itself, for the one header that carries it.</summary>
    /// <returns>The key.</returns>
    internal string Reveal() => _value;

    /// <summary>Takes the key out of a text that came from outside, should it be in there.</summary>
    /// <param name="text">A text about to be shown.</param>
    /// <returns>The text without the key.</returns>
    internal string RedactIn(string text) => text.Replace(_value, Redacted, StringComparison.Ordinal);

    /// <summary>Says that there is a key, not which.</summary>
    /// <returns><c>[redacted]</c>.</returns>
    public override string ToString() => Redacted;
}

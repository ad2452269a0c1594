using System.ComponentModel;
using System.Text.RegularExpressions;

namespace GeminiGen.CompilerServices;

/// <summary>Refuses arguments that their annotations do not allow, before anything is sent. Messages never hold a value, which may be private. Called by generated code only.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class PromptArguments
{
    /// <summary>What to throw for a value that is not allowed.</summary>
    /// <param name="parameter">The parameter's name.</param>
    /// <param name="rule">What the value should be.</param>
    /// <returns>The exception.</returns>
    public static ArgumentException Unfit(string parameter, string rule) => new($"The argument {rule}. Nothing was sent.", parameter);

    /// <summary>What to throw for a value of a wrong length.</summary>
    /// <param name="parameter">The parameter's name.</param>
    /// <param name="rule">What the value should be.</param>
    /// <param name="length">Its length.</param>
    /// <returns>The exception.</returns>
    public static ArgumentException Unfit(string parameter, string rule, int length)
        => new(FormattableString.Invariant($"The argument {rule}, and has {length}. Nothing was sent."), parameter);

    /// <summary>What to throw for a number that is too small or too large.</summary>
    /// <param name="parameter">The parameter's name.</param>
    /// <param name="rule">What the value should be.</param>
    /// <returns>The exception.</returns>
    public static ArgumentOutOfRangeException OutOfRange(string parameter, string rule) => new(parameter, $"The argument {rule}. Nothing was sent.");

    /// <summary>Whether the whole of a text matches a pattern, or there is none, as <c>[RegularExpression]</c> itself has it; one that takes too long does not.</summary>
    /// <param name="text">The text.</param>
    /// <param name="pattern">The pattern, with a limit to its time.</param>
    /// <returns>Whether it does.</returns>
    public static bool IsMatch(string text, Regex pattern)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(pattern);
        if (text.Length == 0)
        {
            return true;
        }

        try
        {
            Match match = pattern.Match(text);
            return match.Success && match.Index == 0 && match.Length == text.Length;
        }
        catch (RegexMatchTimeoutException)
        {
            return false;
        }
    }
}

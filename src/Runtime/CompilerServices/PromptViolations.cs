using System.Collections.Immutable;
using System.ComponentModel;
using System.Globalization;
using System.Text.RegularExpressions;

namespace GeminiGen.CompilerServices;

/// <summary>Gathers what is wrong with an answer, and knows where in it the check is. Called by generated code only.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class PromptViolations
{
    private const int MaxValueLength = 100;

    private readonly List<PromptViolation> _found = [];
    private readonly List<(string? Name, int Index)> _path = [];

    internal PromptViolations(int? item = null)
    {
        if (item is { } index)
        {
            Enter(index);
        }
    }

    internal IReadOnlyList<PromptViolation> Found => _found;

    /// <summary>Goes into a member or an entry of a dictionary.</summary>
    /// <param name="name">Its name in JSON.</param>
    public void Enter(string name) => _path.Add((name, 0));

    /// <summary>Goes into an element of a list.</summary>
    /// <param name="index">Its place, from 0.</param>
    public void Enter(int index) => _path.Add((null, index));

    /// <summary>Goes back out.</summary>
    public void Leave() => _path.RemoveAt(_path.Count - 1);

    /// <summary>Adds a member whose value is wrong.</summary>
    /// <typeparam name="T">The value's type.</typeparam>
    /// <param name="member">The member's name in JSON.</param>
    /// <param name="rule">What its value should be.</param>
    /// <param name="value">The value.</param>
    public void Add<T>(string member, string rule, T value)
    {
        string path = "$";
        foreach ((string? name, int index) in _path)
        {
            path += name is null ? ValuePathException.Element(index) : ValuePathException.Member(name);
        }

        _found.Add(new PromptViolation(path + ValuePathException.Member(member), rule, Shorten(value)));
    }

    /// <summary>Adds a member unless the whole of its text matches a pattern, or there is none.</summary>
    /// <param name="member">The member's name in JSON.</param>
    /// <param name="value">The text.</param>
    /// <param name="pattern">The pattern, with a limit to its time.</param>
    /// <param name="rule">What the text should be.</param>
    public void CheckPattern(string member, string value, Regex pattern, string rule)
    {
        ArgumentNullException.ThrowIfNull(value);
        ArgumentNullException.ThrowIfNull(pattern);
        if (value.Length == 0)
        {
            // As [RegularExpression] itself does: whether anything has to be there is for [Required] and [MinLength] to say.
            return;
        }

        try
        {
            Match match = pattern.Match(value);
            if (!match.Success || match.Index != 0 || match.Length != value.Length)
            {
                Add(member, rule, value);
            }
        }
        catch (RegexMatchTimeoutException)
        {
            Add(member, rule + ", which took too long to find out", value);
        }
    }

    /// <summary>The number of elements; none in an <see cref="ImmutableArray{T}"/> that was left out.</summary>
    /// <typeparam name="T">The element's type.</typeparam>
    /// <param name="elements">The collection.</param>
    /// <returns>The number.</returns>
    public static int Count<T>(IEnumerable<T> elements) => elements is ImmutableArray<T> { IsDefault: true } ? 0 : elements.Count();

    private static string? Shorten<T>(T value)
    {
        string? text = value is IFormattable formattable ? formattable.ToString(null, CultureInfo.InvariantCulture) : value?.ToString();
        if (text is not { Length: > MaxValueLength })
        {
            return text;
        }

        // Half of a surrogate pair is no text.
        int length = char.IsHighSurrogate(text[MaxValueLength - 1]) ? MaxValueLength - 1 : MaxValueLength;
        return text[..length] + "…";
    }
}

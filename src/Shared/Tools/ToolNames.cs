using System.Globalization;
using System.Text;

namespace GeminiGen;

/// <summary>The names of functions that the API takes. One rule, for those the compiler sees and those that come at run time.</summary>
internal static class ToolNames
{
    /// <summary>The rule in words.</summary>
    public const string Rule = "a letter or '_', then letters, digits, '_', '.', ':' or '-', 64 in all";

    private const int MaxLength = 64;

    /// <summary>Whether the API takes a name.</summary>
    public static bool IsValid(string? name)
    {
        if (name is not { Length: > 0 and <= MaxLength } || !(IsLetter(name[0]) || name[0] == '_'))
        {
            return false;
        }

        foreach (char character in name)
        {
            if (!IsNamePart(character))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>The nearest name that the API takes: letters without their accents, other characters as underscores. Null when little of the name would be left.</summary>
    public static string? FindValid(string name)
    {
        StringBuilder text = new();
        int letters = 0;
        foreach (char character in name.Normalize(NormalizationForm.FormD))
        {
            if (CharUnicodeInfo.GetUnicodeCategory(character) != UnicodeCategory.NonSpacingMark)
            {
                text.Append(character == '\u00DF' ? "ss" : IsNamePart(character) ? character.ToString() : "_");
                letters += IsLetter(character) || character == '\u00DF' ? 1 : 0;
            }
        }

        string found = text.Length > 0 && !IsLetter(text[0]) && text[0] != '_' ? "_" + text : text.ToString();
        found = found.Length > MaxLength ? found.Substring(0, MaxLength) : found;
        return letters > 0 && letters * 2 >= found.Length ? found : null;
    }

    /// <summary>A name for a function whose own is taken: after what it is called with, as in <c>FindById</c>, or a number.</summary>
    /// <param name="name">The name.</param>
    /// <param name="arguments">The names of its arguments.</param>
    /// <param name="taken">The names of others.</param>
    public static string? FindFree(string name, IEnumerable<string> arguments, ICollection<string> taken)
    {
        foreach (string argument in arguments)
        {
            string found = name + "By" + char.ToUpperInvariant(argument[0]) + argument.Substring(1);
            if (IsValid(found) && !taken.Contains(found))
            {
                return found;
            }
        }

        for (int i = 2; i < 10; i++)
        {
            string found = name + i.ToString(CultureInfo.InvariantCulture);
            if (IsValid(found) && !taken.Contains(found))
            {
                return found;
            }
        }

        return null;
    }

    private static bool IsNamePart(char character) => IsLetter(character) || character is (>= '0' and <= '9') or '_' or '.' or ':' or '-';

    private static bool IsLetter(char character) => character is (>= 'a' and <= 'z') or (>= 'A' and <= 'Z');
}

using System.Globalization;
using System.Text;

namespace GeminiGen;

/// <summary>The names of functions that the API takes: a letter or underscore, then letters, digits and <c>_ . : -</c>.</summary>
internal static class ToolNames
{
    private const int MaxLength = 64;

    /// <summary>Whether the API takes a name.</summary>
    public static bool IsValid(string name)
    {
        bool isValid = name.Length is > 0 and <= MaxLength && (IsLetter(name[0]) || name[0] == '_');
        foreach (char character in name)
        {
            isValid &= IsNamePart(character);
        }

        return isValid;
    }

    /// <summary>The nearest name that the API takes: letters without their accents, other characters as underscores. Null when little of the name would be left.</summary>
    public static string? FindValid(string name)
    {
        StringBuilder text = new();
        int letters = 0;
        foreach (char character in name.Replace("ß", "ss").Normalize(NormalizationForm.FormD))
        {
            if (CharUnicodeInfo.GetUnicodeCategory(character) != UnicodeCategory.NonSpacingMark)
            {
                text.Append(IsNamePart(character) ? character : '_');
                letters += IsLetter(character) ? 1 : 0;
            }
        }

        string found = text.Length > 0 && !IsLetter(text[0]) && text[0] != '_' ? "_" + text : text.ToString();
        found = found.Length > MaxLength ? found.Substring(0, MaxLength) : found;
        return letters > 0 && letters * 2 >= found.Length ? found : null;
    }

    private static bool IsNamePart(char character) => IsLetter(character) || character is (>= '0' and <= '9') or '_' or '.' or ':' or '-';

    private static bool IsLetter(char character) => character is (>= 'a' and <= 'z') or (>= 'A' and <= 'Z');
}

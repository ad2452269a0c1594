using System.Globalization;

namespace GeminiGen.Shared.Json;

/// <summary>The escapes in JSON strings.</summary>
internal static class JsonEscape
{
    /// <summary>Reads one.</summary>
    /// <param name="text">The text.</param>
    /// <param name="start">Its backslash.</param>
    /// <param name="value">The character it stands for.</param>
    /// <param name="length">How many characters it has.</param>
    /// <returns>False when it is none of JSON.</returns>
    public static bool TryRead(string text, int start, out char value, out int length)
    {
        char escape = start + 1 < text.Length ? text[start + 1] : '\0';
        length = escape == 'u' ? 6 : 2;
        value = escape switch
        {
            '"' or '\\' or '/' => escape,
            'b' => '\b',
            'f' => '\f',
            'n' => '\n',
            'r' => '\r',
            't' => '\t',
            _ => '\0',
        };
        return escape == 'u' ? TryReadCodeUnit(text, start + 2, out value) : value != '\0';
    }

    private static bool TryReadCodeUnit(string text, int start, out char value)
    {
        ushort unit = 0;
        bool isCodeUnit = start + 4 <= text.Length && ushort.TryParse(text.Substring(start, 4), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out unit);
        value = (char)unit;
        return isCodeUnit;
    }
}

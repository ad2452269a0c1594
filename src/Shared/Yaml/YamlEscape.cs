using System.Globalization;

namespace GeminiGen.Shared.Yaml;

/// <summary>The escapes in YAML's double quotes, but for the escaped line end.</summary>
internal static class YamlEscape
{
    private const string Names = "\"\\/ 0abefnrtv\t";
    private const string Values = "\"\\/ \0\a\b\u001b\f\n\r\t\v\t";

    /// <summary>Reads one.</summary>
    /// <param name="text">The text.</param>
    /// <param name="start">Its backslash.</param>
    /// <param name="end">Where the text ends.</param>
    /// <param name="value">What it stands for.</param>
    /// <param name="length">How many characters it has.</param>
    /// <returns>False when it is none of YAML.</returns>
    public static bool TryRead(string text, int start, int end, out string value, out int length)
    {
        char escape = start + 1 < end ? text[start + 1] : '\0';
        int digits = escape switch { 'x' => 2, 'u' => 4, 'U' => 8, _ => 0 };
        length = 2 + digits;
        if (digits > 0)
        {
            return TryReadCode(text, start + 2, digits, end, out value);
        }

        int index = escape == '\0' ? -1 : Names.IndexOf(escape);
        value = index < 0 ? "" : Values[index].ToString();
        return index >= 0;
    }

    private static bool TryReadCode(string text, int start, int digits, int end, out string value)
    {
        int code = -1;
        bool isNumber = start + digits <= end && int.TryParse(text.Substring(start, digits), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out code);
        bool isCharacter = isNumber && code is >= 0 and <= 0x10FFFF and not (>= 0xD800 and <= 0xDFFF);
        value = isCharacter ? char.ConvertFromUtf32(code) : "";
        return isCharacter;
    }
}

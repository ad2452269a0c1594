using System.Globalization;
using System.Text;

namespace GeminiGen.Generator.Emission;

/// <summary>Writes text into JSON, with no more escapes than JSON asks for.</summary>
internal static class JsonText
{
    /// <summary>A JSON string with its quotes.</summary>
    public static string Quote(string text) => "\"" + Escape(text) + "\"";

    /// <summary>The inside of a JSON string. A lone surrogate, which UTF-8 cannot hold, becomes U+FFFD.</summary>
    public static string Escape(string text)
    {
        StringBuilder builder = new(text.Length + 8);
        for (int i = 0; i < text.Length; i++)
        {
            char character = text[i];
            switch (character)
            {
                case '"':
                    builder.Append("\\\"");
                    break;
                case '\\':
                    builder.Append("\\\\");
                    break;
                case '\n':
                    builder.Append("\\n");
                    break;
                case '\r':
                    builder.Append("\\r");
                    break;
                case '\t':
                    builder.Append("\\t");
                    break;
                case < ' ':
                    builder.Append("\\u").Append(((int)character).ToString("x4", CultureInfo.InvariantCulture));
                    break;
                default:
                    bool isPair = char.IsHighSurrogate(character) && i + 1 < text.Length && char.IsLowSurrogate(text[i + 1]);
                    if (isPair)
                    {
                        builder.Append(character).Append(text[++i]);
                    }
                    else
                    {
                        builder.Append(char.IsSurrogate(character) ? '\uFFFD' : character);
                    }

                    break;
            }
        }

        return builder.ToString();
    }
}

using System.Globalization;
using System.Text;

namespace GeminiGen.Generator.Emission;

/// <summary>Writes constants of UTF-8: readable <c>u8</c> literals where the language has them, bytes where it has not.</summary>
/// <param name="hasUtf8Literals">Whether the language has <c>u8</c> and raw literals.</param>
internal sealed class Utf8Literals(bool hasUtf8Literals)
{
    /// <summary>An expression for the text's bytes, of a type that converts to <c>ReadOnlySpan&lt;byte&gt;</c>.</summary>
    public string Write(string text)
    {
        if (text.Length == 0)
        {
            return "default";
        }

        if (!hasUtf8Literals)
        {
            return WriteBytes(text);
        }

        return (CanBeRaw(text) ? "\"\"\"" + text + "\"\"\"" : CSharpLiteral.String(text)) + "u8";
    }

    /// <summary>Raw literals show JSON as it is sent, but cannot hold quotes at either end, nor characters that end the line or stay unseen.</summary>
    private static bool CanBeRaw(string text)
    {
        bool needsEscapes = false;
        for (int i = 0; i < text.Length; i++)
        {
            if (!CSharpLiteral.IsPlain(text, i))
            {
                return false;
            }

            needsEscapes |= text[i] is '"' or '\\';
        }

        return needsEscapes && text[0] != '"' && text[text.Length - 1] != '"' && text.IndexOf("\"\"\"", StringComparison.Ordinal) < 0;
    }

    private static string WriteBytes(string text)
    {
        StringBuilder builder = new("new byte[] { ");
        foreach (byte value in Encoding.UTF8.GetBytes(text))
        {
            builder.Append(value.ToString(CultureInfo.InvariantCulture)).Append(", ");
        }

        return builder.Append('}').ToString();
    }
}

using System.Text;
using System.Text.Json;

namespace GeminiGen;

/// <summary>Reads one part of an answer's content: its text, and thoughts where they are wanted.</summary>
internal static class PartReader
{
    internal static void Read(ref Utf8JsonReader reader, ref AnswerFields fields)
    {
        if (reader.TokenType != JsonTokenType.StartObject)
        {
            reader.Skip();
            return;
        }

        // Whether a part is a thought may stand after its text.
        bool isThought = false;
        string? text = null;
        int before = fields.Utf8?.Length ?? 0;
        while (AnswerReader.NextProperty(ref reader))
        {
            if (reader.ValueTextEquals("text"u8))
            {
                ReadText(ref reader, fields.Utf8, ref text);
            }
            else if (reader.ValueTextEquals("thought"u8))
            {
                reader.Read();
                isThought = reader.TokenType == JsonTokenType.True;
                reader.Skip();
            }
            else
            {
                reader.Skip();
            }
        }

        if (isThought)
        {
            fields.Thoughts?.Append(fields.Utf8 is { } utf8 ? Encoding.UTF8.GetString(utf8.WrittenSpan[before..]) : text);
            fields.Utf8?.Truncate(before);
        }
        else if (text is { Length: > 0 })
        {
            fields.Text = fields.Text is null ? text : fields.Text + text;
        }
    }

    private static void ReadText(ref Utf8JsonReader reader, PooledUtf8Buffer? utf8, ref string? text)
    {
        reader.Read();
        if (reader.TokenType != JsonTokenType.String)
        {
            reader.Skip();
        }
        else if (utf8 is null)
        {
            text = reader.GetString();
        }
        else
        {
            // Unescaped text is never longer than escaped text.
            utf8.Advance(reader.CopyString(utf8.GetSpan(reader.ValueSpan.Length)));
        }
    }
}

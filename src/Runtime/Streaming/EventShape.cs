using System.Text.Json;

namespace GeminiGen;

/// <summary>
/// Reads a stream's events by their likeness to the one before: they differ in their text and their counts only. What stands around the text is
/// compared instead of read, and the counts, of which only the last ones matter, are kept unread.
/// </summary>
/// <remarks>
/// Reading each event in full took a third of what a stream costs on the client. An event of another shape is simply not read here.
/// </remarks>
internal sealed class EventShape : IDisposable
{
    // The bytes of the last event read in full: up to its text, and from its text's end to its counts.
    private readonly PooledUtf8Buffer _frame = new();
    private int _headLength;

    // An object made of the counts of the last event, and of what follows them.
    private readonly PooledUtf8Buffer _counts = new();

    private static ReadOnlySpan<byte> CountsMark => ",\"usageMetadata\":"u8;

    /// <summary>Reads an event of the same shape as the last one learned; its text is <see langword="null"/> when it is empty.</summary>
    /// <exception cref="JsonException">The text is no JSON string.</exception>
    internal bool TryRead(ReadOnlySpan<byte> json, out string? text)
    {
        text = null;
        ReadOnlySpan<byte> head = _frame.WrittenSpan[.._headLength];
        if (head.IsEmpty || !json.StartsWith(head))
        {
            return false;
        }

        Utf8JsonReader reader = new(json[head.Length..]);
        ReadOnlySpan<byte> middle = _frame.WrittenSpan[_headLength..];
        if (!reader.Read() || reader.TokenType != JsonTokenType.String)
        {
            return false;
        }

        ReadOnlySpan<byte> rest = json[(head.Length + (int)reader.BytesConsumed)..];
        if (!rest.StartsWith(middle) || !TryKeepCounts(rest[middle.Length..]))
        {
            return false;
        }

        text = reader.ValueSpan.IsEmpty ? null : reader.GetString();
        return true;
    }

    /// <summary>Remembers the shape of an event that was read in full and gave this text, if it is of the usual kind.</summary>
    internal void Learn(ReadOnlySpan<byte> json, string text)
    {
        _headLength = 0;
        _frame.Truncate(0);
        Utf8JsonReader reader = new(json);
        if (!MoveToFirstText(ref reader) || !reader.ValueTextEquals(text))
        {
            return;
        }

        ReadOnlySpan<byte> rest = json[(int)reader.BytesConsumed..];
        int counts = rest.IndexOf(CountsMark);
        if (counts >= 0)
        {
            _headLength = (int)reader.TokenStartIndex;
            _frame.Append(json[.._headLength]);
            _frame.Append(rest[..counts]);
        }
    }

    /// <summary>Reads the counts kept last, if any are.</summary>
    /// <exception cref="JsonException">They are not JSON.</exception>
    internal void ReadCounts(ref AnswerFields fields)
    {
        if (_counts.Length > 0)
        {
            ReadOnlySpan<byte> json = _counts.WrittenSpan;
            _counts.Truncate(0);
            AnswerReader.Read(json, ref fields);
        }
    }

    public void Dispose()
    {
        _frame.Dispose();
        _counts.Dispose();
    }

    // The mark cannot stand inside a string, where its quotation marks would be escaped.
    private bool TryKeepCounts(ReadOnlySpan<byte> tail)
    {
        bool onlyCounts = tail.StartsWith(CountsMark)
            && tail.IndexOf("TokenCount\":"u8) >= 0
            && tail.IndexOf("\"error\":"u8) < 0
            && tail.IndexOf("\"promptFeedback\":"u8) < 0;
        if (onlyCounts)
        {
            _counts.Truncate(0);
            _counts.Append("{"u8);
            _counts.Append(tail[1..]);
        }

        return onlyCounts;
    }

    private static bool MoveToFirstText(ref Utf8JsonReader reader)
        => Enter(ref reader, JsonTokenType.StartObject)
            && EnterProperty(ref reader, "candidates"u8, JsonTokenType.StartArray)
            && Enter(ref reader, JsonTokenType.StartObject)
            && EnterProperty(ref reader, "content"u8, JsonTokenType.StartObject)
            && EnterProperty(ref reader, "parts"u8, JsonTokenType.StartArray)
            && Enter(ref reader, JsonTokenType.StartObject)
            && EnterProperty(ref reader, "text"u8, JsonTokenType.String);

    private static bool EnterProperty(ref Utf8JsonReader reader, ReadOnlySpan<byte> name, JsonTokenType kind)
        => Enter(ref reader, JsonTokenType.PropertyName) && reader.ValueTextEquals(name) && Enter(ref reader, kind);

    private static bool Enter(ref Utf8JsonReader reader, JsonTokenType kind) => reader.Read() && reader.TokenType == kind;
}

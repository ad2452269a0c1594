using System.Numerics;
using System.Text.Json;

namespace GeminiGen;

/// <summary>
/// Reads a stream's events by their likeness to the one before: most differ in their text and their counts only. What stands around the text is
/// compared instead of read.
/// </summary>
/// <remarks>
/// Without it a stream costs a quarter more processor time: the uneven stream of docs/performance.md. An event of another shape is simply not read here.
/// </remarks>
internal sealed class EventShape : IDisposable
{
    // The bytes of the last event learned: up to its text, and from its text's end to its counts.
    private readonly PooledUtf8Buffer _frame = new();
    private int _headLength;
    private uint _misses;

    /// <summary>Reads an event of the shape last learned: its text, <see langword="null"/> when it is empty, and its bytes from the counts on.</summary>
    /// <param name="json">The event.</param>
    /// <param name="utf8">Where the text goes instead, and an empty one is given in its place; or <see langword="null"/>.</param>
    /// <param name="text">The text.</param>
    /// <param name="rest">The bytes from the counts on.</param>
    /// <exception cref="JsonException">The text is no JSON string.</exception>
    internal bool TryRead(ReadOnlySpan<byte> json, PooledUtf8Buffer? utf8, out string? text, out ReadOnlySpan<byte> rest)
    {
        text = null;
        rest = default;
        ReadOnlySpan<byte> head = _frame.WrittenSpan[.._headLength];
        if (head.IsEmpty || !json.StartsWith(head))
        {
            return false;
        }

        Utf8JsonReader reader = new(json[head.Length..]);
        if (!reader.Read() || reader.TokenType != JsonTokenType.String)
        {
            return false;
        }

        rest = json[(head.Length + (int)reader.BytesConsumed)..];
        ReadOnlySpan<byte> middle = _frame.WrittenSpan[_headLength..];
        if (!rest.StartsWith(middle))
        {
            return false;
        }

        _misses = 0;
        rest = rest[middle.Length..];
        text = reader.ValueSpan.IsEmpty ? null : utf8 is null ? reader.GetString() : Copy(ref reader, utf8);
        return true;
    }

    /// <summary>Remembers the shape of an event that was read in full and gave the fields' text, if it is of the usual kind.</summary>
    internal void Learn(ReadOnlySpan<byte> json, in AnswerFields fields)
    {
        _headLength = 0;
        _frame.Truncate(0);

        // In a stream of ever new shapes nothing is gained by learning them, so each time in vain makes the next one rarer.
        if (!BitOperations.IsPow2(++_misses))
        {
            return;
        }

        Utf8JsonReader reader = new(json);
        if (!MoveToFirstText(ref reader) || !(fields.Utf8 is { } utf8 ? reader.ValueTextEquals(utf8.WrittenSpan) : reader.ValueTextEquals(fields.Text)))
        {
            return;
        }

        ReadOnlySpan<byte> rest = json[(int)reader.BytesConsumed..];
        int counts = rest.IndexOf(EventCounts.Mark);
        if (counts >= 0)
        {
            _headLength = (int)reader.TokenStartIndex;
            _frame.Append(json[.._headLength]);
            _frame.Append(rest[..counts]);
        }
    }

    public void Dispose() => _frame.Dispose();

    private static string Copy(ref Utf8JsonReader reader, PooledUtf8Buffer utf8)
    {
        utf8.Advance(reader.CopyString(utf8.GetSpan(reader.ValueSpan.Length)));
        return "";
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

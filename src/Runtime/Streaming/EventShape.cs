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
    /// <exception cref="JsonException">The text is no JSON string.</exception>
    internal bool TryRead(ReadOnlySpan<byte> json, out string? text, out ReadOnlySpan<byte> rest)
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
        text = reader.ValueSpan.IsEmpty ? null : reader.GetString();
        return true;
    }

    /// <summary>Remembers the shape of an event that was read in full and gave this text, if it is of the usual kind.</summary>
    internal void Learn(ReadOnlySpan<byte> json, string text)
    {
        _headLength = 0;
        _frame.Truncate(0);

        // In a stream of ever new shapes nothing is gained by learning them, so each time in vain makes the next one rarer.
        if (!BitOperations.IsPow2(++_misses))
        {
            return;
        }

        Utf8JsonReader reader = new(json);
        if (!MoveToFirstText(ref reader) || !reader.ValueTextEquals(text))
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

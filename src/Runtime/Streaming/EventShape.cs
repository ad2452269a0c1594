using System.Numerics;
using System.Text.Json;

namespace GeminiGen;

/// <summary>
/// Reads a stream's events by their likeness to the one before: most differ in their text and their counts only. What stands around the text is
/// compared instead of read. Where the candidate's members behind its content differ (a finish reason, a probability), those are read, up to the last one.
/// </summary>
/// <remarks>An event of another shape is simply not read here.</remarks>
internal sealed class EventShape : IDisposable
{
    // The list of candidates lies within the response; a candidate's content within it and the candidate.
    private const int CandidatesDepth = 1;
    private const int ContentDepth = 3;

    // The bytes of the last event learned: up to its text, from its text's end to its content's, and from there to its counts. The end of these is the
    // candidate's last member.
    private readonly PooledUtf8Buffer _frame = new();
    private int _headLength;
    private int _contentLength;
    private int _endLength;
    private JsonReaderState _behindContent;
    private uint _misses;

    /// <summary>Reads an event of the shape last learned: its text, <see langword="null"/> when it is empty, and its bytes from the counts on.</summary>
    /// <param name="json">The event.</param>
    /// <param name="fields">
    /// Get what stands behind the content, where that differs, and the text if they gather it as bytes: an empty one is then given in its place. They hold no
    /// text yet.
    /// </param>
    /// <param name="text">The text.</param>
    /// <param name="rest">The bytes from the counts on.</param>
    /// <exception cref="JsonException">What is read is not JSON.</exception>
    internal bool TryRead(ReadOnlySpan<byte> json, ref AnswerFields fields, out string? text, out ReadOnlySpan<byte> rest)
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
        if (!TryPassToCounts(ref rest, ref fields))
        {
            return false;
        }

        _misses = 0;
        text = reader.ValueSpan.IsEmpty ? null : fields.Utf8 is { } utf8 ? Copy(ref reader, utf8) : reader.GetString();
        return true;
    }

    /// <summary>Remembers the shape of an event that was read in full and gave the fields' text, if it is of the usual kind.</summary>
    internal void Learn(ReadOnlySpan<byte> json, in AnswerFields fields)
    {
        Forget();

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

        int headLength = (int)reader.TokenStartIndex;
        int textEnd = (int)reader.BytesConsumed;
        MoveToEnd(ref reader, JsonTokenType.EndObject, ContentDepth);
        _contentLength = (int)reader.BytesConsumed - textEnd;
        _behindContent = reader.CurrentState;
        int lastMember = PassMembers(ref reader);
        MoveToEnd(ref reader, JsonTokenType.EndArray, CandidatesDepth);
        int counts = (int)reader.BytesConsumed;
        _endLength = counts - lastMember;
        if (json[counts..].StartsWith(EventCounts.Mark))
        {
            _headLength = headLength;
            _frame.Append(json[..headLength]);
            _frame.Append(json[textEnd..counts]);
        }
    }

    public void Dispose() => _frame.Dispose();

    private void Forget()
    {
        _headLength = 0;
        _frame.Truncate(0);
    }

    /// <summary>Passes over what stands between the text and the counts, if it is the same as before at least up to the content's end.</summary>
    private bool TryPassToCounts(ref ReadOnlySpan<byte> rest, ref AnswerFields fields)
    {
        ReadOnlySpan<byte> middle = _frame.WrittenSpan[_headLength..];
        if (rest.StartsWith(middle))
        {
            rest = rest[middle.Length..];
            return true;
        }

        if (!rest.StartsWith(middle[.._contentLength]))
        {
            return false;
        }

        // A second content, which none of the API's candidates has, would belong to the text.
        rest = rest[_contentLength..];
        return TryReadToLastMember(ref rest, middle[^_endLength..], ref fields) && !fields.HasText;
    }

    private bool TryReadToLastMember(ref ReadOnlySpan<byte> rest, ReadOnlySpan<byte> end, ref AnswerFields fields)
    {
        Utf8JsonReader reader = new(rest, isFinalBlock: true, _behindContent);
        while (AnswerReader.ReadCandidateMember(ref reader, ref fields))
        {
            if (rest[(int)reader.BytesConsumed..].StartsWith(end))
            {
                rest = rest[((int)reader.BytesConsumed + end.Length)..];
                return true;
            }
        }

        return false;
    }

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

    /// <summary>Passes over the rest of an object; gives where its last member begins, with its comma, or else its end.</summary>
    private static int PassMembers(ref Utf8JsonReader reader)
    {
        int last = (int)reader.BytesConsumed;
        for (int next = last; AnswerReader.NextProperty(ref reader); next = (int)reader.BytesConsumed)
        {
            last = next;
            reader.Skip();
        }

        return last;
    }

    private static void MoveToEnd(ref Utf8JsonReader reader, JsonTokenType kind, int depth)
    {
        while (reader.TokenType != kind || reader.CurrentDepth > depth)
        {
            reader.Read();
        }
    }

    private static bool EnterProperty(ref Utf8JsonReader reader, ReadOnlySpan<byte> name, JsonTokenType kind)
        => Enter(ref reader, JsonTokenType.PropertyName) && reader.ValueTextEquals(name) && Enter(ref reader, kind);

    private static bool Enter(ref Utf8JsonReader reader, JsonTokenType kind) => reader.Read() && reader.TokenType == kind;
}

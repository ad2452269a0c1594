using System.Text.Json;

namespace GeminiGen;

/// <summary>
/// Keeps the model's turn as it arrives, in one response or in the many of a stream, and notes what it asks for. Parts are copied byte for byte;
/// only plain text that came in pieces is put together again, because a history of hundreds of parts a turn serves nobody. A part with anything
/// beside its text (a thought signature, the mark of a thought) stays a part of its own.
/// </summary>
internal sealed class TurnRecorder : IDisposable
{
    private static ReadOnlySpan<byte> PlainTextEnd => "\"}"u8;

    private readonly PooledUtf8Buffer _parts = new();
    private readonly List<FunctionCall> _calls = [];
    private byte[]? _onlyContent;
    private int _contents;
    private bool _endsWithPlainText;
    private (int Length, int Contents, bool EndsWithPlainText, int Calls) _mark;

    /// <summary>The functions the model calls, in its order.</summary>
    internal IReadOnlyList<FunctionCall> Calls => _calls;

    /// <summary>The token with which the same request goes on, if the answer does.</summary>
    internal string? ContinuationToken { get; set; }

    /// <summary>Starts anew, with the model's next turn.</summary>
    internal void Reset()
    {
        _mark = default;
        Rewind();
    }

    /// <summary>Remembers this place.</summary>
    internal void Mark() => _mark = (_parts.Length, _contents, _endsWithPlainText, _calls.Count);

    /// <summary>Forgets what came since the place remembered last: the attempt it came from failed.</summary>
    internal void Rewind()
    {
        _parts.Truncate(_mark.Length);
        if (_mark.EndsWithPlainText)
        {
            // The failed attempt may have put its text in place of the part's end.
            _parts.Truncate(_mark.Length - PlainTextEnd.Length);
            _parts.Append(PlainTextEnd);
        }

        _calls.RemoveRange(_mark.Calls, _calls.Count - _mark.Calls);
        _contents = _mark.Contents;
        _endsWithPlainText = _mark.EndsWithPlainText;
        ContinuationToken = null;
    }

    /// <summary>Adds a response, or an array of them.</summary>
    /// <exception cref="JsonException">The bytes are not JSON.</exception>
    internal void Add(ReadOnlySpan<byte> json)
    {
        json = json.StartsWith(AnswerReader.ByteOrderMark) ? json[AnswerReader.ByteOrderMark.Length..] : json;
        Utf8JsonReader reader = new(json);
        reader.Read();
        if (reader.TokenType != JsonTokenType.StartArray)
        {
            AddResponse(json, ref reader);
            return;
        }

        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
        {
            AddResponse(json, ref reader);
        }
    }

    /// <summary>The turn, or <see langword="null"/> when the model said nothing.</summary>
    internal byte[]? ToContent()
        => _parts.Length == 0 ? null
            : _contents == 1 ? _onlyContent
            : [.. "{\"role\":\"model\",\"parts\":["u8, .. _parts.WrittenSpan, .. "]}"u8];

    /// <summary>The turn's parts, without brackets.</summary>
    internal ReadOnlySpan<byte> Parts => _parts.WrittenSpan;

    public void Dispose() => _parts.Dispose();

    private void AddResponse(ReadOnlySpan<byte> json, ref Utf8JsonReader reader)
    {
        if (reader.TokenType != JsonTokenType.StartObject)
        {
            reader.Skip();
            return;
        }

        while (AnswerReader.NextProperty(ref reader))
        {
            if (!reader.ValueTextEquals("candidates"u8))
            {
                reader.Skip();
            }
            else if (AnswerReader.Enter(ref reader, JsonTokenType.StartArray))
            {
                for (bool first = true; reader.Read() && reader.TokenType != JsonTokenType.EndArray; first = false)
                {
                    if (first && reader.TokenType == JsonTokenType.StartObject)
                    {
                        AddCandidate(json, ref reader);
                    }
                    else
                    {
                        reader.Skip();
                    }
                }
            }
        }
    }

    private void AddCandidate(ReadOnlySpan<byte> json, ref Utf8JsonReader reader)
    {
        while (AnswerReader.NextProperty(ref reader))
        {
            if (reader.ValueTextEquals("content"u8))
            {
                AddContent(json, ref reader);
            }
            else if (reader.ValueTextEquals("continuationToken"u8))
            {
                reader.Read();
                ContinuationToken = reader.TokenType == JsonTokenType.String ? reader.GetString() : null;
                reader.Skip();
            }
            else
            {
                reader.Skip();
            }
        }
    }

    private void AddContent(ReadOnlySpan<byte> json, ref Utf8JsonReader reader)
    {
        if (!AnswerReader.Enter(ref reader, JsonTokenType.StartObject))
        {
            return;
        }

        int start = (int)reader.TokenStartIndex;
        int before = _parts.Length;
        bool hasRole = false;
        while (AnswerReader.NextProperty(ref reader))
        {
            hasRole |= reader.ValueTextEquals("role"u8);
            if (!reader.ValueTextEquals("parts"u8))
            {
                reader.Skip();
            }
            else if (AnswerReader.Enter(ref reader, JsonTokenType.StartArray))
            {
                while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
                {
                    AddPart(json, ref reader);
                }
            }
        }

        if (_parts.Length > before)
        {
            ReadOnlySpan<byte> content = json[start..(int)reader.BytesConsumed];
            if (_contents++ == 0)
            {
                _onlyContent = hasRole ? content.ToArray() : [.. "{\"role\":\"model\","u8, .. content[1..]];
            }
        }
    }

    private void AddPart(ReadOnlySpan<byte> json, ref Utf8JsonReader reader)
    {
        if (reader.TokenType != JsonTokenType.StartObject)
        {
            reader.Skip();
            return;
        }

        int start = (int)reader.TokenStartIndex;
        int members = 0;
        ReadOnlySpan<byte> text = default;
        bool isText = false;
        while (AnswerReader.NextProperty(ref reader))
        {
            members++;
            if (reader.ValueTextEquals("text"u8))
            {
                reader.Read();
                isText = reader.TokenType == JsonTokenType.String;
                text = reader.ValueSpan;
                reader.Skip();
            }
            else if (reader.ValueTextEquals("functionCall"u8))
            {
                AddCall(json, ref reader);
            }
            else
            {
                reader.Skip();
            }
        }

        AppendPart(json[start..(int)reader.BytesConsumed], text, isPlainText: isText && members == 1);
    }

    private void AppendPart(ReadOnlySpan<byte> part, ReadOnlySpan<byte> text, bool isPlainText)
    {
        if (!isPlainText)
        {
            AppendSeparated(part);
            _endsWithPlainText = false;
            return;
        }

        if (_endsWithPlainText)
        {
            _parts.Truncate(_parts.Length - PlainTextEnd.Length);
        }
        else if (!text.IsEmpty)
        {
            AppendSeparated("{\"text\":\""u8);
            _endsWithPlainText = true;
        }

        if (_endsWithPlainText)
        {
            _parts.Append(text);
            _parts.Append(PlainTextEnd);
        }
    }

    private void AppendSeparated(ReadOnlySpan<byte> bytes)
    {
        if (_parts.Length > 0)
        {
            _parts.Append(","u8);
        }

        _parts.Append(bytes);
    }

    private void AddCall(ReadOnlySpan<byte> json, ref Utf8JsonReader reader)
    {
        if (!AnswerReader.Enter(ref reader, JsonTokenType.StartObject))
        {
            return;
        }

        string? id = null, name = null;
        byte[] arguments = "{}"u8.ToArray();
        bool isPartial = false;
        while (AnswerReader.NextProperty(ref reader))
        {
            bool saysMore = reader.ValueTextEquals("willContinue"u8), isPiece = reader.ValueTextEquals("partialArgs"u8);
            bool isId = reader.ValueTextEquals("id"u8), isName = reader.ValueTextEquals("name"u8), isArguments = reader.ValueTextEquals("args"u8);
            reader.Read();
            int start = (int)reader.TokenStartIndex;
            if (reader.TokenType == JsonTokenType.String)
            {
                id = isId ? reader.GetString() : id;
                name = isName ? reader.GetString() : name;
            }

            bool isObject = reader.TokenType == JsonTokenType.StartObject;
            isPartial |= (saysMore && reader.TokenType == JsonTokenType.True) || (isPiece && reader.TokenType == JsonTokenType.StartArray);
            reader.Skip();
            if (isArguments && isObject)
            {
                arguments = json[start..(int)reader.BytesConsumed].ToArray();
            }
        }

        // Of a call sent in pieces (Google Cloud), the first alone has the name.
        if (name is not null)
        {
            _calls.Add(new FunctionCall(id, name, arguments, isPartial));
        }
    }
}

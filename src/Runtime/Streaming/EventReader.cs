using System.Text.Json;

namespace GeminiGen;

/// <summary>Reads the events of one stream, each a response of its own, and gathers what they say.</summary>
/// <param name="utf8">Where the text of the event read last is put, in streams that are no text; or <see langword="null"/>.</param>
/// <param name="wantsThoughts">Whether thoughts are kept.</param>
internal sealed class EventReader(PooledUtf8Buffer? utf8, bool wantsThoughts) : IDisposable
{
    private readonly EventShape _shape = new();
    private readonly EventCounts _counts = new();
    private AnswerFields _fields = new() { Utf8 = utf8, WantsDetails = true, Thoughts = wantsThoughts ? new() : null };

    /// <summary>What has been read so far; the counts of the last events only once <see cref="ReadCounts"/> has been called.</summary>
    internal ref readonly AnswerFields Fields => ref _fields;

    /// <summary>Reads an event; its text is <see langword="null"/> when it has none, and empty when it went into the buffer.</summary>
    /// <exception cref="JsonException">The bytes are not JSON.</exception>
    /// <exception cref="InvalidOperationException">A text is not UTF-8.</exception>
    internal string? Read(ReadOnlySpan<byte> json)
    {
        ForgetText();
        if (_shape.TryRead(json, ref _fields, out string? text, out ReadOnlySpan<byte> rest) && _counts.TryKeep(rest))
        {
            return text;
        }

        ForgetText();
        if (json.StartsWith("{\"candidates\":"u8))
        {
            rest = json[AnswerReader.ReadLeadingCandidates(json, ref _fields)..];
            if (!_counts.TryKeep(rest))
            {
                _counts.Read(ref _fields);
                EventCounts.ReadAtOnce(rest, ref _fields);
            }
        }
        else
        {
            _counts.Read(ref _fields);
            AnswerReader.Read(json, ref _fields);
        }

        if (!_fields.HasText)
        {
            return null;
        }

        if (!_fields.HasError)
        {
            _shape.Learn(json, _fields);
        }

        return _fields.Text ?? "";
    }

    /// <summary>Reads the counts that were kept unread.</summary>
    /// <exception cref="JsonException">They are not JSON.</exception>
    internal void ReadCounts() => _counts.Read(ref _fields);

    private void ForgetText()
    {
        utf8?.Truncate(0);
        _fields.Text = null;
    }

    public void Dispose()
    {
        _shape.Dispose();
        _counts.Dispose();
    }
}

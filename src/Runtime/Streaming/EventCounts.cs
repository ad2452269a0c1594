using System.Text.Json;

namespace GeminiGen;

/// <summary>
/// What follows the candidates in a stream's events: the counts, the model's version, the response's id. They come with every event and only the
/// last ones matter, so they are kept as bytes and read when they are asked for; they are half of what there is to read.
/// </summary>
internal sealed class EventCounts : IDisposable
{
    private readonly PooledUtf8Buffer _kept = new();

    /// <summary>Marks where the counts begin. It cannot stand inside a string, where its quotation marks would be escaped.</summary>
    internal static ReadOnlySpan<byte> Mark => ",\"usageMetadata\":"u8;

    /// <summary>Keeps an event's rest in place of the one before, if it counts something and says nothing that must be known at once.</summary>
    internal bool TryKeep(ReadOnlySpan<byte> rest)
    {
        bool onlyCounts = rest.StartsWith(Mark)
            && rest.IndexOf("TokenCount\":"u8) >= 0
            && rest.IndexOf("\"error\":"u8) < 0
            && rest.IndexOf("\"promptFeedback\":"u8) < 0;
        if (onlyCounts)
        {
            _kept.Truncate(0);
            AppendAsObject(_kept, rest);
        }

        return onlyCounts;
    }

    /// <summary>Reads what is kept, if anything is.</summary>
    /// <exception cref="JsonException">It is not JSON.</exception>
    internal void Read(ref AnswerFields fields)
    {
        if (_kept.Length > 0)
        {
            ReadOnlySpan<byte> json = _kept.WrittenSpan;
            _kept.Truncate(0);
            AnswerReader.Read(json, ref fields);
        }
    }

    /// <summary>Reads the rest of an event that cannot be kept.</summary>
    /// <exception cref="JsonException">It is not JSON.</exception>
    internal static void ReadAtOnce(ReadOnlySpan<byte> rest, ref AnswerFields fields)
    {
        rest = rest.TrimStart(" \t\r\n"u8);
        if (rest.SequenceEqual("}"u8))
        {
            return;
        }

        using PooledUtf8Buffer json = new();
        AppendAsObject(json, rest);
        AnswerReader.Read(json.WrittenSpan, ref fields);
    }

    public void Dispose() => _kept.Dispose();

    // The rest of an object, from a comma on, is made an object again.
    private static void AppendAsObject(PooledUtf8Buffer target, ReadOnlySpan<byte> rest)
    {
        target.Append("{"u8);
        target.Append(rest.StartsWith(","u8) ? rest[1..] : rest);
    }
}

namespace GeminiGen;

/// <summary>The media of one request, in order. Requests without media have none of these.</summary>
internal sealed class MediaParts
{
    private readonly List<MediaPart> _parts = [];

    /// <summary>Whether each part knows how it is sent.</summary>
    internal bool IsReady { get; set; }

    internal IReadOnlyList<MediaPart> All => _parts;

    /// <summary>What all parts take in the request, in bytes. Known once each says how it is sent.</summary>
    internal long Length
    {
        get
        {
            long length = 0;
            foreach (MediaPart part in _parts)
            {
                length += part.Length;
            }

            return length;
        }
    }

    /// <summary>What the parts before a place of the request's own text take, in bytes.</summary>
    internal long GetLengthBefore(int offset)
    {
        long length = 0;
        foreach (MediaPart part in _parts)
        {
            length += part.Offset < offset ? part.Length : 0;
        }

        return length;
    }

    /// <summary>The files the parts name that the API will delete.</summary>
    internal TurnFile[] GetFiles() => [.. _parts.Where(static part => part.File is not null).Select(static part => part.File!)];

    /// <summary>The inline part that takes most room, or <see langword="null"/>.</summary>
    internal MediaPart? FindLargestInline()
    {
        MediaPart? largest = null;
        foreach (MediaPart part in _parts)
        {
            if (part.IsInline && (largest is null || part.Length > largest.Length))
            {
                largest = part;
            }
        }

        return largest;
    }

    internal void Add(Media media, int offset) => _parts.Add(new MediaPart(media, offset));

    /// <summary>Writes the request: its own text with the parts at their places. Every attempt does so anew.</summary>
    internal async ValueTask WriteAsync(ReadOnlyMemory<byte> text, Stream target, CancellationToken cancellationToken)
    {
        int written = 0;
        foreach (MediaPart part in _parts)
        {
            await target.WriteAsync(text[written..part.Offset], cancellationToken).ConfigureAwait(false);
            await part.WriteAsync(target, cancellationToken).ConfigureAwait(false);
            written = part.Offset;
        }

        await target.WriteAsync(text[written..], cancellationToken).ConfigureAwait(false);
    }
}

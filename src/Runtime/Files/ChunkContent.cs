using System.Buffers;
using System.Net;

namespace GeminiGen;

/// <summary>A chunk of media as the body of a request, read while it is sent.</summary>
/// <param name="reader">Reads the media; stays the caller's.</param>
/// <param name="offset">Where the chunk starts.</param>
/// <param name="length">How long it is.</param>
internal sealed class ChunkContent(MediaReader reader, long offset, long length) : HttpContent
{
    private const int BufferSize = 64 * 1024;

    protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context)
        => SerializeToStreamAsync(stream, context, CancellationToken.None);

    protected override async Task SerializeToStreamAsync(Stream stream, TransportContext? context, CancellationToken cancellationToken)
    {
        byte[] buffer = ArrayPool<byte>.Shared.Rent(BufferSize);
        try
        {
            for (long sent = 0; sent < length;)
            {
                Memory<byte> piece = buffer.AsMemory(0, (int)Math.Min(BufferSize, length - sent));
                await reader.FillAsync(offset + sent, piece, cancellationToken).ConfigureAwait(false);
                await stream.WriteAsync(piece, cancellationToken).ConfigureAwait(false);
                sent += piece.Length;
            }
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }

    protected override bool TryComputeLength(out long computed)
    {
        computed = length;
        return true;
    }
}

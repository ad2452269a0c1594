using System.Buffers;
using System.Buffers.Text;

namespace GeminiGen;

/// <summary>Writes bytes as base64, chunk by chunk through one buffer of the pool: neither the bytes nor their base64 are ever there as a whole.</summary>
internal static class Base64Writer
{
    // Whole groups of three, so that only the last chunk is padded; encoded in place they fill the buffer.
    private const int BufferSize = 64 * 1024;
    private const int ChunkSize = BufferSize / 4 * 3;

    internal static async ValueTask WriteAsync(MediaReader reader, long length, Stream target, CancellationToken cancellationToken)
    {
        byte[] buffer = ArrayPool<byte>.Shared.Rent(BufferSize);
        try
        {
            for (long offset = 0; offset < length; offset += ChunkSize)
            {
                int count = (int)Math.Min(ChunkSize, length - offset);
                await reader.FillAsync(offset, buffer.AsMemory(0, count), cancellationToken).ConfigureAwait(false);
                Base64.EncodeToUtf8InPlace(buffer.AsSpan(0, BufferSize), count, out int written);
                await target.WriteAsync(buffer.AsMemory(0, written), cancellationToken).ConfigureAwait(false);
            }
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }
}

using System.Buffers;
using System.Runtime.CompilerServices;

namespace GeminiGen;

/// <summary>A response's body in memory of the pool.</summary>
internal readonly struct ResponseBody
{
    private const int InitialSize = 4096;
    private const int LargestTrustedLength = 1 << 20;

    private readonly byte[]? _bytes;
    private readonly int _length;

    private ResponseBody(byte[] bytes, int length)
    {
        _bytes = bytes;
        _length = length;
    }

    internal ReadOnlySpan<byte> Span => _bytes.AsSpan(0, _length);

    [AsyncMethodBuilder(typeof(PoolingAsyncValueTaskMethodBuilder<>))]
    internal static async ValueTask<ResponseBody> ReadAsync(HttpContent content, CancellationToken cancellationToken)
    {
        Stream stream = await content.ReadAsStreamAsync(cancellationToken).ConfigureAwait(false);
        byte[] bytes = ArrayPool<byte>.Shared.Rent(SizeFor(content.Headers.ContentLength));
        int length = 0;
        try
        {
            // Up to the end, also where the length is known: only then is the connection free for the next call.
            while (true)
            {
                int read = await stream.ReadAsync(bytes.AsMemory(length), cancellationToken).ConfigureAwait(false);
                if (read == 0)
                {
                    HalfSurrogates.Replace(bytes.AsSpan(0, length));
                    return new ResponseBody(bytes, length);
                }

                length += read;
                if (length == bytes.Length)
                {
                    bytes = Grow(bytes);
                }
            }
        }
        catch
        {
            ArrayPool<byte>.Shared.Return(bytes);
            throw;
        }
    }

    internal void Return()
    {
        if (_bytes is not null)
        {
            ArrayPool<byte>.Shared.Return(_bytes);
        }
    }

    // One more than announced, so that the read which finds the end has room. A length no answer has is not believed.
    private static int SizeFor(long? announced) => announced is > 0 and <= LargestTrustedLength ? (int)announced.Value + 1 : InitialSize;

    private static byte[] Grow(byte[] bytes)
    {
        byte[] larger = ArrayPool<byte>.Shared.Rent(checked(bytes.Length * 2));
        bytes.CopyTo(larger, 0);
        ArrayPool<byte>.Shared.Return(bytes);
        return larger;
    }
}

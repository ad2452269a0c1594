namespace GeminiGen.Runtime.Tests.Support;

/// <summary>Gives a few bytes at a time, each after a turn of the scheduler, as a network does.</summary>
internal sealed class PiecewiseStream(byte[] bytes, int size) : MemoryStream(bytes)
{
    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        await Task.Yield();
        return Read(buffer.Span[..Math.Min(size, buffer.Length)]);
    }
}

namespace GeminiGen.Runtime.Tests.Support;

/// <summary>Can be read once, a few bytes at a time, as an upload can.</summary>
internal sealed class OneWayStream(byte[] bytes) : MemoryStream(bytes)
{
    public override bool CanSeek => false;

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        await Task.Yield();
        return Read(buffer.Span[..Math.Min(10_007, buffer.Length)]);
    }
}

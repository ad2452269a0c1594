namespace GeminiGen.Runtime.Tests.Fuzz;

/// <summary>Gives bytes in pieces of random size, some at once and some after a turn of the scheduler.</summary>
internal sealed class RandomPiecesStream(byte[] bytes, Random random) : MemoryStream(bytes)
{
    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        int size = random.Next(4) switch { 0 => 1, 1 => random.Next(1, 8), 2 => random.Next(1, 200), _ => 100_000 };
        if (random.Next(2) == 0)
        {
            await Task.Yield();
        }

        return Read(buffer.Span[..Math.Min(size, buffer.Length)]);
    }
}

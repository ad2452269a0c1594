namespace GeminiGen.Runtime.Tests.Traffic;

/// <summary>A way a network may cut a body into reads.</summary>
/// <param name="Name">Tells it in failures.</param>
/// <param name="CutsOf">The places where a body is cut.</param>
internal sealed record Chunking(string Name, Func<byte[], IEnumerable<int>> CutsOf)
{
    private const int Seeds = 8;

    internal static Chunking Whole { get; } = new("whole", static _ => []);

    /// <summary>Every way: by rule, by chance, and in two at each byte of streams.</summary>
    internal static IEnumerable<Chunking> All(int longestStream)
    {
        yield return new("each byte by itself", static body => Enumerable.Range(1, body.Length));
        yield return new("inside each UTF-8 character", static body => Places(body, static (bytes, at) => (bytes[at] & 0xC0) == 0x80));
        yield return new("inside each CRLF", static body => Places(body, static (bytes, at) => bytes[at - 1] == '\r' && bytes[at] == '\n'));
        yield return new("before each line's end", static body => Places(body, static (bytes, at) => bytes[at] is (byte)'\r' or (byte)'\n'));
        yield return new("behind each data:", static body => Places(body, static (bytes, at) => bytes.AsSpan(0, at).EndsWith("data:"u8)));
        yield return new("inside each data:", static body => Places(body, static (bytes, at) => bytes.AsSpan(0, at).EndsWith("da"u8)));
        yield return new("inside each escape", static body => Places(body, static (bytes, at) => bytes[at - 1] == '\\'));
        for (int seed = 1; seed <= Seeds; seed++)
        {
            int fixedSeed = seed;
            yield return new("by chance, seed " + seed, body => Random(body, new Random(fixedSeed)));
        }

        for (int at = 1; at < longestStream; at++)
        {
            int fixedAt = at;
            yield return new("in two at " + at, _ => [fixedAt]);
        }
    }

    internal Stream Open(byte[] body) => new CutStream(body, CutsOf(body));

    private static IEnumerable<int> Places(byte[] body, Func<byte[], int, bool> isPlace)
        => Enumerable.Range(1, Math.Max(0, body.Length - 1)).Where(at => isPlace(body, at));

    private static IEnumerable<int> Random(byte[] body, Random random)
    {
        for (int at = random.Next(1, 40); at < body.Length; at += random.Next(3) == 0 ? 1 : random.Next(1, 120))
        {
            yield return at;
        }
    }
}

/// <summary>Gives its bytes in reads that end at given places, each after a turn of the scheduler every other time.</summary>
internal sealed class CutStream(byte[] bytes, IEnumerable<int> cuts) : MemoryStream(bytes)
{
    private readonly IEnumerator<int> _cuts = cuts.GetEnumerator();
    private int _end;
    private bool _yields;

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        if (_yields = !_yields)
        {
            await Task.Yield();
        }

        while (_end <= Position)
        {
            _end = _cuts.MoveNext() ? _cuts.Current : int.MaxValue;
        }

        return Read(buffer.Span[..(int)Math.Min(_end - Position, buffer.Length)]);
    }

    protected override void Dispose(bool disposing)
    {
        _cuts.Dispose();
        base.Dispose(disposing);
    }
}

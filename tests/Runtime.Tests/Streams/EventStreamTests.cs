namespace GeminiGen.Runtime.Tests.Streams;

public sealed class EventStreamTests
{
    [Fact]
    public async Task A_stream_that_has_ended_costs_nothing_more_when_it_is_left()
    {
        var inner = new CountingStream("data: {}\n\n"u8.ToArray());
        using Deadline deadline = Deadline.Start(TimeProvider.System, Timeout.InfiniteTimeSpan, CancellationToken.None);
        await using var stream = new EventStream(inner, deadline, TimeSpan.FromMinutes(1));
        byte[] buffer = new byte[64];
        while (await stream.ReadAsync(buffer) > 0)
        {
        }

        int reads = inner.Reads;
        long before = GC.GetAllocatedBytesForCurrentThread();
        stream.Abort();

        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);
        Assert.Equal(reads, inner.Reads);
    }

    [Fact]
    public async Task A_stream_that_is_left_before_its_end_is_read_once_more_to_close_it()
    {
        var inner = new CountingStream("data: {}\n\n"u8.ToArray());
        using Deadline deadline = Deadline.Start(TimeProvider.System, Timeout.InfiniteTimeSpan, CancellationToken.None);
        await using var stream = new EventStream(inner, deadline, TimeSpan.FromMinutes(1));
        Assert.Equal(10, await stream.ReadAsync(new byte[64]));

        stream.Abort();

        Assert.Equal(2, inner.Reads);
    }

    private sealed class CountingStream(byte[] bytes) : MemoryStream(bytes)
    {
        public int Reads { get; private set; }

        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
        {
            Reads++;
            return base.ReadAsync(buffer, cancellationToken);
        }
    }
}

using GeminiGen.TestHarness;

namespace GeminiGen.Runtime.Tests.Streams;

public sealed class EventStreamTests
{
    [Fact]
    public async Task A_stream_that_has_ended_costs_nothing_more_when_it_is_left()
    {
        using Deadline deadline = Deadline.Start(TimeProvider.System, Timeout.InfiniteTimeSpan, CancellationToken.None);
        Queue<EventStream> ended = [];
        CountingStream? inner = null;
        byte[] buffer = new byte[64];
        for (int i = 0; i < Allocations.Rounds; i++)
        {
            inner = new CountingStream("data: {}\n\n"u8.ToArray());
            EventStream stream = new(inner, deadline, TimeSpan.FromMinutes(1));
            while (await stream.ReadAsync(buffer) > 0)
            {
            }

            ended.Enqueue(stream);
        }

        int reads = inner!.Reads;

        Assert.Equal(0, Allocations.Fewest(() => ended.Dequeue().Abort));
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

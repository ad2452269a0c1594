using GeminiGen.Runtime.Tests.Support;

namespace GeminiGen.Runtime.Tests.Retries;

public sealed class CancellationTests
{
    [Fact]
    public async Task ACancelledCallClosesItsConnection()
    {
        TaskCompletionSource arrived = new();
        TaskCompletionSource closed = new();
        await using LoopbackServer server = new(async exchange =>
        {
            arrived.SetResult();
            await exchange.WaitForCloseAsync();
            closed.SetResult();
        });
        using GeminiClient client = new(TestClient.Options(options => options.BaseAddress = server.Address));
        using CancellationTokenSource source = new();
        Task<string> call = new Desk(client).AskAsync("hi", source.Token);
        await arrived.Task;
        Assert.False(call.IsCompleted);

        await source.CancelAsync();
        OperationCanceledException error = await Assert.ThrowsAnyAsync<OperationCanceledException>(() => call);
        Assert.Equal(source.Token, error.CancellationToken);
        Assert.True(call.IsCanceled);
        await closed.Task.WaitAsync(TimeSpan.FromSeconds(20));
        Assert.Equal(1, server.Requests);
    }

    [Fact]
    public async Task ACancelledStreamClosesItsConnection()
    {
        TaskCompletionSource closed = new();
        await using LoopbackServer server = new(async exchange =>
        {
            await exchange.StartEventsAsync();
            await exchange.EventAsync(Replies.Chunk("one"));
            await exchange.WaitForCloseAsync();
            closed.SetResult();
        });
        using GeminiClient client = new(TestClient.Options(options => options.BaseAddress = server.Address));
        using CancellationTokenSource method = new();
        using CancellationTokenSource enumeration = new();
        PromptStream<string> stream = new Desk(client).Stream("hi", method.Token);
        List<string> items = [];
        OperationCanceledException error = await Assert.ThrowsAnyAsync<OperationCanceledException>(async () =>
        {
            await foreach (string item in stream.WithCancellation(enumeration.Token))
            {
                items.Add(item);
                await enumeration.CancelAsync();
            }
        });
        Assert.Equal(["one"], items);
        Assert.Equal(enumeration.Token, error.CancellationToken);
        Assert.True(stream.Completion.IsCanceled);
        await closed.Task.WaitAsync(TimeSpan.FromSeconds(20));
    }

    [Fact]
    public async Task LeavingAStreamClosesItsConnection()
    {
        TaskCompletionSource closed = new();
        await using LoopbackServer server = new(async exchange =>
        {
            await exchange.StartEventsAsync();
            await exchange.EventAsync(Replies.Chunk("one"));
            await exchange.WaitForCloseAsync();
            closed.SetResult();
        });
        using GeminiClient client = new(TestClient.Options(options => options.BaseAddress = server.Address));
        PromptStream<string> stream = new Desk(client).Stream("hi");
        await foreach (string item in stream)
        {
            Assert.Equal("one", item);
            break;
        }

        await closed.Task.WaitAsync(TimeSpan.FromSeconds(20));
        Assert.True(stream.Completion.IsCanceled);
    }

    [Fact]
    public async Task ATokenCancelledBeforehandSendsNothing()
    {
        FakeHandler handler = new(() => FakeHandler.Json(Replies.Answer("ok")));
        using GeminiClient client = TestClient.Create(handler);
        CancellationToken cancelled = new(canceled: true);
        OperationCanceledException error = await Assert.ThrowsAnyAsync<OperationCanceledException>(() => new Desk(client).AskAsync("hi", cancelled));
        Assert.Equal(cancelled, error.CancellationToken);
        (_, Exception? streamError) = await Collect.AllAsync(new Desk(client).Stream("hi", cancelled));
        Assert.IsType<OperationCanceledException>(streamError, exactMatch: false);
        Assert.Empty(handler.Requests);
    }

    [Fact]
    public async Task CancellingDuringAWaitEndsTheCall()
    {
        using CancellationTokenSource source = new();
        FakeHandler handler = new(() =>
        {
            source.CancelAfter(TimeSpan.FromMilliseconds(30));
            return FakeHandler.Json(Replies.Error(429, "RESOURCE_EXHAUSTED", "m", Replies.Delay("300s")), 429);
        });
        using GeminiClient client = TestClient.Create(handler);
        OperationCanceledException error = await Assert.ThrowsAnyAsync<OperationCanceledException>(() => new Desk(client).AskAsync("hi", source.Token));
        Assert.Equal(source.Token, error.CancellationToken);
        Assert.Single(handler.Requests);
    }

    [Fact]
    public async Task APooledTokenSourceIsNotCancelledByThePastCallsToken()
    {
        // One call's token is cancelled after its call: no later call may notice.
        FakeHandler handler = new(() => FakeHandler.Json(Replies.Answer("ok")));
        using GeminiClient client = TestClient.Create(handler);
        for (int i = 0; i < 50; i++)
        {
            using CancellationTokenSource source = new();
            await new Desk(client).AskAsync("hi", source.Token);
            await source.CancelAsync();
        }

        Assert.Equal("ok", await new Desk(client).AskAsync("hi"));
    }
}

using GeminiGen.Runtime.Tests.Support;

namespace GeminiGen.Runtime.Tests.Retries;

public sealed class TimeoutTests
{
    [Fact]
    public async Task TheCallsLimitIsNamedWithWhatSetsIt()
    {
        using GeminiClient client = Silent(options =>
        {
            options.Timeout = TimeSpan.FromMinutes(3);
            options.AttemptTimeout = TimeSpan.FromMinutes(5);
        });
        GeminiTimeoutException error = await Assert.ThrowsAsync<GeminiTimeoutException>(() => new Desk(client).AskAsync("hi"));
        Assert.Equal((GeminiTimeLimit.Call, "GeminiOptions.Timeout", TimeSpan.FromMinutes(3)), (error.Limit, error.Setting, error.Duration));
        Assert.Contains("180 s", error.Message, StringComparison.Ordinal);
        Assert.Contains("GeminiOptions.Timeout", error.Message, StringComparison.Ordinal);
        Assert.Equal(1, error.Attempts);
    }

    [Fact]
    public async Task TheAttributesLimitIsNamedWithTheMethod()
    {
        using GeminiClient client = Silent(options => options.Timeout = TimeSpan.FromMinutes(20));
        GeminiTimeoutException error = await Assert.ThrowsAsync<GeminiTimeoutException>(
            () => new Desk(client, Desk.Method(timeoutSeconds: 1.5)).AskAsync("hi"));
        Assert.Equal(("[Timeout] on IDesk.AskAsync", TimeSpan.FromSeconds(1.5)), (error.Setting, error.Duration));
        Assert.StartsWith("IDesk.AskAsync: ", error.Message, StringComparison.Ordinal);
        Assert.Contains("[Timeout]", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task AnAttemptThatExpiresIsRepeatedUntilTheCallsLimit()
    {
        FakeHandler handler = FakeHandler.Silent();
        using GeminiClient client = TestClient.Create(handler, Jumping(options =>
        {
            options.Timeout = TimeSpan.FromMinutes(12);
            options.AttemptTimeout = TimeSpan.FromMinutes(5);
            options.Retry.BaseDelay = TimeSpan.Zero;
        }));
        GeminiTimeoutException error = await Assert.ThrowsAsync<GeminiTimeoutException>(() => new Desk(client).AskAsync("hi"));
        Assert.Equal(GeminiTimeLimit.Call, error.Limit);
        Assert.Equal(3, handler.Requests.Count);
        Assert.Equal(3, error.Attempts);
        Assert.All(error.AttemptErrors, earlier => Assert.Equal(GeminiTimeLimit.Attempt, Assert.IsType<GeminiTimeoutException>(earlier).Limit));
        Assert.IsType<OperationCanceledException>(error.InnerException, exactMatch: false);
    }

    [Fact]
    public async Task WithRetriesOffTheAttemptsLimitIsNamed()
    {
        using GeminiClient client = Silent(options =>
        {
            options.AttemptTimeout = TimeSpan.FromSeconds(30);
            options.Retry.MaxAttempts = 1;
        });
        GeminiTimeoutException error = await Assert.ThrowsAsync<GeminiTimeoutException>(() => new Desk(client).AskAsync("hi"));
        Assert.Equal((GeminiTimeLimit.Attempt, "GeminiOptions.AttemptTimeout"), (error.Limit, error.Setting));
    }

    [Fact]
    public async Task TheLimitCoversTheBodyToo()
    {
        await using LoopbackServer server = new(async exchange =>
        {
            await exchange.WriteAsync("HTTP/1.1 200 OK\r\nContent-Length: 1000\r\n\r\n{");
            await exchange.WaitForCloseAsync();
        });
        using GeminiClient client = new(TestClient.Options(options =>
        {
            options.BaseAddress = server.Address;
            options.Timeout = TimeSpan.FromMilliseconds(150);
        }));
        GeminiTimeoutException error = await Assert.ThrowsAsync<GeminiTimeoutException>(() => new Desk(client).AskAsync("hi"));
        Assert.Equal(GeminiTimeLimit.Call, error.Limit);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task TheHttpClientsOwnLimitIsNamedAsSuchAndNotMultiplied(bool streamed)
    {
        FakeHandler handler = FakeHandler.Silent();
        using HttpClient http = new(handler) { Timeout = TimeSpan.FromMilliseconds(20) };
        using GeminiClient client = new(TestClient.Options(options => options.Retry.BaseDelay = TimeSpan.Zero), http);
        GeminiTimeoutException error = await ThrowsTimeoutAsync(new Desk(client), streamed);
        Assert.Equal((GeminiTimeLimit.HttpClient, "HttpClient.Timeout", http.Timeout), (error.Limit, error.Setting, error.Duration));
        Assert.StartsWith("IDesk.AskAsync: ", error.Message, StringComparison.Ordinal);
        Assert.Contains("0.02 s, the limit set by HttpClient.Timeout", error.Message, StringComparison.Ordinal);
        Assert.Single(handler.Requests);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task TheLimitOfAUsersHandlerIsNotMultipliedEither(bool streamed)
    {
        FakeHandler handler = new((_, _) => throw new Polly.Timeout.TimeoutRejectedException("too slow", TimeSpan.FromSeconds(7)));
        using GeminiClient client = TestClient.Create(handler);
        GeminiTimeoutException error = await ThrowsTimeoutAsync(new Desk(client), streamed);
        Assert.Equal((GeminiTimeLimit.HttpClient, TimeSpan.FromSeconds(7)), (error.Limit, error.Duration));
        Assert.Contains("handler", error.Setting, StringComparison.Ordinal);
        Assert.Single(handler.Requests);
    }

    [Fact]
    public async Task AConnectionThatIsNotMadeInTimeIsTriedAgain()
    {
        int connections = 0;
        using SocketsHttpHandler handler = new()
        {
            ConnectTimeout = TimeSpan.FromMilliseconds(20),
            ConnectCallback = async (_, cancellationToken) =>
            {
                Interlocked.Increment(ref connections);
                await Task.Delay(Timeout.Infinite, cancellationToken);
                throw new InvalidOperationException();
            },
        };
        using GeminiClient client = TestClient.Create(handler, options =>
        {
            options.Retry.MaxAttempts = 2;
            options.Retry.BaseDelay = TimeSpan.Zero;
        });
        GeminiConnectionException error = await Assert.ThrowsAsync<GeminiConnectionException>(() => new Desk(client).AskAsync("hi"));
        Assert.Equal((2, 2), (error.Attempts, connections));
        Assert.Contains("ConnectTimeout", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task AStreamsFirstItemHasTheCallsLimit()
    {
        using GeminiClient client = Silent(options => options.Timeout = TimeSpan.FromMinutes(1));
        (List<string> items, Exception? error) = await Collect.AllAsync(new Desk(client).Stream("hi"));
        Assert.Empty(items);
        Assert.Equal("GeminiOptions.Timeout", Assert.IsType<GeminiTimeoutException>(error).Setting);
    }

    [Fact]
    public async Task AStreamThatPausesTooLongExpires()
    {
        await using LoopbackServer server = new(async exchange =>
        {
            await exchange.StartEventsAsync();
            await exchange.EventAsync(Replies.Chunk("one"));
            await exchange.WaitForCloseAsync();
        });
        using GeminiClient client = new(TestClient.Options(options =>
        {
            options.BaseAddress = server.Address;
            options.StreamIdleTimeout = TimeSpan.FromMilliseconds(150);
        }));
        PromptStream<string> stream = new Desk(client).Stream("hi");
        (List<string> items, Exception? error) = await Collect.AllAsync(stream);
        Assert.Equal(["one"], items);
        GeminiTimeoutException timeout = Assert.IsType<GeminiTimeoutException>(error);
        Assert.Equal((GeminiTimeLimit.StreamIdle, "GeminiOptions.StreamIdleTimeout", 1), (timeout.Limit, timeout.Setting, timeout.Attempts));
        Assert.Same(timeout, stream.Completion.Exception!.InnerException);
        Assert.Equal(1, server.Requests);
    }

    [Fact]
    public async Task TheTimeTheCallerTakesForAnItemIsNoPause()
    {
        JumpingClock time = new();
        FakeHandler handler = new(() => FakeHandler.Events(Replies.Chunk("one"), Replies.Answer("two")));
        using GeminiClient client = TestClient.Create(handler, TestClient.Unlimited(time, options => options.StreamIdleTimeout = TimeSpan.FromSeconds(1)));
        List<string> items = [];
        await foreach (string item in new Desk(client).Stream("hi"))
        {
            items.Add(item);
            time.Advance(TimeSpan.FromHours(1));
        }

        Assert.Equal(["one", "two"], items);
    }

    private static async Task<GeminiTimeoutException> ThrowsTimeoutAsync(Desk desk, bool streamed) => streamed
        ? Assert.IsType<GeminiTimeoutException>((await Collect.AllAsync(desk.Stream("hi"))).Error)
        : await Assert.ThrowsAsync<GeminiTimeoutException>(() => desk.AskAsync("hi"));

    private static GeminiClient Silent(Action<GeminiOptions> configure) => TestClient.Create(FakeHandler.Silent(), Jumping(configure));

    private static Action<GeminiOptions> Jumping(Action<GeminiOptions> configure) => options =>
    {
        options.TimeProvider = new JumpingClock();
        configure(options);
    };
}

using GeminiGen.Runtime.Tests.Support;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace GeminiGen.Runtime.Tests.Options;

/// <summary>Whatever goes wrong, the key is in no exception and in no log, at any level.</summary>
public sealed class KeyLeakTests
{
    /// <summary>Answers that quote the key, as debugging proxies do.</summary>
    public static TheoryData<int, string> Echoes
    {
        get
        {
            TheoryData<int, string> data = [];
            foreach (int status in (int[])[200, 302, 400, 401, 402, 403, 404, 413, 429, 500, 503, 504])
            {
                data.Add(status, "x-goog-api-key: KEY");
                data.Add(status, "<html>x-goog-api-key: KEY</html>");
                data.Add(status, Replies.Error(status, "KEY", "you sent KEY", Replies.Reason("KEY"), Replies.Quota("KEY"), "{\"fieldViolations\":[{\"field\":\"KEY\",\"description\":\"KEY\"}]}"));
                data.Add(status, "[{\"error\":\"KEY\",\"error_description\":\"KEY\"}]");
            }

            return data;
        }
    }

    [Theory]
    [MemberData(nameof(Echoes))]
    public async Task AnAnswerThatQuotesTheKeyDoesNotSpreadIt(int status, string body)
    {
        string echo = body.Replace("KEY", TestKey.Value, StringComparison.Ordinal);
        FakeHandler handler = new(() => FakeHandler.Json(echo, status));
        using ListLoggerFactory log = new();
        using GeminiClient client = TestClient.Create(handler, TestClient.Unlimited(new JumpingClock(), options => options.Retry.MaxAttempts = 2), log);
        Exception called = await Assert.ThrowsAnyAsync<GeminiException>(() => new Desk(client).AskAsync("hi"));
        (_, Exception? streamed) = await Collect.AllAsync(new Desk(client).Stream("hi"));
        AssertNoKey(called, log);
        AssertNoKey(streamed!, log);
        Assert.Equal(TestKey.Value, handler.Requests[0].Key);
    }

    [Fact]
    public async Task AHostAtTraceLevelDoesNotLogTheKey()
    {
        await using LoopbackServer server = new(exchange => exchange.RespondAsync(Replies.Error(503, "UNAVAILABLE"), 503));
        using ListLoggerFactory log = new();
        ServiceCollection services = new();
        services.AddLogging(builder => builder.AddProvider(log).SetMinimumLevel(LogLevel.Trace));
        services.ConfigureHttpClientDefaults(builder => builder.RedactLoggedHeaders(_ => false));
        services.AddGeminiGen(options =>
        {
            options.ApiKey = TestKey.Value;
            options.BaseAddress = server.Address;
            options.Retry.MaxAttempts = 2;
            options.Retry.BaseDelay = TimeSpan.Zero;
        });
        await using ServiceProvider provider = services.BuildServiceProvider();
        Exception error = await Assert.ThrowsAnyAsync<GeminiException>(() => new Desk(provider.GetRequiredService<GeminiClient>()).AskAsync("hi"));
        Assert.Contains(log.Entries, entry => entry.Level == LogLevel.Trace && entry.Text.Contains("x-goog-api-key", StringComparison.Ordinal));
        AssertNoKey(error, log);
    }

    [Fact]
    public async Task AConnectionThatIsRefusedDoesNotTellTheKey()
    {
        LoopbackServer closed = new(_ => Task.CompletedTask);
        Uri address = closed.Address;
        await closed.DisposeAsync();
        using ListLoggerFactory log = new();
        using GeminiClient client = new(
            TestClient.Options(options =>
            {
                options.BaseAddress = address;
                options.Retry.MaxAttempts = 1;
            }),
            log);
        GeminiConnectionException error = await Assert.ThrowsAsync<GeminiConnectionException>(() => new Desk(client).AskAsync("hi"));
        AssertNoKey(error, log);
    }

    [Fact]
    public void ABadKeyIsNotRepeated()
    {
        string bad = TestKey.Value + " " + TestKey.Value;
        Exception error = Assert.ThrowsAny<Exception>(() => new GeminiClient(new GeminiOptions { ApiKey = bad }));
        Assert.DoesNotContain(TestKey.Value, error.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain(TestKey.Value, Assert.Throws<ArgumentException>(() => new GeminiApiKey(bad)).ToString(), StringComparison.Ordinal);
    }

    private static void AssertNoKey(Exception error, ListLoggerFactory log)
    {
        for (Exception? current = error; current is not null; current = current.InnerException)
        {
            string shown = current.ToString() + current.Message;
            if (current is GeminiApiException api)
            {
                shown += api.ApiMessage + api.Status + api.Reason + (api as GeminiQuotaExceededException)?.QuotaId;
            }

            Assert.DoesNotContain(TestKey.Value, shown, StringComparison.Ordinal);
        }

        Assert.All(log.Entries, entry => Assert.DoesNotContain(TestKey.Value, entry.Text, StringComparison.Ordinal));
    }
}

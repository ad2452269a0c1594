using System.Net;
using GeminiGen.Runtime.Tests.Support;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Time.Testing;

namespace GeminiGen.Runtime.Tests.Retries;

public sealed class RetryTests
{
    /// <summary>Status, body, whether the call is tried again.</summary>
    public static TheoryData<int, string, bool> Decisions => new()
    {
        { 408, "", true },
        { 499, Replies.Error(499, "CANCELLED"), true },
        { 500, Replies.Error(500, "INTERNAL"), true },
        { 502, "<html>bad gateway</html>", true },
        { 503, Replies.Error(503, "UNAVAILABLE"), true },
        { 504, Replies.Error(504, "DEADLINE_EXCEEDED"), true },
        { 501, Replies.Error(501, "UNIMPLEMENTED"), false },
        { 400, Replies.Error(400, "INVALID_ARGUMENT"), false },
        { 401, Replies.Error(401, "UNAUTHENTICATED"), false },
        { 402, Replies.Error(402, "RESOURCE_EXHAUSTED", "Your prepayment credits are depleted."), false },
        { 403, Replies.Error(403, "PERMISSION_DENIED"), false },
        { 404, Replies.Error(404, "NOT_FOUND"), false },
        { 413, "", false },
        { 429, "", true },
        { 429, Replies.Error(429, "RESOURCE_EXHAUSTED"), true },
        { 429, Replies.Error(429, "RESOURCE_EXHAUSTED", "m", Replies.Quota("GenerateRequestsPerMinutePerProjectPerModel-FreeTier"), Replies.Delay("1s")), true },
        { 429, Replies.Error(429, "RESOURCE_EXHAUSTED", "m", Replies.Quota("GenerateContentPaidTierInputTokensPerModelPerMinute")), true },
        { 429, Replies.Error(429, "RESOURCE_EXHAUSTED", "m", Replies.Reason("MODEL_CAPACITY_EXHAUSTED")), true },
        { 429, Replies.Error(429, "RESOURCE_EXHAUSTED", "m", Replies.Quota("GenerateRequestsPerDayPerProjectPerModel-FreeTier"), Replies.Delay("38s")), false },
        { 429, Replies.Error(429, "RESOURCE_EXHAUSTED", "m", Replies.Quota("GenerateRequestsPerMinutePerProjectPerModel"), Replies.Quota("GenerateRequestsPerDay")), false },
        { 429, Replies.Error(429, "RESOURCE_EXHAUSTED", "m", Replies.Quota("GenerateRequestsPerMinutePerProjectPerModel", "0"), Replies.Delay("1s")), false },
        { 429, Replies.Error(429, "RESOURCE_EXHAUSTED", "Quota exceeded, limit: 0, model: gemini-2.5-pro"), false },
        { 429, Replies.Error(429, "RESOURCE_EXHAUSTED", "Quota exceeded, limit: 0.5, model: gemini-2.5-pro"), true },
        { 429, Replies.Error(429, "RESOURCE_EXHAUSTED", "Your prepayment credits are depleted."), false },
        { 429, "{\"error\":{\"code\":429,\"status\":\"RESOURCE_EXHAUSTED\",\"message\":\"m\",\"details\":[{\" @type\":\"x\",\"reason\":\"RATE_LIMIT_EXCEEDED\",\"metadata\":{\"quota_limit\":\"GenerateRequestsPerDayPerProject\"}}]}}", false },
        { 429, "{\"error\":{\"code\":429,\"status\":429,\"message\":\"m\"}}", true },
    };

    [Theory]
    [MemberData(nameof(Decisions))]
    public async Task WhetherACallIsTriedAgain(int status, string body, bool again)
    {
        FakeHandler handler = FakeHandler.Of(() => FakeHandler.Json(body, status), () => FakeHandler.Json(Replies.Answer("ok")));
        using GeminiClient client = TestClient.Create(handler, TestClient.Unlimited(new JumpingClock()));
        Task<string> call = new Desk(client).AskAsync("hi");
        if (again)
        {
            Assert.Equal("ok", await call);
        }
        else
        {
            Assert.Equal(1, (await Assert.ThrowsAnyAsync<GeminiApiException>(() => call)).Attempts);
        }

        Assert.Equal(again ? 2 : 1, handler.Requests.Count);
    }

    /// <summary>Body, Retry-After, the wait in milliseconds.</summary>
    public static TheoryData<string, string?, long> Waits => new()
    {
        { Replies.Error(429, "RESOURCE_EXHAUSTED", "m", Replies.Delay("34.074824224s")), null, 34_075 },
        { Replies.Error(429, "RESOURCE_EXHAUSTED", "Please retry in 900.2ms.", Replies.Delay("0.000000001s")), "7", 1 },
        { Replies.Error(429, "RESOURCE_EXHAUSTED", "Please retry in 900.2ms."), "7", 7_000 },
        { Replies.Error(429, "RESOURCE_EXHAUSTED", "Please retry in 900.2ms."), null, 901 },
        { Replies.Error(503, "UNAVAILABLE", "m", Replies.Delay("2s")), null, 2_000 },
        { Replies.Error(429, "RESOURCE_EXHAUSTED", "m", Replies.Delay("90s")), null, 90_000 },
    };

    [Theory]
    [MemberData(nameof(Waits))]
    public async Task TheWaitTheApiNamesIsKept(string body, string? retryAfter, long milliseconds)
    {
        FakeHandler handler = FakeHandler.Of(
            () =>
            {
                HttpResponseMessage response = FakeHandler.Json(body, body.Contains("503", StringComparison.Ordinal) ? 503 : 429);
                response.Headers.TryAddWithoutValidation("Retry-After", retryAfter);
                return response;
            },
            () => FakeHandler.Json(Replies.Answer("ok")));
        JumpingClock clock = new();
        using GeminiClient client = TestClient.Create(handler, TestClient.Unlimited(clock));
        await new Desk(client).AskAsync("hi");
        Assert.Equal([TimeSpan.FromMilliseconds(milliseconds)], clock.Waits.Where(wait => wait > TimeSpan.Zero));
    }

    [Fact]
    public async Task AWaitLongerThanTheCallIsToldAsTheReasonNotToRepeat()
    {
        FakeHandler handler = new(() => FakeHandler.Json(Replies.Error(429, "RESOURCE_EXHAUSTED", "m", Replies.Delay("34s")), 429));
        using GeminiClient client = TestClient.Create(handler, TestClient.Unlimited(new FakeTimeProvider(), options => options.Timeout = TimeSpan.FromSeconds(20)));
        GeminiQuotaExceededException error = await Assert.ThrowsAsync<GeminiQuotaExceededException>(() => new Desk(client).AskAsync("hi"));
        Assert.Single(handler.Requests);
        Assert.EndsWith(
            "It was not repeated: the wait of 34 s would end after the 20 s the call may take, set by GeminiOptions.Timeout.", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task WhereTheAttemptsAreUsedUpTheWaitIsNoReason()
    {
        FakeHandler handler = FakeHandler.Of(() => FakeHandler.Json(Replies.Error(429, "RESOURCE_EXHAUSTED", "m", Replies.Delay("34s")), 429));
        using GeminiClient client = TestClient.Create(handler, TestClient.Unlimited(new FakeTimeProvider(), options =>
        {
            options.Timeout = TimeSpan.FromSeconds(20);
            options.Retry.MaxAttempts = 1;
        }));
        GeminiQuotaExceededException error = await Assert.ThrowsAsync<GeminiQuotaExceededException>(() => new Desk(client).AskAsync("hi"));
        Assert.DoesNotContain("not repeated", error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("0s")]
    [InlineData("soon")]
    public async Task AWaitThatIsNoneIsLeftToTheBackoff(string delay)
    {
        FakeHandler handler = FakeHandler.Of(
            () => FakeHandler.Json(Replies.Error(429, "RESOURCE_EXHAUSTED", "m", Replies.Delay(delay)), 429),
            () => FakeHandler.Json(Replies.Answer("ok")));
        JumpingClock clock = new();
        using GeminiClient client = TestClient.Create(handler, TestClient.Unlimited(clock, options =>
        {
            options.Retry.BaseDelay = TimeSpan.FromHours(20);
            options.Retry.MaxDelay = TimeSpan.FromHours(20);
        }));
        await new Desk(client).AskAsync("hi");
        Assert.True(Assert.Single(clock.Waits) > TimeSpan.FromSeconds(1));
    }

    [Fact]
    public async Task WithoutANamedWaitTheBackoffGrowsUpToItsCap()
    {
        FakeHandler handler = new(() => FakeHandler.Json(Replies.Error(503, "UNAVAILABLE"), 503));
        JumpingClock clock = new();
        using GeminiClient client = TestClient.Create(handler, TestClient.Unlimited(clock, options =>
        {
            options.Retry.MaxAttempts = 12;
            options.Retry.MaxDelay = TimeSpan.FromSeconds(8);
        }));
        GeminiServerException error = await Assert.ThrowsAsync<GeminiServerException>(() => new Desk(client).AskAsync("hi"));

        Assert.Equal(12, handler.Requests.Count);
        Assert.Equal(12, error.Attempts);
        Assert.Equal(11, error.AttemptErrors.Count);
        Assert.All(error.AttemptErrors, earlier => Assert.IsType<GeminiServerException>(earlier));
        double[] ceilings = [1, 2, 4, 8, 8, 8, 8, 8, 8, 8, 8];
        Assert.Equal(ceilings.Length, clock.Waits.Count);
        Assert.All(clock.Waits.Zip(ceilings), pair => Assert.InRange(pair.First.TotalSeconds, 0, pair.Second));
        Assert.True(clock.Waits.Distinct().Count() > 5, "Jitter is what keeps callers apart.");
    }

    [Theory]
    [InlineData(0, 1.0, 1)]
    [InlineData(3, 1.0, 8)]
    [InlineData(3, 0.5, 4)]
    [InlineData(90, 1.0, 60)]
    [InlineData(2000, 1.0, 60)]
    public void BackoffDoublesAndIsCapped(int retry, double random, double seconds)
        => Assert.Equal(TimeSpan.FromSeconds(seconds), new Backoff(TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(60)).Next(retry, random));

    [Fact]
    public async Task AWaitPastTheCallsLimitFailsAtOnceWithTheQuotaError()
    {
        FakeHandler handler = new(() => FakeHandler.Json(Replies.Error(429, "RESOURCE_EXHAUSTED", "m", Replies.Delay("65205s")), 429));
        using GeminiClient client = TestClient.Create(handler);
        GeminiQuotaExceededException error = await Assert.ThrowsAsync<GeminiQuotaExceededException>(
            () => new Desk(client).AskAsync("hi").WaitAsync(TimeSpan.FromSeconds(20)));
        Assert.Equal(TimeSpan.FromSeconds(65205), error.RetryAfter);
        Assert.Single(handler.Requests);
    }

    [Theory]
    [InlineData(1, 0, 1)]
    [InlineData(3, 0, 3)]
    [InlineData(5, 2, 2)]
    [InlineData(1, 4, 4)]
    public async Task AttemptsComeFromTheMethodThenTheOptions(int fromOptions, int fromMethod, int expected)
    {
        FakeHandler handler = new(() => FakeHandler.Json(Replies.Error(503, "UNAVAILABLE"), 503));
        using GeminiClient client = TestClient.Create(handler, TestClient.Unlimited(new JumpingClock(), options => options.Retry.MaxAttempts = fromOptions));
        await Assert.ThrowsAsync<GeminiServerException>(() => new Desk(client, Desk.Method(maxAttempts: fromMethod)).AskAsync("hi"));
        Assert.Equal(expected, handler.Requests.Count);
    }

    [Fact]
    public async Task AResultTellsTheAttemptsItTook()
    {
        FakeHandler handler = FakeHandler.Of(
            () => FakeHandler.Json(Replies.Error(503, "UNAVAILABLE"), 503),
            () => FakeHandler.Json(Replies.Error(429, "RESOURCE_EXHAUSTED"), 429),
            () => FakeHandler.Json(Replies.Answer("ok")));
        using ListLoggerFactory log = new();
        using GeminiClient client = TestClient.Create(handler, TestClient.Unlimited(new JumpingClock()), log);
        PromptResult<string> result = await new Desk(client).AskResultAsync("secret question");
        Assert.Equal(3, result.Attempts);
        Assert.Collection(
            result.AttemptErrors,
            first => Assert.IsType<GeminiServerException>(first),
            second => Assert.Single(Assert.IsType<GeminiQuotaExceededException>(second).AttemptErrors));

        Assert.Equal(2, log.Entries.Count);
        Assert.All(log.Entries, entry =>
        {
            Assert.Equal(LogLevel.Warning, entry.Level);
            Assert.Contains("IDesk.AskAsync", entry.Text, StringComparison.Ordinal);
            Assert.DoesNotContain("secret", entry.Text, StringComparison.Ordinal);
        });
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task TheLastErrorHoldsTheOnesBeforeAndSaysHowOftenItWasTried(bool streamed)
    {
        FakeHandler handler = FakeHandler.Of(
            () => FakeHandler.Json(Replies.Error(429, "RESOURCE_EXHAUSTED", "first words"), 429),
            () => FakeHandler.Json(Replies.Error(500, "INTERNAL"), 500),
            () => FakeHandler.Json(Replies.Error(400, "INVALID_ARGUMENT"), 400));
        using GeminiClient client = TestClient.Create(handler, TestClient.Unlimited(new JumpingClock()));
        Exception? thrown = streamed
            ? (await Collect.AllAsync(new Desk(client).Stream("hi"))).Error
            : await Record.ExceptionAsync(() => new Desk(client).AskAsync("hi"));
        GeminiInvalidRequestException error = Assert.IsType<GeminiInvalidRequestException>(thrown);
        Assert.EndsWith("Tried 3 times.", error.Message, StringComparison.Ordinal);
        Assert.Collection(
            error.AttemptErrors,
            first => Assert.IsType<GeminiQuotaExceededException>(first),
            second => Assert.Same(error.AttemptErrors[0], Assert.Single(Assert.IsType<GeminiServerException>(second).AttemptErrors)));
        Assert.All([error, .. error.AttemptErrors], each => Assert.Null(each.InnerException));
        Assert.Equal(3, error.Attempts);
        string text = error.ToString();
        Assert.Contains("Attempt 1: GeminiGen.GeminiQuotaExceededException", text, StringComparison.Ordinal);
        Assert.Contains("Attempt 2: GeminiGen.GeminiServerException", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task ACauseOfItsOwnStaysTheInnerExceptionAndTheTextTellsTheAttemptsBefore()
    {
        HttpRequestException refused = new("refused.");
        FakeHandler handler = new(
            (_, _) => Task.FromResult(FakeHandler.Json(Replies.Error(429, "RESOURCE_EXHAUSTED", "first words"), 429)),
            (_, _) => Task.FromException<HttpResponseMessage>(refused));
        using GeminiClient client = TestClient.Create(handler, TestClient.Unlimited(new JumpingClock(), options => options.Retry.MaxAttempts = 2));
        GeminiConnectionException error = await Assert.ThrowsAsync<GeminiConnectionException>(() => new Desk(client).AskAsync("hi"));
        Assert.Same(refused, error.InnerException);
        Assert.Equal(
            "IDesk.AskAsync: the Gemini API could not be reached, or the connection broke: refused. Check the network, the proxy, and GeminiOptions.BaseAddress. Tried 2 times.",
            error.Message);
        Assert.Contains("Attempt 1: GeminiGen.GeminiQuotaExceededException: IDesk.AskAsync: a quota", error.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain("first words", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task AnAnswerThatIsNoneAfterAFailureWasNotCausedByIt()
    {
        FakeHandler handler = FakeHandler.Of(
            () => FakeHandler.Json(Replies.Error(503, "UNAVAILABLE"), 503),
            () => FakeHandler.Json(Replies.Answer("cut", "MAX_TOKENS")));
        using GeminiClient client = TestClient.Create(handler, TestClient.Unlimited(new JumpingClock()));
        GeminiTruncatedException error = await Assert.ThrowsAsync<GeminiTruncatedException>(() => new Desk(client).AskAsync("hi"));
        Assert.Null(error.InnerException);
        Assert.IsType<GeminiServerException>(Assert.Single(error.AttemptErrors));
        Assert.EndsWith("Tried 2 times.", error.Message, StringComparison.Ordinal);
    }

    public static TheoryData<Exception, bool> ConnectionFailures => new()
    {
        { new HttpRequestException("refused", new System.Net.Sockets.SocketException(111), HttpStatusCode.OK), true },
        { new HttpRequestException(HttpRequestError.NameResolutionError, "no such host"), true },
        { new IOException("reset"), true },
        { new HttpIOException(HttpRequestError.ResponseEnded, "ended"), true },
        { new HttpRequestException("tls", new System.Security.Authentication.AuthenticationException("untrusted")), false },
    };

    [Theory]
    [MemberData(nameof(ConnectionFailures))]
    public async Task ABrokenConnectionIsTriedAgain(Exception failure, bool again)
    {
        FakeHandler handler = new((_, _) => Task.FromException<HttpResponseMessage>(failure), (_, _) => Task.FromResult(FakeHandler.Json(Replies.Answer("ok"))));
        using GeminiClient client = TestClient.Create(handler, TestClient.Unlimited(new JumpingClock()));
        Task<string> call = new Desk(client).AskAsync("hi");
        if (again)
        {
            Assert.Equal("ok", await call);
        }
        else
        {
            Assert.Same(failure, (await Assert.ThrowsAsync<GeminiConnectionException>(() => call)).InnerException);
        }
    }

    [Fact]
    public async Task AnExceptionOfAUsersHandlerIsNotDisguised()
    {
        FakeHandler handler = new((_, _) => Task.FromException<HttpResponseMessage>(new NotImplementedException("a bug of the user's")));
        using GeminiClient client = TestClient.Create(handler);
        await Assert.ThrowsAsync<NotImplementedException>(() => new Desk(client).AskAsync("hi"));
        Assert.Single(handler.Requests);
    }

    [Fact]
    public async Task ABodyCutShortIsTriedAgain()
    {
        await using LoopbackServer server = new(async exchange =>
        {
            if (exchange.Number == 1)
            {
                await exchange.WriteAsync("HTTP/1.1 200 OK\r\nContent-Length: 1000\r\n\r\n{\"candidates\":[");
                exchange.Close();
            }
            else
            {
                await exchange.RespondAsync(Replies.Answer("whole"));
            }
        });
        using GeminiClient client = new(TestClient.Options(options =>
        {
            options.BaseAddress = server.Address;
            options.Retry.BaseDelay = TimeSpan.Zero;
        }));
        Assert.Equal("whole", await new Desk(client).AskAsync("hi"));
        Assert.Equal(2, server.Requests);
    }
}

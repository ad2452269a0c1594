using System.Text.Json;
using GeminiGen.Runtime.Tests.Support;
using Microsoft.Extensions.Time.Testing;

namespace GeminiGen.Runtime.Tests.Retries;

/// <summary>What <see cref="Exception.InnerException"/> means: the direct cause of this failure, and never what an attempt before failed with.</summary>
public sealed class InnerExceptionTests
{
    private static readonly Func<HttpResponseMessage> Overloaded = () => FakeHandler.Json(Replies.Error(503, "UNAVAILABLE"), 503);

    /// <summary>How a second attempt ends after the first one was refused with 503, and the type of its own cause.</summary>
    public static TheoryData<Func<HttpResponseMessage>, Type, Type?> Ends => new()
    {
        { () => throw new HttpRequestException("refused"), typeof(GeminiConnectionException), typeof(HttpRequestException) },
        { () => throw new IOException("reset"), typeof(GeminiConnectionException), typeof(IOException) },
        { () => throw new OperationCanceledException("a handler's"), typeof(GeminiConnectionException), typeof(OperationCanceledException) },
        { () => FakeHandler.Json(Replies.Error(400, "INVALID_ARGUMENT"), 400), typeof(GeminiInvalidRequestException), null },
        { () => FakeHandler.Json(Replies.Error(401, "UNAUTHENTICATED"), 401), typeof(GeminiAuthenticationException), null },
        { () => FakeHandler.Json(Replies.Error(403, "PERMISSION_DENIED"), 403), typeof(GeminiPermissionException), null },
        { () => FakeHandler.Json(Replies.Error(404, "NOT_FOUND"), 404), typeof(GeminiModelNotFoundException), null },
        { () => FakeHandler.Json(Replies.Error(429, "RESOURCE_EXHAUSTED"), 429), typeof(GeminiQuotaExceededException), null },
        { () => FakeHandler.Json(Replies.Error(501, "UNIMPLEMENTED"), 501), typeof(GeminiServerException), null },
        { () => FakeHandler.Json("<html>", 200, "text/html"), typeof(GeminiServerException), typeof(JsonException) },
        { () => FakeHandler.Json(Replies.Answer("cut", "MAX_TOKENS")), typeof(GeminiTruncatedException), null },
        { () => FakeHandler.Json(Replies.Answer("", "STOP")), typeof(GeminiEmptyAnswerException), null },
        { () => FakeHandler.Json(Replies.Answer("x", "SAFETY")), typeof(GeminiBlockedException), null },
    };

    [Theory]
    [MemberData(nameof(Ends))]
    public async Task TheInnerExceptionIsTheCauseOfTheLastFailure(Func<HttpResponseMessage> last, Type type, Type? cause)
    {
        using GeminiClient client = Client(Overloaded, last);
        GeminiException error = Assert.IsType<GeminiException>(await Record.ExceptionAsync(() => new Desk(client).AskAsync("hi")), exactMatch: false);
        Assert.IsType(type, error);
        AssertCause(cause, error);
        AssertTriedTwice(error);
    }

    [Fact]
    public async Task OfATimeLimitItIsTheCancellationThatEndedTheRequest()
    {
        FakeTimeProvider clock = new();
        FakeHandler handler = new(
            (_, _) => Task.FromResult(Overloaded()),
            async (_, cancellationToken) =>
            {
                clock.Advance(TimeSpan.FromSeconds(31));
                await Task.Delay(Timeout.Infinite, cancellationToken);
                return Overloaded();
            });
        using GeminiClient client = TestClient.Create(handler, TestClient.Unlimited(clock, options =>
        {
            options.Retry.BaseDelay = TimeSpan.Zero;
            options.AttemptTimeout = TimeSpan.FromSeconds(30);
            options.Retry.MaxAttempts = 2;
        }));
        GeminiTimeoutException error = await Assert.ThrowsAsync<GeminiTimeoutException>(() => new Desk(client).AskAsync("hi"));
        AssertCause(typeof(OperationCanceledException), error);
        AssertTriedTwice(error);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task OfAStreamThatBreaksOffItIsTheBreakIfThereIsOne(bool isMalformed)
    {
        string rest = isMalformed ? "{\"candidates\":[{\"content\":" : Replies.Chunk(" more");
        using GeminiClient client = Client(Overloaded, () => FakeHandler.Events(Replies.Chunk("text"), rest));
        (_, Exception? thrown) = await Collect.AllAsync(new Desk(client).Stream("hi"));
        GeminiStreamInterruptedException error = Assert.IsType<GeminiStreamInterruptedException>(thrown);
        AssertCause(isMalformed ? typeof(JsonException) : null, error);
        AssertTriedTwice(error);
    }

    [Fact]
    public async Task AFileCallTellsItsAttemptsToo()
    {
        using GeminiClient client = Client(Overloaded, Overloaded);
        GeminiServerException error = await Assert.ThrowsAsync<GeminiServerException>(() => client.Files.GetAsync("files/abc"));
        AssertCause(null, error);
        AssertTriedTwice(error);
    }

    [Fact]
    public async Task AChunkOfAnUploadTellsItsAttemptsToo()
    {
        FakeHandler handler = FakeHandler.Of(Started, Overloaded, () => State("active"), Overloaded);
        using GeminiClient client = TestClient.Create(handler, Twice);
        Media media = Media.FromBytes(new byte[] { 1, 2, 3 }, "image/png");
        GeminiServerException error = await Assert.ThrowsAsync<GeminiServerException>(() => client.Files.UploadAsync(media));
        AssertTriedTwice(error);
    }

    private static void AssertCause(Type? cause, GeminiException error)
    {
        if (cause is null)
        {
            Assert.Null(error.InnerException);
        }
        else
        {
            Assert.IsAssignableFrom(cause, error.InnerException);
        }
    }

    private static void AssertTriedTwice(GeminiException error)
    {
        Assert.EndsWith(" Tried 2 times.", error.Message, StringComparison.Ordinal);
        Assert.IsType<GeminiServerException>(Assert.Single(error.AttemptErrors));
        Assert.Contains("Attempt 1: GeminiGen.GeminiServerException: ", error.ToString(), StringComparison.Ordinal);
    }

    private static GeminiClient Client(Func<HttpResponseMessage> first, Func<HttpResponseMessage> second) => TestClient.Create(FakeHandler.Of(first, second), Twice);

    private static Action<GeminiOptions> Twice => TestClient.Unlimited(new JumpingClock(), options => options.Retry.MaxAttempts = 2);

    private static HttpResponseMessage Started()
    {
        HttpResponseMessage response = FakeHandler.Json("{}");
        response.Headers.Add("x-goog-upload-url", "https://generativelanguage.googleapis.com/upload/1");
        return response;
    }

    private static HttpResponseMessage State(string status)
    {
        HttpResponseMessage response = FakeHandler.Json("");
        response.Headers.Add("x-goog-upload-status", status);
        response.Headers.Add("x-goog-upload-size-received", "0");
        return response;
    }
}

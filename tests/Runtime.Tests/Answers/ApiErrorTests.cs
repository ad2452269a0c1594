using System.Net;
using GeminiGen.Runtime.Tests.Support;

namespace GeminiGen.Runtime.Tests.Answers;

public sealed class ApiErrorTests
{
    /// <summary>Status, body, exception, a word of the cure.</summary>
    public static TheoryData<int, string, Type, string> Errors => new()
    {
        { 400, Replies.Error(400, "INVALID_ARGUMENT", "API key not valid. Please pass a valid API key.", Replies.Reason("API_KEY_INVALID")), typeof(GeminiAuthenticationException), "GEMINI_API_KEY" },
        { 400, Replies.Error(400, "INVALID_ARGUMENT", "API key expired. Please renew the API key."), typeof(GeminiAuthenticationException), "expired" },
        { 401, Replies.Error(401, "UNAUTHENTICATED", "m", Replies.Reason("ACCESS_TOKEN_TYPE_UNSUPPORTED")), typeof(GeminiAuthenticationException), "GeminiOptions.ApiKey" },
        { 400, Replies.Error(400, "INVALID_ARGUMENT", "bad", "{\"fieldViolations\":[{\"field\":\"generation_config.top_k\",\"description\":\"too big\"}]}"), typeof(GeminiInvalidRequestException), "generation_config.top_k: too big" },
        { 400, Replies.Error(400, "INVALID_ARGUMENT", "The specified schema produces a constraint that has too many states for serving."), typeof(GeminiInvalidRequestException), "too complex" },
        { 400, Replies.Error(400, "FAILED_PRECONDITION", "User location is not supported for the API use."), typeof(GeminiPermissionException), "region" },
        { 402, Replies.Error(402, "RESOURCE_EXHAUSTED"), typeof(GeminiQuotaExceededException), "Add credits" },
        { 403, Replies.Error(403, "PERMISSION_DENIED", "m", Replies.Reason("SERVICE_DISABLED")), typeof(GeminiPermissionException), "Enable the Generative Language API" },
        { 403, Replies.Error(403, "PERMISSION_DENIED", "Your API key was reported as leaked."), typeof(GeminiPermissionException), "replaced" },
        { 403, "", typeof(GeminiPermissionException), "403" },
        { 404, Replies.Error(404, "NOT_FOUND"), typeof(GeminiModelNotFoundException), "gemini-3.8-flash" },
        { 405, "", typeof(GeminiInvalidRequestException), "405" },
        { 413, "<html>too large</html>", typeof(GeminiInvalidRequestException), "too large" },
        { 429, Replies.Error(429, "RESOURCE_EXHAUSTED", "m", Replies.Quota("GenerateRequestsPerDayPerProject")), typeof(GeminiQuotaExceededException), "midnight in California" },
        { 500, Replies.Error(500, "INTERNAL"), typeof(GeminiServerException), "later" },
        { 503, "[" + Replies.Error(503, "UNAVAILABLE", "overloaded!") + "]", typeof(GeminiServerException), "overloaded!" },
        { 302, "", typeof(GeminiServerException), "redirects are not followed" },
        { 400, "{\"error\":\"invalid_grant\",\"error_description\":\"stale token\"}", typeof(GeminiInvalidRequestException), "stale token" },
        { 400, "{\"error\":{\"code\":400,\"message\":" + System.Text.Json.JsonSerializer.Serialize(Replies.Error(400, "INVALID_ARGUMENT", "the inner words")) + "}}", typeof(GeminiInvalidRequestException), "the inner words" },
        { 500, Replies.Error(500, "INTERNAL", "first") + Replies.Error(500, "INTERNAL", "second"), typeof(GeminiServerException), "first" },
    };

    [Theory]
    [MemberData(nameof(Errors))]
    public async Task EachStatusIsItsExceptionWithCauseAndCure(int status, string body, Type exception, string word)
    {
        FakeHandler handler = new(() => FakeHandler.Json(body, status));
        using GeminiClient client = TestClient.Create(handler, options => options.Retry.MaxAttempts = 1);
        GeminiApiException error = await Assert.ThrowsAnyAsync<GeminiApiException>(() => new Desk(client).AskAsync("hi"));
        Assert.Equal((exception, (HttpStatusCode)status), (error.GetType(), error.StatusCode));
        Assert.Contains(word, error.Message, StringComparison.Ordinal);
        Assert.StartsWith("IDesk.AskAsync: ", error.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("..", error.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("Tried", error.Message, StringComparison.Ordinal);

        (_, Exception? streamed) = await Collect.AllAsync(new Desk(client).Stream("hi"));
        Assert.Equal((exception, error.Message), (streamed?.GetType(), streamed?.Message));
    }

    [Theory]
    [InlineData("GenerateRequestsPerDayPerProject", "10", GeminiQuotaScope.PerDay)]
    [InlineData("GenerateRequestsPerMinutePerProject", "10", GeminiQuotaScope.PerMinute)]
    [InlineData("GenerateRequestsPerMinutePerProject", "0", GeminiQuotaScope.NotOffered)]
    [InlineData("SomethingElse", "10", GeminiQuotaScope.Unknown)]
    public async Task AQuotaTellsItsScopeIdAndWait(string quotaId, string value, GeminiQuotaScope scope)
    {
        FakeHandler handler = new(() => FakeHandler.Json(Replies.Error(429, "RESOURCE_EXHAUSTED", "m", Replies.Quota(quotaId, value), Replies.Delay("38.5s")), 429));
        using GeminiClient client = TestClient.Create(handler, options => options.Retry.MaxAttempts = 1);
        GeminiQuotaExceededException error = await Assert.ThrowsAsync<GeminiQuotaExceededException>(() => new Desk(client).AskAsync("hi"));
        Assert.Equal((scope, quotaId, TimeSpan.FromSeconds(38.5)), (error.Scope, error.QuotaId, error.RetryAfter));
        Assert.Equal(("RESOURCE_EXHAUSTED", "m"), (error.Status, error.ApiMessage));
    }

    [Theory]
    [InlineData("gemini-3.8-flahs", "gemini-3.8-flash")]
    [InlineData("something-quite-different-altogether", null)]
    [InlineData("gemini-embedding-3", null)]
    [InlineData("gemini-1.5-pro", "gemini-3.1-pro-preview")]
    public async Task AnUnknownModelGetsTheNearestId(string model, string? nearest)
    {
        FakeHandler handler = new(() => FakeHandler.Json(Replies.Error(404, "NOT_FOUND"), 404));
        using GeminiClient client = TestClient.Create(handler);
        GeminiModelNotFoundException error = await Assert.ThrowsAsync<GeminiModelNotFoundException>(
            () => new Desk(client, Desk.Method(model: model)).AskAsync("hi"));
        Assert.Equal((model, nearest), (error.Model, error.NearestModel));
        Assert.Contains(nearest ?? model, error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("gemini-1.5-pro", "because the model was shut down. ")]
    [InlineData("gemini-3.8-flahs", "because the id is unknown or the model was shut down. ")]
    public async Task AModelKnownToBeShutDownIsCalledSo(string model, string reason)
    {
        FakeHandler handler = new(() => FakeHandler.Json(Replies.Error(404, "NOT_FOUND"), 404));
        using GeminiClient client = TestClient.Create(handler);
        GeminiModelNotFoundException error = await Assert.ThrowsAsync<GeminiModelNotFoundException>(
            () => new Desk(client, Desk.Method(model: model)).AskAsync("hi"));
        Assert.Contains("(404), " + reason, error.Message, StringComparison.Ordinal);
    }

    /// <summary>The API's message, a violation's description, what the exception says of the field.</summary>
    public static TheoryData<string, string, string> Violations => new()
    {
        { "Invalid value at 'top_k': too big.", "Invalid value at 'top_k': too big.", "Check [Generation]" },
        { "Request contains an invalid argument.", "Too big.", "Fields: top_k: Too big." },
        { "Too big.", "Too big.", "Fields: top_k." },
    };

    [Theory]
    [MemberData(nameof(Violations))]
    public async Task WhatTheMessageSaysIsNotSaidAgain(string message, string description, string expected)
    {
        string detail = "{\"fieldViolations\":[{\"field\":\"top_k\",\"description\":\"" + description + "\"}]}";
        FakeHandler handler = new(() => FakeHandler.Json(Replies.Error(400, "INVALID_ARGUMENT", message, detail), 400));
        using GeminiClient client = TestClient.Create(handler);
        GeminiInvalidRequestException error = await Assert.ThrowsAsync<GeminiInvalidRequestException>(() => new Desk(client).AskAsync("hi"));
        Assert.StartsWith($"IDesk.AskAsync: the Gemini API refused the request (400). It says: \"{message}\" {expected}", error.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("..", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task ALongMessageIsShortened()
    {
        FakeHandler handler = new(() => FakeHandler.Json(Replies.Error(400, "INVALID_ARGUMENT", new string('m', 50_000)), 400));
        using GeminiClient client = TestClient.Create(handler);
        Assert.InRange((await Assert.ThrowsAsync<GeminiInvalidRequestException>(() => new Desk(client).AskAsync("hi"))).Message.Length, 1000, 1500);
    }
}

using GeminiGen.Runtime.Tests.Support;

namespace GeminiGen.Runtime.Tests.Dialogs;

/// <summary>Answers that come in hops, each a response of its own.</summary>
public sealed class HopTests
{
    [Fact]
    public async Task HopsAreFollowedWithTheSameRequestAndTheToken()
    {
        FakeHandler handler = FakeHandler.Of(() => Hop("Once ", "t\"1"), () => Hop("", "t2"), () => FakeHandler.Json(Replies.Answer("upon.")));
        Desk desk = new(TestClient.Create(handler), Desk.Method(settings: "\"maxOutputTokens\":9"u8));

        Assert.Equal("Once upon.", await desk.AskAsync("?"));

        string first = handler.Requests[0].Text;
        Assert.Equal(first[..^1] + ",\"continuationToken\":\"t\\\"1\"}", handler.Requests[1].Text);
        Assert.Equal(first[..^1] + ",\"continuationToken\":\"t2\"}", handler.Requests[2].Text);
    }

    [Fact]
    public async Task AResultHasAllTextAndTheSumOfTokens()
    {
        FakeHandler handler = FakeHandler.Of(() => Hop("Once ", "t1"), () => FakeHandler.Json(Replies.Answer("upon.")));

        PromptResult<string> result = await new Desk(TestClient.Create(handler)).AskResultAsync("?");

        Assert.Equal(("Once upon.", PromptOutcome.Complete, FinishReason.Stop), (result.Value, result.Outcome, result.FinishReason));
        Assert.Equal(new UsageMetadata { PromptTokenCount = 15, CandidatesTokenCount = 5, ThoughtsTokenCount = 31, TotalTokenCount = 51 }, result.Usage);
        Assert.Equal((2, "gemini-3.8-flash", "abc"), (result.Attempts, result.ModelVersion, result.ResponseId));
    }

    [Fact]
    public async Task ATypedAnswerIsReadFromAllHops()
    {
        FakeHandler handler = FakeHandler.Of(() => Hop("{\"title\":\"T\\", "t1"), () => FakeHandler.Json(Replies.Answer("u00e9\",\"kind\":\"Letter\",\"topics\":[]}")));
        Assert.Equal("Té", (await new Desk(TestClient.Create(handler)).DescribeAsync("?")).Title);
    }

    [Fact]
    public async Task TheLimitOfHopsCutsTheAnswer()
    {
        FakeHandler handler = new(() => Hop("more ", "t"));
        Desk desk = new(TestClient.Create(handler, options => options.MaxHops = 3));

        GeminiTruncatedException error = await Assert.ThrowsAsync<GeminiTruncatedException>(() => desk.AskAsync("?"));
        Assert.Equal(("more more more ", FinishReason.Continuation, 21), (error.Text, error.FinishReason, error.Usage.PromptTokenCount));
        Assert.Contains("MaxHops", error.Message, StringComparison.Ordinal);
        Assert.Equal(3, handler.Requests.Count);
        Assert.Equal(PromptOutcome.Truncated, (await desk.AskResultAsync("?")).Outcome);

        Desk one = new(TestClient.Create(handler, options => options.MaxHops = 1));
        await Assert.ThrowsAsync<GeminiTruncatedException>(() => one.AskAsync("?"));
    }

    [Fact]
    public async Task EachHopIsRetried()
    {
        JumpingClock clock = new();
        FakeHandler handler = FakeHandler.Of(
            () => Unavailable(), () => Hop("Once ", "t1"), () => Unavailable(), () => FakeHandler.Json(Replies.Answer("upon.")));

        PromptResult<string> result = await new Desk(TestClient.Create(handler, TestClient.Unlimited(clock))).AskResultAsync("?");

        Assert.Equal(("Once upon.", 4, 2), (result.Value, result.Attempts, result.AttemptErrors.Count));
        Assert.Equal(handler.Requests[2].Text, handler.Requests[3].Text);
    }

    [Fact]
    public async Task AConversationGetsOneTurnOfAllHops()
    {
        FakeHandler handler = FakeHandler.Of(() => Hop("Once ", "t1"), () => FakeHandler.Json(Replies.Answer("upon.")));
        Conversation conversation = new();
        conversation.AddUserTurn("a");
        conversation.AddModelTurn("b");

        await new ChatDesk(TestClient.Create(handler)).AskAsync(conversation, "?");

        Assert.Equal(["a", "b", "?", "Once upon."], conversation.Turns.Select(turn => turn.Text));
        Assert.Contains("\"text\":\"b\"", handler.Requests[1].Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task AStreamGoesOnOverHops()
    {
        JumpingClock clock = new();
        FakeHandler handler = FakeHandler.Of(
            () => FakeHandler.Events(Replies.Chunk("On"), HopBody("ce ", "t1")),
            () => FakeHandler.Events(Replies.Chunk("lost"), Replies.Error(503, "UNAVAILABLE")),
            () => FakeHandler.Events(HopBody("", "t2")),
            () => FakeHandler.Events(Replies.Answer("upon.")));
        PromptStream<string> stream = new Desk(TestClient.Create(handler, TestClient.Unlimited(clock)), Desk.Method("gemini-4-argon")).Stream("?");

        (List<string> items, Exception? error) = await Collect.AllAsync(stream);

        Assert.IsAssignableFrom<GeminiException>(error);
        Assert.Equal(["On", "ce ", "lost"], items);
    }

    [Fact]
    public async Task AStreamGoesOnOverEmptyHops()
    {
        FakeHandler handler = FakeHandler.Of(
            () => FakeHandler.Events(Replies.Chunk("On"), HopBody("ce ", "t1")), () => FakeHandler.Events(HopBody("", "t2")), () => FakeHandler.Events(Replies.Answer("upon.")));
        PromptStream<string> stream = new Desk(TestClient.Create(handler), Desk.Method("gemini-4-argon")).Stream("?");

        (List<string> items, Exception? error) = await Collect.AllAsync(stream);

        Assert.Null(error);
        Assert.Equal("Once upon.", string.Concat(items));
        PromptCompletion completion = await stream.Completion;
        Assert.Equal((3, 3, 22), (completion.Rounds, completion.Attempts, completion.Usage.PromptTokenCount));
        Assert.EndsWith(",\"continuationToken\":\"t2\"}", handler.Requests[2].Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task AStreamIsCutAtTheLimitOfHops()
    {
        FakeHandler handler = new(() => FakeHandler.Events(HopBody("more ", "t")));
        PromptStream<string> stream = new Desk(TestClient.Create(handler, options => options.MaxHops = 2), Desk.Method("gemini-4-argon")).Stream("?");
        (List<string> items, Exception? error) = await Collect.AllAsync(stream);
        Assert.IsType<GeminiTruncatedException>(error);
        Assert.Equal(["more ", "more "], items);
    }

    private static HttpResponseMessage Unavailable() => FakeHandler.Json(Replies.Error(503, "UNAVAILABLE"), 503);

    private static HttpResponseMessage Hop(string text, string token) => FakeHandler.Json(HopBody(text, token));

    private static string HopBody(string text, string token) =>
        "{\"candidates\":[{\"content\":{\"role\":\"model\",\"parts\":[{\"text\":" + System.Text.Json.JsonSerializer.Serialize(text) + "}]},\"finishReason\":\"CONTINUATION\",\"continuationToken\":" +
        System.Text.Json.JsonSerializer.Serialize(token) + "}],\"usageMetadata\":{\"promptTokenCount\":7,\"candidatesTokenCount\":3,\"totalTokenCount\":10}}";
}

using System.Text;
using System.Text.Json;
using GeminiGen.Runtime.Tests.Support;

namespace GeminiGen.Runtime.Tests.Conversations;

public sealed class ConversationCallTests
{
    private const string SignedPart = "{\"text\" : \"Two.\",\"thoughtSignature\":\"c2ln\"}";

    [Fact]
    public async Task TheHistoryGoesBeforeThePromptAndBothTurnsAreAdded()
    {
        FakeHandler handler = FakeHandler.Of(() => Content("{\"parts\":[" + SignedPart + "],\"role\":\"model\"}"), () => FakeHandler.Json(Replies.Answer("Three.")));
        ChatDesk desk = new(TestClient.Create(handler));
        Conversation conversation = new();

        Assert.Equal("Two.", await desk.AskAsync(conversation, "One?"));
        Assert.Equal("Three.", await desk.AskAsync(conversation, "And \"then\"?"));

        const string System = "{\"systemInstruction\":{\"parts\":[{\"text\":\"Be brief.\"}]},\"contents\":[";
        const string One = "{\"role\":\"user\",\"parts\":[{\"text\":\"One?\"}]}";
        Assert.Equal(System + One + "]}", handler.Requests[0].Text);
        Assert.Equal(System + One + ",{\"parts\":[" + SignedPart + "],\"role\":\"model\"},{\"role\":\"user\",\"parts\":[{\"text\":\"And \\\"then\\\"?\"}]}]}", handler.Requests[1].Text);
        Assert.Equal(["One?", "Two.", "And \"then\"?", "Three."], conversation.Turns.Select(turn => turn.Text));
    }

    [Fact]
    public async Task AHistoryThatMakesTheRequestTooLargeIsToldBeforeAnythingIsSent()
    {
        FakeHandler handler = new(() => FakeHandler.Json(Replies.Answer("x")));
        ChatDesk desk = new(TestClient.Create(handler));
        Conversation conversation = new();
        string long60 = new('x', 60_000_000);
        await desk.AskAsync(conversation, long60);

        GeminiMediaTooLargeException error = await Assert.ThrowsAsync<GeminiMediaTooLargeException>(() => desk.AskAsync(conversation, long60));

        Assert.InRange(error.Actual, 120_000_000, 121_000_000);
        Assert.Equal(100_000_000, error.Limit);
        Assert.Single(handler.Requests);
        Assert.Equal(2, conversation.Turns.Count);
    }

    [Fact]
    public async Task NoConversationIsAPlainCall()
    {
        FakeHandler handler = new(() => FakeHandler.Json(Replies.Answer("x")));
        Assert.Equal("x", await new ChatDesk(TestClient.Create(handler)).AskAsync(null, "One?"));
        Assert.Equal("One?", Assert.Single(handler.Requests).Prompt);
    }

    [Fact]
    public async Task AContentWithoutARoleGetsOne()
    {
        Conversation conversation = new();
        await new ChatDesk(TestClient.Create(new FakeHandler(() => Content("{\"parts\":[" + SignedPart + "]}")))).AskAsync(conversation, "One?");
        Assert.Equal("{\"role\":\"model\",\"parts\":[" + SignedPart + "]}", Encoding.UTF8.GetString(conversation.Turns[1].Content.Span));
    }

    [Theory]
    [InlineData("MAX_TOKENS")]
    [InlineData("SAFETY")]
    [InlineData("RECITATION")]
    public async Task AnIncompleteAnswerAddsNothing(string finish)
    {
        ChatDesk desk = new(TestClient.Create(new FakeHandler(() => FakeHandler.Json(Replies.Answer("Tw", finish)))));
        Conversation conversation = new();

        await Assert.ThrowsAnyAsync<GeminiAnswerException>(() => desk.AskAsync(conversation, "One?"));
        Assert.NotEqual(PromptOutcome.Complete, (await desk.AskResultAsync(conversation, "One?")).Outcome);
        Assert.Empty(conversation.Turns);
    }

    [Fact]
    public async Task AnAnswerThatDoesNotFitAddsNothingAndOneThatDoesIsKept()
    {
        string good = JsonSerializer.Serialize("{\"title\":\"T\",\"kind\":\"Letter\",\"topics\":[]}");
        FakeHandler handler = FakeHandler.Of(
            () => FakeHandler.Json(Replies.Answer("{}")),
            () => FakeHandler.Json(Replies.Answer("{}")),
            () => FakeHandler.Json(Replies.Answer(JsonSerializer.Deserialize<string>(good)!)),
            () => FakeHandler.Json(Replies.Answer(JsonSerializer.Deserialize<string>(good)!)));
        ChatDesk desk = new(TestClient.Create(handler), Desk.Method());
        Conversation conversation = new();

        await Assert.ThrowsAsync<GeminiInvalidAnswerException>(() => desk.DescribeAsync(conversation, "a"));
        Assert.Equal(PromptOutcome.Invalid, (await desk.DescribeResultAsync(conversation, "b")).Outcome);
        Assert.Empty(conversation.Turns);
        Assert.Equal("T", (await desk.DescribeAsync(conversation, "c")).Title);
        Assert.Equal("T", (await desk.DescribeResultAsync(conversation, "d")).Value.Title);
        Assert.Equal(4, conversation.Turns.Count);
    }

    [Fact]
    public async Task FailuresAreRetriedWithTheSameHistoryAndAddNothing()
    {
        JumpingClock clock = new();
        FakeHandler handler = FakeHandler.Of(
            () => FakeHandler.Json(Replies.Error(503, "UNAVAILABLE"), 503), () => FakeHandler.Json(Replies.Answer("Two.")), () => FakeHandler.Json(Replies.Error(400, "INVALID_ARGUMENT"), 400));
        ChatDesk desk = new(TestClient.Create(handler, TestClient.Unlimited(clock)));
        Conversation conversation = new();

        PromptResult<string> result = await desk.AskResultAsync(conversation, "One?");
        await Assert.ThrowsAsync<GeminiInvalidRequestException>(() => desk.AskAsync(conversation, "Three?"));

        Assert.Equal((2, 1), (result.Attempts, result.AttemptErrors.Count));
        Assert.Equal(handler.Requests[0].Text, handler.Requests[1].Text);
        Assert.Equal(["One?", "Two."], conversation.Turns.Select(turn => turn.Text));
    }

    [Fact]
    public async Task CallsOnOneConversationRunOneAfterTheOther()
    {
        TaskCompletionSource<HttpResponseMessage> first = new(TaskCreationOptions.RunContinuationsAsynchronously);
        FakeHandler handler = new((_, _) => first.Task, (_, _) => Task.FromResult(FakeHandler.Json(Replies.Answer("B"))));
        ChatDesk desk = new(TestClient.Create(handler));
        Conversation conversation = new();

        Task<string> one = desk.AskAsync(conversation, "a");
        Task<string> two = desk.AskAsync(conversation, "b");
        Assert.False(two.IsCompleted);
        Assert.Single(handler.Requests);
        first.SetResult(FakeHandler.Json(Replies.Answer("A")));

        Assert.Equal(("A", "B"), (await one, await two));
        Assert.Equal(["a", "A", "b", "B"], conversation.Turns.Select(turn => turn.Text));
        Assert.Contains("\"A\"", handler.Requests[1].Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task TheWaitEndsWithTheCallersTokenOrTheCallsLimit()
    {
        JumpingClock clock = new();
        TaskCompletionSource<HttpResponseMessage> never = new();
        Conversation conversation = new();
        ChatDesk blocker = new(TestClient.Create(new FakeHandler((_, _) => never.Task)));
        _ = blocker.AskAsync(conversation, "a");

        using CancellationTokenSource cancelled = new();
        Task<string> waiting = blocker.AskAsync(conversation, "b", cancelled.Token);
        await cancelled.CancelAsync();
        OperationCanceledException cancellation = await Assert.ThrowsAnyAsync<OperationCanceledException>(() => waiting);
        Assert.Equal(cancelled.Token, cancellation.CancellationToken);

        ChatDesk limited = new(TestClient.Create(new FakeHandler(() => FakeHandler.Json(Replies.Answer("x"))), options =>
        {
            options.TimeProvider = clock;
            options.Timeout = TimeSpan.FromSeconds(5);
        }));
        GeminiTimeoutException timeout = await Assert.ThrowsAsync<GeminiTimeoutException>(() => limited.AskAsync(conversation, "c"));
        Assert.Contains("conversation", timeout.InnerException!.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task AStreamAddsItsTurnsAtItsEndWithEverySignature()
    {
        const string Thought = "{\"text\":\"hm\",\"thought\":true}";
        const string Call = "{\"text\":\"\",\"thoughtSignature\":\"ZW5k\"}";
        FakeHandler handler = new(() => FakeHandler.Events(
            Chunk(Thought), Replies.Chunk("Ha"), Replies.Chunk("ll\"o "), Chunk(SignedPart), Replies.Chunk("again"),
            "{\"candidates\":[{\"content\":{\"parts\":[" + Call + "]},\"finishReason\":\"STOP\"}]}"));
        ChatDesk desk = new(TestClient.Create(handler));
        Conversation conversation = new();

        (List<string> items, Exception? error) = await Collect.AllAsync(desk.Stream(conversation, "Hi"));

        Assert.Null(error);
        Assert.Equal("Hall\"o Two.again", string.Concat(items));
        Assert.Equal(
            "{\"role\":\"model\",\"parts\":[" + Thought + ",{\"text\":\"Hall\\u0022o \"}," + SignedPart + ",{\"text\":\"again\"}," + Call + "]}",
            Encoding.UTF8.GetString(conversation.Turns[1].Content.Span));
        Assert.Equal("Hi", conversation.Turns[0].Text);
    }

    [Fact]
    public async Task AStreamThatIsLeftOrBreaksAddsNothingAndFreesTheConversation()
    {
        FakeHandler handler = FakeHandler.Of(
            () => FakeHandler.Events(Replies.Chunk("a"), Replies.Answer("b")),
            () => FakeHandler.Events(Replies.Chunk("a")),
            () => FakeHandler.Events(Replies.Error(400, "INVALID_ARGUMENT")),
            () => FakeHandler.Json(Replies.Answer("x")));
        ChatDesk desk = new(TestClient.Create(handler));
        Conversation conversation = new();

        await foreach (string _ in desk.Stream(conversation, "1"))
        {
            break;
        }

        Assert.IsType<GeminiStreamInterruptedException>((await Collect.AllAsync(desk.Stream(conversation, "2"))).Error);
        Assert.IsAssignableFrom<GeminiApiException>((await Collect.AllAsync(desk.Stream(conversation, "3"))).Error);
        Assert.Empty(conversation.Turns);
        Assert.Equal("x", await desk.AskAsync(conversation, "4"));
    }

    [Fact]
    public async Task AStreamRetriedBeforeItsFirstTextKeepsOnlyTheLastAttempt()
    {
        JumpingClock clock = new();
        FakeHandler handler = FakeHandler.Of(
            () => FakeHandler.Events("{\"candidates\":[{\"content\":{\"parts\":[{\"text\":\"lost\",\"thought\":true}]}}]}", Replies.Error(503, "UNAVAILABLE")),
            () => FakeHandler.Events(Replies.Chunk("a"), Replies.Answer("b")));
        Conversation conversation = new();

        (List<string> items, Exception? error) = await Collect.AllAsync(new ChatDesk(TestClient.Create(handler, TestClient.Unlimited(clock))).Stream(conversation, "1"));

        Assert.Null(error);
        Assert.Equal(["a", "b"], items);
        Assert.Equal("{\"role\":\"model\",\"parts\":[{\"text\":\"ab\"}]}", Encoding.UTF8.GetString(conversation.Turns[1].Content.Span));
    }

    private static string Chunk(string part) => "{\"candidates\":[{\"content\":{\"parts\":[" + part + "]}}]}";

    private static HttpResponseMessage Content(string content)
        => FakeHandler.Json("{\"candidates\":[{\"content\":" + content + ",\"finishReason\":\"STOP\"}]}");
}

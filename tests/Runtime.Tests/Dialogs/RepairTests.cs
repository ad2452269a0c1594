using System.Text.Json;
using GeminiGen.CompilerServices;
using GeminiGen.Runtime.Tests.Support;

namespace GeminiGen.Runtime.Tests.Dialogs;

/// <summary>Answers that do not fit are asked for again.</summary>
public sealed class RepairTests
{
    private const string Good = "{\"title\":\"t\",\"kind\":\"Letter\",\"topics\":[]}";
    private const string NoTitle = "{\"kind\":\"Letter\",\"topics\":[]}";
    private const string Broken = "{\"title\":\"t\",\"kind\":oops}";

    [Fact]
    public async Task TheModelIsToldItsAnswerAndWhatIsWrongWithIt()
    {
        FakeHandler handler = Answers(NoTitle, Good);
        PromptResult<Card> result = await Desk(handler).DescribeResultAsync("d");

        Assert.Equal(("t", PromptOutcome.Complete, Good), (result.Value.Title, result.Outcome, result.Text));
        Assert.Equal((2, 2, 82), (result.Attempts, result.Rounds, result.Usage.TotalTokenCount));
        GeminiInvalidAnswerException repaired = Assert.IsType<GeminiInvalidAnswerException>(Assert.Single(result.Repairs));
        Assert.Equal(("$.title", NoTitle), (repaired.JsonPath, repaired.RawText));
        PromptResult<Card> once = await Desk(Answers(Good)).DescribeResultAsync("d");
        Assert.Equal(once.Cost * 2, result.Cost);

        using JsonDocument second = JsonDocument.Parse(handler.Requests[1].Text);
        JsonElement contents = second.RootElement.GetProperty("contents");
        Assert.Equal(["user", "model", "user"], contents.EnumerateArray().Select(turn => turn.GetProperty("role").GetString()));
        Assert.Equal(NoTitle, TextOf(contents[1]));
        Assert.StartsWith("Your answer does not fit the schema:\n- $.title is missing\n", TextOf(contents[2]), StringComparison.Ordinal);
        using JsonDocument first = JsonDocument.Parse(handler.Requests[0].Text);
        Assert.Equal(TextOf(first.RootElement.GetProperty("contents")[0]), TextOf(contents[0]));
        Assert.True(JsonElement.DeepEquals(first.RootElement.GetProperty("generationConfig"), second.RootElement.GetProperty("generationConfig")));
    }

    [Fact]
    public async Task ASecondRepairShowsTheLastAnswerOnly()
    {
        FakeHandler handler = Answers(Broken, NoTitle, Good);
        Assert.Equal("t", (await Desk(handler).DescribeAsync("d")).Title);
        using JsonDocument third = JsonDocument.Parse(handler.Requests[2].Text);
        JsonElement contents = third.RootElement.GetProperty("contents");
        Assert.Equal(3, contents.GetArrayLength());
        Assert.Equal(NoTitle, TextOf(contents[1]));
        using JsonDocument second = JsonDocument.Parse(handler.Requests[1].Text);
        Assert.Contains("cannot be read as JSON from $.kind on", TextOf(second.RootElement.GetProperty("contents")[2]), StringComparison.Ordinal);
    }

    [Fact]
    public async Task ExhaustedRepairsEndWithTheLastAnswersError()
    {
        FakeHandler handler = Answers(Broken, NoTitle, Broken);
        GeminiMalformedAnswerException error = await Assert.ThrowsAsync<GeminiMalformedAnswerException>(() => Desk(handler).DescribeAsync("d"));
        Assert.Equal((3, 123), (handler.Requests.Count, error.Usage.TotalTokenCount));
        Assert.Equal([typeof(GeminiMalformedAnswerException), typeof(GeminiInvalidAnswerException)], error.Repairs.Select(repair => repair.GetType()));
        Assert.Equal(3, error.Attempts);

        PromptResult<Card> result = await Desk(Answers(Broken, NoTitle, NoTitle)).DescribeResultAsync("d");
        Assert.Equal((PromptOutcome.Invalid, 2, 123), (result.Outcome, result.Repairs.Count, result.Usage.TotalTokenCount));
        Assert.Equal(2, result.Error!.Repairs.Count);
    }

    [Theory]
    [InlineData("MAX_TOKENS", typeof(GeminiTruncatedException))]
    [InlineData("SAFETY", typeof(GeminiBlockedException))]
    [InlineData("MALFORMED_RESPONSE", typeof(GeminiMalformedAnswerException))]
    public async Task WhatIsNotWholeIsNotAskedForAgain(string finish, Type type)
    {
        FakeHandler handler = new(() => FakeHandler.Json(Replies.Answer(Broken, finish)));
        GeminiException error = await Assert.ThrowsAnyAsync<GeminiException>(() => Desk(handler, attempts: 1).DescribeAsync("d"));
        Assert.IsType(type, error);
        Assert.Single(handler.Requests);
    }

    [Fact]
    public async Task RetriesOfFailedRequestsAreABudgetOfTheirOwn()
    {
        JumpingClock clock = new();
        FakeHandler handler = FakeHandler.Of(
            () => FakeHandler.Json(Replies.Error(503, "UNAVAILABLE"), 503),
            () => FakeHandler.Json(Replies.Answer(NoTitle)),
            () => FakeHandler.Json(Replies.Error(503, "UNAVAILABLE"), 503),
            () => FakeHandler.Json(Replies.Answer(Good)));
        PromptMethod method = Support.Desk.Method(schema: new PromptSchema("{\"type\":\"object\"}"u8, "{}"u8), maxAttempts: 2);
        PromptResult<Card> result = await new Desk(TestClient.Create(handler, TestClient.Unlimited(clock)), Repairing(method)).DescribeResultAsync("d");
        Assert.Equal((4, 2, 1), (result.Attempts, result.AttemptErrors.Count, result.Repairs.Count));
        Assert.Equal(handler.Requests[2].Text, handler.Requests[3].Text);
    }

    [Fact]
    public async Task AConversationLearnsTheGoodAnswerOnly()
    {
        Conversation conversation = new();
        ChatDesk desk = new(TestClient.Create(Answers(NoTitle, Good)), Repairing(Support.Desk.Method(schema: new PromptSchema("{\"type\":\"object\"}"u8, "{}"u8))));
        await desk.DescribeAsync(conversation, "?");
        Assert.Equal(["?", Good], conversation.Turns.Select(turn => turn.Text));

        await Assert.ThrowsAsync<GeminiInvalidAnswerException>(() => new ChatDesk(TestClient.Create(Answers(NoTitle)), Repairing(Support.Desk.Method(schema: new PromptSchema("{}"u8, "{}"u8)))).DescribeAsync(conversation, "!"));
        Assert.Equal(2, conversation.Turns.Count);
    }

    [Fact]
    public async Task ViolationsAreToldWithTheirValues()
    {
        PromptSchema schema = new PromptSchema("{\"type\":\"object\"}"u8, "{}"u8).Checking<Card>(static (card, found) =>
        {
            if (card.Title != "t")
            {
                found.Add("title", "must be \"t\"", card.Title);
                found.Add("kind", "must not be", card.Kind);
            }
        });
        FakeHandler handler = Answers(Good.Replace("\"t\"", "\"x\\\"y\"", StringComparison.Ordinal), Good);
        await new Desk(TestClient.Create(handler), Repairing(Support.Desk.Method(schema: schema))).DescribeAsync("d");
        using JsonDocument second = JsonDocument.Parse(handler.Requests[1].Text);
        Assert.StartsWith(
            "Your answer does not fit the schema:\n- $.title must be \"t\"; it is x\"y\n- $.kind must not be; it is Letter\nAnswer again",
            TextOf(second.RootElement.GetProperty("contents")[2]),
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task RepairsAreLoggedWithoutTheAnswer()
    {
        ListLoggerFactory loggers = new();
        PromptMethod method = Repairing(Support.Desk.Method(schema: new PromptSchema("{\"type\":\"object\"}"u8, "{}"u8)));
        await new Desk(TestClient.Create(Answers(NoTitle, Good), loggers: loggers), method).DescribeAsync("d");
        Assert.Contains(loggers.Entries, entry => entry.Text.Contains("asked again (1 of 2), because of GeminiInvalidAnswerException", StringComparison.Ordinal));
        Assert.DoesNotContain(loggers.Entries, entry => entry.Text.Contains("topics", StringComparison.Ordinal));
    }

    private static string TextOf(JsonElement turn) => turn.GetProperty("parts")[0].GetProperty("text").GetString()!;

    private static FakeHandler Answers(params string[] texts)
        => FakeHandler.Of([.. texts.Select(text => (Func<HttpResponseMessage>)(() => FakeHandler.Json(Replies.Answer(text))))]);

    private static Desk Desk(FakeHandler handler, int attempts = 0)
        => new(TestClient.Create(handler), Repairing(Support.Desk.Method(schema: new PromptSchema("{\"type\":\"object\"}"u8, "{}"u8), maxAttempts: attempts)));

    private static PromptMethod Repairing(PromptMethod method)
        => new("IDesk", "AskAsync", method.Model, default, null, null, method.Schema, method.MaxAttempts, 0) { MaxRepairs = 2 };
}

using GeminiGen.Runtime.Tests.Support;

namespace GeminiGen.Runtime.Tests.Answers;

public sealed class TextAnswerTests
{
    private const string Stop = "\"finishReason\":\"STOP\"";

    /// <summary>Answers that are not whole: what becomes of them, and the text that did arrive.</summary>
    public static TheoryData<string, PromptOutcome, Type, string> Broken => new()
    {
        { Replies.Answer("Once upon", "MAX_TOKENS"), PromptOutcome.Truncated, typeof(GeminiTruncatedException), "Once upon" },
        { "{\"candidates\":[{\"content\":{\"role\":\"model\"},\"finishReason\":\"MAX_TOKENS\"}]}", PromptOutcome.Truncated, typeof(GeminiTruncatedException), "" },
        { Replies.Answer("Once", "CONTINUATION"), PromptOutcome.Truncated, typeof(GeminiTruncatedException), "Once" },
        { "{\"candidates\":[{\"content\":{\"parts\":[{\"text\":\"Once\"}]}}]}", PromptOutcome.Truncated, typeof(GeminiTruncatedException), "Once" },
        { Replies.Answer("Once", "FINISH_REASON_UNSPECIFIED"), PromptOutcome.Truncated, typeof(GeminiTruncatedException), "Once" },
        { Replies.Answer("Once", "SAFETY"), PromptOutcome.Blocked, typeof(GeminiBlockedException), "Once" },
        { Replies.Answer("Once", "PROHIBITED_CONTENT"), PromptOutcome.Blocked, typeof(GeminiBlockedException), "Once" },
        { Replies.Answer("Once", "OTHER"), PromptOutcome.Blocked, typeof(GeminiBlockedException), "Once" },
        { Replies.Answer("Once", "A_REASON_OF_TOMORROW"), PromptOutcome.Blocked, typeof(GeminiBlockedException), "Once" },
        { "{\"candidates\":[{\"content\":{\"parts\":[{\"text\":\"Once\"}]},\"finishReason\":77}]}", PromptOutcome.Blocked, typeof(GeminiBlockedException), "Once" },
        { "{\"promptFeedback\":{\"blockReason\":\"SAFETY\",\"safetyRatings\":[]}}", PromptOutcome.Blocked, typeof(GeminiBlockedException), "" },
        { "{\"candidates\":[],\"promptFeedback\":{\"blockReasonMessage\":\"m\"}}", PromptOutcome.Blocked, typeof(GeminiBlockedException), "" },
        { Replies.Answer("Once", "RECITATION"), PromptOutcome.Recited, typeof(GeminiRecitationException), "Once" },
        { Replies.Answer("", "MALFORMED_RESPONSE"), PromptOutcome.Malformed, typeof(GeminiMalformedAnswerException), "" },
        { Replies.Answer("", "MALFORMED_FUNCTION_CALL"), PromptOutcome.Malformed, typeof(GeminiMalformedAnswerException), "" },
        { Replies.Answer(""), PromptOutcome.Empty, typeof(GeminiEmptyAnswerException), "" },
        { "{\"candidates\":[{\"content\":{\"parts\":[]}," + Stop + "}]}", PromptOutcome.Empty, typeof(GeminiEmptyAnswerException), "" },
        { "{\"candidates\":[{\"content\":{},\"finishReason\":\"NO_IMAGE\"}]}", PromptOutcome.Empty, typeof(GeminiEmptyAnswerException), "" },
        { Candidate("{\"thought\":true,\"text\":\"hmm\"}"), PromptOutcome.Empty, typeof(GeminiEmptyAnswerException), "" },
        { "{}", PromptOutcome.Empty, typeof(GeminiEmptyAnswerException), "" },
        { "{\"candidates\":null,\"usageMetadata\":null,\"promptFeedback\":null,\"error\":null}", PromptOutcome.Empty, typeof(GeminiEmptyAnswerException), "" },
    };

    [Theory]
    [MemberData(nameof(Broken))]
    public async Task NothingBrokenIsHandedOverAsComplete(string body, PromptOutcome outcome, Type exception, string text)
    {
        GeminiAnswerException error = await Assert.ThrowsAnyAsync<GeminiAnswerException>(() => Ask(body).AskAsync("hi"));
        Assert.Equal((exception, text, 1), (error.GetType(), error.Text, error.Attempts));
        Assert.Contains("IDesk.AskAsync", error.Message, StringComparison.Ordinal);

        PromptResult<string> result = await Ask(body).AskResultAsync("hi");
        Assert.Equal((outcome, text), (result.Outcome, result.Text));
        Assert.Same(result.Error, Assert.ThrowsAny<GeminiAnswerException>(() => result.Value));
        Assert.IsType(exception, result.Error);
    }

    [Theory]
    [InlineData("\\ud83d", "\ufffd")]
    [InlineData("\\ud83dx\\uDE00", "\ufffdx\ufffd")]
    [InlineData("\\ud83d\\ud83d\\ude00", "\ufffd😀")]
    [InlineData("\\u0041\\ud83d\\u0042", "A\ufffdB")]
    [InlineData("\\\\ud83d\\\\\\ud83d", "\\ud83d\\\ufffd")]
    [InlineData("\\ud83d\\ude00", "😀")]
    public async Task HalfASurrogatePairIsAReplacementCharacter(string escaped, string text)
    {
        FakeHandler handler = new(() => FakeHandler.Json(Candidate("{\"text\":\"a" + escaped + "\"}")));
        Assert.Equal("a" + text, await new Desk(TestClient.Create(handler)).AskAsync("hi"));
        Assert.Single(handler.Requests);
    }

    private const string Ratings =
        "\"safetyRatings\":[{\"category\":\"HARM_CATEGORY_HARASSMENT\",\"probability\":\"HIGH\"},{\"category\":\"HARM_CATEGORY_HATE_SPEECH\",\"probability\":\"LOW\",\"blocked\":MARKED},{\"probability\":3},7]";

    [Theory]
    [InlineData("{\"promptFeedback\":{\"blockReason\":\"SAFETY\",RATINGS}}", true, "HARM_CATEGORY_HATE_SPEECH")]
    [InlineData("{\"promptFeedback\":{\"blockReason\":\"SAFETY\",RATINGS}}", false, "HARM_CATEGORY_HARASSMENT")]
    [InlineData("{\"candidates\":[{\"finishReason\":\"SAFETY\",RATINGS}]}", true, "HARM_CATEGORY_HATE_SPEECH")]
    [InlineData("{\"candidates\":[{RATINGS,\"finishReason\":\"SAFETY\"}],\"promptFeedback\":{\"safetyRatings\":[{\"category\":\"X\"}]}}", false, "HARM_CATEGORY_HARASSMENT")]
    [InlineData("{\"candidates\":[{\"finishReason\":\"SAFETY\"}]}", false, null)]
    public async Task WhatIsBlockedNamesTheCategory(string body, bool isMarked, string? category)
    {
        body = body.Replace("RATINGS", Ratings, StringComparison.Ordinal).Replace("MARKED", isMarked ? "true" : "false", StringComparison.Ordinal);
        var error = await Assert.ThrowsAsync<GeminiBlockedException>(() => Ask(body).AskAsync("hi"));
        Assert.Equal(category, error.Category);
        Assert.Equal(category is not null, error.Message.Contains(", " + category, StringComparison.Ordinal) && category is not null);

        PromptResult<string> result = await Ask(body).AskResultAsync("hi");
        Assert.Equal(result.SafetyRatings, error.SafetyRatings);
        SafetyRating[] expected =
        [
            new("HARM_CATEGORY_HARASSMENT", "HIGH"),
            new("HARM_CATEGORY_HATE_SPEECH", "LOW", isMarked),
            new("HARM_CATEGORY_UNSPECIFIED", "HARM_PROBABILITY_UNSPECIFIED"),
        ];
        Assert.Equal(category is null ? [] : expected, result.SafetyRatings);
    }

    [Fact]
    public async Task AStreamThatIsBlockedNamesTheCategory()
    {
        string last = "{\"candidates\":[{\"finishReason\":\"SAFETY\"," + Ratings.Replace("MARKED", "true", StringComparison.Ordinal) + "}]}";
        FakeHandler handler = new(() => FakeHandler.Events(Replies.Chunk("Once"), last));
        (_, Exception? error) = await Collect.AllAsync(new Desk(TestClient.Create(handler)).Stream("hi"));
        Assert.Equal("HARM_CATEGORY_HATE_SPEECH", Assert.IsType<GeminiBlockedException>(error).Category);
    }

    [Fact]
    public async Task AStopForAnotherReasonMayBeTriedOnceMore()
    {
        var error = await Assert.ThrowsAsync<GeminiBlockedException>(() => Ask(Replies.Answer("Once", "OTHER")).AskAsync("hi"));
        Assert.Contains("trying again once may help", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task WhiteSpaceIsAnAnswerInTextAndNoneInJson()
    {
        Assert.Equal(" \n", await Ask(Replies.Answer(" \n")).AskAsync("hi"));
        Assert.Equal(PromptOutcome.Empty, (await Ask(Replies.Answer(" \n")).DescribeResultAsync("hi")).Outcome);
        FakeHandler handler = new(() => FakeHandler.Events(Replies.Chunk(" "), Replies.Answer("\n")));
        (List<Card> items, Exception? error) = await Collect.AllAsync(new Desk(TestClient.Create(handler)).Cards("hi"));
        Assert.Empty(items);
        Assert.IsType<GeminiEmptyAnswerException>(error);
    }

    [Fact]
    public async Task AResultCarriesWhatBelongsToTheAnswer()
    {
        PromptResult<string> result = await Ask(Replies.Answer("Hi")).AskResultAsync("hi");
        Assert.Equal(FinishReason.Stop, result.FinishReason);
        Assert.Equal(new UsageMetadata { PromptTokenCount = 8, CandidatesTokenCount = 2, ThoughtsTokenCount = 31, TotalTokenCount = 41 }, result.Usage);
        Assert.Equal(("gemini-3.8-flash", "gemini-3.8-flash", "abc", 1), (result.Model, result.ModelVersion, result.ResponseId, result.Attempts));
        Assert.Empty(result.AttemptErrors);
        Assert.True(GeminiModelCatalog.TryGet("gemini-3.8-flash", out GeminiModel? model));
        Assert.NotNull(result.Cost);
        Assert.Equal(model.EstimateCost(result.Usage, DateOnly.FromDateTime(DateTime.UtcNow.AddHours(-8))), result.Cost);
    }

    [Fact]
    public async Task AModelTheCatalogueDoesNotKnowCostsNothingKnown()
    {
        FakeHandler handler = new(() => FakeHandler.Json(Replies.Answer("ok")));
        using GeminiClient client = TestClient.Create(handler);
        Assert.Null((await new Desk(client, Desk.Method(model: "a-model-of-tomorrow")).AskResultAsync("hi")).Cost);
    }

    [Fact]
    public async Task TheTruncationsMessageNamesWhatUsedUpTheLimit()
    {
        GeminiTruncatedException error = await Assert.ThrowsAsync<GeminiTruncatedException>(() => Ask(Replies.Answer("x", "MAX_TOKENS")).AskAsync("hi"));
        Assert.Contains("2 tokens of answer and 31 of thinking", error.Message, StringComparison.Ordinal);
        Assert.Contains("MaxOutputTokens", error.Message, StringComparison.Ordinal);
        Assert.Equal(31, error.Usage.ThoughtsTokenCount);
    }

    [Fact]
    public async Task ABlockedPromptNamesItsReason()
    {
        GeminiBlockedException error = await Assert.ThrowsAsync<GeminiBlockedException>(
            () => Ask("{\"promptFeedback\":{\"blockReason\":\"BLOCKLIST\"}}").AskAsync("hi"));
        Assert.Equal("BLOCKLIST", error.BlockReason);
        Assert.Contains("BLOCKLIST", error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("<html>login</html>")]
    [InlineData("")]
    [InlineData("\"text\"")]
    [InlineData("{\"candidates\":[")]
    [InlineData("17")]
    public async Task ASuccessThatIsNoResponseSaysSo(string body)
    {
        GeminiServerException error = await Assert.ThrowsAsync<GeminiServerException>(() => Ask(body).AskAsync("hi"));
        Assert.Contains("is not the Gemini API", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task AnErrorInASuccessfulResponseIsAnError()
    {
        FakeHandler handler = new(() => FakeHandler.Json(Replies.Error(403, "PERMISSION_DENIED")));
        using GeminiClient client = TestClient.Create(handler);
        Assert.Equal(403, (int)(await Assert.ThrowsAsync<GeminiPermissionException>(() => new Desk(client).AskAsync("hi"))).StatusCode);
    }

    [Fact]
    public async Task AnAnswerOfSeveralMegabytesIsReadWhole()
    {
        string text = string.Concat(Enumerable.Range(0, 400_000).Select(i => "x\"" + i));
        Assert.Equal(text, await Ask(Replies.Answer(text)).AskAsync("hi"));
    }

    [Fact]
    public async Task ABodyDamagedBehindACompleteAnswerIsAnAnswerButNoResult()
    {
        const string Body = "{\"candidates\":[{\"content\":{\"parts\":[{\"text\":\"Fine.\"}]},\"finishReason\":\"STOP\"}],\"usageMetada";

        Assert.Equal("Fine.", await Ask(Body).AskAsync("hi"));
        await Assert.ThrowsAsync<GeminiServerException>(() => Ask(Body).AskResultAsync("hi"));
        await Assert.ThrowsAsync<GeminiServerException>(() => Ask(Body.Replace("}],", ",", StringComparison.Ordinal)).AskAsync("hi"));
    }

    private static string Candidate(string parts) => "{\"candidates\":[{\"content\":{\"parts\":[" + parts + "]}," + Stop + "}]}";

    private static Desk Ask(string body) => new(TestClient.Create(new FakeHandler(() => FakeHandler.Json(body))));
}

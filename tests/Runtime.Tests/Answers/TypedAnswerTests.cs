using GeminiGen.Runtime.Tests.Support;

namespace GeminiGen.Runtime.Tests.Answers;

public sealed class TypedAnswerTests
{
    private const string Good = "{\"title\":\"A \\\"b\\\" 😀\",\"kind\":\"Invoice\",\"pages\":3,\"topics\":[\"x\",\"y\"],\"extra\":{}}";

    [Fact]
    public async Task JsonBecomesAValue()
    {
        Card card = await Describe(Replies.Answer(Good)).DescribeAsync("d");
        Assert.Equal(("A \"b\" 😀", Kind.Invoice, 3), (card.Title, card.Kind, card.Pages));
        Assert.Equal(["x", "y"], card.Topics);
    }

    [Fact]
    public async Task JsonOverSeveralPartsBetweenThoughtsIsOneValue()
    {
        string body = "{\"candidates\":[{\"content\":{\"parts\":[{\"text\":\"thinking {\",\"thought\":true}," +
            "{\"text\":\"{\\\"title\\\":\\\"t\\\",\\\"kind\\\":\\\"Let\"},{\"text\":\"ter\\\",\\\"topics\\\":[]}\"}]},\"finishReason\":\"STOP\"}]}";
        PromptResult<Card> result = await Describe(body).DescribeResultAsync("d");
        Assert.Equal(Kind.Letter, result.Value.Kind);
        Assert.Equal("{\"title\":\"t\",\"kind\":\"Letter\",\"topics\":[]}", result.Text);
    }

    /// <summary>The answer, the place, what is wrong there.</summary>
    public static TheoryData<string, string, string> DoNotFit => new()
    {
        { "{\"kind\":\"Invoice\",\"topics\":[]}", "$.title", "is missing" },
        { "{\"title\":\"t\",\"kind\":\"Invoice\"}", "$.topics", "is missing" },
        { "{\"title\":null,\"kind\":\"Invoice\",\"topics\":[]}", "$.title", "must be string, not null" },
        { "{\"title\":\"t\",\"kind\":\"Invoice\",\"topics\":[\"a\",{}]}", "$.topics[1]", "must be string, not an object" },
        { "{\"title\":\"t\",\"kind\":\"Invoice\",\"topics\":7}", "$.topics", "must be list of string, not a number" },
        { "{\"title\":\"t\",\"kind\":\"Invoice\",\"pages\":\"many\",\"topics\":[]}", "$.pages", "must be int?, not a string" },
        { "{\"title\":\"\\ud800\",\"kind\":\"Invoice\",\"topics\":[]}", "$.title", "is no Unicode text (half of a surrogate pair)" },
        { "null", "$", "must not be null" },
        { "[]", "$", "must be Card, not an array" },
    };

    [Theory]
    [MemberData(nameof(DoNotFit))]
    public async Task JsonThatDoesNotFitNamesThePlaceAndTheFault(string json, string path, string fault)
    {
        GeminiInvalidAnswerException error = await Assert.ThrowsAsync<GeminiInvalidAnswerException>(() => Describe(Replies.Answer(json)).DescribeAsync("d"));
        Assert.Equal((json, path, 41), (error.RawText, error.JsonPath, error.Usage.TotalTokenCount));
        Assert.Equal(
            $"IDesk.AskAsync: the JSON gemini-3.8-flash answered does not fit Card: {path} {fault}. RawText holds the answer; another call may get a better one.",
            error.Message);
        PromptResult<Card> result = await Describe(Replies.Answer(json)).DescribeResultAsync("d");
        Assert.Equal((PromptOutcome.Invalid, json), (result.Outcome, result.Text));
        Assert.Throws<GeminiInvalidAnswerException>(() => result.Value);
    }

    [Fact]
    public async Task JsonWithAnUnknownNameNamesThePlace()
    {
        GeminiInvalidAnswerException error = await Assert.ThrowsAsync<GeminiInvalidAnswerException>(
            () => Describe(Replies.Answer("{\"title\":\"t\",\"kind\":\"Receipt\",\"topics\":[]}")).DescribeAsync("d"));
        Assert.Equal("$.kind", error.JsonPath);
        Assert.DoesNotContain("Receipt", error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("{\"title\":\"t\",")]
    [InlineData("Here you are.")]
    [InlineData("Here you are: {like this}")]
    [InlineData("{\"title\":nothing}")]
    [InlineData("```json\n{\"title\":\"t\",\"kind\":\"Invoice\",\"topics\":[]")]
    [InlineData("{\"title\":\"t\", oops {\"title\":\"t\",\"kind\":\"Invoice\",\"topics\":[]}")]
    [InlineData("[{\"title\":\"t\",\"kind\":\"Invoice\",\"topics\":[]},")]
    public async Task WhatIsNoJsonIsMalformed(string text)
    {
        GeminiMalformedAnswerException error = await Assert.ThrowsAsync<GeminiMalformedAnswerException>(() => Describe(Replies.Answer(text)).DescribeAsync("d"));
        Assert.Equal((text, 41), (error.RawText, error.Usage.TotalTokenCount));
        Assert.StartsWith("$", error.JsonPath, StringComparison.Ordinal);
        Assert.Equal(PromptOutcome.Malformed, (await Describe(Replies.Answer(text)).DescribeResultAsync("d")).Outcome);
    }

    [Fact]
    public async Task TruncatedJsonIsTruncatedNotMalformed()
    {
        GeminiTruncatedException error = await Assert.ThrowsAsync<GeminiTruncatedException>(
            () => Describe(Replies.Answer(Good, "MAX_TOKENS")).DescribeAsync("d"));
        Assert.Equal(Good, error.Text);
    }

    [Fact]
    public async Task AnAnswerThatDoesNotFitIsNotAskedForAgain()
    {
        FakeHandler handler = new(() => FakeHandler.Json(Replies.Answer("{}")));
        using GeminiClient client = TestClient.Create(handler);
        await Assert.ThrowsAsync<GeminiInvalidAnswerException>(() => new Desk(client).DescribeAsync("d"));
        Assert.Single(handler.Requests);
    }

    private static Desk Describe(string body) => new(TestClient.Create(new FakeHandler(() => FakeHandler.Json(body))));
}

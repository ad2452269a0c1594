using System.Text.Json;
using GeminiGen.Runtime.Tests.Support;

namespace GeminiGen.Runtime.Tests.Streams;

/// <summary>Events that resemble the one before are read by comparison; what comes of a stream may not depend on it.</summary>
public sealed class LikeEventsTests
{
    [Fact]
    public async Task TextsOfLikeEventsArriveUnescapedAndTheLastCountsWin()
    {
        (List<string> items, Exception? error, PromptStream<string> stream) = await RunAsync(
            Event("one", 1), Event("t\"w\\o\n\u00fc\ud83d\ude00", 2), Event("", 3), Event("four", 4), Event("five", 5, "\"finishReason\":\"STOP\","));
        Assert.Null(error);
        Assert.Equal(["one", "t\"w\\o\n\u00fc\ud83d\ude00", "four", "five"], items);
        PromptCompletion completion = await stream.Completion;
        Assert.Equal((7, 5, "v5", "r"), (completion.Usage.PromptTokenCount, completion.Usage.CandidatesTokenCount, completion.ModelVersion, completion.ResponseId));
    }

    [Fact]
    public async Task TheLastEventMayBeLikeTheOthers()
    {
        (List<string> items, Exception? error, PromptStream<string> stream) = await RunAsync(
            Event("one", 1, "\"finishReason\":\"STOP\","), Event("two", 2, "\"finishReason\":\"STOP\","), Event("three", 3, "\"finishReason\":\"STOP\","));
        Assert.Null(error);
        Assert.Equal(["one", "two", "three"], items);
        Assert.Equal(3, (await stream.Completion).Usage.CandidatesTokenCount);
    }

    [Theory]
    [InlineData("{\"candidates\":[{\"content\":{\"parts\":[{\"text\":\"hmm\",\"thought\":true}],\"role\":\"model\"},\"index\":0}],\"usageMetadata\":{\"candidatesTokenCount\":3}}", "", 3)]
    [InlineData("{\"candidates\":[{\"content\":{\"parts\":[{\"text\":\"a\"},{\"text\":\"b\"}],\"role\":\"model\"},\"index\":0}],\"usageMetadata\":{\"candidatesTokenCount\":3}}", "ab", 3)]
    [InlineData("{\"candidates\":[{\"content\":{\"parts\":[{\"functionCall\":{\"name\":\"f\",\"args\":{\"text\":\"x\"}}}],\"role\":\"model\"},\"index\":0}],\"usageMetadata\":{\"candidatesTokenCount\":3}}", "", 3)]
    [InlineData("{\"candidates\":[{\"content\":{\"parts\":[{\"text\":\"c\"}],\"role\":\"model\"},\"index\":0}]}", "c", 2)]
    [InlineData("{\"candidates\":[{\"content\":{\"parts\":[{\"text\":\"c\"}],\"role\":\"model\"},\"index\":0}],\"usageMetadata\":{\"trafficType\":\"ON_DEMAND\"}}", "c", 2)]
    [InlineData("{\"usageMetadata\":{\"candidatesTokenCount\":9}}", "", 9)]
    public async Task AnEventUnlikeTheOthersIsReadInFull(string unlike, string text, int tokens)
    {
        (List<string> items, Exception? error, _) = await RunAsync(Event("one", 1), Event("two", 2), unlike);
        Assert.Equal(["one", "two", .. (string[])(text.Length == 0 ? [] : [text])], items);
        Assert.Equal(tokens, Assert.IsType<GeminiStreamInterruptedException>(error).Usage.CandidatesTokenCount);
    }

    [Fact]
    public async Task EventsOfEverNewShapesGiveTheSame()
    {
        string[] events = [.. Enumerable.Range(1, 40).Select(static i => Event("t" + i, i, "\"avgLogprobs\":-0." + i + ","))];
        (List<string> items, Exception? error, PromptStream<string> stream) = await RunAsync([.. events, Event("last", 41, "\"finishReason\":\"STOP\",")]);
        Assert.Null(error);
        Assert.Equal([.. Enumerable.Range(1, 40).Select(static i => "t" + i), "last"], items);
        PromptCompletion completion = await stream.Completion;
        Assert.Equal((41, "v41"), (completion.Usage.CandidatesTokenCount, completion.ModelVersion));
    }

    [Theory]
    [InlineData("\"avgLogprobs\":-0.5,", "")]
    [InlineData("\"citationMetadata\":{\"citationSources\":[{\"uri\":\"a}]b\"}]},", "")]
    [InlineData("\"safetyRatings\":[{\"category\":\"HARM_CATEGORY_HARASSMENT\",\"probability\":\"LOW\"}],", "")]
    [InlineData("", ",{\"content\":{\"parts\":[{\"text\":\"other\"}]}},5")]
    [InlineData("\"content\":null,", "")]
    public async Task WhatStandsBehindTheContentMayDiffer(string member, string candidate)
    {
        string unlike = Event("two", 2, member).Replace("\"index\":0}]", "\"index\":0}" + candidate + "]", StringComparison.Ordinal);
        (List<string> items, Exception? error, PromptStream<string> stream) = await RunAsync(Event("one", 1), unlike, Event("three", 3), Event("four", 4, "\"finishReason\":\"STOP\","));
        Assert.Null(error);
        Assert.Equal(["one", "two", "three", "four"], items);
        PromptCompletion completion = await stream.Completion;
        Assert.Equal((4, FinishReason.Stop), (completion.Usage.CandidatesTokenCount, completion.FinishReason));
        Assert.Equal(member.Contains("safetyRatings", StringComparison.Ordinal) ? 1 : 0, completion.SafetyRatings.Count);
    }

    [Fact]
    public async Task ASecondContentBehindTheFirstIsReadInFull()
    {
        (List<string> items, Exception? error, _) = await RunAsync(
            Event("one", 1), Event("two", 2, "\"content\":{\"parts\":[{\"text\":\" and a half\"}]},"), Event("three", 3, "\"finishReason\":\"STOP\","));
        Assert.Null(error);
        Assert.Equal(["one", "two and a half", "three"], items);
    }

    [Fact]
    public async Task CountsInsideOfACandidateAreNone()
    {
        const string Nested = "\"groundingMetadata\":{\"a\":1,\"usageMetadata\":{\"candidatesTokenCount\":99}},";
        (List<string> items, Exception? error, PromptStream<string> stream) = await RunAsync(
            Event("one", 1, Nested), Event("two", 2, Nested), Event("three", 3, Nested + "\"finishReason\":\"STOP\","));
        Assert.Null(error);
        Assert.Equal(["one", "two", "three"], items);
        Assert.Equal(3, (await stream.Completion).Usage.CandidatesTokenCount);
    }

    [Theory]
    [InlineData("\"avgLogprobs\":-0.5.5,")]
    [InlineData("\"avgLogprobs\":{,")]
    [InlineData("avgLogprobs:1,")]
    public async Task BrokenJsonBehindTheContentBreaksTheStream(string member)
    {
        (List<string> items, Exception? error, _) = await RunAsync(Event("one", 1), Event("two", 2, member), Event("three", 3, "\"finishReason\":\"STOP\","));
        Assert.Equal(["one"], items);
        Assert.IsType<GeminiStreamInterruptedException>(error);
    }

    [Theory]
    [InlineData("{\"usageMetadata\":{\"candidatesTokenCount\":3},\"candidates\":[{\"content\":{\"parts\":[{\"text\":\"c\"}]}}]}")]
    [InlineData("{\"candidates\":[{\"content\":{\"parts\":[{\"text\":\"c\"}]}}] , \"usageMetadata\":{\"candidatesTokenCount\":3}}")]
    [InlineData("{ \"candidates\" : [{\"content\":{\"parts\":[{\"text\":\"c\"}]}}],\"usageMetadata\":{\"candidatesTokenCount\":3}}")]
    [InlineData("{\"candidates\":[{\"content\":{\"parts\":[{\"text\":\"c\"}]}}],\"modelVersion\":\"v\",\"usageMetadata\":{\"candidatesTokenCount\":3}}")]
    public async Task CountsWinWhereverTheyStand(string last)
    {
        (List<string> items, Exception? error, _) = await RunAsync(Event("one", 1), Event("two", 2), last);
        Assert.Equal(["one", "two", "c"], items);
        Assert.Equal(3, Assert.IsType<GeminiStreamInterruptedException>(error).Usage.CandidatesTokenCount);
    }

    [Theory]
    [InlineData("{\"candidates\":[{\"content\":{\"parts\":[{\"text\":\"c\"}]}}]")]
    [InlineData("{\"candidates\":[{\"content\":{\"parts\":[{\"text\":\"c\"")]
    [InlineData("{\"candidates\":[{\"content\":{\"parts\":[{\"text\":\"c\"}]}}]:1}")]
    public async Task AnEventThatIsNoJsonBreaksTheStream(string broken)
    {
        (List<string> items, Exception? error, _) = await RunAsync(Event("one", 1), broken, Event("three", 3, "\"finishReason\":\"STOP\","));
        Assert.Equal(["one"], items);
        Assert.Equal(1, Assert.IsType<GeminiStreamInterruptedException>(error).Usage.CandidatesTokenCount);
    }

    [Fact]
    public async Task LikeEventsAreReadAgainAfterAnUnlikeOne()
    {
        (List<string> items, Exception? error, PromptStream<string> stream) = await RunAsync(
            Event("one", 1), Event("two", 2), Replies.Chunk("three"), Event("four", 4), Event("five", 5), Event("six", 6, "\"finishReason\":\"STOP\","));
        Assert.Null(error);
        Assert.Equal(["one", "two", "three", "four", "five", "six"], items);
        Assert.Equal(6, (await stream.Completion).Usage.CandidatesTokenCount);
    }

    [Fact]
    public async Task AnErrorInsideALikeEventIsSeen()
    {
        string like = Event("two", 2);
        (List<string> items, Exception? error, _) = await RunAsync(Event("one", 1), like[..^1] + ",\"error\":{\"code\":503,\"status\":\"UNAVAILABLE\",\"message\":\"m\"}}");
        Assert.Equal(["one"], items);
        Assert.IsType<GeminiServerException>(error);
    }

    [Fact]
    public async Task ABlockInsideALikeEventIsSeen()
    {
        string like = Event("two", 2);
        (List<string> items, Exception? error, _) = await RunAsync(Event("one", 1), like[..^1] + ",\"promptFeedback\":{\"blockReason\":\"SAFETY\"}}", Event("three", 3));
        Assert.Equal(["one", "two", "three"], items);
        Assert.IsType<GeminiBlockedException>(error);
    }

    [Fact]
    public async Task BrokenCountsOfTheLastEventBreakTheStream()
    {
        const string Stop = "\"finishReason\":\"STOP\",";
        (List<string> items, Exception? error, _) = await RunAsync(Event("one", 1, Stop), Event("two", 2, Stop)[..^1] + "!");
        Assert.Equal(["one", "two"], items);
        Assert.IsType<GeminiStreamInterruptedException>(error);
    }

    private static string Event(string text, int tokens, string finish = "") =>
        "{\"candidates\":[{\"content\":{\"parts\":[{\"text\":" + JsonSerializer.Serialize(text) + "}],\"role\":\"model\"}," + finish + "\"index\":0}]," +
        "\"usageMetadata\":{\"promptTokenCount\":7,\"candidatesTokenCount\":" + tokens + ",\"totalTokenCount\":" + (7 + tokens) + "}," +
        "\"modelVersion\":\"v" + tokens + "\",\"responseId\":\"r\"}";

    private static async Task<(List<string> Items, Exception? Error, PromptStream<string> Stream)> RunAsync(params string[] events)
    {
        using GeminiClient client = TestClient.Create(new FakeHandler(() => FakeHandler.Events(events)), static options => options.Retry.MaxAttempts = 1);
        PromptStream<string> stream = new Desk(client).Stream("hi");
        (List<string> items, Exception? error) = await Collect.AllAsync(stream);
        return (items, error, stream);
    }
}

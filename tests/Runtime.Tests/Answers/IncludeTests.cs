using System.Text.Json;
using GeminiGen.CompilerServices;
using GeminiGen.Runtime.Tests.Support;

namespace GeminiGen.Runtime.Tests.Answers;

/// <summary>Thoughts and responses as they came, for who asks.</summary>
public sealed class IncludeTests
{
    private const string Card = "{\\\"title\\\":\\\"t\\\",\\\"kind\\\":\\\"Letter\\\",\\\"topics\\\":[]}";
    private const string Thinking =
        "{\"candidates\":[{\"content\":{\"parts\":[{\"text\":\"First, \",\"thought\":true},{\"thought\":true,\"text\":\"\\u00fcber.\"},{\"text\":\"" + Card + "\"}]},\"finishReason\":\"STOP\"}],\"unknown\":[1]}";

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task ResultsHoldThemWhenAsked(bool asked)
    {
        PromptResult<string> text = await Desk(asked, typed: false, () => FakeHandler.Json(Thinking)).AskResultAsync("?");
        PromptResult<Card> typed = await Desk(asked, typed: true, () => FakeHandler.Json(Thinking)).DescribeResultAsync("?");
        Assert.Equal("t", typed.Value.Title);
        Assert.Equal(asked ? ("First, über.", Thinking) : (null, null), (text.Thoughts, text.RawResponse));
        Assert.Equal(asked ? ("First, über.", Thinking) : (null, null), (typed.Thoughts, typed.RawResponse));
    }

    [Fact]
    public async Task WithoutThoughtsThereAreNone()
        => Assert.Null((await Desk(true, typed: false, () => FakeHandler.Json(Replies.Answer("x"))).AskResultAsync("?")).Thoughts);

    [Theory]
    [InlineData("gemini-3.8-flash", "{\"thinkingLevel\":\"LOW\",\"includeThoughts\":true}", true)]
    [InlineData("gemini-3.8-flash", "{\"includeThoughts\":true}", false)]
    [InlineData("gemini-of-tomorrow", "{\"includeThoughts\":true}", false)]
    [InlineData("gemini-2.0-flash-lite", null, false)]
    public async Task TheModelIsAskedForThem(string model, string? config, bool withLevel)
    {
        FakeHandler handler = new(() => FakeHandler.Json(Replies.Answer("x")));
        PromptMethod method = new("IDesk", "AskAsync", model, default, withLevel ? ThinkingLevel.Low : null, null, null, 0, 0) { IncludesThoughts = true };
        await new Desk(TestClient.Create(handler), method).AskResultAsync("?");
        using JsonDocument body = JsonDocument.Parse(handler.Requests[0].Text);
        Assert.Equal(config, body.RootElement.TryGetProperty("generationConfig", out JsonElement settings) ? settings.GetProperty("thinkingConfig").GetRawText() : null);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task StreamsHoldThemAtTheirEnd(bool asked)
    {
        string thought = "{\"candidates\":[{\"content\":{\"parts\":[{\"thought\":true,\"text\":\"Hm, \"}]}}]}";
        string second = thought.Replace("Hm, ", "yes.", StringComparison.Ordinal);
        string[] events = [thought, second, Replies.Chunk("[" + Card.Replace("\\", "", StringComparison.Ordinal)), Replies.Answer("]")];
        PromptStream<Card> stream = Desk(asked, typed: true, () => FakeHandler.Events(events)).Cards("?");
        (List<Card> items, Exception? error) = await Collect.AllAsync(stream);
        Assert.Null(error);
        Assert.Single(items);
        PromptCompletion completion = await stream.Completion;
        Assert.Equal(asked ? ("Hm, yes.", "[" + string.Join(",", events) + "]") : (null, null), (completion.Thoughts, completion.RawResponse));

        PromptStream<string> text = Desk(asked, typed: false, () => FakeHandler.Events(events)).Stream("?");
        await Collect.AllAsync(text);
        Assert.Equal(asked ? "Hm, yes." : null, (await text.Completion).Thoughts);
    }

    private static Desk Desk(bool asked, bool typed, Func<HttpResponseMessage> answer)
        => new(
            TestClient.Create(new FakeHandler(answer)),
            new PromptMethod("IDesk", "AskAsync", "gemini-3.8-flash", default, null, null, typed ? new PromptSchema("{}"u8, "{}"u8) : null, 0, 0)
            {
                IncludesThoughts = asked,
                KeepsResponse = asked,
            });
}

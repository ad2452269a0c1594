using System.Text.Json;
using GeminiGen.CompilerServices;
using GeminiGen.Runtime.Tests.Support;

namespace GeminiGen.Runtime.Tests.Dialogs;

/// <summary>What calls of several responses keep of all but the last.</summary>
public sealed class KeptAnswersTests
{
    private const string BadThought = "{\"candidates\":[{\"content\":{\"parts\":[{\"text\":\"First. \",\"thought\":true},{\"text\":\"{}\"}]},\"finishReason\":\"STOP\"}]}";
    private const string GoodThought = "{\"candidates\":[{\"content\":{\"parts\":[{\"text\":\"Second.\",\"thought\":true},{\"text\":\"{\\\"title\\\":\\\"T\\\",\\\"kind\\\":\\\"Letter\\\",\\\"topics\\\":[]}\"}]},\"finishReason\":\"STOP\"}]}";

    [Fact]
    public async Task ThoughtsOfARepairedAnswerStay()
    {
        PromptResult<Card> result = await AskCardAsync(BadThought, GoodThought);
        Assert.Equal("First. Second.", result.Thoughts);
        Assert.Single(result.Repairs);
    }

    [Fact]
    public async Task TheRawResponseIsAllOfThem()
    {
        Assert.Equal("[" + BadThought + "," + GoodThought + "]", (await AskCardAsync(BadThought, GoodThought)).RawResponse);
        Assert.Equal(GoodThought, (await AskCardAsync(GoodThought)).RawResponse);
    }

    [Fact]
    public async Task HopsKeepTheirBodiesAndThoughts()
    {
        string hop = Hop("{\"text\":\"One. \",\"thought\":true},{\"text\":\"Once \"}", "");
        PromptResult<string> result = await AskAsync([hop, Replies.Answer("upon.")], thoughts: true, raw: true);
        Assert.Equal(("Once upon.", "One. "), (result.Value, result.Thoughts));
        Assert.Equal("[" + hop + "," + Replies.Answer("upon.") + "]", result.RawResponse);
    }

    [Fact]
    public async Task SourcesOfHopsAreKeptAtTheirPlaces()
    {
        string hop = Hop("{\"text\":\"Sé is old. \"}", Metadata("a", 0, 10, "Sé is old."));
        string last = "{\"candidates\":[{\"content\":{\"parts\":[{\"text\":\"It is tall.\"}]},\"finishReason\":\"STOP\"" + Metadata("b", 0, 11, "It is tall.") + "}]}";

        PromptResult<string> result = await AskAsync([hop, last], builtIn: true);

        Assert.Equal("Sé is old. It is tall.", result.Value);
        Assert.Equal(["a", "b"], result.Grounding!.Sources.Select(source => source.Title));
        Assert.Equal(["q a", "q b"], result.Grounding.SearchQueries);
        Assert.Equal(["Sé is old. -> a", "It is tall. -> b"], result.Grounding.Supports.Select(support => result.Value[support.Range] + " -> " + support.Sources.Single().Title));
        Assert.Null(result.RawResponse);
    }

    [Fact]
    public async Task SourcesOfARepairedAnswerStayButNotItsPlaces()
    {
        string bad = BadThought.Replace("\"finishReason\"", Metadata("a", 0, 2, "{}")[1..] + ",\"finishReason\"", StringComparison.Ordinal);
        PromptResult<Card> result = await AskCardAsync(bad, GoodThought);
        Assert.Equal("a", Assert.Single(result.Grounding!.Sources).Title);
        Assert.Empty(result.Grounding.Supports);
    }

    private static string Hop(string parts, string metadata)
        => "{\"candidates\":[{\"content\":{\"parts\":[" + parts + "]},\"finishReason\":\"CONTINUATION\",\"continuationToken\":\"t\"" + metadata + "}]}";

    private static string Metadata(string title, int start, int end, string text)
        => ",\"groundingMetadata\":{\"webSearchQueries\":[\"q " + title + "\"],\"groundingChunks\":[{\"web\":{\"title\":\"" + title + "\",\"uri\":\"https://example.com/" + title + "\"}}],\"groundingSupports\":[{\"segment\":{\"startIndex\":"
            + start + ",\"endIndex\":" + end + ",\"text\":" + JsonSerializer.Serialize(text) + "},\"groundingChunkIndices\":[0]}]}";

    private static Task<PromptResult<Card>> AskCardAsync(params string[] bodies)
    {
        FakeHandler handler = FakeHandler.Of([.. bodies.Select(body => (Func<HttpResponseMessage>)(() => FakeHandler.Json(body)))]);
        return new ChatDesk(TestClient.Create(handler), Method(thoughts: true, raw: true, builtIn: true, repairs: 1)).DescribeResultAsync(null, "?");
    }

    private static Task<PromptResult<string>> AskAsync(string[] bodies, bool thoughts = false, bool raw = false, bool builtIn = false)
    {
        FakeHandler handler = FakeHandler.Of([.. bodies.Select(body => (Func<HttpResponseMessage>)(() => FakeHandler.Json(body)))]);
        return new Desk(TestClient.Create(handler), Method(thoughts, raw, builtIn, 0)).AskResultAsync("?");
    }

    private static PromptMethod Method(bool thoughts, bool raw, bool builtIn, int repairs)
        => new("IDesk", "AskAsync", "gemini-3.8-flash", default, null, null, null, 0, 0)
        {
            IncludesThoughts = thoughts,
            KeepsResponse = raw,
            BuiltInTools = builtIn ? PromptBuiltInTools.GoogleSearch : 0,
            MaxRepairs = repairs,
        };
}

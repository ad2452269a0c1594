using GeminiGen.CompilerServices;
using GeminiGen.Runtime.Tests.Support;

namespace GeminiGen.Runtime.Tests.Requests;

/// <summary>Texts that have no vector are refused by the name the caller gave them.</summary>
public sealed class EmbeddingArgumentTests
{
    [Fact]
    public async Task AnEmptyTextIsNamedAsTheCallerDoes()
    {
        FakeHandler handler = new(() => FakeHandler.Json("{}"));
        using GeminiClient client = TestClient.Create(handler);
        PromptMethod method = new("IDesk", "EmbedAsync", "gemini-embedding-2", default, null, null, null, 0, 0) { ApiMethod = "embedContent" };
        string? question = "";
        string[] @params = ["a", ""];
        await Assert.ThrowsAsync<ArgumentException>("question", () => EmbeddingCalls.EmbedAsync(client, method, question!, null, CancellationToken.None));
        await Assert.ThrowsAsync<ArgumentException>("question", () => EmbeddingCalls.EmbedMemoryAsync(client, method, question!, null, CancellationToken.None));
        await Assert.ThrowsAsync<ArgumentException>("params", () => EmbeddingCalls.EmbedAllAsync(client, method, @params, CancellationToken.None));
        await Assert.ThrowsAsync<ArgumentException>("params", () => EmbeddingCalls.EmbedAllMemoryAsync(client, method, @params, CancellationToken.None));
        Assert.Empty(handler.Requests);
    }

    [Fact]
    public async Task AModelThatGivesSomethingElseIsRefusedBeforeAnythingIsSent()
    {
        FakeHandler handler = new(() => FakeHandler.Json(Replies.Answer("x")));
        using GeminiClient client = TestClient.Create(handler, options => options.Models["IDesk"] = "gemini-embedding-001");
        var error = await Assert.ThrowsAsync<GeminiConfigurationException>(() => new Desk(client).AskAsync("hi"));
        Assert.Contains("gemini-embedding-001 gives embedding", error.Message, StringComparison.Ordinal);
        Assert.Contains("needs text", error.Message, StringComparison.Ordinal);

        PromptMethod embed = new("IOther", "EmbedAsync", "gemini-3.8-flash", default, null, null, null, 0, 0) { ApiMethod = "embedContent" };
        error = await Assert.ThrowsAsync<GeminiConfigurationException>(() => EmbeddingCalls.EmbedAsync(client, embed, "a", null, CancellationToken.None));
        Assert.Contains("needs embedding", error.Message, StringComparison.Ordinal);
        Assert.Empty(handler.Requests);
    }
}

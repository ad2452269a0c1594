using GeminiGen.CompilerServices;
using GeminiGen.Runtime.Tests.Support;

namespace GeminiGen.Runtime.Tests.Requests;

/// <summary>What a model is known not to take is refused before anything is sent.</summary>
public sealed class ModelFitTests
{
    [Theory]
    [InlineData("gemini-2.5-flash", true, true, false, "typed answer")]
    [InlineData("gemini-2.5-flash", true, false, true, "typed answer")]
    [InlineData("gemini-2.5-pro", false, true, true, "functions and tools of the API")]
    public async Task ToolsAndTypedAnswersDoNotGoTogetherEverywhere(string model, bool typed, bool functions, bool builtIn, string said)
    {
        FakeHandler handler = new(() => FakeHandler.Json(Replies.Answer("1")));
        using GeminiClient client = TestClient.Create(handler);

        GeminiConfigurationException exception = await Assert.ThrowsAsync<GeminiConfigurationException>(
            () => new Desk(client, Method(model, typed, functions, builtIn)).AskAsync("hi"));

        Assert.Contains(said, exception.Message, StringComparison.Ordinal);
        Assert.Contains(model, exception.Message, StringComparison.Ordinal);
        Assert.Empty(handler.Requests);
    }

    [Theory]
    [InlineData("gemini-2.5-flash", true, false, false)]
    [InlineData("gemini-2.5-flash", false, false, true)]
    [InlineData("gemini-3.8-flash", true, false, true)]
    [InlineData("a-model-of-tomorrow", true, false, true)]
    public async Task WhatGoesTogetherIsSent(string model, bool typed, bool functions, bool builtIn)
    {
        FakeHandler handler = new(() => FakeHandler.Json(Replies.Answer("1")));
        using GeminiClient client = TestClient.Create(handler);

        await new Desk(client, Method(model, typed, functions, builtIn)).AskAsync("hi");

        Assert.Single(handler.Requests);
    }

    private static PromptMethod Method(string model, bool typed, bool functions, bool builtIn)
        => new("IDesk", "AskAsync", model, default, null, null, typed ? new PromptSchema("{\"type\":\"integer\"}"u8, "{\"type\":\"INTEGER\"}"u8) : null, 0, 0)
        {
            Tools = functions ? ToolDesk.Set(ToolDesk.Tool("get", static _ => default)) : null,
            BuiltInTools = builtIn ? PromptBuiltInTools.GoogleSearch : 0,
        };
}

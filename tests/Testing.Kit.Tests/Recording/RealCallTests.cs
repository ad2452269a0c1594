using GeminiGen.Testing.Contracts;
using GeminiGen.Testing.Tests.Support;
using Microsoft.Extensions.DependencyInjection;

namespace GeminiGen.Testing.Tests.Recording;

/// <summary>Real calls are blocked, in this whole process: no other test of it makes any.</summary>
public sealed class RealCallTests
{
    public RealCallTests() => GeminiRecorder.BlockRealCalls();

    [Fact]
    public async Task A_client_without_a_container_is_blocked()
    {
        using GeminiClient client = new(new GeminiOptions { ApiKey = "k" });

        GeminiConfigurationException exception = await Assert.ThrowsAsync<GeminiConfigurationException>(() => Desk(client).JokeAsync());

        Assert.Contains("makes no real calls", exception.Message, StringComparison.Ordinal);
        Assert.Contains("GEMINIGEN_ALLOW_REAL_CALLS", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_registered_client_is_blocked_whatever_its_handler()
    {
        ServiceCollection services = new();
        services.AddGeminiGen(static options => options.ApiKey = "k").HttpClient.ConfigurePrimaryHttpMessageHandler(static () => new HttpClientHandler());
        await using ServiceProvider provider = services.BuildServiceProvider();

        await Assert.ThrowsAsync<GeminiConfigurationException>(() => Desk(provider.GetRequiredService<GeminiClient>()).JokeAsync());
    }

    [Fact]
    public async Task A_stub_is_no_real_call()
    {
        ServiceCollection services = new();
        StubHandler stub = StubHandler.OfJson("""{"candidates":[{"content":{"parts":[{"text":"Ha."}]},"finishReason":"STOP"}]}""");
        services.AddGeminiGen(static options => options.ApiKey = "k").HttpClient.ConfigurePrimaryHttpMessageHandler(() => stub);
        await using ServiceProvider provider = services.BuildServiceProvider();

        Assert.Equal("Ha.", await Desk(provider.GetRequiredService<GeminiClient>()).JokeAsync());
    }

    [Fact]
    public async Task A_recorder_is_blocked_too()
    {
        using TemporaryFolder folder = new();
        using GeminiRecorder recorder = new(folder.Path);
        using GeminiClient client = recorder.CreateClient(new GeminiOptions { ApiKey = "k" });

        GeminiRecordingException exception = await Assert.ThrowsAsync<GeminiRecordingException>(() => Desk(client).JokeAsync());

        Assert.Contains("generativelanguage.googleapis.com", exception.Message, StringComparison.Ordinal);
        Assert.Empty(folder.Files);
    }

    private static SupportDesk Desk(GeminiClient client) => new(client, new KeyedConversations());
}

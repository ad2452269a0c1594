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

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_client_on_an_own_HttpClient_is_blocked(bool isOfFactory)
    {
        await using ServiceProvider provider = new ServiceCollection().AddHttpClient().BuildServiceProvider();
        using HttpClient http = isOfFactory ? provider.GetRequiredService<IHttpClientFactory>().CreateClient("own") : new HttpClient();
        using GeminiClient client = new(new GeminiOptions { ApiKey = "k" }, http);

        GeminiConfigurationException exception = await Assert.ThrowsAsync<GeminiConfigurationException>(() => Desk(client).JokeAsync());

        Assert.Contains("would have gone to generativelanguage.googleapis.com", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_stub_in_an_own_HttpClient_is_no_real_call()
    {
        using HttpClient http = new(new PassingHandler { InnerHandler = StubHandler.OfJson("""{"candidates":[{"content":{"parts":[{"text":"Ha."}]},"finishReason":"STOP"}]}""") });
        using GeminiClient client = new(new GeminiOptions { ApiKey = "k" }, http);

        Assert.Equal("Ha.", await Desk(client).JokeAsync());
    }

    [Fact]
    public async Task An_own_HttpClient_reaches_this_machine()
    {
        using HttpClient http = new();
        using GeminiClient client = new(new GeminiOptions { ApiKey = "k", BaseAddress = new Uri("http://127.0.0.1:9/"), Retry = { MaxAttempts = 1 } }, http);

        // Nobody listens there: the call got as far as the network.
        await Assert.ThrowsAsync<GeminiConnectionException>(() => Desk(client).JokeAsync());
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

    private sealed class PassingHandler : DelegatingHandler;

    private static SupportDesk Desk(GeminiClient client) => new(client, new KeyedConversations());
}

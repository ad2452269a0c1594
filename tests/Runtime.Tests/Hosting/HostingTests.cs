using GeminiGen.Runtime.Tests.Support;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Http.Resilience;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Time.Testing;

namespace GeminiGen.Runtime.Tests.Hosting;

public sealed class HostingTests
{
    [Fact]
    public async Task AHostWhoseDefaultsAddTheStandardHandlerSendsExactlyOurRequests()
    {
        // Slower than the standard handler's attempt limit would allow, which is set low so that the test need not wait 10 s.
        await using LoopbackServer server = new(async exchange =>
        {
            if (exchange.Number < 3)
            {
                await exchange.RespondAsync(Replies.Error(503, "UNAVAILABLE"), 503);
                return;
            }

            await Task.Delay(TimeSpan.FromMilliseconds(800));
            await exchange.RespondAsync(Replies.Answer("slow"));
        });
        HostApplicationBuilder builder = Host.CreateEmptyApplicationBuilder(null);
        builder.Services.ConfigureHttpClientDefaults(defaults => defaults
            .ConfigureHttpClient(client => client.Timeout = TimeSpan.FromMilliseconds(400))
            .AddStandardResilienceHandler(Hasty));
        builder.Services.AddHttpClient("other");
        builder.Services.AddGeminiGen(options => Configure(options, server));
        using IHost host = builder.Build();

        Assert.Equal("slow", await new Desk(host.Services.GetRequiredService<GeminiClient>()).AskAsync("hi"));
        Assert.Equal(3, server.Requests);

        // The same defaults do hold for everybody else: without us they would have repeated and given up.
        using HttpClient other = host.Services.GetRequiredService<IHttpClientFactory>().CreateClient("other");
        await Assert.ThrowsAnyAsync<Exception>(() => other.PostAsync(server.Address, new StringContent("{}")));
    }

    [Fact]
    public async Task AResilienceHandlerAddedToOurOwnClientStays()
    {
        await using LoopbackServer server = new(exchange => exchange.RespondAsync(Replies.Error(503, "UNAVAILABLE"), 503));
        ServiceCollection services = new();
        services.AddGeminiGen(options =>
        {
            Configure(options, server);
            options.Retry.MaxAttempts = 1;
        }).HttpClient.AddStandardResilienceHandler(options =>
        {
            options.Retry.MaxRetryAttempts = 2;
            options.Retry.Delay = TimeSpan.FromMilliseconds(1);
        });
        await using ServiceProvider provider = services.BuildServiceProvider();
        await Assert.ThrowsAsync<GeminiServerException>(() => new Desk(provider.GetRequiredService<GeminiClient>()).AskAsync("hi"));
        Assert.Equal(3, server.Requests);
    }

    [Fact]
    public async Task BaseAddressHeadersAndHandlersOfTheNamedClientAreUsed()
    {
        FakeHandler handler = new(() => FakeHandler.Json(Replies.Answer("ok")));
        ServiceCollection services = new();
        GeminiGenBuilder builder = services.AddGeminiGen(options => options.ApiKey = TestKey.Value);
        builder.HttpClient
            .ConfigureHttpClient(client =>
            {
                client.BaseAddress = new Uri("https://proxy.test/gemini/");
                client.DefaultRequestHeaders.Add("x-tenant", "a");
                client.DefaultRequestVersion = new Version(2, 0);
            })
            .ConfigurePrimaryHttpMessageHandler(() => handler);
        await using ServiceProvider provider = services.BuildServiceProvider();
        await new Desk(provider.GetRequiredService<GeminiClient>()).AskAsync("hi");
        HttpRequestMessage sent = Assert.Single(handler.Requests).Message;
        Assert.Equal("https://proxy.test/gemini/v1beta/models/gemini-3.8-flash:generateContent", sent.RequestUri!.AbsoluteUri);
        Assert.Equal("a", Assert.Single(sent.Headers.GetValues("x-tenant")));
        Assert.Equal(new Version(2, 0), sent.Version);
    }

    [Fact]
    public async Task ARedirectDoesNotCarryTheKeyAway()
    {
        await using LoopbackServer elsewhere = new(exchange => exchange.RespondAsync(Replies.Answer("stolen")));
        await using LoopbackServer server = new(exchange => exchange.WriteAsync(
            "HTTP/1.1 307 Moved\r\nLocation: " + elsewhere.Address + "\r\nContent-Length: 0\r\n\r\n"));
        ServiceCollection services = new();
        services.AddGeminiGen(options => Configure(options, server));
        await using ServiceProvider provider = services.BuildServiceProvider();
        using GeminiClient direct = new(TestClient.Options(options => options.BaseAddress = server.Address));

        foreach (GeminiClient client in (GeminiClient[])[provider.GetRequiredService<GeminiClient>(), direct])
        {
            GeminiServerException error = await Assert.ThrowsAsync<GeminiServerException>(() => new Desk(client).AskAsync("hi"));
            Assert.Contains("redirects are not followed", error.Message, StringComparison.Ordinal);
        }

        Assert.Equal(0, elsewhere.Requests);
    }

    [Fact]
    public async Task TheFactorysClientIsTakenAnewAboutEveryMinute()
    {
        FakeTimeProvider clock = new();
        CountingFactory factory = new();
        ServiceCollection services = new();
        services.AddGeminiGen(options =>
        {
            options.ApiKey = TestKey.Value;
            options.TimeProvider = clock;
        });
        services.AddSingleton<IHttpClientFactory>(factory);
        await using ServiceProvider provider = services.BuildServiceProvider();
        Desk desk = new(provider.GetRequiredService<GeminiClient>());
        await desk.AskAsync("hi");
        await desk.AskAsync("hi");
        Assert.Equal(["GeminiGen"], factory.Names);
        clock.Advance(TimeSpan.FromSeconds(61));
        await desk.AskAsync("hi");
        Assert.Equal(2, factory.Names.Count);
    }

    [Fact]
    public async Task FaultyOptionsStopTheHostAtStart()
    {
        HostApplicationBuilder builder = Host.CreateEmptyApplicationBuilder(null);
        builder.Services.AddGeminiGen(options => options.Timeout = TimeSpan.Zero);
        using IHost host = builder.Build();
        await Assert.ThrowsAsync<OptionsValidationException>(() => host.StartAsync());
    }

    [Fact]
    public async Task AMissingKeyDoesNotStopTheHost()
    {
        HostApplicationBuilder builder = Host.CreateEmptyApplicationBuilder(null);
        builder.Services.AddGeminiGen();
        using IHost host = builder.Build();
        await host.StartAsync();
        Assert.NotNull(host.Services.GetRequiredService<GeminiClient>());
        await host.StopAsync();
    }

    [Fact]
    public void AddingTwiceRegistersOnce()
    {
        ServiceCollection services = new();
        services.AddGeminiGen(options => options.ApiKey = "a");
        services.AddGeminiGen(options => options.DefaultModel = "gemini-3.8-flash");
        Assert.Single(services, service => service.ServiceType == typeof(GeminiClient));
        Assert.Single(services, service => service.ServiceType == typeof(IValidateOptions<GeminiOptions>) && service.ImplementationType == typeof(GeminiOptionsValidator));
        using ServiceProvider provider = services.BuildServiceProvider();
        GeminiOptions options = provider.GetRequiredService<IOptions<GeminiOptions>>().Value;
        Assert.Equal(("a", "gemini-3.8-flash"), (options.ApiKey, options.DefaultModel));
    }

    private static void Configure(GeminiOptions options, LoopbackServer server)
    {
        options.ApiKey = TestKey.Value;
        options.BaseAddress = server.Address;
        options.Retry.BaseDelay = TimeSpan.Zero;
    }

    private static void Hasty(HttpStandardResilienceOptions options)
    {
        options.AttemptTimeout.Timeout = TimeSpan.FromMilliseconds(200);
        options.CircuitBreaker.SamplingDuration = TimeSpan.FromMilliseconds(600);
        options.TotalRequestTimeout.Timeout = TimeSpan.FromMilliseconds(500);
        options.Retry.MaxRetryAttempts = 3;
        options.Retry.Delay = TimeSpan.FromMilliseconds(1);
    }

    private sealed class CountingFactory : IHttpClientFactory
    {
        internal List<string> Names { get; } = [];

        public HttpClient CreateClient(string name)
        {
            Names.Add(name);
            return new HttpClient(new FakeHandler(() => FakeHandler.Json(Replies.Answer("ok")))) { BaseAddress = TestClient.BaseAddress };
        }
    }
}

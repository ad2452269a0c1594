using GeminiGen.Emulator;
using GeminiGen.Emulator.Scripting;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace GeminiGen.EndToEnd.Tests;

/// <summary>A host whose defaults for every HTTP client add the standard resilience handler with limits far below a model's.</summary>
public sealed class HostTests : IAsyncLifetime
{
    private GeminiEmulator _emulator = null!;
    private IHost _host = null!;

    public async Task InitializeAsync()
    {
        _emulator = await GeminiEmulator.StartAsync();
        HostApplicationBuilder builder = Host.CreateEmptyApplicationBuilder(null);
        builder.Configuration.AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["Gemini:ApiKey"] = _emulator.ApiKey,
            ["Gemini:BaseAddress"] = _emulator.BaseAddress.ToString(),
            ["Gemini:Retry:MaxAttempts"] = "3",
            ["Gemini:Retry:BaseDelay"] = "00:00:00.001",
        });
        builder.Services.ConfigureHttpClientDefaults(clients => clients.AddStandardResilienceHandler(options =>
        {
            options.AttemptTimeout.Timeout = TimeSpan.FromMilliseconds(250);
            options.Retry.Delay = TimeSpan.Zero;
        }));
        builder.Services.AddHttpClient("plain");
        builder.Services.AddGeminiGen(builder.Configuration).AddDesk();
        _host = builder.Build();
        await _host.StartAsync();
    }

    public async Task DisposeAsync()
    {
        await _host.StopAsync();
        _host.Dispose();
        await _emulator.DisposeAsync();
    }

    [Fact]
    public async Task Slow_answer_is_waited_for_with_one_request()
    {
        _emulator.Script(EmulatorFault.Slow(TimeSpan.FromMilliseconds(700)).Times(9));
        Assert.NotEqual("", await Desk.SummarizeAsync(Documents.Clock));
        Assert.Single(_emulator.Requests);
    }

    [Fact]
    public async Task Slow_stream_is_waited_for_with_one_request()
    {
        _emulator.Script(EmulatorFault.Slow(TimeSpan.FromMilliseconds(700)).Times(9));
        await foreach (string piece in Desk.StreamAsync(Documents.Clock))
        {
            Assert.NotEqual("", piece);
        }

        Assert.Single(_emulator.Requests);
    }

    [Fact]
    public async Task Errors_are_retried_by_us_alone()
    {
        _emulator.Script(EmulatorFault.Unavailable().Times(99));
        await Assert.ThrowsAsync<GeminiServerException>(() => Desk.SummarizeAsync(Documents.Clock));
        Assert.Equal(3, _emulator.Requests.Count);
    }

    [Fact]
    public async Task Quota_of_the_day_is_not_retried_by_anybody()
    {
        _emulator.Script(EmulatorFault.QuotaPerDay().Times(99));
        await Assert.ThrowsAsync<GeminiQuotaExceededException>(() => Desk.SummarizeAsync(Documents.Clock));
        Assert.Single(_emulator.Requests);
    }

    [Fact]
    public async Task Other_clients_keep_their_handler()
    {
        _emulator.Script(EmulatorFault.Unavailable().Times(99));
        HttpClient http = _host.Services.GetRequiredService<IHttpClientFactory>().CreateClient("plain");
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(_emulator.BaseAddress, "/v1beta/models/gemini-3.8-flash:generateContent"))
        {
            Content = new StringContent("""{"contents":[{"parts":[{"text":"Hello"}]}]}"""),
        };
        request.Headers.Add("x-goog-api-key", _emulator.ApiKey);
        using HttpResponseMessage response = await http.SendAsync(request);

        // Four where the machine keeps up with the handler's limit for an attempt; an attempt it cuts early may not arrive.
        Assert.InRange(_emulator.Requests.Count, 2, 4);
    }

    private IDesk Desk => _host.Services.GetRequiredService<IDesk>();
}

using GeminiGen.Emulator;
using GeminiGen.Emulator.Recording;
using GeminiGen.Emulator.Scripting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace GeminiGen.EndToEnd.Tests;

/// <summary>Keys: none is a clear error, and none ever shows.</summary>
public sealed class KeyTests
{
    private static readonly string[] Variables = ["GEMINI_API_KEY", "GOOGLE_API_KEY"];

    [Fact]
    public async Task Missing_key_sends_nothing_and_names_all_three_places()
    {
        string?[] before = [.. Variables.Select(Environment.GetEnvironmentVariable)];
        try
        {
            Array.ForEach(Variables, name => Environment.SetEnvironmentVariable(name, null));
            await using GeminiEmulator emulator = await GeminiEmulator.StartAsync();
            using var client = new GeminiClient(new GeminiOptions { BaseAddress = emulator.BaseAddress });
            var desk = new Desk(client);
            var exception = await Assert.ThrowsAsync<GeminiApiKeyMissingException>(() => desk.SummarizeAsync(Documents.Clock));
            Assert.Contains("GeminiOptions.ApiKey", exception.Message, StringComparison.Ordinal);
            Assert.All(Variables, name => Assert.Contains(name, exception.Message, StringComparison.Ordinal));
            Assert.Empty(emulator.Requests);
        }
        finally
        {
            for (int i = 0; i < Variables.Length; i++)
            {
                Environment.SetEnvironmentVariable(Variables[i], before[i]);
            }
        }
    }

    [Fact]
    public async Task Key_shows_nowhere()
    {
        string key = "AI" + "za" + new string('k', 35);
        var logs = new LogCollector();
        await using GeminiEmulator emulator = await GeminiEmulator.StartAsync(new GeminiEmulatorOptions { ApiKey = key });
        HostApplicationBuilder builder = Host.CreateEmptyApplicationBuilder(null);
        builder.Logging.SetMinimumLevel(LogLevel.Trace).AddProvider(logs);
        builder.Services.AddGeminiGen(options =>
        {
            (options.ApiKey, options.BaseAddress) = ($"  {key}\n", emulator.BaseAddress);
            options.Retry.BaseDelay = TimeSpan.FromMilliseconds(1);
        }).AddDesk();
        using IHost host = builder.Build();
        await host.StartAsync();
        IDesk desk = host.Services.GetRequiredService<IDesk>();

        emulator.Script(EmulatorFault.Unavailable());
        await desk.SummarizeAsync(Documents.Clock);
        emulator.Script(EmulatorFault.ApiFailure(400, "INVALID_ARGUMENT", $"API key {key} is odd."));
        Exception exception = await Assert.ThrowsAnyAsync<GeminiException>(() => desk.SummarizeAsync(Documents.Clock));
        await host.StopAsync();

        Assert.DoesNotContain(key, exception.ToString(), StringComparison.Ordinal);
        Assert.NotEmpty(logs.Lines);
        Assert.DoesNotContain(logs.Lines, line => line.Contains(key, StringComparison.Ordinal));
        Assert.Equal(3, emulator.Requests.Count);
        foreach (RecordedRequest request in emulator.Requests)
        {
            Assert.DoesNotContain(key, request.Path + request.Query + request.BodyText + string.Join(' ', request.Headers.Values), StringComparison.Ordinal);
        }
    }
}

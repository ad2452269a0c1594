using System.Text.Json;
using GeminiGen.Emulator;
using GeminiGen.Emulator.Recording;

namespace GeminiGen.EndToEnd.Tests;

/// <summary>A generated client that talks to an emulator.</summary>
public abstract class EndToEndTest : IAsyncLifetime
{
    private readonly List<GeminiClient> _clients = [];

    /// <summary>What nothing but the network's own time may take.</summary>
    protected static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    protected GeminiEmulator Emulator { get; private set; } = null!;

    protected IDesk Desk { get; private set; } = null!;

    public async Task InitializeAsync()
    {
        Emulator = await GeminiEmulator.StartAsync();
        Desk = CreateDesk(_ => { });
    }

    public async Task DisposeAsync()
    {
        _clients.ForEach(client => client.Dispose());
        await Emulator.DisposeAsync();
    }

    /// <summary>Another desk, with other options.</summary>
    protected IDesk CreateDesk(Action<GeminiOptions> configure) => new Desk(CreateClient(configure));

    /// <summary>A client of the emulator.</summary>
    protected GeminiClient CreateClient(Action<GeminiOptions> configure)
    {
        var options = new GeminiOptions { ApiKey = Emulator.ApiKey, BaseAddress = Emulator.BaseAddress };
        options.Retry.BaseDelay = TimeSpan.FromMilliseconds(1);
        configure(options);
        var client = new GeminiClient(options);
        _clients.Add(client);
        return client;
    }

    /// <summary>The prompt as the emulator received it.</summary>
    protected static string PromptOf(RecordedRequest request)
    {
        using JsonDocument body = JsonDocument.Parse(request.Body);
        return body.RootElement.GetProperty("contents")[0].GetProperty("parts")[0].GetProperty("text").GetString()!;
    }
}

using GeminiGen.Emulator;

namespace GeminiGen.Generated.Tests.Emulated;

/// <summary>Generated clients that talk to an emulator, which answers after the schema it was sent.</summary>
public abstract class EmulatedTest : IAsyncLifetime
{
    /// <summary>A model that takes JSON Schema, and one that takes the OpenAPI subset.</summary>
    public static TheoryData<string> Models => [GeminiModels.Gemini38Flash, "gemma-4-31b-it"];

    /// <summary>A text with something for most members.</summary>
    protected const string Document = """
        # The harbour clock

        Published: 3 May 2026
        Author: Ada Byron
        Rating: 4

        The harbour clock of Westport was restored this spring after forty years of silence. Engineers rebuilt it from the original drawings.
        The restoration cost 125,000 euros and took 18 months. Residents read and write about the blue clock.
        """;

    private readonly List<GeminiClient> _clients = [];

    private protected GeminiEmulator Emulator { get; private set; } = null!;

    /// <inheritdoc/>
    public async Task InitializeAsync() => Emulator = await GeminiEmulator.StartAsync();

    /// <inheritdoc/>
    public async Task DisposeAsync()
    {
        _clients.ForEach(client => client.Dispose());
        await Emulator.DisposeAsync();
    }

    /// <summary>A client whose contract asks the model.</summary>
    private protected GeminiClient Client(string contract, string model)
    {
        var options = new GeminiOptions { ApiKey = Emulator.ApiKey, BaseAddress = Emulator.BaseAddress, Models = { [contract] = model } };
        options.Retry.BaseDelay = TimeSpan.FromMilliseconds(1);
        var client = new GeminiClient(options);
        _clients.Add(client);
        return client;
    }
}

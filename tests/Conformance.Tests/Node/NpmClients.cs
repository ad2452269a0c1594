namespace GeminiGen.Conformance.Tests.Node;

/// <summary>Installs the npm clients and starts all of their checks at once; most of the time they wait.</summary>
public sealed class NpmClients : IAsyncLifetime
{
    private static readonly string[] Names = ["ai-sdk-google", "gemini-cli-core", "google-genai", "langchain-google-genai", "openai"];

    private readonly Dictionary<string, Task<IReadOnlyList<ConformanceCheck>>> _runs = [];

    /// <summary>A program of checks for each client.</summary>
    public static TheoryData<string> Programs => [.. Names];

    public async Task InitializeAsync()
    {
        string folder = await NpmInstallation.InstallAsync();
        foreach (string name in Names)
        {
            _runs[name] = NpmClient.RunAsync(folder, name);
        }
    }

    public Task DisposeAsync() => Task.WhenAll(_runs.Values).ContinueWith(static _ => { }, TaskScheduler.Default);

    internal Task<IReadOnlyList<ConformanceCheck>> ChecksOf(string program) => _runs[program];
}

using GeminiGen.Benchmarks.Contracts;
using GeminiGen.Benchmarks.Floor;
using GeminiGen.Benchmarks.Server;
using Microsoft.Extensions.DependencyInjection;

namespace GeminiGen.Benchmarks;

/// <summary>The server process and every client that is compared, made once.</summary>
public sealed class BenchmarkHost : IDisposable
{
    /// <summary>The key sent; the server does not look at it.</summary>
    internal const string Key = "bench-key";

    private readonly ServerProcess _server = ServerProcess.Start();
    private readonly ServiceProvider _services;
    private readonly GeminiClient _client;
    private readonly GeminiClient _uploading;
    private readonly HttpClient _http;
    private readonly HttpClient _bareHttp;
    private readonly CancellationTokenSource _cancellation = new();

    /// <summary>Starts the server and makes the clients.</summary>
    public BenchmarkHost()
    {
        _http = new HttpClient(new SocketsHttpHandler { PooledConnectionLifetime = TimeSpan.FromMinutes(5) })
        {
            BaseAddress = _server.BaseAddress,
            Timeout = TimeSpan.FromMinutes(10),
        };
        _bareHttp = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false })
        {
            Timeout = Timeout.InfiniteTimeSpan,
        };
        Floor = new FloorClient(_http, _server.BaseAddress, Key);
        BareFloor = new FloorClient(_bareHttp, _server.BaseAddress, Key);
        Refit = new Scale.RefitClient(_http);

        var options = new GeminiOptions();
        Configure(options);
        _client = new GeminiClient(options);
        Text = new TextDesk(_client);
        Card = new CardDesk(_client);
        Uneven = new UnevenDesk(_client);
        Silent = new SilentDesk(_client);
        Talk = new TalkDesk(_client);
        _uploading = new GeminiClient(CreateUploading());
        UploadTalk = new TalkDesk(_uploading);
        for (int i = 0; i < BenchmarkPrompts.History.Length; i += 2)
        {
            History.AddUserTurn(BenchmarkPrompts.History[i]);
            History.AddModelTurn(BenchmarkPrompts.History[i + 1]);
        }

        ServiceCollection services = [];
        services.AddHttpClient("floor");
        services.AddGeminiGen(Configure);
        _services = services.BuildServiceProvider();
        FactoryFloor = new FloorClient(_services.GetRequiredService<IHttpClientFactory>().CreateClient("floor"), _server.BaseAddress, Key);
        FactoryText = new TextDesk(_services.GetRequiredService<GeminiClient>());
    }

    /// <summary>A token that could be cancelled, as a web request's, and never is.</summary>
    internal CancellationToken Token => _cancellation.Token;

    /// <summary>The reference, on a client with a time limit as one would set it for this API.</summary>
    internal FloorClient Floor { get; }

    /// <summary>The reference stripped of all that can be switched off: no time limit, no redirects, no cookies.</summary>
    internal FloorClient BareFloor { get; }

    /// <summary>The reference over a client that the factory made.</summary>
    internal FloorClient FactoryFloor { get; }

    /// <summary>A generated Refit client, for scale.</summary>
    internal Scale.RefitClient Refit { get; }

    internal ITextDesk Text { get; }

    internal ITextDesk FactoryText { get; }

    internal ICardDesk Card { get; }

    internal IUnevenDesk Uneven { get; }

    internal ISilentDesk Silent { get; }

    /// <summary>Sends media inside the request.</summary>
    internal ITalkDesk Talk { get; }

    /// <summary>Uploads all media.</summary>
    internal ITalkDesk UploadTalk { get; }

    /// <summary>The history that calls start from; each on a fork of its own.</summary>
    internal Conversation History { get; } = new();

    /// <inheritdoc/>
    public void Dispose()
    {
        _services.Dispose();
        _client.Dispose();
        _uploading.Dispose();
        _http.Dispose();
        _bareHttp.Dispose();
        _cancellation.Dispose();
        _server.Dispose();
    }

    private GeminiOptions CreateUploading()
    {
        var options = new GeminiOptions();
        Configure(options);
        options.Media.InlineLimit = 0;
        return options;
    }

    private void Configure(GeminiOptions options)
    {
        options.ApiKey = Key;
        options.BaseAddress = _server.BaseAddress;
        options.Models[nameof(ITextDesk)] = CannedServer.TextModel;
        options.Models[nameof(IUnevenDesk)] = CannedServer.UnevenModel;
        options.Models[nameof(ICardDesk)] = CannedServer.CardModel;
        options.Models[nameof(ISilentDesk)] = CannedServer.SilentModel;
        options.Models[nameof(ITalkDesk)] = CannedServer.TextModel;
    }
}

using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace GeminiGen;

/// <summary>
/// Calls the Gemini API for generated classes. Thread-safe and meant to be shared: one for the whole application. With dependency injection
/// <c>AddGeminiGen</c> makes it; without, clients made by its constructor share one connection pool.
/// </summary>
public sealed class GeminiClient : IDisposable
{
    /// <summary>The name of the HTTP client that <c>AddGeminiGen</c> registers and uses.</summary>
    public const string HttpClientName = "GeminiGen";

    private readonly PromptExecutor _executor;
    private readonly GeminiFiles _files;
    private volatile bool _disposed;

    /// <summary>Makes a client on the process-wide connection pool, which follows changes of DNS.</summary>
    /// <param name="options">How it works; copied, so later changes have no effect.</param>
    /// <exception cref="Microsoft.Extensions.Options.OptionsValidationException">An option is out of its bounds.</exception>
    public GeminiClient(GeminiOptions options)
        : this(options, NullLoggerFactory.Instance)
    {
    }

    /// <summary>Makes a client on the process-wide connection pool that logs its retries.</summary>
    /// <param name="options">How it works; copied, so later changes have no effect.</param>
    /// <param name="loggerFactory">Receives retries as warnings; never prompt text nor key.</param>
    /// <exception cref="Microsoft.Extensions.Options.OptionsValidationException">An option is out of its bounds.</exception>
    public GeminiClient(GeminiOptions options, ILoggerFactory loggerFactory)
        : this(options, SharedHttpSender.Instance, loggerFactory)
    {
    }

    /// <summary>Makes a client that sends through an HTTP client of the caller's.</summary>
    /// <param name="options">How it works; copied, so later changes have no effect.</param>
    /// <param name="httpClient">
    /// Sends the requests; not disposed here. Set its <see cref="HttpClient.Timeout"/> to infinite: its 100 seconds would end calls before
    /// the limits of <paramref name="options"/> do.
    /// </param>
    /// <param name="loggerFactory">Receives retries as warnings; never prompt text nor key.</param>
    /// <exception cref="Microsoft.Extensions.Options.OptionsValidationException">An option is out of its bounds.</exception>
    public GeminiClient(GeminiOptions options, HttpClient httpClient, ILoggerFactory? loggerFactory = null)
        : this(options, new ClientHttpSender(httpClient ?? throw new ArgumentNullException(nameof(httpClient))), loggerFactory ?? NullLoggerFactory.Instance)
    {
    }

    internal GeminiClient(GeminiOptions options, IHttpSender sender, ILoggerFactory loggerFactory)
    {
        ArgumentNullException.ThrowIfNull(options);
        ArgumentNullException.ThrowIfNull(loggerFactory);
        ClientSettings settings = Settings = ClientSettings.From(options);
        DeveloperApiTransport transport = new(sender, settings.ApiKey, settings.BaseAddress);
        _files = new GeminiFiles(settings, transport);
        _executor = new PromptExecutor(this, settings, transport, _files, loggerFactory.CreateLogger<GeminiClient>());
    }

    /// <summary>Uploads, lists and deletes files at the API. Media too large for a request is uploaded without it.</summary>
    /// <exception cref="ObjectDisposedException">The client is disposed.</exception>
    public GeminiFiles Files
    {
        get
        {
            ObjectDisposedException.ThrowIf(_disposed, this);
            return _files;
        }
    }

    internal ClientSettings Settings { get; }

    internal PromptExecutor Executor
    {
        get
        {
            ObjectDisposedException.ThrowIf(_disposed, this);
            return _executor;
        }
    }

    /// <summary>Ends the client's use; calls under way are not disturbed, and connections stay with the pool they belong to.</summary>
    public void Dispose() => _disposed = true;
}

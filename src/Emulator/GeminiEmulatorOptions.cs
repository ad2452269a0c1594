using GeminiGen.Emulator.Quotas;

namespace GeminiGen.Emulator;

/// <summary>How a <see cref="GeminiEmulator"/> behaves. Every member has a default that suits a test or a first run.</summary>
public sealed class GeminiEmulatorOptions
{
    /// <summary>
    /// The one key the emulator accepts, in the <c>x-goog-api-key</c> header or as <c>?key=</c>; at the OpenAI-compatible paths as a bearer token too. Default: <c>emulator-key</c>,
    /// which has the shape of no real key, so that no scanner mistakes it for one.
    /// </summary>
    public string ApiKey { get; set; } = "emulator-key";

    /// <summary>The one bearer token the emulator accepts, for the paths of Google Cloud above all. Default: <c>emulator-token</c>, which has the shape of no real one.</summary>
    public string AccessToken { get; set; } = "emulator-token";

    /// <summary>The project of <see cref="ApiKey"/>: quotas are counted by project. Default: <c>emulator-project</c>.</summary>
    public string Project { get; set; } = "emulator-project";

    /// <summary>More keys that are accepted, each with the project it belongs to.</summary>
    public IDictionary<string, string> ProjectsByKey { get; } = new Dictionary<string, string>(StringComparer.Ordinal);

    /// <summary>The quotas that are counted; null, the default, for none.</summary>
    public QuotaOptions? Quotas { get; set; }

    /// <summary>The loopback port to listen on; 0, the default, takes any free one.</summary>
    public int Port { get; set; }

    /// <summary>
    /// Whether other machines may connect. Default: false, loopback only. The key is no protection worth the name, so turning this on is told to <see cref="Warnings"/>.
    /// </summary>
    public bool AllowRemoteConnections { get; set; }

    /// <summary>Where the emulator warns. Default: the standard error stream.</summary>
    public TextWriter Warnings { get; set; } = Console.Error;

    /// <summary>
    /// How long a client may take to send a request whole, by <see cref="TimeProvider"/>; after that it gets status 408. Default: 2 minutes. The headers alone have
    /// 30 seconds, or this where it is less, by the system's clock.
    /// </summary>
    public TimeSpan RequestTimeout { get; set; } = TimeSpan.FromMinutes(2);

    /// <summary>The pause before each chunk of a stream after the first. Default: none. Measured by <see cref="TimeProvider"/>.</summary>
    public TimeSpan ChunkDelay { get; set; }

    /// <summary>Whether <see cref="GeminiEmulator.Requests"/> keeps what was received. Default: true. Turn it off for long runs: bodies are kept whole.</summary>
    public bool RecordRequests { get; set; } = true;

    /// <summary>How many of the last calls the status page shows, with up to 64 KB of request and response each. Default: 100; 0 for none.</summary>
    public int RecentCalls { get; set; } = 100;

    /// <summary>A folder in which each request and its response are stored, in a file of their own, without keys and headers; null, the default, for none.</summary>
    public string? RecordFolder { get; set; }

    /// <summary>
    /// A folder of such files that alone answer; what was not recorded is then refused with 404, and nothing else is checked. Null, the default, for none.
    /// </summary>
    public string? ReplayFolder { get; set; }

    /// <summary>How many answers say <c>PROCESSING</c> of an uploaded file before it is ready, the upload's own among them. Default: 0, ready at once.</summary>
    public int FileProcessingReplies { get; set; }

    /// <summary>How long an uploaded file says <c>PROCESSING</c>, by <see cref="TimeProvider"/>. Default: none, ready at once.</summary>
    public TimeSpan FileProcessingTime { get; set; }

    /// <summary>Whether uploaded files end up as <c>FAILED</c>. Default: false.</summary>
    public bool FailFileProcessing { get; set; }

    /// <summary>How long a batch is <c>BATCH_STATE_PENDING</c>, by <see cref="TimeProvider"/>. Default: none; only the reply that creates it says so.</summary>
    public TimeSpan BatchPendingTime { get; set; }

    /// <summary>How long a batch is <c>BATCH_STATE_RUNNING</c> after that. Default: none. A batch that takes more than 48 hours in all expires.</summary>
    public TimeSpan BatchRunningTime { get; set; }

    /// <summary>Varies ids, signatures and the length of texts: the same request and seed always get the same answer. Default: 0.</summary>
    public int Seed { get; set; }

    /// <summary>The clock of delays, of recorded times, of what expires and of model shutdown days. Default: the system's.</summary>
    public TimeProvider TimeProvider { get; set; } = TimeProvider.System;
}

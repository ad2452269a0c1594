namespace GeminiGen;

/// <summary>How a <see cref="GeminiClient"/> works. Read once, when the client is made.</summary>
public sealed class GeminiOptions
{
    /// <summary>
    /// The API key. Without it the environment variables <c>GEMINI_API_KEY</c> and <c>GOOGLE_API_KEY</c> are looked at, in that order;
    /// without any, the first call throws <see cref="GeminiApiKeyMissingException"/>. Never put a key into source code.
    /// </summary>
    public string? ApiKey { get; set; }

    /// <summary>
    /// Where the API is: an absolute http or https address without query. Without it the named HTTP client's own base address is used, then the environment variable
    /// <c>GOOGLE_GEMINI_BASE_URL</c>, then <c>https://generativelanguage.googleapis.com</c>. A path, as of a proxy, is kept.
    /// </summary>
    public Uri? BaseAddress { get; set; }

    /// <summary>The model for contracts that name none, as in <c>gemini-3.8-flash</c>.</summary>
    public string? DefaultModel { get; set; }

    /// <summary>
    /// Models by contract, as in <c>Models["ISupportDesk"] = "gemini-3.8-flash"</c>; wins over the contract's own. A full name,
    /// <c>Models["Shop.Support.ISupportDesk"]</c>, tells contracts of the same name apart, and wins over the short one. One method's,
    /// <c>Models["ISupportDesk.AnswerAsync"]</c>, wins over both, and is the only key that wins over a model of the method's own
    /// (<see cref="ModelAttribute"/>, <see cref="EmbedAttribute.Model"/>).
    /// </summary>
    public IDictionary<string, string> Models { get; } = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);

    /// <summary>
    /// How long a call may take, all attempts and waits included; 10 minutes unless set. <c>[Timeout]</c> on a method or contract overrides it.
    /// For streams it limits the time until the first item. <see cref="System.Threading.Timeout.InfiniteTimeSpan"/> turns it off.
    /// </summary>
    public TimeSpan Timeout { get; set; } = TimeSpan.FromMinutes(10);

    /// <summary>
    /// How long one attempt may take until its answer is complete (streams: until the first item); 5 minutes unless set, because thinking models
    /// take their time. An attempt that runs into it is retried. <see cref="System.Threading.Timeout.InfiniteTimeSpan"/> turns it off.
    /// </summary>
    public TimeSpan AttemptTimeout { get; set; } = TimeSpan.FromMinutes(5);

    /// <summary>
    /// How long a stream may pause after its first item; 2 minutes unless set. <see cref="System.Threading.Timeout.InfiniteTimeSpan"/> turns it off.
    /// </summary>
    public TimeSpan StreamIdleTimeout { get; set; } = TimeSpan.FromMinutes(2);

    /// <summary>
    /// How many responses an answer may take that long-decode models send in hops (<c>finishReason: CONTINUATION</c>); 32 unless set, at least 1, which
    /// follows none. Each hop is a request of its own and is billed with the whole prompt; an answer that would go on is
    /// <see cref="PromptOutcome.Truncated"/>. Raise <see cref="Timeout"/> for answers of many hops: it covers them all.
    /// </summary>
    public int MaxHops { get; set; } = 32;

    /// <summary>When and how often a failed attempt is repeated.</summary>
    public GeminiRetryOptions Retry { get; } = new();

    /// <summary>How media (pictures, sound, videos, documents) travels.</summary>
    public GeminiMediaOptions Media { get; } = new();

    /// <summary>The clock of time limits and waits; the system's unless set.</summary>
    public TimeProvider TimeProvider { get; set; } = TimeProvider.System;

    /// <summary>
    /// Decides about functions the model calls that need an approval (<see cref="ToolAttribute.RequiresApproval"/>). A <see cref="ToolApproval"/> parameter of the
    /// method wins. Without either, a method that offers such a function throws before anything is sent.
    /// </summary>
    public ToolApproval? ToolApproval { get; set; }

    /// <summary>
    /// Draws the part of the delimiter around <see cref="UntrustedAttribute"/> values that nobody may guess: 8 to 64 letters and digits, once a call. For tests that
    /// compare whole requests; unset, it is 64 random bits from the system's secure source.
    /// </summary>
    public Func<string>? UntrustedDelimiter { get; set; }

    /// <summary>What configuration held and could not be bound; reported by the validation with everything else.</summary>
    internal List<string>? BindingErrors { get; set; }
}

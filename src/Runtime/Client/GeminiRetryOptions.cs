namespace GeminiGen;

/// <summary>
/// When and how often a failed attempt is repeated: overload (429 per minute, 503), faults (408, 499, 500, 502, 504), broken connections and
/// expired attempts. A quota per day, a refused key or a wrong request is never repeated.
/// </summary>
public sealed class GeminiRetryOptions
{
    /// <summary>The most attempts, the first one included, 1 to 100; 5 unless set (Google's troubleshooting page speaks of up to 4 retries). 1 turns retries off.</summary>
    public int MaxAttempts { get; set; } = 5;

    /// <summary>The longest first wait when the API names none; each further one may be twice as long. 1 second unless set, 0 to a day.</summary>
    public TimeSpan BaseDelay { get; set; } = TimeSpan.FromSeconds(1);

    /// <summary>
    /// The longest wait when the API names none; 60 seconds unless set, <see cref="BaseDelay"/> to a day. A wait the API does name is
    /// kept as it is, as long as <see cref="GeminiOptions.Timeout"/> leaves time for it; otherwise the call fails at once.
    /// </summary>
    public TimeSpan MaxDelay { get; set; } = TimeSpan.FromSeconds(60);
}

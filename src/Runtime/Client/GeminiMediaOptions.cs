namespace GeminiGen;

/// <summary>How media travels. Read once, when the client is made.</summary>
public sealed class GeminiMediaOptions
{
    /// <summary>
    /// The most bytes of a request with its media inside, as base64 and with the text; 20,000,000 unless set, 0 to 100,000,000 (the API's limit).
    /// What would make a request larger is uploaded through the Files API first, largest media first. 0 uploads all media.
    /// </summary>
    public long InlineLimit { get; set; } = MediaLimits.CautiousRequest;

    /// <summary>
    /// How long an uploaded file may take until the API has prepared it, which for a long video is minutes; 10 minutes unless set. The call's own
    /// limit, <see cref="GeminiOptions.Timeout"/> or <c>[Timeout]</c>, holds as well. <see cref="Timeout.InfiniteTimeSpan"/> turns it off.
    /// </summary>
    public TimeSpan ProcessingTimeout { get; set; } = TimeSpan.FromMinutes(10);
}

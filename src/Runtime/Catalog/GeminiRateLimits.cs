namespace GeminiGen;

/// <summary>
/// How much a project may ask of a model. Google no longer publishes these; they are what projects reported, so treat them as a starting point.
/// </summary>
public sealed class GeminiRateLimits
{
    /// <summary>Whether the tier offers the model; null when no source says.</summary>
    public bool? Available { get; init; }

    /// <summary>Requests per minute; null when no source says.</summary>
    public int? RequestsPerMinute { get; init; }

    /// <summary>Requests per day; null when no source says, or there is no such limit (see <see cref="Note"/>).</summary>
    public int? RequestsPerDay { get; init; }

    /// <summary>Input tokens per minute; null when no source says.</summary>
    public int? TokensPerMinute { get; init; }

    /// <summary>A remark on the numbers.</summary>
    public string? Note { get; init; }
}

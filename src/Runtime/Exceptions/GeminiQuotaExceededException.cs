namespace GeminiGen;

/// <summary>A quota is used up (429), or prepaid credits are (402).</summary>
/// <param name="message">Cause and cure.</param>
/// <param name="innerException">The cause, if another exception is.</param>
public sealed class GeminiQuotaExceededException(string message, Exception? innerException = null) : GeminiApiException(message, innerException)
{
    /// <summary>The quota that is used up; decides whether waiting helps.</summary>
    public GeminiQuotaScope Scope { get; init; }

    /// <summary>How long the API asks to wait, or <see langword="null"/> when it does not say.</summary>
    public TimeSpan? RetryAfter { get; init; }

    /// <summary>The id of the quota, as in <c>GenerateRequestsPerMinutePerProjectPerModel</c>, or <see langword="null"/> when the API named none.</summary>
    public string? QuotaId { get; init; }
}

namespace GeminiGen;

/// <summary>What an error body says (<c>google.rpc.Status</c>), as far as it decides or explains anything.</summary>
internal sealed class ApiError
{
    /// <summary>The HTTP code the body names, or 0.</summary>
    internal int Code { get; set; }

    internal string? Status { get; set; }

    internal string? Message { get; set; }

    internal string? Reason { get; set; }

    /// <summary>The id of the quota that is used up, from <c>QuotaFailure</c> or <c>ErrorInfo.metadata.quota_limit</c>.</summary>
    internal string? QuotaId { get; set; }

    internal string? QuotaMetric { get; set; }

    /// <summary>The quota's size, as text.</summary>
    internal string? QuotaValue { get; set; }

    /// <summary>Whether any quota named is one per day.</summary>
    internal bool IsPerDay { get; set; }

    /// <summary><c>RetryInfo.retryDelay</c>.</summary>
    internal TimeSpan? RetryDelay { get; set; }

    /// <summary>The request's fields that are wrong.</summary>
    internal List<FieldViolation> FieldViolations { get; } = [];
}

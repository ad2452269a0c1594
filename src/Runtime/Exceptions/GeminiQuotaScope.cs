namespace GeminiGen;

/// <summary>Which quota is used up.</summary>
public enum GeminiQuotaScope
{
    /// <summary>The API did not say; retried after a back-off.</summary>
    Unknown,

    /// <summary>Requests or tokens per minute; retried after the wait the API asks for.</summary>
    PerMinute,

    /// <summary>Requests per day; never retried. It starts anew at midnight in California.</summary>
    PerDay,

    /// <summary>The model is not offered to the project's tier: its quota is zero. Never retried.</summary>
    NotOffered,

    /// <summary>Prepaid credits are used up. Never retried.</summary>
    Credits,
}

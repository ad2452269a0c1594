namespace GeminiGen.Emulator.Quotas;

/// <summary>What a quota counts.</summary>
internal enum QuotaMeasure
{
    /// <summary>Requests of a minute.</summary>
    RequestsPerMinute,

    /// <summary>Input tokens of a minute.</summary>
    InputTokensPerMinute,

    /// <summary>Requests of a day.</summary>
    RequestsPerDay,
}

namespace GeminiGen.Emulator.Quotas;

/// <summary>Which quotas a call counts for.</summary>
internal enum QuotaKind
{
    /// <summary>None: counting tokens, and what goes into a batch.</summary>
    None,

    /// <summary>Those of answers.</summary>
    Generate,

    /// <summary>Those of vectors.</summary>
    Embed,
}

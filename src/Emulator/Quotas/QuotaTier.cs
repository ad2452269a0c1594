namespace GeminiGen.Emulator.Quotas;

/// <summary>What an account pays; the API's names of quotas differ by it.</summary>
public enum QuotaTier
{
    /// <summary>Nothing.</summary>
    Free,

    /// <summary>By use.</summary>
    Paid,
}

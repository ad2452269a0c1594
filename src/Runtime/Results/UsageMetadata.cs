namespace GeminiGen;

/// <summary>The tokens a call used, as the API counted them (<c>usageMetadata</c>).</summary>
public readonly record struct UsageMetadata
{
    /// <summary>Tokens of the prompt, cached ones included.</summary>
    public int PromptTokenCount { get; init; }

    /// <summary>Those of the prompt's tokens that came from a cache and are billed at its price.</summary>
    public int CachedContentTokenCount { get; init; }

    /// <summary>Tokens of the answer, without thinking.</summary>
    public int CandidatesTokenCount { get; init; }

    /// <summary>Tokens spent on thinking; billed as output.</summary>
    public int ThoughtsTokenCount { get; init; }

    /// <summary>Tokens of the results of server-side tools; billed as input.</summary>
    public int ToolUsePromptTokenCount { get; init; }

    /// <summary>All tokens, as the API summed them.</summary>
    public int TotalTokenCount { get; init; }

    /// <summary>The tokens of two responses together.</summary>
    /// <param name="left">One.</param>
    /// <param name="right">The other.</param>
    /// <returns>The sum.</returns>
    public static UsageMetadata operator +(UsageMetadata left, UsageMetadata right) => left.Add(right);

    /// <summary>The tokens of two responses together.</summary>
    /// <param name="other">The other.</param>
    /// <returns>The sum.</returns>
    public UsageMetadata Add(UsageMetadata other) => new()
    {
        PromptTokenCount = PromptTokenCount + other.PromptTokenCount,
        CachedContentTokenCount = CachedContentTokenCount + other.CachedContentTokenCount,
        CandidatesTokenCount = CandidatesTokenCount + other.CandidatesTokenCount,
        ThoughtsTokenCount = ThoughtsTokenCount + other.ThoughtsTokenCount,
        ToolUsePromptTokenCount = ToolUsePromptTokenCount + other.ToolUsePromptTokenCount,
        TotalTokenCount = TotalTokenCount + other.TotalTokenCount,
    };
}

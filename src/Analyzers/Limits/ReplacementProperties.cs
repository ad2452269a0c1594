using System.Collections.Immutable;

namespace GeminiGen.Analyzers.Limits;

/// <summary>Tells the fix of a finding what to write in place of the marked value.</summary>
internal static class ReplacementProperties
{
    /// <summary>GG3003: the setting that makes the model think less.</summary>
    public const string LessThinking = ContractIssueProperties.LessThinking;

    /// <summary>The properties of a finding; null when there is nothing to write.</summary>
    public static ImmutableDictionary<string, string?>? Of(string? replacement)
        => replacement is null ? null : ImmutableDictionary<string, string?>.Empty.Add(ContractIssueProperties.Replacement, replacement);
}

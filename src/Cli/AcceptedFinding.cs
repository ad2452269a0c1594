namespace GeminiGen.Cli;

/// <summary>A finding that is accepted.</summary>
/// <param name="File">Its file, as seen from the baseline's folder.</param>
/// <param name="Rule">The id of its rule.</param>
/// <param name="Hash">What it is known by.</param>
internal sealed record AcceptedFinding(string File, string Rule, string Hash) : IComparable<AcceptedFinding>
{
    /// <inheritdoc/>
    public int CompareTo(AcceptedFinding? other)
        => other is null ? 1
            : string.CompareOrdinal(File, other.File) is not 0 and int file ? file
            : string.CompareOrdinal(Rule, other.Rule) is not 0 and int rule ? rule
            : string.CompareOrdinal(Hash, other.Hash);
}

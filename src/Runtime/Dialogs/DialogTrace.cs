namespace GeminiGen;

/// <summary>What happened in a call of several requests before its last response.</summary>
internal sealed class DialogTrace
{
    /// <summary>How many requests were answered, the last one included.</summary>
    internal int Rounds { get; set; }

    /// <summary>The tokens of all responses but the last.</summary>
    internal UsageMetadata PriorUsage { get; set; }
}

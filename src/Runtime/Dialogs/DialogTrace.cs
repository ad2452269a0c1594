namespace GeminiGen;

/// <summary>What happened in a call of several requests before its last response.</summary>
internal sealed class DialogTrace
{
    /// <summary>How many requests were answered, the last one included.</summary>
    internal int Rounds { get; set; }

    /// <summary>How many hops of the answer at hand have been followed, in a stream.</summary>
    internal int Hops { get; set; }

    /// <summary>Whether the answer at hand has text already, in a stream.</summary>
    internal bool HasText { get; set; }

    /// <summary>The tokens of all responses but the last.</summary>
    internal UsageMetadata PriorUsage { get; set; }

    /// <summary>The functions called, oldest first.</summary>
    internal IReadOnlyList<ToolCall> ToolCalls { get; set; } = [];
}

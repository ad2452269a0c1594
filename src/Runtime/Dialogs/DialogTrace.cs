using System.Text;

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

    /// <summary>The thoughts of responses before the last, or <see langword="null"/>.</summary>
    internal string? PriorThoughts { get; set; }

    /// <summary>The responses so far, or <see langword="null"/> when nobody wants them.</summary>
    internal KeptResponses? Responses { get; init; }

    /// <summary>How the history was trimmed before the call, or <see langword="null"/>.</summary>
    internal ConversationTrim? Trim { get; set; }

    /// <summary>The errors of answers after which the model was asked again, oldest first.</summary>
    internal IReadOnlyList<GeminiAnswerException> Repairs { get; set; } = [];

    /// <summary>Earlier and last thoughts together; <see langword="null"/> when there are none.</summary>
    internal static string? Join(string? earlier, StringBuilder? last)
        => last is not { Length: > 0 } ? earlier : earlier + last.ToString();

    /// <summary>The functions called, oldest first.</summary>
    internal IReadOnlyList<ToolCall> ToolCalls { get; set; } = [];
}

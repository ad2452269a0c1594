using System.Text.Json.Nodes;

namespace GeminiGen.Emulator.Answers;

/// <summary>What the emulated model has to say, before it is written in one piece or in chunks.</summary>
internal sealed record ModelAnswer
{
    /// <summary>The content; empty for an answer without parts.</summary>
    public required IReadOnlyList<AnswerPart> Parts { get; init; }

    /// <summary>How it ended, in the API's spelling.</summary>
    public string FinishReason { get; init; } = "STOP";

    /// <summary>Why the prompt was blocked; an answer with this has no candidates.</summary>
    public string? BlockReason { get; init; }

    /// <summary>Whether a filter took the whole content away; such a candidate has none, not even an empty one.</summary>
    public bool IsWithheld => Parts.Count == 0 && FinishReason is not ("STOP" or "MAX_TOKENS" or "CONTINUATION");

    /// <summary>How many times the candidate is repeated; 0 writes an empty list.</summary>
    public int CandidateCount { get; init; } = 1;

    /// <summary>What search found, or null.</summary>
    public JsonObject? GroundingMetadata { get; init; }

    /// <summary>Which pages were read, or null.</summary>
    public JsonObject? UrlContextMetadata { get; init; }

    public required Usage Usage { get; init; }

    public required string ModelVersion { get; init; }

    public required string ResponseId { get; init; }

    /// <summary>How the call was served: standard, flex or priority.</summary>
    public string ServiceTier { get; init; } = "standard";

    /// <summary>When the answer was made; told on Google Cloud only, which then also tells how the traffic is paid.</summary>
    public DateTimeOffset? CloudTime { get; init; }

    /// <summary>What the next request has to bring along to get what follows; null at the end.</summary>
    public string? ContinuationToken { get; init; }

    /// <summary>Whether the model signs its calls of functions and wants the signatures back.</summary>
    public bool SignsCalls { get; init; }

    /// <summary>Stands for the model's thinking on the last part of an answer in text; null for an answer without thinking, or with signatures of its own.</summary>
    public string? Signature => Usage.Thoughts > 0 && Parts.All(part => part.Data is not { Field: "functionCall" }) ? ThoughtSignature.Create(ResponseId) : null;
}

using System.Security.Cryptography;
using System.Text;

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

    /// <summary>How many times the candidate is repeated; 0 writes an empty list.</summary>
    public int CandidateCount { get; init; } = 1;

    public required Usage Usage { get; init; }

    public required string ModelVersion { get; init; }

    public required string ResponseId { get; init; }

    /// <summary>Stands for the model's thinking on the last part of an answer; null for an answer without thinking.</summary>
    public string? ThoughtSignature => Usage.Thoughts > 0 ? Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(ResponseId))) : null;
}

using System.Text;

namespace GeminiGen;

/// <summary>What is read of a response, or of all the pieces of a stream.</summary>
internal struct AnswerFields
{
    /// <summary>Where text goes as UTF-8; without it, text is gathered in <see cref="Text"/>.</summary>
    internal PooledUtf8Buffer? Utf8;

    /// <summary>Whether <see cref="ModelVersion"/> and <see cref="ResponseId"/> are wanted: they cost a string each.</summary>
    internal bool WantsDetails;

    /// <summary>Whether reading may end with a complete answer's candidate: what follows is counts, which only results and exceptions show.</summary>
    internal bool EndsWithAnswer;

    /// <summary>Whether the caller takes answers that go on in a further request as they come.</summary>
    internal bool IsRound;

    /// <summary>Where thoughts are gathered; <see langword="null"/> when nobody wants them.</summary>
    internal StringBuilder? Thoughts;

    internal string? Text;
    internal FinishReason Finish;
    internal string? BlockReason;
    internal List<SafetyRating>? SafetyRatings;
    internal UsageMetadata Usage;
    internal string? ModelVersion;
    internal string? ResponseId;

    /// <summary>Whether the JSON holds an <c>error</c> instead of an answer.</summary>
    internal bool HasError;

    /// <summary>Whether the JSON is of a response's shape at all.</summary>
    internal bool IsResponse;

    /// <summary>Whether anything of an answer has been seen, if only a thought.</summary>
    internal bool HasCandidate;

    internal readonly bool HasText => Utf8 is null ? !string.IsNullOrEmpty(Text) : Utf8.Length > 0;
}

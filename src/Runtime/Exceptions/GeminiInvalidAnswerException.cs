namespace GeminiGen;

/// <summary>The answer is JSON, but does not fit the type: a required member is missing, an enum value is unknown, a value is null where none may be, or not what an annotation asks for.</summary>
/// <param name="message">Cause and cure.</param>
/// <param name="innerException">The cause, if another exception is.</param>
public sealed class GeminiInvalidAnswerException(string message, Exception? innerException = null) : GeminiAnswerException(message, innerException)
{
    /// <summary>The answer's text as it came.</summary>
    public string RawText => Text;

    /// <summary>What is wrong with the answer, in the order it was found; at least one entry. JSON of a wrong shape ends the reading, so that it is the only one.</summary>
    public IReadOnlyList<PromptViolation> Violations { get; init; } = [];

    /// <summary>Where in the text the trouble is, as a JSON path such as <c>$.items[2].name</c>.</summary>
    public string JsonPath { get; init; } = "$";
}

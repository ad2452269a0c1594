namespace GeminiGen;

/// <summary>The answer should be JSON and is not.</summary>
/// <param name="message">Cause and cure.</param>
/// <param name="innerException">The cause, if another exception is.</param>
public sealed class GeminiMalformedAnswerException(string message, Exception? innerException = null) : GeminiAnswerException(message, innerException)
{
    /// <summary>The answer's text as it came.</summary>
    public string RawText => Text;

    /// <summary>Where in the text the trouble is, as a JSON path such as <c>$.items[2].name</c>.</summary>
    public string JsonPath { get; init; } = "$";
}

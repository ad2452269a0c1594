namespace GeminiGen;

/// <summary>Why the model stopped. An open set: the API adds reasons over time, and each arrives here as it was sent.</summary>
/// <param name="Value">The API's word, as in <c>STOP</c>.</param>
public readonly record struct FinishReason(string Value)
{
    private readonly string? _value = Value;

    /// <summary>The API's word, as in <c>STOP</c>; <c>FINISH_REASON_UNSPECIFIED</c> when none was sent.</summary>
    public string Value
    {
        get => _value ?? "FINISH_REASON_UNSPECIFIED";
        init => _value = value;
    }

    /// <summary>The answer is complete.</summary>
    public static FinishReason Stop { get; } = new("STOP");

    /// <summary>The answer was cut at the output limit.</summary>
    public static FinishReason MaxTokens { get; } = new("MAX_TOKENS");

    /// <summary>The answer was stopped by a safety filter.</summary>
    public static FinishReason Safety { get; } = new("SAFETY");

    /// <summary>The answer repeated protected text.</summary>
    public static FinishReason Recitation { get; } = new("RECITATION");

    /// <summary>The language is not supported.</summary>
    public static FinishReason Language { get; } = new("LANGUAGE");

    /// <summary>Stopped for another reason.</summary>
    public static FinishReason Other { get; } = new("OTHER");

    /// <summary>The answer holds a forbidden term.</summary>
    public static FinishReason Blocklist { get; } = new("BLOCKLIST");

    /// <summary>The answer holds prohibited content.</summary>
    public static FinishReason ProhibitedContent { get; } = new("PROHIBITED_CONTENT");

    /// <summary>The answer holds sensitive personal data.</summary>
    public static FinishReason Spii { get; } = new("SPII");

    /// <summary>The model produced a response the API could not read.</summary>
    public static FinishReason MalformedResponse { get; } = new("MALFORMED_RESPONSE");

    /// <summary>The model produced a function call the API could not read.</summary>
    public static FinishReason MalformedFunctionCall { get; } = new("MALFORMED_FUNCTION_CALL");

    /// <summary>The answer goes on in a further request (long decode).</summary>
    public static FinishReason Continuation { get; } = new("CONTINUATION");

    /// <summary>Whether a reason was sent at all.</summary>
    internal bool IsSpecified => _value is not null;

    /// <summary>The API's word.</summary>
    /// <returns><see cref="Value"/>.</returns>
    public override string ToString() => Value;
}

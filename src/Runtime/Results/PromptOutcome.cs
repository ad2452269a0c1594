namespace GeminiGen;

/// <summary>What became of an answer.</summary>
public enum PromptOutcome
{
    /// <summary>The answer is whole and readable.</summary>
    Complete,

    /// <summary>The answer was cut: at the output limit, or without any finish reason.</summary>
    Truncated,

    /// <summary>The prompt or the answer was blocked.</summary>
    Blocked,

    /// <summary>The answer repeated protected text and was stopped.</summary>
    Recited,

    /// <summary>The model finished without saying anything.</summary>
    Empty,

    /// <summary>The answer should be JSON and is not.</summary>
    Malformed,

    /// <summary>The answer is JSON that does not fit the type: a required member is missing, an enum value is unknown, a value is null where none may be.</summary>
    Invalid,
}

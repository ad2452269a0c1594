namespace GeminiGen;

/// <summary>What happens when a function the model called throws.</summary>
public enum ToolErrorHandling
{
    /// <summary>The model is told the exception's message, and decides what to do.</summary>
    Report,

    /// <summary>The model is told that the function failed, and nothing of why: for exceptions whose messages are nobody else's business.</summary>
    ReportWithoutDetails,

    /// <summary>The call fails with a <see cref="GeminiToolException"/>.</summary>
    Throw,
}

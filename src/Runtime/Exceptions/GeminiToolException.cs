namespace GeminiGen;

/// <summary>
/// A function the model called ended the call: it threw and <see cref="ToolErrorHandling.Throw"/> was asked for, the model went on calling functions
/// beyond <see cref="ToolsAttribute.MaxRounds"/>, or its arguments came in pieces (Google Cloud's <c>partialArgs</c>).
/// </summary>
/// <param name="message">Cause and cure.</param>
/// <param name="innerException">What the function threw.</param>
public sealed class GeminiToolException(string message, Exception? innerException = null) : GeminiException(message, innerException)
{
    /// <summary>What was called up to then, oldest first.</summary>
    public IReadOnlyList<ToolCall> ToolCalls { get; internal init; } = [];
}

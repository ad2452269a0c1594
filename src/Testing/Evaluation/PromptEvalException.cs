namespace GeminiGen.Testing;

/// <summary>An evaluation is below its threshold.</summary>
public sealed class PromptEvalException : Exception
{
    /// <summary>Makes an exception.</summary>
    /// <param name="message">The rate, the threshold, and the cases that failed.</param>
    public PromptEvalException(string message)
        : base(message)
    {
    }
}

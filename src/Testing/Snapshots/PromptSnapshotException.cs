namespace GeminiGen.Testing;

/// <summary>A prompt is not the one of its snapshot.</summary>
public sealed class PromptSnapshotException : Exception
{
    /// <summary>Makes an exception.</summary>
    /// <param name="message">What differs and what to do.</param>
    /// <param name="innerException">The cause, if another exception is.</param>
    public PromptSnapshotException(string message, Exception? innerException = null)
        : base(message, innerException)
    {
    }
}

namespace GeminiGen.Testing;

/// <summary>
/// There is no recording of a request, or none can be written or read. It is no <see cref="GeminiException"/>, so that it is not retried, nor hidden by code that handles those.
/// </summary>
public sealed class GeminiRecordingException : Exception
{
    /// <summary>Makes an exception.</summary>
    /// <param name="message">What is wrong and what to do.</param>
    /// <param name="innerException">The cause, if another exception is.</param>
    public GeminiRecordingException(string message, Exception? innerException = null)
        : base(message, innerException)
    {
    }
}

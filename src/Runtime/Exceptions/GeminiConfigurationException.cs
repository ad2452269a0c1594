namespace GeminiGen;

/// <summary>Something the client needs is not configured, or not usable; no request was sent. The message names the option.</summary>
/// <param name="message">What is missing or wrong, and where to set it.</param>
/// <param name="innerException">The cause, if another exception is.</param>
public class GeminiConfigurationException(string message, Exception? innerException = null) : GeminiException(message, innerException);

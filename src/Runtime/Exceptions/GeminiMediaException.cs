namespace GeminiGen;

/// <summary>Media cannot be sent: it is missing, empty, too large, of a type nobody knows, or it changed on the way. Trying again does not help.</summary>
/// <param name="message">What is wrong and what to do.</param>
/// <param name="innerException">The cause, if another exception is.</param>
public class GeminiMediaException(string message, Exception? innerException = null) : GeminiException(message, innerException);

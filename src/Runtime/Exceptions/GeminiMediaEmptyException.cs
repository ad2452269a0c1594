namespace GeminiGen;

/// <summary>Media has 0 bytes. Nothing was sent.</summary>
/// <param name="message">What is empty.</param>
/// <param name="innerException">The cause, if another exception is.</param>
public sealed class GeminiMediaEmptyException(string message, Exception? innerException = null) : GeminiMediaException(message, innerException);

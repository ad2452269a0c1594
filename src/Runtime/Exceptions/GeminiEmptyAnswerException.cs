namespace GeminiGen;

/// <summary>The model finished without an answer.</summary>
/// <param name="message">Cause and cure.</param>
/// <param name="innerException">The cause, if another exception is.</param>
public sealed class GeminiEmptyAnswerException(string message, Exception? innerException = null) : GeminiAnswerException(message, innerException);

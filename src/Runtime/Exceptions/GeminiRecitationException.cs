namespace GeminiGen;

/// <summary>The answer repeated protected text and was stopped (<c>RECITATION</c>).</summary>
/// <param name="message">Cause and cure.</param>
/// <param name="innerException">The cause, if another exception is.</param>
public sealed class GeminiRecitationException(string message, Exception? innerException = null) : GeminiAnswerException(message, innerException);

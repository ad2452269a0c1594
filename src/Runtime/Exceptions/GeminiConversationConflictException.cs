namespace GeminiGen;

/// <summary>
/// A conversation of a key was changed or removed elsewhere while a call on it ran. The model has answered, but the turns were not added, because the
/// answer knows nothing of the change.
/// </summary>
/// <param name="message">Cause and cure.</param>
/// <param name="innerException">The cause, if another exception is.</param>
public sealed class GeminiConversationConflictException(string message, Exception? innerException = null) : GeminiException(message, innerException);

namespace GeminiGen;

/// <summary>The model answered, but not with a whole value. What did arrive is in <see cref="Text"/>.</summary>
/// <param name="message">Cause and cure; without any of the answer's text.</param>
/// <param name="innerException">The cause, if another exception is.</param>
public abstract class GeminiAnswerException(string message, Exception? innerException = null) : GeminiException(message, innerException)
{
    private string _text = "";

    /// <summary>Why the model stopped.</summary>
    public FinishReason FinishReason { get; init; }

    /// <summary>The tokens used; they are billed all the same.</summary>
    public UsageMetadata Usage { get; init; }

    /// <summary>The errors of earlier answers in the same call, after which the model was asked again (<see cref="RepairAttribute"/>), oldest first.</summary>
    public IReadOnlyList<GeminiAnswerException> Repairs { get; internal set; } = [];

    /// <summary>The text that arrived; empty when none did. In streams of items it is that of the item that was cut or could not be read, because those before it were given already.</summary>
    public string Text
    {
        get => _text;
        init => _text = value;
    }

    /// <summary>Adds the text of a stream, unless the exception has one of its own.</summary>
    internal void AddText(string text) => _text = _text.Length > 0 ? _text : text;
}

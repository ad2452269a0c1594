namespace GeminiGen;

/// <summary>What a call would send. Each contract's class has a <c>Render…Async</c> beside each of its methods that gives it; nothing is sent, and no key is needed.</summary>
public sealed class RenderedPrompt
{
    // Read when somebody wants to see it: most of what fakes render is never looked at.
    private Preview? _preview;

    internal RenderedPrompt(string model, string json)
    {
        Model = model;
        Json = json;
    }

    /// <summary>The model that would be asked.</summary>
    public string Model { get; }

    /// <summary>
    /// System instruction and turns for a reader, each under a line that names who speaks, as in <c>[user]</c>. Examples and history are among them; media shows its type and size.
    /// </summary>
    public string Text => Read().Text;

    /// <summary>
    /// The body of the request, byte for byte, except that the data of media is left out for its size. Large media would be uploaded first, and a history that trims itself would do so.
    /// </summary>
    public string Json { get; }

    /// <summary>
    /// How many tokens it would cost as input, estimated: texts, functions, the answer's schema, and media at the rates of the model's generation. How long sound and video are and how
    /// many pages a document has is guessed from the bytes, unless <see cref="Media.WithClip"/> says.
    /// </summary>
    public int EstimatedTokens => Read().EstimatedTokens;

    /// <summary>The text.</summary>
    /// <returns><see cref="Text"/>.</returns>
    public override string ToString() => Text;

    private Preview Read()
    {
        if (_preview is { } known)
        {
            return known;
        }

        (string text, int estimatedTokens) = PromptPreview.Read(Json, Model);
        return _preview = new Preview(text, estimatedTokens);
    }

    private sealed record Preview(string Text, int EstimatedTokens);
}

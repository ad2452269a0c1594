namespace GeminiGen.Emulator.Answers;

/// <summary>A piece of an answer's content.</summary>
/// <param name="Text">The text.</param>
/// <param name="IsThought">Whether it is a summary of thinking, not part of the answer.</param>
internal readonly record struct AnswerPart(string Text, bool IsThought = false)
{
    /// <summary>The field and the JSON of a part that holds something else than text; null for a part of text.</summary>
    public (string Field, string Json)? Data { get; init; }

    /// <summary>The part's own thought signature.</summary>
    public string? Signature { get; init; }

    /// <summary>Whether the part is text of the answer.</summary>
    public bool IsText => !IsThought && Data is null;
}

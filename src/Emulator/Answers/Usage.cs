namespace GeminiGen.Emulator.Answers;

/// <summary>Token counts of one call.</summary>
/// <param name="PromptText">Text tokens of the prompt.</param>
/// <param name="PromptMedia">Tokens of the prompt's media.</param>
/// <param name="Candidates">Tokens of the answer, all candidates together.</param>
/// <param name="Thoughts">Tokens spent on thinking.</param>
internal readonly record struct Usage(int PromptText, int PromptMedia, int Candidates, int Thoughts)
{
    /// <summary>Tokens of the prompt, and counted among them, that came from a cache.</summary>
    public int Cached { get; init; }

    /// <summary>The tokens of the prompt's media by what they are; null without media.</summary>
    public IReadOnlyList<(string Modality, int Tokens)>? Media { get; init; }

    public int Prompt => PromptText + PromptMedia;

    public int Total => Prompt + Candidates + Thoughts;
}

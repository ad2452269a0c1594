namespace GeminiGen.Emulator.Answers;

/// <summary>Token counts of one call.</summary>
/// <param name="PromptText">Text tokens of the prompt.</param>
/// <param name="PromptMedia">Tokens of the prompt's media.</param>
/// <param name="Candidates">Tokens of the answer, all candidates together.</param>
/// <param name="Thoughts">Tokens spent on thinking.</param>
internal readonly record struct Usage(int PromptText, int PromptMedia, int Candidates, int Thoughts)
{
    public int Prompt => PromptText + PromptMedia;

    public int Total => Prompt + Candidates + Thoughts;
}

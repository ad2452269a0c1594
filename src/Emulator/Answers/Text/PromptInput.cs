namespace GeminiGen.Emulator.Answers.Text;

/// <summary>A prompt taken apart.</summary>
/// <param name="Instruction">What shall be done.</param>
/// <param name="Document">What it shall be done with; empty when the prompt brings no text of its own.</param>
/// <param name="Question">The question asked, or null.</param>
/// <param name="Wish">How the answer shall look.</param>
/// <param name="Media">Media types of attachments, which the emulator cannot look into.</param>
/// <param name="Results">What functions gave since the user spoke, each with the function's name before it.</param>
internal sealed record PromptInput(
    string Instruction, InputDocument Document, string? Question, AnswerWish Wish, IReadOnlyList<string> Media, IReadOnlyList<string> Results)
{
    /// <summary>How many sentences an answer in text has where the prompt asks for no number.</summary>
    public int UsualSentences { get; init; } = 3;
}

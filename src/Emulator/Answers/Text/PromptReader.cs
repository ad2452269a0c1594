using GeminiGen.Emulator.Validation;

namespace GeminiGen.Emulator.Answers.Text;

/// <summary>Takes a prompt apart: instruction, document, question, wishes.</summary>
internal static class PromptReader
{
    public static PromptInput Read(IReadOnlyList<string> systemTexts, IReadOnlyList<Turn> turns)
    {
        Turn[] userTurns = [.. turns.Where(turn => turn.Role != "model" && turn.Results.Count == 0)];
        string[] results = [.. turns.Reverse().TakeWhile(turn => turn.Role == "model" || turn.Results.Count > 0).Reverse().SelectMany(turn => turn.Results)];
        (string instruction, string document) = userTurns.Length == 0 ? ("", "") : SplitTurn(userTurns[^1]);
        if (document.Length == 0)
        {
            // A short last turn speaks about what was sent before.
            document = string.Join("\n\n", userTurns.SkipLast(1).Select(turn => SplitTurn(turn).Document).Where(text => text.Length > 0));
        }

        return new PromptInput(
            instruction,
            new InputDocument(string.Join("\n\n", results.Prepend(document).Where(text => text.Length > 0))),
            InstructionText.QuestionIn(instruction),
            AnswerWish.Read(instruction + "\n" + string.Join('\n', systemTexts)),
            [.. turns.SelectMany(turn => turn.Media)],
            results);
    }

    private static (string Instruction, string Document) SplitTurn(Turn turn)
    {
        if (turn.Texts.Count < 2)
        {
            return PromptSplitter.Split(turn.Texts is [var only] ? only : "");
        }

        string longest = turn.Texts.MaxBy(text => text.Length)!;
        string others = string.Join('\n', turn.Texts.Where(text => !ReferenceEquals(text, longest)));
        return longest.Length > 2 * others.Length ? (others, longest) : PromptSplitter.Split(string.Join("\n\n", turn.Texts));
    }
}

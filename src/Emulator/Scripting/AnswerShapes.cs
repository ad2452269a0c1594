using GeminiGen.Emulator.Answers;

namespace GeminiGen.Emulator.Scripting;

/// <summary>Turns a normal answer into one of the shapes a client must survive.</summary>
internal static class AnswerShapes
{
    public static ModelAnswer Blocked(ModelAnswer answer, string reason) =>
        answer with { Parts = [], BlockReason = reason, CandidateCount = 0, Usage = WithoutOutput(answer.Usage) };

    public static ModelAnswer Withheld(ModelAnswer answer, string finishReason) =>
        answer with { Parts = [], FinishReason = finishReason, Usage = answer.Usage with { Candidates = 0 } };

    public static ModelAnswer WithoutCandidates(ModelAnswer answer) =>
        answer with { Parts = [], CandidateCount = 0, Usage = WithoutOutput(answer.Usage) };

    public static ModelAnswer CutInHalf(ModelAnswer answer)
    {
        string text = TextOf(answer);
        return WithText(answer, TextSlice.Prefix(text, text.Length / 2)) with { FinishReason = "MAX_TOKENS" };
    }

    public static ModelAnswer SpentOnThinking(ModelAnswer answer)
    {
        int spent = Math.Max(1, answer.Usage.Thoughts + answer.Usage.Candidates);
        return answer with { Parts = [], FinishReason = "MAX_TOKENS", Usage = answer.Usage with { Candidates = 0, Thoughts = spent } };
    }

    public static ModelAnswer WithThought(ModelAnswer answer) => answer with
    {
        Parts = [AnswerComposer.Thought, new AnswerPart("The input is there, so it can be answered.\n", IsThought: true), .. answer.Parts.Where(part => !part.IsThought)],
        Usage = answer.Usage with { Thoughts = Math.Max(answer.Usage.Thoughts, 24) },
    };

    public static ModelAnswer WithoutLastCharacter(ModelAnswer answer)
    {
        string text = TextOf(answer);
        return WithText(answer, TextSlice.Prefix(text, Math.Max(0, text.Length - 1)));
    }

    public static ModelAnswer Scripted(ModelAnswer answer, string text, string finishReason) =>
        WithText(answer, text) with { FinishReason = finishReason };

    private static ModelAnswer WithText(ModelAnswer answer, string text) => answer with
    {
        Parts = [new AnswerPart(text)],
        Usage = answer.Usage with { Candidates = TokenEstimator.Estimate(text) * answer.CandidateCount },
    };

    private static string TextOf(ModelAnswer answer) => string.Concat(answer.Parts.Where(part => !part.IsThought).Select(part => part.Text));

    private static Usage WithoutOutput(Usage usage) => usage with { Candidates = 0, Thoughts = 0 };
}

using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
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

    public static ModelAnswer WithThought(ModelAnswer answer, string text) => answer with
    {
        Parts = [new AnswerPart(text, IsThought: true), .. answer.Parts.Where(part => !part.IsThought)],
        Usage = answer.Usage with { Thoughts = Math.Max(answer.Usage.Thoughts, TokenEstimator.Estimate(text)) },
    };

    public static ModelAnswer WithoutLastCharacter(ModelAnswer answer)
    {
        string text = TextOf(answer);
        return WithText(answer, TextSlice.Prefix(text, Math.Max(0, text.Length - 1)));
    }

    public static ModelAnswer InFence(ModelAnswer answer) =>
        WithText(answer, "Here is what you {asked} for [1]:\n\n```json\n" + TextOf(answer) + "\n```\n\nShall I go on?");

    public static ModelAnswer Scripted(ModelAnswer answer, string text, string finishReason) =>
        WithText(answer, text) with { FinishReason = finishReason };

    public static ModelAnswer CallingFunctions(ModelAnswer answer, IReadOnlyList<EmulatedCall> calls)
    {
        var parts = new List<AnswerPart>(answer.Parts.Where(part => part.IsThought));
        for (int index = 0; index < calls.Count; index++)
        {
            EmulatedCall call = calls[index];
            string id = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{answer.ResponseId}/{index}"))).AsSpan(0, 6));
            parts.Add(FunctionCallPart.Create(call.HasId ? id : null, call.Name, call.Arguments));
        }

        return answer with
        {
            Parts = Sign(parts, answer),
            Usage = answer.Usage with { Candidates = calls.Sum(call => TokenEstimator.Estimate(call.Name + call.Arguments)) },
        };
    }

    // Of calls made at once, the first carries the signature.
    private static List<AnswerPart> Sign(List<AnswerPart> parts, ModelAnswer answer)
    {
        int first = parts.FindIndex(part => part.Data is not null);
        if (answer.SignsCalls && first >= 0)
        {
            JsonElement call = JsonSerializer.Deserialize<JsonElement>(parts[first].Data!.Value.Json);
            parts[first] = parts[first] with { Signature = ThoughtSignature.Create(answer.ResponseId, FunctionCallPart.SignedContent(call)) };
        }

        return parts;
    }

    private static ModelAnswer WithText(ModelAnswer answer, string text) => answer with
    {
        Parts = [new AnswerPart(text)],
        Usage = answer.Usage with { Candidates = TokenEstimator.Estimate(text) * answer.CandidateCount },
    };

    private static string TextOf(ModelAnswer answer) => string.Concat(answer.Parts.Where(part => part.IsText).Select(part => part.Text));

    private static Usage WithoutOutput(Usage usage) => usage with { Candidates = 0, Thoughts = 0 };
}

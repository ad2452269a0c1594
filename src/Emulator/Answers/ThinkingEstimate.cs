using GeminiGen.Emulator.Models;
using GeminiGen.Emulator.Validation;

namespace GeminiGen.Emulator.Answers;

/// <summary>How many tokens the emulated model "thinks": more for higher levels and, to a point, for longer prompts.</summary>
internal static class ThinkingEstimate
{
    /// <summary>A prompt of this many tokens, or more, doubles the amount.</summary>
    private const int LongPrompt = 20_000;

    public static int Tokens(GenerateRequest request, EmulatedModel model, int promptTokens)
    {
        int amount = model.Thinking switch
        {
            ThinkingKind.Level => OfLevel(request.Thinking.TextField("thinkingLevel") ?? model.DefaultThinkingLevel),
            ThinkingKind.Budget => OfBudget(request.Thinking.IntegerField("thinkingBudget"), model.ThinksByDefault),
            _ => 0,
        };
        return amount + (int)((long)amount * Math.Min(promptTokens, LongPrompt) / LongPrompt);
    }

    private static int OfLevel(string? level) => level?.ToUpperInvariant() switch
    {
        "MINIMAL" or "OFF" => 0,
        "LOW" => 32,
        "HIGH" or "ON" => 256,
        _ => 96,
    };

    private static int OfBudget(int? budget, bool byDefault) => budget switch
    {
        null => byDefault ? OfLevel(null) : 0,
        < 0 => OfLevel(null),
        { } tokens => Math.Min(tokens, OfLevel(null)),
    };
}

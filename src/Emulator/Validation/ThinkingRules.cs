using System.Globalization;
using System.Text.Json;
using GeminiGen.Emulator.Errors;
using GeminiGen.Emulator.Models;

namespace GeminiGen.Emulator.Validation;

/// <summary>Which thinking settings a model takes.</summary>
internal static class ThinkingRules
{
    /// <summary>The budget that leaves the amount to the model.</summary>
    private const int Dynamic = -1;

    private const string Path = "generation_config.thinking_config";

    public static void Check(JsonElement thinking, EmulatedModel model, List<FieldViolation> violations)
    {
        string? level = thinking.TextField("thinkingLevel");
        int? budget = thinking.IntegerField("thinkingBudget");
        if (level is not null && budget is not null)
        {
            Add(violations, "", "Thinking budget and thinking level cannot be set together.");
        }
        else if (level is not null)
        {
            CheckLevel(level, model, violations);
        }
        else if (budget is { } tokens)
        {
            CheckBudget(tokens, model, violations);
        }
    }

    private static void CheckLevel(string level, EmulatedModel model, List<FieldViolation> violations)
    {
        if (model.Thinking is ThinkingKind.Budget or ThinkingKind.None)
        {
            Add(violations, ".thinking_level", "Thinking level is not supported for this model.");
        }
        else if (model.ThinkingLevels is { } levels && !levels.Contains(level, StringComparer.OrdinalIgnoreCase))
        {
            Add(violations, ".thinking_level", $"Thinking level {level} is not supported for this model; supported are {string.Join(", ", levels)}.");
        }
    }

    private static void CheckBudget(int budget, EmulatedModel model, List<FieldViolation> violations)
    {
        if (model.Thinking == ThinkingKind.None && budget != 0)
        {
            Add(violations, ".thinking_budget", "Thinking is not supported for this model.");
        }
        else if (model.RefusesBudget)
        {
            Add(violations, ".thinking_budget", "Thinking budget is not supported for this model. Use thinking level instead.");
        }
        else if (model.ThinkingBudget is var (min, max) && budget != Dynamic && !(budget == 0 && model.ThinkingCanBeDisabled) && (budget < min || budget > max))
        {
            string off = model.ThinkingCanBeDisabled ? ", 0 to switch it off" : "";
            Add(violations, ".thinking_budget", string.Create(CultureInfo.InvariantCulture,
                $"The thinking budget {budget} is invalid; choose between {min} and {max}{off}, or -1 to leave it to the model."));
        }
    }

    private static void Add(List<FieldViolation> violations, string field, string text) =>
        violations.Add(new FieldViolation(Path + field, text));
}

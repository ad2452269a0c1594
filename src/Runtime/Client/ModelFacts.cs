using GeminiGen.CompilerServices;

namespace GeminiGen;

/// <summary>What the catalogue says of a model, as far as a call needs it. Where it says nothing, the model is trusted with what is asked.</summary>
/// <param name="model">The catalogue's entry, if there is one.</param>
internal sealed class ModelFacts(GeminiModel? model)
{
    // Prices change at midnight in California. Its winter offset will do, and needs no time zone data on the machine.
    private static readonly TimeSpan Pacific = TimeSpan.FromHours(-8);

    /// <summary>The facts of a model, as a project's own catalogue has them where it says something.</summary>
    internal static ModelFacts Of(string id, PromptModels? models) => new(PromptModels.TryResolve(models, id, out GeminiModel? model) ? model : null);

    /// <summary>The id to advise instead of one that is not served; null when none is close that gives what is asked for.</summary>
    /// <param name="id">The id that is not served.</param>
    /// <param name="modality">What the model must give: <c>text</c> or <c>embedding</c>.</param>
    /// <param name="models">The project's own catalogue.</param>
    internal static string? Nearest(string id, string modality, PromptModels? models)
        => PromptModels.Nearest(models, id) is { } nearest
            && PromptModels.TryResolve(models, nearest, out GeminiModel? model)
            && (model.OutputModalities.Count == 0 || model.OutputModalities.Contains(modality))
                ? nearest
                : null;

    internal static bool IsShutDown(string id, PromptModels? models) => PromptModels.TryGet(models, id, out GeminiModel? model) && model.Status == GeminiModelStatus.ShutDown;

    /// <summary>
    /// Whether a schema goes out as JSON Schema rather than in the older dialect. A model of which nobody says that it takes it gets it where the
    /// older one cannot say what the type asks for.
    /// </summary>
    internal bool GetsJsonSchema(PromptSchema schema)
        => (model is null || model.Capabilities.ResponseJsonSchema == GeminiSupport.Yes || (schema.IsRecursive && model.Capabilities.ResponseJsonSchema != GeminiSupport.No))
            && (schema.IsRecursive || !schema.HasReferences || !RefusedSchemaKeywords.Contains("$ref"));

    /// <summary>Whether there is a schema that the model takes.</summary>
    internal bool Takes(PromptSchema schema) => !schema.IsRecursive || (GetsJsonSchema(schema) && !RefusedSchemaKeywords.Contains("$ref"));

    /// <summary>The schema as it goes out.</summary>
    internal ReadOnlySpan<byte> GetText(PromptSchema schema)
    {
        ReadOnlySpan<byte> text = GetsJsonSchema(schema) ? schema.JsonSchema : schema.OpenApiSchema;
        return RefusedSchemaKeywords.Count == 0 ? text : SchemaKeywords.Remove(text, RefusedSchemaKeywords);
    }

    private IReadOnlyList<string> RefusedSchemaKeywords => model?.Capabilities.RefusedSchemaKeywords ?? [];

    /// <summary>Whether typed answers, functions and the API's own tools go together.</summary>
    internal bool CombinesTools => model is null || model.Capabilities.ToolCombination != GeminiSupport.No;

    /// <summary>Whether long answers may come in several responses.</summary>
    internal bool MayAnswerInHops => model is null or { LongDecodeTokenLimit: not null };

    /// <summary>What the model reads, or nothing when nobody says.</summary>
    internal IReadOnlyList<string> InputModalities => model?.InputModalities ?? [];

    /// <summary>What the model gives in place of something it does not give; <see langword="null"/> when it gives that, or nobody says.</summary>
    internal string? GivesInsteadOf(string modality)
        => model is { OutputModalities: { Count: > 0 } given } && !given.Contains(modality) ? string.Join(" and ", given) : null;

    /// <summary>Whether the model may think.</summary>
    internal bool Thinks => model?.Thinking is not { Kind: GeminiThinkingKind.None };

    /// <summary>The largest temperature, or <see langword="null"/> when nobody says.</summary>
    internal decimal? MaxTemperature => model?.ParameterDefaults?.MaxTemperature;

    /// <summary>Most output tokens a call may ask for, or <see langword="null"/> when nobody says.</summary>
    internal int? MaxOutputTokens => model?.LongDecodeTokenLimit ?? model?.OutputTokenLimit;

    /// <summary>Most output tokens a call may ask for that is not streamed, where that is less.</summary>
    internal int? MaxOutputTokensWithoutStream => model?.OutputTokenLimitWithoutStream;

    /// <summary>Whether thinking is set by a budget.</summary>
    internal bool HasBudget => model?.Thinking?.Kind == GeminiThinkingKind.Budget;

    /// <summary>The levels the model takes, in words; <see langword="null"/> when this is one of them, or nobody says.</summary>
    internal string? ExpectedLevel(ThinkingLevel level)
        => model?.Thinking is { Kind: GeminiThinkingKind.Level } thinking ? SettingRanges.ForThinkingLevel(level.ToString(), thinking.Levels) : null;

    /// <summary>The budgets the model takes, in words; <see langword="null"/> when this is one of them, or nobody says.</summary>
    internal string? ExpectedBudget(int budget) => SettingRanges.ForThinkingBudget(
        budget,
        model?.Thinking is { Kind: GeminiThinkingKind.Budget, Min: { } minimum, Max: { } maximum } thinking
            ? new BudgetRange(minimum, maximum, thinking.CanDisable, thinking.Dynamic)
            : null);

    internal bool TakesLevel(ThinkingLevel level) => model?.Thinking is not { } thinking || thinking.Kind switch
    {
        GeminiThinkingKind.Level => thinking.Levels.Count == 0 || thinking.Levels.Contains(level.ToString(), StringComparer.OrdinalIgnoreCase),
        GeminiThinkingKind.Experimental => true,
        _ => false,
    };

    internal bool TakesBudget(int budget) => model?.Thinking is not { } thinking || thinking.Kind switch
    {
        GeminiThinkingKind.Budget => IsInRange(thinking, budget),
        GeminiThinkingKind.Experimental => true,
        _ => false,
    };

    internal decimal? Cost(in UsageMetadata usage, TimeProvider clock)
        => model?.EstimateCost(usage, DateOnly.FromDateTime((clock.GetUtcNow() + Pacific).UtcDateTime));

    // -1 lets the model decide, 0 turns thinking off; both stand outside the range proper.
    private static bool IsInRange(GeminiThinking thinking, int budget) => budget switch
    {
        -1 => thinking.Dynamic,
        0 => thinking.CanDisable || thinking.Min is 0,
        _ => budget >= (thinking.Min ?? 0) && budget <= (thinking.Max ?? int.MaxValue),
    };
}

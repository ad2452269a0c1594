using System.Globalization;
using GeminiGen.Analyzers.Requests;
using GeminiGen.Shared.Catalog;

namespace GeminiGen.Analyzers.Limits;

/// <summary>The value in range that is nearest to one that is not, as the fix of GG3006 writes it.</summary>
internal static class NearestValue
{
    /// <summary>Finds it; null where nothing near could have been meant.</summary>
    public static string? Of(Setting setting) => setting.Name switch
    {
        WellKnownNames.Temperature => Clamp(NumberOf(setting), 0, (double?)setting.Model?.MaxTemperature ?? ApiLimits.MaxTemperature),
        WellKnownNames.TopP => Clamp(NumberOf(setting), 0, ApiLimits.MaxTopP),
        WellKnownNames.TopK => Clamp(NumberOf(setting), 1, int.MaxValue),
        "CandidateCount" => Clamp(NumberOf(setting), 1, ApiLimits.MaxCandidates),
        "Logprobs" => Clamp(NumberOf(setting), 0, ApiLimits.MaxLogprobs),
        WellKnownNames.OutputDimensionality => Clamp(NumberOf(setting), ApiLimits.MinDimensions, ApiLimits.MaxDimensions),
        WellKnownNames.ThinkingBudget => OfBudget(setting.Integer, setting.Model?.Thinking),
        WellKnownNames.Seconds => NumberOf(setting) > ApiLimits.MaxTimeoutSeconds ? Text(ApiLimits.MaxTimeoutSeconds) : null,
        WellKnownNames.MaxAttempts when setting is AttributeSetting { Attribute: WellKnownNames.RepairAttribute } => Clamp(NumberOf(setting), 0, ApiLimits.MaxRepairs),
        WellKnownNames.MaxAttempts => Clamp(NumberOf(setting), 1, ApiLimits.MaxAttempts),
        WellKnownNames.Thinking when setting is AttributeSetting or RequestSetting => OfLevel(setting),
        _ => null,
    };

    /// <summary>A number put into a range.</summary>
    public static string Clamp(double value, double minimum, double maximum) => Text(Math.Min(Math.Max(value, minimum), maximum));

    private static double? NumberOf(Setting setting) => setting.Number ?? setting.Integer;

    private static string? Clamp(double? value, double minimum, double maximum) => value is { } number && !double.IsNaN(number) ? Clamp(number, minimum, maximum) : null;

    private static string Text(double value) => value.ToString("0.####", CultureInfo.InvariantCulture);

    // Below -1 nothing near was meant.
    private static string? OfBudget(int? budget, CatalogThinking? thinking) => (budget, thinking) switch
    {
        ( > 0, { Min: { } minimum, Max: { } maximum }) => Clamp(budget, minimum, maximum),
        (0, { Min: { } minimum, CanDisable: false }) => Clamp(budget, minimum, int.MaxValue),
        _ => null,
    };

    // The next level up, or the highest: a model that cannot think little thinks a little more.
    private static string? OfLevel(Setting setting)
    {
        if (setting.Member is not { } written || setting.Model?.Thinking?.Levels is not { Length: > 0 } levels)
        {
            return null;
        }

        string[] order = ["MINIMAL", "LOW", "MEDIUM", "HIGH"];
        int index = Array.IndexOf(order, written.ToUpperInvariant());
        string? nearest = index < 0 ? null : order.Skip(index).Concat(order.Take(index).Reverse()).FirstOrDefault(level => Array.IndexOf(levels, level) >= 0);
        return nearest is null ? null
            : setting is AttributeSetting ? WellKnownNames.ThinkingLevel + "." + CultureInfo.InvariantCulture.TextInfo.ToTitleCase(nearest.ToLowerInvariant())
            : "\"" + nearest + "\"";
    }
}

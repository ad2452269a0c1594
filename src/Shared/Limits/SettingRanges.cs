using System.Globalization;

namespace GeminiGen;

/// <summary>
/// Which values of a setting the API and a model take. Rules ask while somebody types, the client when it is called; each answer is the range to name, or null when
/// the value is in it or nothing is known.
/// </summary>
internal static class SettingRanges
{
    /// <summary>What is said of a value out of range: the setting, the value, the range.</summary>
    public const string OutOfRange = "'{0} = {1}' is out of range: it must be {2}";

    /// <summary>What is said of more output tokens than a model has: the value, the model, its limit.</summary>
    public const string OutputTokensAboveLimit = "'MaxOutputTokens = {0}' is more than '{1}' can answer: set it to {2} or less";

    /// <summary>What is said of more output tokens than a model has outside of streams: the value, the model, its limit.</summary>
    public const string OutputTokensAboveLimitWithoutStream = "'MaxOutputTokens = {0}' is more than '{1}' answers outside of a stream: set it to {2} or less, or stream the answer";

    /// <summary>The range of the temperature.</summary>
    public static string? ForTemperature(double? value, decimal? modelMaximum) => ForShare(value, (double?)modelMaximum ?? ApiLimits.MaxTemperature);

    /// <summary>The range of topP.</summary>
    public static string? ForTopP(double? value) => ForShare(value, ApiLimits.MaxTopP);

    /// <summary>The range of what is counted.</summary>
    public static string? ForCount(int? value) => value < 1 ? "1 or more" : null;

    /// <summary>The range of the number of candidates.</summary>
    public static string? ForCandidates(int? value)
        => value is < 1 or > ApiLimits.MaxCandidates ? string.Format(CultureInfo.InvariantCulture, "from 1 to {0}", ApiLimits.MaxCandidates) : null;

    /// <summary>The range of the number of alternatives whose probabilities are told.</summary>
    public static string? ForLogprobs(int? value)
        => value is < 0 or > ApiLimits.MaxLogprobs ? string.Format(CultureInfo.InvariantCulture, "from 0 to {0}", ApiLimits.MaxLogprobs) : null;

    /// <summary>The types an answer of text can have.</summary>
    public static string? ForResponseType(string? value)
        => value is null or "" or "text/plain" or "application/json" or "text/x.enum" ? null : "text/plain, application/json or text/x.enum";

    /// <summary>What stop sequences have to be.</summary>
    public static string? ForStopSequences(IReadOnlyCollection<string?>? texts)
    {
        if (texts?.Count > ApiLimits.MaxStopSequences)
        {
            return string.Format(CultureInfo.InvariantCulture, "at most {0} texts", ApiLimits.MaxStopSequences);
        }

        foreach (string? text in texts ?? [])
        {
            if (string.IsNullOrEmpty(text))
            {
                return "texts of one character or more";
            }
        }

        return null;
    }

    /// <summary>The range of the thinking budget.</summary>
    public static string? ForThinkingBudget(int? budget, BudgetRange? model)
    {
        if (budget < ApiLimits.DynamicThinkingBudget)
        {
            return "-1 (left to the model), or 0 or more";
        }

        if (budget is not { } tokens || model is not { } range)
        {
            return null;
        }

        bool isInRange = tokens switch
        {
            ApiLimits.DynamicThinkingBudget => range.IsDynamic,
            0 => range.CanDisable,
            _ => tokens >= range.Minimum && tokens <= range.Maximum,
        };
        return isInRange ? null : Describe(range);
    }

    /// <summary>The levels a model takes.</summary>
    /// <param name="level">The name of the level.</param>
    /// <param name="levels">The model's, in the API's spelling; empty when nobody says.</param>
    public static string? ForThinkingLevel(string level, IReadOnlyCollection<string> levels)
        // Some models switch thinking on and off by words of their own; nothing can be said about the usual levels there.
        => levels.Count == 0 || !levels.Contains("HIGH") || levels.Contains(level.ToUpperInvariant())
            ? null
            : "one of " + string.Join(", ", levels.Select(static name => CultureInfo.InvariantCulture.TextInfo.ToTitleCase(name.ToLowerInvariant()))) + " for this model";

    // The negated form also catches NaN.
    private static string? ForShare(double? value, double maximum)
        => value is { } number && !(number >= 0 && number <= maximum) ? string.Format(CultureInfo.InvariantCulture, "from 0 to {0}", maximum) : null;

    private static string Describe(BudgetRange range)
    {
        string text = string.Format(CultureInfo.InvariantCulture, "from {0} to {1} for this model", range.Minimum, range.Maximum);
        text += range.CanDisable && range.Minimum > 0 ? ", or 0 (off)" : "";
        return text + (range.IsDynamic ? ", or -1 (left to the model)" : "");
    }
}

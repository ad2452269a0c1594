using System.Globalization;

namespace GeminiGen.Generator.Emission;

/// <summary>What annotations ask of a value, as conditions of generated code: for answers as for arguments.</summary>
internal static class RuleConditions
{
    /// <summary>Whether a value that is there can break any of the rules.</summary>
    public static bool AreAny(AnswerRules rules)
        => rules.Minimum is not null || rules.Maximum is not null || rules.MinLength is not null || rules.MaxLength is not null || rules.Pattern is not null || rules.Values.Count > 0;

    /// <summary>How each rule but the pattern is broken.</summary>
    /// <param name="rules">The rules.</param>
    /// <param name="value">The value, which is not null, as C#.</param>
    /// <param name="length">Its length, as C#.</param>
    /// <param name="isText">Whether the length is that of a text.</param>
    public static List<RuleCondition> Get(AnswerRules rules, string value, string length, bool isText)
    {
        List<RuleCondition> conditions = [];
        if (rules.Minimum is { } minimum)
        {
            string rule = minimum.IsExclusive ? "must be more than " : "must be at least ";
            conditions.Add(new($"{value} {(minimum.IsExclusive ? "<=" : "<")} {minimum.Literal}", rule + minimum.Json, RuleKind.Range));
        }

        if (rules.Maximum is { } maximum)
        {
            string rule = maximum.IsExclusive ? "must be less than " : "must be at most ";
            conditions.Add(new($"{value} {(maximum.IsExclusive ? ">=" : ">")} {maximum.Literal}", rule + maximum.Json, RuleKind.Range));
        }

        AddLengths(conditions, rules, length, isText ? "character" : "element");
        if (rules.Values.Count > 0)
        {
            conditions.Add(GetValues(rules, value));
        }

        return conditions;
    }

    /// <summary>What the pattern asks, in words.</summary>
    public static string GetPatternRule(AnswerRules rules) => "must match " + rules.Pattern;

    /// <summary>A number of things, in words that models read and people see.</summary>
    /// <param name="number">The number.</param>
    /// <param name="unit">One of the things.</param>
    public static string Count(int number, string unit) => Write(number) + " " + unit + (number == 1 ? "" : "s");

    private static void AddLengths(List<RuleCondition> conditions, AnswerRules rules, string length, string unit)
    {
        if (rules.MinLength is { } least)
        {
            conditions.Add(new($"{length} < {Write(least)}", "must have at least " + Count(least, unit), RuleKind.Length));
        }

        if (rules.MaxLength is { } most)
        {
            conditions.Add(new($"{length} > {Write(most)}", "must have at most " + Count(most, unit), RuleKind.Length));
        }
    }

    private static string Write(int number) => number.ToString(CultureInfo.InvariantCulture);

    private static RuleCondition GetValues(AnswerRules rules, string value)
    {
        List<string> conditions = [];
        List<string> values = [];
        foreach (AllowedValue allowed in rules.Values)
        {
            conditions.Add(value + " != " + allowed.Literal);
            values.Add(allowed.Json);
        }

        return new(string.Join(" && ", conditions), "must be one of " + string.Join(", ", values), RuleKind.Values);
    }
}

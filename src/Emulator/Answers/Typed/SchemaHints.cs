using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace GeminiGen.Emulator.Answers.Typed;

/// <summary>What a description asks for in words, where the dialect has no keyword for it.</summary>
internal static partial class SchemaHints
{
    /// <summary>The fewest of something, such as characters; null when nothing is said.</summary>
    public static int? AtLeast(string description, string what) => Count(AtLeastPattern(), description, what);

    /// <summary>The most of something; null when nothing is said.</summary>
    public static int? AtMost(string description, string what) => Count(AtMostPattern(), description, what);

    /// <summary>A number that is out itself: <c>more than</c> or <c>less than</c> it; null when nothing is said.</summary>
    public static double? Bound(string description, string which) =>
        BoundPattern().Matches(description).FirstOrDefault(match => match.Groups["which"].Value == which) is { } match
            ? double.Parse(match.Groups["number"].Value, CultureInfo.InvariantCulture)
            : null;

    /// <summary>The numbers that are allowed; empty when any is.</summary>
    public static IReadOnlyList<JsonElement> OneOf(string description) =>
        OneOfPattern().Match(description) is { Success: true } match
            ? [.. match.Groups["list"].Value.Split(", ").Select(number => JsonDocument.Parse(number).RootElement)]
            : [];

    /// <summary>The pattern of a text; it stands last, and may hold anything.</summary>
    public static string? Matching(string description)
    {
        const string Word = "matching ^";
        int start = description.LastIndexOf(Word, StringComparison.Ordinal);
        if (start < 0)
        {
            return null;
        }

        string pattern = description[(start + Word.Length - 1)..];
        bool isInBrackets = description[..start].Count(character => character == '(') > description[..start].Count(character => character == ')');
        return isInBrackets && pattern.EndsWith(')') ? pattern[..^1] : pattern;
    }

    private static int? Count(Regex pattern, string description, string what) =>
        pattern.Matches(description).FirstOrDefault(match => match.Groups["what"].Value == what) is { } match
            ? int.Parse(match.Groups["number"].Value, CultureInfo.InvariantCulture)
            : null;

    [GeneratedRegex(@"\bat least (?<number>\d{1,9}) (?<what>characters|members)\b")]
    private static partial Regex AtLeastPattern();

    [GeneratedRegex(@"\bat most (?<number>\d{1,9}) (?<what>characters|members)\b")]
    private static partial Regex AtMostPattern();

    [GeneratedRegex(@"\b(?<which>more than|less than) (?<number>-?\d+(?:\.\d+)?(?:E[+-]?\d+)?)")]
    private static partial Regex BoundPattern();

    [GeneratedRegex(@"\bone of (?<list>-?\d+(?:\.\d+)?(?:, -?\d+(?:\.\d+)?)*)")]
    private static partial Regex OneOfPattern();
}

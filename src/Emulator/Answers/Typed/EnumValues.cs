using System.Text.Json;
using System.Text.Json.Nodes;
using GeminiGen.Emulator.Answers.Text;

namespace GeminiGen.Emulator.Answers.Typed;

/// <summary>Chooses among the values of an enum: the one whose words the input uses most.</summary>
internal static class EnumValues
{
    private static readonly string[] Noncommittal = ["other", "unknown", "unspecified", "none", "neutral", "general", "misc", "mixed"];

    private static readonly HashSet<string> GoodWords =
        "good great excellent love like happy fast easy helpful friendly perfect recommend thank thanks nice best works wonderful pleased satisfied".ContentWords().ToHashSet(StringComparer.Ordinal);

    private static readonly HashSet<string> BadWords =
        "bad poor terrible hate broken slow crash crashes bug error fail fails failed late lost refund complaint angry annoying disappointed useless worst never problem wrong missing".ContentWords().ToHashSet(StringComparer.Ordinal);

    public static Finding Choose(IReadOnlyList<JsonElement> values, FieldName field, InputDocument input)
    {
        (JsonElement Value, double Score)[] ranked = Rank(values, field, input);
        if (ranked[0].Score > 0)
        {
            return Finding.Found(ToNode(ranked[0].Value));
        }

        JsonElement fallback = values.FirstOrDefault(value => Noncommittal.Any(word => Text(value).SplitName().Contains(word, StringComparison.Ordinal)));
        return Finding.MadeUp(ToNode(fallback.ValueKind == JsonValueKind.Undefined ? values[0] : fallback));
    }

    /// <summary>The values the input speaks of, best first.</summary>
    public static IEnumerable<JsonNode?> Mentioned(IReadOnlyList<JsonElement> values, FieldName field, InputDocument input) =>
        Rank(values, field, input).Where(pair => pair.Score > 0).Select(pair => ToNode(pair.Value));

    private static (JsonElement Value, double Score)[] Rank(IReadOnlyList<JsonElement> values, FieldName field, InputDocument input)
    {
        var frequency = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (string word in input.Prose.ContentWords())
        {
            frequency[word] = frequency.GetValueOrDefault(word) + 1;
        }

        string? labelled = input.Labels.FirstOrDefault(label => label.Name.ContentWords().Any(field.Words.Contains)).Value;
        return [.. values.Select(value => (value, Score(Text(value), labelled, frequency))).OrderByDescending(pair => pair.Item2)];
    }

    private static double Score(string value, string? labelled, Dictionary<string, int> frequency)
    {
        string[] words = [.. value.SplitName().ContentWords()];
        if (words.Length == 0)
        {
            return 0;
        }

        double score = words.Average(word => frequency.GetValueOrDefault(word));
        score += labelled is not null && labelled.SplitName().ContentWords().Any(words.Contains) ? 1000 : 0;
        return score + Mood(words, frequency);
    }

    /// <summary>How far the tone of the input speaks for a value that names a tone.</summary>
    private static double Mood(string[] words, Dictionary<string, int> frequency)
    {
        int balance = GoodWords.Sum(word => frequency.GetValueOrDefault(word)) - BadWords.Sum(word => frequency.GetValueOrDefault(word));
        int sign = words.Any(word => "positive praise satisfied happy pleased".ContentWords().Contains(word)) ? 1
            : words.Any(word => "negative complaint dissatisfied unhappy angry frustrated".ContentWords().Contains(word)) ? -1 : 0;
        return Math.Max(0, balance * sign);
    }

    private static string Text(JsonElement value) => value.ValueKind == JsonValueKind.String ? value.GetString()! : value.GetRawText();

    private static JsonNode? ToNode(JsonElement value) => JsonSerializer.SerializeToNode(value);
}

using System.Globalization;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using GeminiGen.Emulator.Answers.Text;

namespace GeminiGen.Emulator.Answers.Typed;

/// <summary>Chooses a number: one that can be counted in the input, otherwise one that stands near a word of the member's name, or the only one there is.</summary>
internal static partial class NumberValues
{
    private const int WordsPerMinute = 200;

    /// <summary>A number belongs to a word at most this many characters away.</summary>
    private const int Reach = 60;

    public static Finding Choose(SchemaNode schema, FieldName field, InputDocument input)
    {
        if ((Counted(field, input) ?? Near(schema, field, input) ?? Only(input)) is { } number && Fits(schema, number))
        {
            return Finding.Found(ToNode(schema, number));
        }

        double middle = (schema.Minimum, schema.Maximum) is ({ } low, { } high) ? low + ((high - low) / 2) : 0;
        return Finding.MadeUp(ToNode(schema, Math.Clamp(middle, schema.Minimum ?? double.MinValue, schema.Maximum ?? double.MaxValue)));
    }

    /// <summary>Every number of the input that the schema allows, in order.</summary>
    public static IEnumerable<JsonNode?> All(SchemaNode schema, InputDocument input) =>
        Numbers(input.Text).Where(pair => Fits(schema, pair.Number)).Select(pair => (JsonNode?)ToNode(schema, pair.Number));

    /// <summary>Numbers about the text itself.</summary>
    private static double? Counted(FieldName field, InputDocument input)
    {
        bool minutes = field.Speaks("minutes") && field.Speaks("reading", "read");
        bool counts = minutes || field.Speaks("count", "number", "total", "length") || field.Words.Count == 1;
        if (!counts)
        {
            return null;
        }

        return minutes ? Math.Max(1, Math.Ceiling(input.Prose.WordTokens().Count() / (double)WordsPerMinute))
            : field.Speaks("words") ? input.Prose.WordTokens().Count()
            : field.Speaks("characters") ? input.Text.EnumerateRunes().Count()
            : field.Speaks("sentences") ? input.Sentences.Count
            : field.Speaks("paragraphs") ? input.Blocks.Count(block => block.Kind == BlockKind.Paragraph)
            : field.Speaks("headings", "sections", "chapters") ? input.Headings.Count()
            : field.Speaks("lines") ? input.Text.Split('\n').Length
            : null;
    }

    private static double? Near(SchemaNode schema, FieldName field, InputDocument input)
    {
        double? best = null;
        double bestScore = 0;
        foreach ((double number, Range place) in Numbers(input.Text))
        {
            if (Fits(schema, number) && Closeness(input.Text, place, field) is var score && score > bestScore)
            {
                (best, bestScore) = (number, score);
            }
        }

        return best;
    }

    /// <summary>The number of an input that has just one: whatever the member is called, there is no other to mean.</summary>
    private static double? Only(InputDocument input)
    {
        double[] numbers = [.. Numbers(input.Text).Select(pair => pair.Number).Take(2)];
        return numbers is [var only] ? only : null;
    }

    private static double Closeness(string text, Range place, FieldName field)
    {
        (int start, int length) = place.GetOffsetAndLength(text.Length);
        string before = text[Math.Max(0, start - Reach)..start];
        string after = text[(start + length)..Math.Min(text.Length, start + length + Reach)];

        // What stands in another line belongs to another number.
        before = before[(before.LastIndexOf('\n') + 1)..];
        after = after.Split('\n')[0];
        return Score(before.ContentWords().Reverse(), field) + Score(after.ContentWords(), field);
    }

    /// <summary>Words of the member's name near the number; the farther away, the less they count.</summary>
    private static double Score(IEnumerable<string> words, FieldName field)
    {
        double score = 0;
        double weight = 1;
        foreach (string word in words.Take(5))
        {
            score += weight * (field.Words.Contains(word) ? 2 : field.AllWords.Contains(word) ? 0.5 : 0);
            weight *= 0.8;
        }

        return score;
    }

    private static IEnumerable<(double Number, Range Place)> Numbers(string text)
    {
        foreach (Match match in NumberPattern().Matches(text))
        {
            if (double.TryParse(match.Value.Replace(",", "", StringComparison.Ordinal), NumberStyles.Float, CultureInfo.InvariantCulture, out double number))
            {
                yield return (number, match.Index..(match.Index + match.Length));
            }
        }
    }

    private static bool Fits(SchemaNode schema, double number) =>
        number >= (schema.Minimum ?? LowestOf(schema)) && number <= (schema.Maximum ?? -LowestOf(schema)) && (schema.Type != "integer" || Math.Floor(number) == number);

    /// <summary>Integers stay within 32 bits, which every reader has.</summary>
    private static double LowestOf(SchemaNode schema) => schema.Type == "integer" && schema.Format != "int64" ? -int.MaxValue : -1e15;

    private static JsonValue ToNode(SchemaNode schema, double number)
    {
        if (schema.Type != "integer")
        {
            return JsonValue.Create(number);
        }

        double whole = Math.Ceiling(number) <= (schema.Maximum ?? double.MaxValue) ? Math.Ceiling(number) : Math.Floor(number);
        return whole is >= long.MinValue and < long.MaxValue ? JsonValue.Create((long)whole) : JsonValue.Create(whole);
    }

    [GeneratedRegex(@"(?<![\w.,\-])-?(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?(?![\w\-]|\.\d)")]
    private static partial Regex NumberPattern();
}

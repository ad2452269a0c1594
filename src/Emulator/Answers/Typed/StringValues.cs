using System.Text;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using GeminiGen.Emulator.Answers.Text;

namespace GeminiGen.Emulator.Answers.Typed;

/// <summary>Chooses a string: by format, by a label of the input, by what the member's name asks for, by the sentence that fits it best.</summary>
internal static partial class StringValues
{
    private const int LongestTitle = 160;

    public static Finding Choose(SchemaNode schema, FieldName field, InputDocument input)
    {
        if ((FormattedValues.Choose(schema.Format, field, input) ?? DescribedValues.Choose(field.Description, field, input)) is var (formatted, known))
        {
            return new Finding(JsonValue.Create(FormattedValues.Fit(schema.Format, formatted, schema.MinLength, schema.MaxLength)), known);
        }

        (string text, bool fromInput) = Find(schema, field, input) is { Length: > 0 } found ? (found, true) : (Fallback(input), false);
        text = Fit(text, schema.MinLength, schema.MaxLength);
        if (schema.Pattern is { } pattern)
        {
            return PatternValues.Choose(pattern, text, schema, input);
        }

        return new Finding(JsonValue.Create(text), fromInput);
    }

    /// <summary>A text within two lengths, counted in code points as JSON Schema does.</summary>
    public static string Fit(string text, int minLength, int maxLength)
    {
        Rune[] runes = [.. text.EnumerateRunes()];
        if (runes.Length > maxLength)
        {
            string cut = string.Concat(runes.Take(maxLength));
            int space = cut.LastIndexOf(' ');
            string atWord = space > cut.Length / 2 ? cut[..space] : cut;
            text = atWord.EnumerateRunes().Count() >= minLength ? atWord : cut;
        }

        int missing = minLength - text.EnumerateRunes().Count();
        return missing > 0 ? text + new string('.', missing) : text;
    }

    private static string? Find(SchemaNode schema, FieldName field, InputDocument input) =>
        Labelled(field, input) ?? ByName(schema, field, input) ?? MatchingSentence(field, input);

    private static string? Labelled(FieldName field, InputDocument input) =>
        input.Labels.Where(label => label.Name.ContentWords().Any(field.Words.Contains)).Select(label => label.Value).FirstOrDefault();

    private static string? ByName(SchemaNode schema, FieldName field, InputDocument input)
    {
        if (field.Speaks("title", "headline", "heading", "subject", "name", "caption"))
        {
            return Fit(input.Title, 0, LongestTitle);
        }

        if (field.Speaks("summary", "abstract", "description", "overview", "gist", "synopsis", "text", "body", "content", "answer", "explanation", "message", "value"))
        {
            return TextAnswer.Summary(input, 2) is { Length: > 0 } summary ? summary : input.Title;
        }

        if (field.Speaks("keyword", "topic", "tag", "category", "theme", "term"))
        {
            return Keywords.Of(input, 1) is [var keyword] ? keyword : null;
        }

        if (field.Speaks("language", "locale") && !input.IsEmpty)
        {
            (string code, string name) = StopWords.LanguageOf(input.Prose);
            bool asCode = schema.MaxLength < 6 || field.Speaks("code", "locale") || field.Description.Contains("code", StringComparison.OrdinalIgnoreCase) || field.Description.Contains("ISO", StringComparison.Ordinal);
            return asCode ? code : name;
        }

        return ByShape(field, input);
    }

    private static string? ByShape(FieldName field, InputDocument input)
    {
        if (field.Speaks("url", "link", "website", "homepage"))
        {
            return FormattedValues.FirstUrl(input);
        }

        if (field.Speaks("email", "mail"))
        {
            return FormattedValues.FirstEmail(input);
        }

        if (field.Speaks("date", "day", "deadline") && FormattedValues.DateNear(field, input) is var (date, _))
        {
            return FormattedValues.Iso(date);
        }

        if (field.Speaks("author", "writer", "creator"))
        {
            return Byline().Match(input.Text) is { Success: true } match ? match.Groups[1].Value : null;
        }

        return field.Speaks("quote", "sentence", "fact", "point", "highlight", "takeaway") ? TextAnswer.Summary(input, 1) : null;
    }

    private static string? MatchingSentence(FieldName field, InputDocument input) =>
        SentenceRanker.Matching(input.Sentences, field.Spoken, 1) is [var sentence] ? sentence.Text : null;

    private static string Fallback(InputDocument input) => Keywords.Of(input, 1) is [var keyword] ? keyword : "unknown";

    [GeneratedRegex(@"\b(?:[Bb]y|von|[Pp]ar)\s+(\p{Lu}[\p{L}\-]+(?:\s\p{Lu}[\p{L}\-]+){1,2})")]
    private static partial Regex Byline();
}

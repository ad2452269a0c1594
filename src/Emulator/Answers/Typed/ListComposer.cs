using System.Text.Json.Nodes;
using GeminiGen.Emulator.Answers.Text;

namespace GeminiGen.Emulator.Answers.Typed;

/// <summary>Composes lists: of texts what the input lists under such a name, of objects one for each passage of the input.</summary>
internal static class ListComposer
{
    /// <summary>How many items a list has where the schema does not say and the input has enough.</summary>
    private const int UsualItems = 5;

    public static Finding Compose(SchemaNode schema, FieldName field, InputDocument input, Level level)
    {
        var result = new JsonArray();
        bool fromInput = false;
        foreach (SchemaNode item in schema.PrefixItems.Take(schema.MaxItems))
        {
            Finding finding = ValueComposer.Compose(item, field, input, level.Descend());
            result.Add(finding.Value);
            fromInput |= finding.FromInput;
        }

        SchemaNode? items = schema.Items;
        if (items is not null && result.Count == 0 && PairComposer.ValueOf(items) is { } values)
        {
            return PairComposer.Compose(schema, values, input, level);
        }

        int wanted = Math.Clamp(items is null ? 0 : UsualItems, schema.MinItems, schema.MaxItems);
        if (items is not null && !level.IsDeep)
        {
            foreach (JsonNode? item in Items(items, field, input, level).Take(Math.Max(0, wanted - result.Count)))
            {
                result.Add(item);
                fromInput = true;
            }
        }

        while (result.Count < schema.MinItems)
        {
            result.Add(items is null ? JsonValue.Create(input.Title) : ValueComposer.Compose(items, field, input, level.Descend()).Value);
        }

        return new Finding(result, fromInput);
    }

    private static IEnumerable<JsonNode?> Items(SchemaNode items, FieldName field, InputDocument input, Level level)
    {
        if (items.Enum is { Count: > 0 } values)
        {
            return EnumValues.Mentioned(values, field, input);
        }

        return items.Type switch
        {
            "integer" or "number" => NumberValues.All(items, input),
            "string" when items.Format is "date" or "date-time" => DateFinder.Find(input.Text).Select(entry => (JsonNode?)Date(items.Format, entry.Date, entry.Time)),
            "string" when items.Format.Length == 0 && items.Pattern is null => Texts(field, input).Where(text => text.Length > 0)
                .Select(text => (JsonNode?)JsonValue.Create(StringValues.Fit(text, items.MinLength, items.MaxLength))),
            _ => Passages(input).Select(passage => ValueComposer.Compose(items, field, passage, level.Descend())).Where(finding => finding.FromInput).Select(finding => finding.Value),
        };
    }

    private static IEnumerable<string> Texts(FieldName field, InputDocument input)
    {
        if (field.Speaks("url", "link"))
        {
            return FormattedValues.Urls(input);
        }

        if (field.Speaks("heading", "section", "chapter", "outline") && input.Headings.Any())
        {
            return input.Headings;
        }

        if (field.Speaks("keyword", "tag", "topic", "term", "category", "theme", "subject", "label"))
        {
            return Keywords.Of(input, UsualItems * 2);
        }

        string[] listed = [.. input.ListItems];
        return listed.Length >= 2 && field.Speaks("item", "step", "list", "point", "feature", "task", "action", "requirement", "bullet", "ingredient")
            ? listed
            : SentenceRanker.MostTelling(input.Sentences, UsualItems).Select(sentence => sentence.Text);
    }

    /// <summary>The parts of the input that objects of a list are about: sections, list items, or sentences.</summary>
    private static IEnumerable<InputDocument> Passages(InputDocument input)
    {
        string[] sections = [.. Sections(input)];
        string[] listed = [.. input.ListItems];
        IEnumerable<string> passages = sections.Length >= 2 ? sections : listed.Length >= 2 ? listed : input.Sentences.Select(sentence => sentence.Text);
        return passages.Select(passage => new InputDocument(passage));
    }

    private static IEnumerable<string> Sections(InputDocument input)
    {
        var section = new List<string>();
        foreach (TextBlock block in input.Blocks)
        {
            if (block.Kind == BlockKind.Heading)
            {
                if (section.Count > 1)
                {
                    yield return string.Join("\n\n", section);
                }

                section.Clear();
                section.Add("# " + block.Text);
            }
            else if (section.Count > 0)
            {
                section.Add(block.Text);
            }
        }

        if (section.Count > 1)
        {
            yield return string.Join("\n\n", section);
        }
    }

    private static JsonValue Date(string format, DateOnly date, TimeOnly time) =>
        JsonValue.Create(format == "date" ? FormattedValues.Iso(date) : $"{FormattedValues.Iso(date)}T{time:HH\\:mm\\:ss}Z");
}

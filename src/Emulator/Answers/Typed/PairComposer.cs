using System.Text.Json.Nodes;
using GeminiGen.Emulator.Answers.Text;

namespace GeminiGen.Emulator.Answers.Typed;

/// <summary>Composes dictionaries that are written as a list of keys and values, each key once.</summary>
internal static class PairComposer
{
    /// <summary>How many entries a dictionary has where the schema does not say.</summary>
    public const int UsualEntries = 3;

    /// <summary>The schema of the values when the items of a list are pairs with any text for a key; null when they are not.</summary>
    public static SchemaNode? ValueOf(SchemaNode items)
    {
        (string Name, SchemaNode Schema, bool Required)[] members = [.. items.Properties];
        return members is [("key", { Type: "string" } key, _), ("value", var value, _)] && IsAnyText(key) && items.MaxProperties >= members.Length ? value : null;
    }

    private static bool IsAnyText(SchemaNode key) =>
        key.Enum.Count == 0 && key.Constant is null && key.Pattern is null && key.Format.Length == 0 && key.MinLength == 0 && key.MaxLength == int.MaxValue;

    /// <summary>The keys an input offers: its labels, its key words, and as many more as are needed.</summary>
    public static IEnumerable<string> Keys(InputDocument input, int needed) =>
        input.Labels.Select(label => label.Name).Concat(Keywords.Of(input, 8))
            .Concat(Enumerable.Range(1, needed).Select(number => $"entry {number}"))
            .Distinct(StringComparer.Ordinal);

    public static Finding Compose(SchemaNode schema, SchemaNode values, InputDocument input, Level level)
    {
        var result = new JsonArray();
        bool fromInput = false;
        foreach (string key in Keys(input, schema.MinItems).Take(Math.Clamp(UsualEntries, schema.MinItems, schema.MaxItems)))
        {
            Finding finding = ValueComposer.Compose(values, new FieldName(key, ""), input, level.Descend());
            result.Add(new JsonObject { ["key"] = key, ["value"] = finding.Value });
            fromInput |= finding.FromInput;
        }

        return new Finding(result, fromInput);
    }
}

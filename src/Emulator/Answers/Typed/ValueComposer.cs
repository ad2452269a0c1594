using System.Text.Json;
using System.Text.Json.Nodes;
using GeminiGen.Emulator.Answers.Text;

namespace GeminiGen.Emulator.Answers.Typed;

/// <summary>Composes a value for a schema, from the outside in, with what the input offers for each member.</summary>
internal static class ValueComposer
{
    public static Finding Compose(SchemaNode schema, FieldName field, InputDocument input, Level level)
    {
        Finding finding = ComposeValue(schema, field, input, level);
        return schema.IsNullable && !finding.FromInput ? Finding.MadeUp(null) : finding;
    }

    private static Finding ComposeValue(SchemaNode schema, FieldName field, InputDocument input, Level level)
    {
        if (schema.Constant is { } constant)
        {
            return Finding.Found(JsonSerializer.SerializeToNode(constant));
        }

        if (schema.Enum is { Count: > 0 } values)
        {
            return EnumValues.Choose(values, field, input);
        }

        if (schema.Options is { Count: > 0 } options)
        {
            return ComposeOption(options, field, input, level);
        }

        return schema.Type switch
        {
            "object" => ComposeObject(schema, input, level),
            "array" => ListComposer.Compose(schema, field, input, level),
            "integer" or "number" => NumberValues.Choose(schema, field, input),
            "boolean" => FlagValues.Choose(field, input),
            "null" => Finding.Found(null),
            _ => StringValues.Choose(schema, field, input),
        };
    }

    /// <summary>The first option for which the input has something, otherwise the first.</summary>
    private static Finding ComposeOption(IReadOnlyList<SchemaNode> options, FieldName field, InputDocument input, Level level)
    {
        Finding[] findings = [.. options.Take(!level.IsDeep ? options.Count : 1).Select(option => Compose(option, field, input, level.Descend()))];
        int found = Array.FindIndex(findings, finding => finding.FromInput);
        return findings[Math.Max(0, found)];
    }

    private static Finding ComposeObject(SchemaNode schema, InputDocument input, Level level)
    {
        var result = new JsonObject();
        bool fromInput = false;
        var leftOut = new List<(string Name, SchemaNode Schema)>();
        (string Name, SchemaNode Schema, bool Required)[] members = [.. schema.Properties];
        int needed = members.Count(member => member.Required);
        foreach ((string name, SchemaNode member, bool required) in members)
        {
            needed -= required ? 1 : 0;
            if (!required && (level.IsDeep || result.Count + needed >= schema.MaxProperties))
            {
                leftOut.Add((name, member));
                continue;
            }

            Finding finding = Compose(member, new FieldName(name, member.Description), input, level.Descend());
            fromInput |= finding.FromInput;
            if (required || finding.FromInput)
            {
                result[name] = finding.Value;
            }
            else
            {
                leftOut.Add((name, member));
            }
        }

        foreach ((string name, SchemaNode member) in leftOut.Take(Math.Max(0, schema.MinProperties - result.Count)))
        {
            result[name] = Compose(member, new FieldName(name, member.Description), input, level.Descend()).Value;
        }

        if (schema.AdditionalProperties is { } values && (!level.IsDeep || result.Count < schema.MinProperties))
        {
            fromInput |= AddEntries(result, schema, values, input, level);
        }

        return new Finding(result, fromInput);
    }

    /// <summary>The entries of a dictionary: its labelled values, otherwise its key words.</summary>
    private static bool AddEntries(JsonObject result, SchemaNode schema, SchemaNode values, InputDocument input, Level level)
    {
        int wanted = Math.Min(schema.MaxProperties, Math.Max(schema.MinProperties, PairComposer.UsualEntries));
        bool fromInput = false;
        HashSet<string> declared = [.. schema.Properties.Select(member => member.Name)];
        foreach (string key in PairComposer.Keys(input, schema.MinProperties))
        {
            if (result.Count >= wanted)
            {
                break;
            }

            if (!result.ContainsKey(key) && !declared.Contains(key))
            {
                Finding finding = Compose(values, new FieldName(key, ""), input, level.Descend());
                result[key] = finding.Value;
                fromInput |= finding.FromInput;
            }
        }

        return fromInput;
    }
}

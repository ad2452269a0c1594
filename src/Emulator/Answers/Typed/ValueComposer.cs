using System.Text.Json;
using System.Text.Json.Nodes;
using GeminiGen.Emulator.Answers.Text;

namespace GeminiGen.Emulator.Answers.Typed;

/// <summary>Composes a value for a schema, from the outside in, with what the input offers for each member.</summary>
internal static class ValueComposer
{
    /// <summary>Members that are not required are left out below this depth, which ends recursive schemas.</summary>
    private const int MaxDepth = 6;

    public static Finding Compose(SchemaNode schema, FieldName field, InputDocument input, int depth)
    {
        Finding finding = ComposeValue(schema, field, input, depth);
        return schema.IsNullable && !finding.FromInput ? Finding.MadeUp(null) : finding;
    }

    private static Finding ComposeValue(SchemaNode schema, FieldName field, InputDocument input, int depth)
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
            return ComposeOption(options, field, input, depth);
        }

        return schema.Type switch
        {
            "object" => ComposeObject(schema, input, depth),
            "array" => ListComposer.Compose(schema, field, input, depth),
            "integer" or "number" => NumberValues.Choose(schema, field, input),
            "boolean" => FlagValues.Choose(field, input),
            "null" => Finding.Found(null),
            _ => StringValues.Choose(schema, field, input),
        };
    }

    /// <summary>The first option for which the input has something, otherwise the first.</summary>
    private static Finding ComposeOption(IReadOnlyList<SchemaNode> options, FieldName field, InputDocument input, int depth)
    {
        Finding[] findings = [.. options.Take(depth < MaxDepth ? options.Count : 1).Select(option => Compose(option, field, input, depth + 1))];
        int found = Array.FindIndex(findings, finding => finding.FromInput);
        return findings[Math.Max(0, found)];
    }

    private static Finding ComposeObject(SchemaNode schema, InputDocument input, int depth)
    {
        var result = new JsonObject();
        bool fromInput = false;
        var leftOut = new List<(string Name, SchemaNode Schema)>();
        foreach ((string name, SchemaNode member, bool required) in schema.Properties)
        {
            if (!required && (depth >= MaxDepth || result.Count >= schema.MaxProperties))
            {
                leftOut.Add((name, member));
                continue;
            }

            Finding finding = Compose(member, new FieldName(name, member.Description), input, depth + 1);
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
            result[name] = Compose(member, new FieldName(name, member.Description), input, depth + 1).Value;
        }

        if (schema.AdditionalProperties is { } values && (depth < MaxDepth || result.Count < schema.MinProperties))
        {
            fromInput |= AddEntries(result, schema, values, input, depth);
        }

        return new Finding(result, fromInput);
    }

    /// <summary>The entries of a dictionary: its labelled values, otherwise its key words.</summary>
    private static bool AddEntries(JsonObject result, SchemaNode schema, SchemaNode values, InputDocument input, int depth)
    {
        int wanted = Math.Min(schema.MaxProperties, Math.Max(schema.MinProperties, PairComposer.UsualEntries));
        bool fromInput = false;
        foreach (string key in PairComposer.Keys(input, schema.MinProperties))
        {
            if (result.Count >= wanted)
            {
                break;
            }

            if (!result.ContainsKey(key))
            {
                Finding finding = Compose(values, new FieldName(key, ""), input, depth + 1);
                result[key] = finding.Value;
                fromInput |= finding.FromInput;
            }
        }

        return fromInput;
    }
}

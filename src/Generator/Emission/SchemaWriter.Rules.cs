using System.Globalization;

namespace GeminiGen.Generator.Emission;

/// <content>What is asked of values: by keyword where the dialect has one, in words where it has none.</content>
internal sealed partial class SchemaWriter
{
    private void WritePrimitive(PrimitiveSchema schema, AnswerRules? rules)
    {
        string? format = _dialect.NumberFormats ? schema.OpenApiFormat : schema.JsonSchemaFormat;
        _text.Append(format is null ? "" : ",\"format\":\"" + format + "\"");
        WriteNumber("minimum", rules?.Minimum?.Json ?? schema.Minimum);
        WriteNumber("maximum", rules?.Maximum?.Json ?? schema.Maximum);
        if (rules is null)
        {
            return;
        }

        if (schema.Type != "string")
        {
            if (rules.Values.Count > 0 && _dialect.NumberEnums)
            {
                _text.Append(",\"enum\":[").Append(string.Join(",", GetNames(rules))).Append(']');
            }

            return;
        }

        if (rules.Values.Count > 0)
        {
            WriteNames("enum", GetNames(rules));
        }

        if (_dialect.Has("pattern"))
        {
            WriteCounts("Length", rules.IsRequired && rules.MinLength is null ? rules with { MinLength = 1 } : rules);
            _text.Append(rules.Pattern is null ? "" : ",\"pattern\":" + JsonText.Quote(Anchor(rules.Pattern)));
        }
    }

    private void WriteNumber(string keyword, string? number) => _text.Append(number is null ? "" : ",\"" + keyword + "\":" + number);

    private void WriteCounts(string of, AnswerRules? rules)
    {
        WriteNumber("min" + of, rules?.MinLength?.ToString(CultureInfo.InvariantCulture));
        WriteNumber("max" + of, rules?.MaxLength?.ToString(CultureInfo.InvariantCulture));
    }

    /// <summary>A schema's pattern may match any part of a text, an annotation's matches the whole.</summary>
    private static string Anchor(string pattern)
    {
        bool isAnchored = pattern.StartsWith("^", StringComparison.Ordinal) && pattern.EndsWith("$", StringComparison.Ordinal) && pattern.IndexOf('|') < 0;
        return isAnchored ? pattern : "^(?:" + pattern + ")$";
    }

    private void WriteDescription(string? description, List<string> hints)
    {
        string hint = string.Join("; ", hints);
        string? text = hint.Length == 0 ? description : description is null ? hint : description + " (" + hint + ")";
        if (text is not null)
        {
            _text.Append(",\"description\":").Append(JsonText.Quote(text));
        }
    }

    /// <summary>Schemas describe an enum as a whole, so what its members mean follows in words, a line each.</summary>
    private static string? DescribeMembers(EnumAnswer type, string? description, AnswerRules? rules)
    {
        string? text = description ?? type.Description;
        foreach (EnumMember member in type.Members)
        {
            if (member.Description is not null && IsAllowed(member, rules))
            {
                text += (text is null ? "" : "\n") + member.JsonName + ": " + member.Description;
            }
        }

        return text;
    }

    private static bool IsAllowed(EnumMember member, AnswerRules? rules)
    {
        if (rules is not { Values.Count: > 0 })
        {
            return true;
        }

        foreach (AllowedValue value in rules.Values)
        {
            if (value.Json == member.JsonName)
            {
                return true;
            }
        }

        return false;
    }

    private List<string> GetHints(AnswerType type, AnswerRules? rules)
    {
        List<string> hints = [];
        if (type is PrimitiveAnswer { Schema: { Hint: { } form } schema } && (_dialect.NumberFormats || schema.JsonSchemaFormat is null))
        {
            hints.Add(form);
        }

        if (rules is null)
        {
            return hints;
        }

        bool isText = type is PrimitiveAnswer { Schema.Type: "string" };
        if (isText && !_dialect.Has("pattern"))
        {
            AddCounts(hints, rules, "character");
            AddIf(hints, rules is { IsRequired: true, MinLength: null }, "not empty");
            AddIf(hints, rules.Pattern is not null, "matching " + Anchor(rules.Pattern ?? ""));
        }

        if (type is DictionaryAnswer && !IsListOfPairs(type) && !(_dialect.Has("minProperties") && IsKeyedByEnum(type)))
        {
            AddCounts(hints, rules, "member");
        }

        AddIf(hints, rules.Minimum is { IsExclusive: true }, "more than " + rules.Minimum?.Json);
        AddIf(hints, rules.Maximum is { IsExclusive: true }, "less than " + rules.Maximum?.Json);
        AddIf(hints, rules.Values.Count > 0 && !isText && type is PrimitiveAnswer && !_dialect.NumberEnums, "one of " + string.Join(", ", GetNames(rules)));
        return hints;
    }

    private static void AddCounts(List<string> hints, AnswerRules rules, string unit)
    {
        AddIf(hints, rules.MinLength is > 0, "at least " + RuleConditions.Count(rules.MinLength ?? 0, unit));
        AddIf(hints, rules.MaxLength is not null, "at most " + RuleConditions.Count(rules.MaxLength ?? 0, unit));
    }

    private static void AddIf(List<string> hints, bool condition, string hint)
    {
        if (condition)
        {
            hints.Add(hint);
        }
    }
}

using System.Text;
using GeminiGen.Shared.Catalog;

namespace GeminiGen.Generator.Emission;

/// <summary>Writes an answer's type as a schema: JSON Schema for <c>responseJsonSchema</c>, the OpenAPI subset for <c>responseSchema</c>.</summary>
internal sealed partial class SchemaWriter
{
    private readonly EquatableArray<AnswerType> _types;
    private readonly SchemaDialect _dialect;
    private readonly HashSet<AnswerType> _shared;
    private readonly StringBuilder _text = new();

    private SchemaWriter(EquatableArray<AnswerType> types, SchemaDialect dialect, List<int> roots)
    {
        _types = types;
        _dialect = dialect;
        _shared = dialect.Has("$ref") ? SharedTypes.Find(types, roots) : [];
    }

    /// <summary>The schema of a type in a dialect, or of a list of it; null when the dialect cannot say it.</summary>
    public static string? Write(SchemaDialect dialect, EquatableArray<AnswerType> types, int root, bool isNullable, bool isList)
    {
        SchemaWriter writer = new(types, dialect, [root]);
        writer._text.Append(isList ? "{\"type\":\"" + writer.Spell("array") + "\",\"items\":" : "");
        writer.WriteType(types[root], isNullable, description: null, rules: null);
        writer._text.Append(isList ? "}" : "");
        return writer.Finish();
    }

    private void WriteType(AnswerType type, bool isNullable, string? description, AnswerRules? rules)
    {
        if (type is NullableAnswer nullable)
        {
            WriteType(_types[nullable.Underlying], rules is not { IsRequired: true }, description, rules);
            return;
        }

        if (type.IsRecursive || _shared.Contains(type))
        {
            WriteReference(type, isNullable, description);
            return;
        }

        if (type is PolymorphicAnswer polymorphic)
        {
            WritePolymorphic(polymorphic, isNullable, description);
            return;
        }

        // JSON Schema says "or null" by a second type; where the schema lists values or members, by an alternative.
        if (isNullable && _dialect.TypeLists && (type is ObjectAnswer or EnumAnswer { IsFlags: false } || IsKeyedByEnum(type) || rules is { Values.Count: > 0 }))
        {
            _text.Append("{\"anyOf\":[");
            WriteSingle(type, isNullable: false, description, rules);
            _text.Append(",{\"type\":\"null\"}]}");
        }
        else
        {
            WriteSingle(type, isNullable, description, rules);
        }
    }

    private void WriteSingle(AnswerType type, bool isNullable, string? description, AnswerRules? rules)
    {
        _text.Append("{\"type\":").Append(GetTypeName(type, isNullable));
        WriteDescription(type is EnumAnswer choices ? DescribeMembers(choices, description, rules) : description ?? type.Description, GetHints(type, rules));
        switch (type)
        {
            case PrimitiveAnswer primitive:
                WritePrimitive(primitive.Schema, rules);
                break;
            case EnumAnswer { IsFlags: true } flags:
                _text.Append(",\"items\":{\"type\":\"").Append(Spell("string")).Append('"');
                WriteNames("enum", GetNames(flags));
                _text.Append('}');
                break;
            case EnumAnswer values:
                WriteNames("enum", rules is { Values.Count: > 0 } ? GetNames(rules) : GetNames(values));
                break;
            case DictionaryAnswer dictionary:
                WriteDictionary(dictionary, rules);
                break;
            case ListAnswer list:
                _text.Append(",\"items\":");
                WriteType(_types[list.Element], list.IsElementNullable, description: null, rules: null);
                WriteCounts("Items", rules);
                break;
            case ObjectAnswer answer:
                WriteObject(answer, discriminator: null, null);
                break;
        }

        _text.Append(isNullable && !_dialect.TypeLists ? ",\"nullable\":true}" : "}");
    }

    private string GetTypeName(AnswerType type, bool isNullable)
    {
        string name = type switch
        {
            PrimitiveAnswer primitive => primitive.Schema.Type,
            EnumAnswer { IsFlags: false } => "string",
            ListAnswer or EnumAnswer => "array",
            DictionaryAnswer when IsListOfPairs(type) => "array",
            _ => "object",
        };
        return isNullable && _dialect.TypeLists ? "[\"" + name + "\",\"null\"]" : "\"" + Spell(name) + "\"";
    }

    private string Spell(string typeName) => _dialect.UpperCaseTypes ? typeName.ToUpperInvariant() : typeName;

    private bool IsKeyedByEnum(AnswerType type) => type is DictionaryAnswer dictionary && _types[dictionary.Key] is EnumAnswer;

    /// <summary>Where a dialect has no objects with members of any name, a dictionary is a list.</summary>
    private bool IsListOfPairs(AnswerType type) => !_dialect.Has("additionalProperties") && type is DictionaryAnswer && !IsKeyedByEnum(type);

    private void WriteDictionary(DictionaryAnswer dictionary, AnswerRules? rules)
    {
        AnswerType value = _types[dictionary.Value];
        if (_types[dictionary.Key] is EnumAnswer keys)
        {
            EquatableArray<string> names = GetNames(keys);
            _text.Append(",\"properties\":{");
            for (int i = 0; i < names.Count; i++)
            {
                _text.Append(i > 0 ? "," : "").Append(JsonText.Quote(names[i])).Append(':');
                WriteType(value, dictionary.IsValueNullable, keys.Members[i].Description, rules: null);
            }

            _text.Append('}');
            WriteCounts("Properties", _dialect.Has("minProperties") ? rules : null);
            WriteEndOfObject(names);
        }
        else if (IsListOfPairs(dictionary))
        {
            _text.Append(",\"items\":{\"type\":\"OBJECT\",\"properties\":{\"key\":{\"type\":\"STRING\"},\"value\":");
            WriteType(value, dictionary.IsValueNullable, description: null, rules: null);
            _text.Append("},\"required\":[\"key\",\"value\"],\"propertyOrdering\":[\"key\",\"value\"]}");
            WriteCounts("Items", rules);
        }
        else
        {
            _text.Append(",\"additionalProperties\":");
            WriteType(value, dictionary.IsValueNullable, description: null, rules: null);
        }
    }

    private void WritePolymorphic(PolymorphicAnswer type, bool isNullable, string? description)
    {
        string? text = description ?? type.Description;
        _text.Append('{').Append(text is null ? "" : "\"description\":" + JsonText.Quote(text) + ",").Append("\"anyOf\":[");
        for (int i = 0; i < type.Cases.Count; i++)
        {
            var answer = (ObjectAnswer)_types[type.Cases[i].Type];
            _text.Append(i > 0 ? "," : "").Append("{\"type\":\"").Append(Spell("object")).Append('"');
            WriteDescription(answer.Description, []);
            WriteObject(answer, type.Discriminator, type.Cases[i]);
            _text.Append('}');
        }

        _text.Append(!isNullable ? "]}" : _dialect.TypeLists ? ",{\"type\":\"null\"}]}" : "],\"nullable\":true}");
    }

    /// <summary>The member that says which type follows comes first, so that the model decides before it writes the others.</summary>
    private void WriteDiscriminator(string name, PolymorphicCase value)
    {
        _text.Append(JsonText.Quote(name)).Append(":{\"type\":\"").Append(Spell(value.IsNumber ? "integer" : "string")).Append('"');
        if (!value.IsNumber)
        {
            WriteNames("enum", new EquatableArray<string>([value.Value]));
        }
        else
        {
            WriteNumber("minimum", value.Value);
            WriteNumber("maximum", value.Value);
        }

        _text.Append('}');
    }

    private void WriteObject(ObjectAnswer answer, string? discriminator, PolymorphicCase? value)
    {
        List<string> names = [];
        List<string> required = [];
        _text.Append(",\"properties\":{");
        if (discriminator is not null && value is not null)
        {
            WriteDiscriminator(discriminator, value);
            names.Add(discriminator);
            required.Add(discriminator);
        }

        foreach (AnswerMember member in answer.Members)
        {
            _text.Append(names.Count > 0 ? "," : "").Append(JsonText.Quote(member.JsonName)).Append(':');
            WriteType(_types[member.Type], member.IsNullable, member.Description, member.Rules);
            names.Add(member.JsonName);
            if (member.IsRequired)
            {
                required.Add(member.JsonName);
            }
        }

        _text.Append('}');
        if (required.Count > 0)
        {
            WriteNames("required", required.ToEquatableArray());
        }

        WriteEndOfObject(names.ToEquatableArray());
    }

    private void WriteEndOfObject(EquatableArray<string> names)
    {
        if (_dialect.Has("additionalProperties"))
        {
            _text.Append(",\"additionalProperties\":false");
        }
        else
        {
            WriteNames("propertyOrdering", names);
        }
    }

    private static EquatableArray<string> GetNames(EnumAnswer values)
    {
        List<string> names = new(values.Members.Count);
        foreach (EnumMember member in values.Members)
        {
            names.Add(member.JsonName);
        }

        return names.ToEquatableArray();
    }

    private static EquatableArray<string> GetNames(AnswerRules rules)
    {
        List<string> names = new(rules.Values.Count);
        foreach (AllowedValue value in rules.Values)
        {
            names.Add(value.Json);
        }

        return names.ToEquatableArray();
    }

    private void WriteNames(string keyword, EquatableArray<string> names)
    {
        _text.Append(",\"").Append(keyword).Append("\":[");
        for (int i = 0; i < names.Count; i++)
        {
            _text.Append(i > 0 ? "," : "").Append(JsonText.Quote(names[i]));
        }

        _text.Append(']');
    }
}

using System.Text;

namespace GeminiGen.Generator.Emission;

/// <summary>Writes an answer's type as a schema: JSON Schema for <c>responseJsonSchema</c>, the OpenAPI subset for <c>responseSchema</c>.</summary>
internal sealed class SchemaWriter
{
    private readonly EquatableArray<AnswerType> _types;
    private readonly bool _isOpenApi;
    private readonly StringBuilder _text = new();

    private SchemaWriter(EquatableArray<AnswerType> types, bool isOpenApi)
    {
        _types = types;
        _isOpenApi = isOpenApi;
    }

    /// <summary>The schema as JSON Schema.</summary>
    public static string WriteJsonSchema(EquatableArray<AnswerType> types, int root, bool isNullable) => Write(types, root, isNullable, isOpenApi: false);

    /// <summary>The schema in the OpenAPI subset.</summary>
    public static string WriteOpenApi(EquatableArray<AnswerType> types, int root, bool isNullable) => Write(types, root, isNullable, isOpenApi: true);

    private static string Write(EquatableArray<AnswerType> types, int root, bool isNullable, bool isOpenApi)
    {
        SchemaWriter writer = new(types, isOpenApi);
        writer.WriteType(types[root], isNullable, description: null);
        return writer._text.ToString();
    }

    private void WriteType(AnswerType type, bool isNullable, string? description)
    {
        if (type is NullableAnswer nullable)
        {
            WriteType(_types[nullable.Underlying], isNullable: true, description);
            return;
        }

        // JSON Schema says "or null" by a second type; where the schema lists values or members, by an alternative.
        if (isNullable && !_isOpenApi && (type is ObjectAnswer or EnumAnswer { IsFlags: false } || IsKeyedByEnum(type)))
        {
            _text.Append("{\"anyOf\":[");
            WriteSingle(type, isNullable: false, description);
            _text.Append(",{\"type\":\"null\"}]}");
        }
        else
        {
            WriteSingle(type, isNullable, description);
        }
    }

    private void WriteSingle(AnswerType type, bool isNullable, string? description)
    {
        string? hint = type is PrimitiveAnswer { Schema: { Hint: { } text } schema } && (_isOpenApi || schema.JsonSchemaFormat is null) ? text : null;
        _text.Append("{\"type\":").Append(GetTypeName(type, isNullable));
        WriteDescription(description ?? type.Description, hint);
        switch (type)
        {
            case PrimitiveAnswer primitive:
                WritePrimitive(primitive.Schema);
                break;
            case EnumAnswer { IsFlags: true } flags:
                _text.Append(",\"items\":{\"type\":\"").Append(Spell("string")).Append('"');
                WriteNames("enum", GetNames(flags));
                _text.Append('}');
                break;
            case EnumAnswer values:
                WriteNames("enum", GetNames(values));
                break;
            case DictionaryAnswer dictionary:
                WriteDictionary(dictionary);
                break;
            case ListAnswer list:
                _text.Append(",\"items\":");
                WriteType(_types[list.Element], list.IsElementNullable, description: null);
                break;
            case ObjectAnswer answer:
                WriteObject(answer);
                break;
        }

        _text.Append(isNullable && _isOpenApi ? ",\"nullable\":true}" : "}");
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
        return isNullable && !_isOpenApi ? "[\"" + name + "\",\"null\"]" : "\"" + Spell(name) + "\"";
    }

    private string Spell(string typeName) => _isOpenApi ? typeName.ToUpperInvariant() : typeName;

    private bool IsKeyedByEnum(AnswerType type) => type is DictionaryAnswer dictionary && _types[dictionary.Key] is EnumAnswer;

    /// <summary>The OpenAPI dialect has no objects with members of any name.</summary>
    private bool IsListOfPairs(AnswerType type) => _isOpenApi && type is DictionaryAnswer && !IsKeyedByEnum(type);

    private void WriteDictionary(DictionaryAnswer dictionary)
    {
        AnswerType value = _types[dictionary.Value];
        if (_types[dictionary.Key] is EnumAnswer keys)
        {
            EquatableArray<string> names = GetNames(keys);
            _text.Append(",\"properties\":{");
            for (int i = 0; i < names.Count; i++)
            {
                _text.Append(i > 0 ? "," : "").Append(JsonText.Quote(names[i])).Append(':');
                WriteType(value, dictionary.IsValueNullable, description: null);
            }

            _text.Append('}');
            WriteEndOfObject(names);
        }
        else if (_isOpenApi)
        {
            _text.Append(",\"items\":{\"type\":\"OBJECT\",\"properties\":{\"key\":{\"type\":\"STRING\"},\"value\":");
            WriteType(value, dictionary.IsValueNullable, description: null);
            _text.Append("},\"required\":[\"key\",\"value\"],\"propertyOrdering\":[\"key\",\"value\"]}");
        }
        else
        {
            _text.Append(",\"additionalProperties\":");
            WriteType(value, dictionary.IsValueNullable, description: null);
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

    private void WriteDescription(string? description, string? hint)
    {
        string? text = hint is null ? description : description is null ? hint : description + " (" + hint + ")";
        if (text is not null)
        {
            _text.Append(",\"description\":").Append(JsonText.Quote(text));
        }
    }

    private void WritePrimitive(PrimitiveSchema schema)
    {
        string? format = _isOpenApi ? schema.OpenApiFormat : schema.JsonSchemaFormat;
        _text.Append(format is null ? "" : ",\"format\":\"" + format + "\"");
        _text.Append(schema.Minimum is null ? "" : ",\"minimum\":" + schema.Minimum);
        _text.Append(schema.Maximum is null ? "" : ",\"maximum\":" + schema.Maximum);
    }

    private void WriteObject(ObjectAnswer answer)
    {
        List<string> names = [];
        List<string> required = [];
        _text.Append(",\"properties\":{");
        foreach (AnswerMember member in answer.Members)
        {
            _text.Append(names.Count > 0 ? "," : "").Append(JsonText.Quote(member.JsonName)).Append(':');
            WriteType(_types[member.Type], member.IsNullable, member.Description);
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
        if (_isOpenApi)
        {
            WriteNames("propertyOrdering", names);
        }
        else
        {
            _text.Append(",\"additionalProperties\":false");
        }
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

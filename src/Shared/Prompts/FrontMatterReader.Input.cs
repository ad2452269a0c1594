using GeminiGen.Shared.Yaml;

namespace GeminiGen;

/// <content>What the file says of its parameters, checked against those of the method.</content>
internal sealed partial class FrontMatterReader
{
    private void ReadInput(YamlValue input)
    {
        foreach (YamlMember member in ReadMap(input, "'input' holds 'schema' and 'default'"))
        {
            switch (member.Name)
            {
                case "schema":
                    ReadInputSchema(member.Value);
                    break;
                case "default":
                    ReadDefaults(member.Value);
                    break;
                default:
                    Refuse(member.Key, $"'{member.Name}' means nothing here; 'input' holds 'schema' and 'default'");
                    break;
            }
        }
    }

    private void ReadInputSchema(YamlValue schema)
    {
        if (RefuseJsonSchema(schema))
        {
            return;
        }

        foreach (YamlMember member in ReadMap(schema, "a schema is written in the file, as in 'name: string'; schemas known by name are not"))
        {
            PicoName name = PicoName.Parse(member.Key);
            if (name.Text == PicoName.Wildcard)
            {
                Refuse(member.Key, $"'{PicoName.Wildcard}' stands for names nobody knows, and the parameters of '{_pending.Method}' have names; name them");
            }
            else if (FindParameter(name.Text, member.Key) is >= 0 and int parameter)
            {
                CheckInput(name, member, parameter);
            }
        }
    }

    private void CheckInput(PicoName name, YamlMember member, int type)
    {
        PromptType known = _types[type];
        switch (name.Type)
        {
            case "array" when _types.GetElement(type) < 0:
                Refuse(member.Key, _types.IsCut(type) ? _types.DescribeCut(type) : $"'{name.Text}' is a '{known.Name}', and no list");
                return;
            case "array":
                CheckInputValue(name, member.Value, _types.GetElement(type));
                return;
            case "object" or null:
                CheckInputValue(name, member.Value, type);
                return;
            case "enum" when known.Kind is not (PromptValueKind.Enum or PromptValueKind.String):
                Refuse(member.Key, $"'{name.Text}' is a '{known.Name}', and no enum");
                return;
            case "enum":
                CheckIsList(member.Value);
                return;
            default:
                Refuse(member.Key, $"'{name.Type}' is none of 'array', 'object' and 'enum'");
                return;
        }
    }

    private void CheckInputValue(PicoName name, YamlValue value, int type)
    {
        if (value.Kind == YamlKind.Map)
        {
            foreach (YamlMember member in value.Members)
            {
                PicoName inner = PicoName.Parse(member.Key);
                int found = FindMember(type, inner.Text);
                if (found >= 0)
                {
                    CheckInput(inner, member, found);
                }
                else
                {
                    string? nearest = NearestName.Find(inner.Text, _types.GetMemberNames(type));
                    Refuse(member.Key, _types.IsCut(type) ? _types.DescribeCut(type) : $"'{_types[type].Name}' has no readable property or field '{inner.Text}'{(nearest is null ? "" : $"; write '{nearest}'")}");
                }
            }

            return;
        }

        string text = PicoName.GetType(ReadText(value, "a type is 'string', 'number', 'integer', 'boolean', 'any', or names with types"));
        PromptType known = _types[type];
        bool? fits = text switch
        {
            "" or "any" => true,
            "string" => known.Kind is not (PromptValueKind.None or PromptValueKind.Boolean) && known.Format is not (FormatFamily.Integer or FormatFamily.Fraction),
            "boolean" => known.Kind == PromptValueKind.Boolean,
            "integer" => known.Format == FormatFamily.Integer,
            "number" => known.Format is FormatFamily.Integer or FormatFamily.Fraction,
            _ => null,
        };
        if (fits != true)
        {
            Refuse(value, fits is null
                ? $"'{text}' is no type; the types are 'string', 'number', 'integer', 'boolean' and 'any'"
                : $"'{name.Text}' is a '{known.Name}' in the method; write its type, or 'any'");
        }
    }

    /// <summary>The values of an enum are a list.</summary>
    /// <returns>Whether there is one.</returns>
    private bool CheckIsList(YamlValue values)
    {
        bool isList = values.Kind == YamlKind.List;
        if (!isList)
        {
            Refuse(values, "an enum is a list of its values, as in '[A, B]'");
        }

        return isList;
    }

    /// <summary>A member by its name in code, or by that in JSON, which other tools know.</summary>
    private int FindMember(int type, string name)
    {
        int found = _types.FindMember(type, name);
        return found < 0 && _types.FindNameInCode(type, name) is { } own ? _types.FindMember(type, own) : found;
    }

    /// <summary>Refuses what other tools take beside Picoschema, and says so before its keywords are taken for names.</summary>
    private bool RefuseJsonSchema(YamlValue schema)
    {
        YamlValue? key = null;
        bool hasProperties = false;
        if (schema.Kind == YamlKind.Map)
        {
            foreach (YamlMember member in schema.Members)
            {
                key = member is { Name: "type", Value.Text: "object" } ? member.Key : key;
                hasProperties |= member is { Name: "properties", Value.Kind: YamlKind.Map };
            }
        }

        bool isJsonSchema = key is not null && hasProperties;
        if (isJsonSchema)
        {
            Refuse(key!, "JSON Schema is not read here; write names with types, as in 'name: string'");
        }

        return isJsonSchema;
    }

    private void ReadDefaults(YamlValue defaults)
    {
        foreach (YamlMember member in ReadMap(defaults, "'default' holds names with values"))
        {
            int parameter = FindParameter(member.Name, member.Key);
            if (parameter < 0)
            {
                continue;
            }

            if (_pending.Parameters[parameter].DefaultType is not { } type)
            {
                Refuse(member.Key, _types[parameter].IsNullable
                    ? $"a file writes texts, numbers, 'true' and 'false', and '{member.Name}' is a '{_types[parameter].Name}'; remove the default, and write it in the template with '{{#if}}'"
                    : $"a default is written where '{member.Name}' is null, which it never is; make it nullable, as in 'string? {member.Name} = null', or remove the default");
            }
            else if (YamlLiterals.Find(member.Value, type) is { } literal)
            {
                _defaults.Add(new PromptDefault(parameter, literal));
            }
            else
            {
                Refuse(member.Value, $"'{member.Name}' is a '{type}?' in the method; write such a value");
            }
        }
    }

    /// <summary>The index of a parameter; -1 when there is none, which has been reported then.</summary>
    private int FindParameter(string name, YamlValue key)
    {
        List<string> names = [];
        for (int i = 0; i < _pending.Parameters.Count; i++)
        {
            PendingParameter parameter = _pending.Parameters[i];
            if (parameter.Name == name && !parameter.IsOfCall)
            {
                return i;
            }

            if (!parameter.IsOfCall)
            {
                names.Add(parameter.Name);
            }
        }

        string? nearest = NearestName.Find(name, names);
        Refuse(key, $"'{name}' is no parameter of '{_pending.Method}'; {(nearest is null ? $"add a parameter '{name}', or remove it here" : $"write '{nearest}', or add a parameter '{name}'")}");
        return -1;
    }
}

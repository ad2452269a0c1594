using System.Text.RegularExpressions;
using GeminiGen.Shared.Yaml;

namespace GeminiGen;

/// <content>What the file says of the answer, checked against the method's type, whose schema is what is sent.</content>
internal sealed partial class FrontMatterReader
{
    private static readonly Regex Qualifiers = new(@"global::(?:@?\w+\.)*@?", RegexOptions.CultureInvariant);

    private void ReadOutput(YamlValue output)
    {
        foreach (YamlMember member in ReadMap(output, "'output' holds 'format' and 'schema'"))
        {
            switch (member.Name)
            {
                case "format":
                    ReadFormat(member.Value);
                    break;
                case "schema" when _answer.Root == -1:
                    Refuse(member.Key, "the method answers with text, which has no schema; return a type, or remove the schema");
                    break;
                case "schema" when RefuseJsonSchema(member.Value):
                    break;
                case "schema" when _answer.Root >= 0:
                    CheckOutput(member.Value, _answer.Root, null);
                    break;
                case "schema":
                    break;
                default:
                    Refuse(member.Key, $"'{member.Name}' means nothing here; 'output' holds 'format' and 'schema'");
                    break;
            }
        }
    }

    private void ReadFormat(YamlValue value)
    {
        string? fault = value.Text switch
        {
            "json" when _answer.Root == -1 => "the method answers with text; return a type for JSON, or remove the format",
            "text" when _answer.Root >= 0 => "the method answers with a type, which is sent as JSON; return text, or remove the format",
            "json" or "text" => null,
            _ => "a format is 'json' or 'text'",
        };
        if (fault is not null)
        {
            Refuse(value, fault);
        }
    }

    /// <summary>Checks a schema, or a part of one.</summary>
    /// <param name="schema">The schema.</param>
    /// <param name="index">The type it is of.</param>
    /// <param name="owner">The member it is of, or null.</param>
    private void CheckOutput(YamlValue schema, int index, AnswerMember? owner)
    {
        AnswerType type = _answer.Types[index];
        if (type is NullableAnswer nullable)
        {
            CheckOutput(schema, nullable.Underlying, owner);
            return;
        }

        if (schema.Kind != YamlKind.Map)
        {
            string text = ReadText(schema, "a type is 'string', 'number', 'integer', 'boolean', 'any', or names with types");
            CheckScalar(schema, text, type, owner);
            return;
        }

        foreach (YamlMember member in schema.Members)
        {
            PicoName name = PicoName.Parse(member.Key);
            if (type is DictionaryAnswer dictionary)
            {
                CheckWildcard(name, member, dictionary);
            }
            else if (type is not ObjectAnswer owned)
            {
                Refuse(member.Key, $"'{GetName(type)}' is no type with members; the answer's schema follows from the method's type");
                return;
            }
            else if (FindMember(owned, name.Text) is { } found)
            {
                CheckMember(name, member, found, owned);
            }
            else
            {
                string? nearest = NearestName.Find(name.Text, GetNames(owned));
                Refuse(member.Key, $"'{GetName(type)}' has no member '{name.Text}' in JSON; {(nearest is null ? "add it to the type, or remove it here" : $"write '{nearest}'")}");
            }
        }
    }

    private void CheckWildcard(PicoName name, YamlMember member, DictionaryAnswer dictionary)
    {
        if (name.Text == PicoName.Wildcard)
        {
            CheckOutput(member.Value, dictionary.Value, null);
            return;
        }

        Refuse(member.Key, $"'{GetName(dictionary)}' has any names; write '{PicoName.Wildcard}' for them");
    }

    private void CheckMember(PicoName name, YamlMember member, AnswerMember known, ObjectAnswer owner)
    {
        if (name.IsOptional && known is { IsRequired: true, IsNullable: false })
        {
            Refuse(member.Key, $"'{known.Name}' of '{GetName(owner)}' is always there; make it nullable, or remove the '?'");
        }

        CheckDescription(member.Key, name.Description, known.Description, $"'{known.Name}' of '{GetName(owner)}'");
        AnswerType type = _answer.Types[known.Type];
        type = type is NullableAnswer nullable ? _answer.Types[nullable.Underlying] : type;
        switch (name.Type)
        {
            case null or "object":
                CheckOutput(member.Value, known.Type, known);
                break;
            case "array" when type is ListAnswer list:
                CheckOutput(member.Value, list.Element, null);
                break;
            case "enum" when type is EnumAnswer names:
                CheckEnum(member.Value, names);
                break;
            default:
                Refuse(member.Key, $"'{known.Name}' of '{GetName(owner)}' is no {name.Type}; the answer's schema follows from the method's type");
                break;
        }
    }

    private void CheckScalar(YamlValue schema, string text, AnswerType type, AnswerMember? owner)
    {
        string written = PicoName.GetType(text);
        bool fits = written is "" or "any" || written == type.Name || type switch
        {
            PrimitiveAnswer primitive => written == primitive.Schema.Type,
            EnumAnswer { IsFlags: false } => written == "string",
            _ => false,
        };
        if (!fits)
        {
            Refuse(schema, $"the method's answer has '{GetName(type)}' here, which is no '{written}'; the answer's schema follows from the method's type");
        }

        CheckDescription(schema, PicoName.GetDescription(text), owner is null ? type.Description : owner.Description, $"'{owner?.Name ?? GetName(type)}'");
    }

    private void CheckEnum(YamlValue values, EnumAnswer type)
    {
        if (!CheckIsList(values))
        {
            return;
        }

        foreach (YamlValue value in values.Items)
        {
            bool isKnown = value.IsNull;
            foreach (EnumMember member in type.Members)
            {
                isKnown |= member.JsonName == value.Text;
            }

            if (!isKnown)
            {
                Refuse(value, $"'{GetName(type)}' has no member '{value.Text}' in JSON");
            }
        }
    }

    /// <summary>The model is told what stands on the type: a file that says something else would not be heard.</summary>
    private void CheckDescription(YamlValue place, string? written, string? known, string owner)
    {
        if (written is not null && written != known)
        {
            Refuse(place, $"the model is told the description of the type; write [Description({CSharpLiteral.String(written)})] on {owner}, or remove it here");
        }
    }

    private static AnswerMember? FindMember(ObjectAnswer type, string name)
    {
        foreach (AnswerMember member in type.Members)
        {
            if (member.JsonName == name)
            {
                return member;
            }
        }

        return null;
    }

    private static List<string> GetNames(ObjectAnswer type)
    {
        List<string> names = [];
        foreach (AnswerMember member in type.Members)
        {
            names.Add(member.JsonName);
        }

        return names;
    }

    /// <summary>The type as a reader would write it: without the namespaces before it and its type arguments.</summary>
    private static string GetName(AnswerType type) => Qualifiers.Replace(type.TypeName, "").TrimEnd('?');
}

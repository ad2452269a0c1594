using GeminiGen.Shared.Json;

namespace GeminiGen;

/// <summary>Holds an example of an answer against the answer's type: what the model is shown is what it will write.</summary>
/// <param name="types">The contract's answer types.</param>
internal sealed class ExampleCheck(IReadOnlyList<AnswerType> types)
{
    /// <summary>What is wrong with the text of an example, as a part of a sentence; null when nothing is.</summary>
    public static string? FindFault(string text, AnswerShape answer)
    {
        if (answer.Root < 0)
        {
            return null;
        }

        try
        {
            JsonValue value = JsonTextReader.Parse(text);
            ExampleCheck check = new(answer.Types);
            string? fault = answer.IsList ? check.FindFaultOfItems(value, answer.Root, isNullable: false, "$") : check.FindFault(value, answer.Root, answer.IsNullable, "$");
            return fault is null ? null : "does not fit the method's answer, " + fault;
        }
        catch (JsonSyntaxException)
        {
            return "is no JSON, and the method's answer is";
        }
    }

    private string? FindFault(JsonValue value, int index, bool isNullable, string path)
    {
        AnswerType type = types[index];
        if (type is NullableAnswer nullable)
        {
            return FindFault(value, nullable.Underlying, isNullable: true, path);
        }

        if (value.IsNull)
        {
            return isNullable ? null : $"where '{path}' is never null";
        }

        return type switch
        {
            PrimitiveAnswer primitive => Fits(value, primitive.Schema.Type) ? null : Expected(path, "a " + primitive.Schema.Type),
            EnumAnswer { IsFlags: true } flags => FindFaultOfFlags(value, flags, path),
            EnumAnswer names => FindFaultOfName(value, names, path),
            ListAnswer list => FindFaultOfItems(value, list.Element, list.IsElementNullable, path),
            DictionaryAnswer dictionary => FindFaultOfValues(value, dictionary, path),
            PolymorphicAnswer polymorphic => FindFaultOfCase(value, polymorphic, path),
            ObjectAnswer answer => FindFaultOfMembers(value, answer, discriminator: null, path),
            _ => null,
        };
    }

    private static bool Fits(JsonValue value, string schemaType) => schemaType switch
    {
        "string" => value.Kind == JsonKind.String,
        "boolean" => value.Kind is JsonKind.True or JsonKind.False,
        "integer" => value.Kind == JsonKind.Number && IsWhole(value),
        _ => value.Kind == JsonKind.Number,
    };

    private static bool IsWhole(JsonValue value)
    {
        try
        {
            return value.GetDecimal() is var number && decimal.Truncate(number) == number;
        }
        catch (JsonSyntaxException)
        {
            // Beyond what a decimal holds; whether it is whole is not worth the trouble.
            return true;
        }
    }

    private static string? FindFaultOfName(JsonValue value, EnumAnswer type, string path)
    {
        if (value.Kind == JsonKind.String)
        {
            foreach (EnumMember member in type.Members)
            {
                if (member.JsonName == value.GetString())
                {
                    return null;
                }
            }
        }

        return Expected(path, "one of " + string.Join(", ", GetNames(type)));
    }

    private static List<string> GetNames(EnumAnswer type)
    {
        List<string> names = new(type.Members.Count);
        foreach (EnumMember member in type.Members)
        {
            names.Add("'" + member.JsonName + "'");
        }

        return names;
    }

    private static string? FindFaultOfFlags(JsonValue value, EnumAnswer type, string path)
    {
        string? fault = value.Kind == JsonKind.Array ? null : Expected(path, "a list");
        for (int i = 0; fault is null && i < value.Items.Count; i++)
        {
            fault = FindFaultOfName(value.Items[i], type, $"{path}[{i}]");
        }

        return fault;
    }

    private string? FindFaultOfItems(JsonValue value, int element, bool isNullable, string path)
    {
        string? fault = value.Kind == JsonKind.Array ? null : Expected(path, "a list");
        for (int i = 0; fault is null && i < value.Items.Count; i++)
        {
            fault = FindFault(value.Items[i], element, isNullable, $"{path}[{i}]");
        }

        return fault;
    }

    /// <summary>Some models write dictionaries as lists of pairs, which an example may show.</summary>
    private string? FindFaultOfValues(JsonValue value, DictionaryAnswer type, string path)
    {
        string? fault = value.Kind is JsonKind.Object or JsonKind.Array ? null : Expected(path, "an object");
        for (int i = 0; fault is null && i < value.Members.Count; i++)
        {
            fault = FindFault(value.Members[i].Value, type.Value, type.IsValueNullable, path + "." + value.Members[i].Name);
        }

        return fault;
    }

    private string? FindFaultOfCase(JsonValue value, PolymorphicAnswer type, string path)
    {
        JsonValue? discriminator = value.Find(type.Discriminator);
        foreach (PolymorphicCase known in type.Cases)
        {
            bool isMeant = discriminator is not null && (known.IsNumber
                ? discriminator.Kind == JsonKind.Number && discriminator.GetDecimal().ToString(System.Globalization.CultureInfo.InvariantCulture) == known.Value
                : discriminator.Kind == JsonKind.String && discriminator.GetString() == known.Value);
            if (isMeant)
            {
                return FindFaultOfMembers(value, (ObjectAnswer)types[known.Type], type.Discriminator, path);
            }
        }

        return $"where '{path}.{type.Discriminator}' says which type it is";
    }

    private string? FindFaultOfMembers(JsonValue value, ObjectAnswer type, string? discriminator, string path)
    {
        if (value.Kind != JsonKind.Object)
        {
            return Expected(path, "an object");
        }

        foreach (AnswerMember member in type.Members)
        {
            JsonValue? own = value.Find(member.JsonName);
            string place = path + "." + member.JsonName;
            if (own is null && member.IsRequired)
            {
                return $"where '{place}' is always there";
            }

            if (own is not null && FindFault(own, member.Type, member.IsNullable, place) is { } fault)
            {
                return fault;
            }
        }

        foreach (JsonMember written in value.Members)
        {
            if (written.Name != discriminator && !HasMember(type, written.Name))
            {
                return $"where '{path}' has no '{written.Name}'";
            }
        }

        return null;
    }

    private static bool HasMember(ObjectAnswer type, string jsonName)
    {
        foreach (AnswerMember member in type.Members)
        {
            if (member.JsonName == jsonName)
            {
                return true;
            }
        }

        return false;
    }

    private static string Expected(string path, string what) => $"where '{path}' is {what}";
}

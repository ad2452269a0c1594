using Microsoft.CodeAnalysis;

namespace GeminiGen;

/// <summary>Reads <c>[Generation]</c>.</summary>
internal static class GenerationSettings
{
    /// <summary>Merges the attributes that hold for a method, member by member; the first that sets one wins.</summary>
    public static GenerationModel Merge(AttributeData? method, AttributeData? contract, AttributeData? inherited)
    {
        if (method is null && contract is null && inherited is null)
        {
            return GenerationModel.Empty;
        }

        // Level and budget exclude each other: who sets either has decided both, and in one attribute the level wins (GG0012 tells).
        AttributeData? thinking = FirstThatThinks(method, contract, inherited);
        string? level = GetLevel(thinking);
        return new GenerationModel(
            GetDouble(WellKnownNames.Temperature, method, contract, inherited),
            GetDouble(WellKnownNames.TopP, method, contract, inherited),
            GetInt32(WellKnownNames.TopK, method, contract, inherited),
            GetInt32(WellKnownNames.MaxOutputTokens, method, contract, inherited),
            GetStrings(method) ?? GetStrings(contract) ?? GetStrings(inherited),
            GetInt32(WellKnownNames.Seed, method, contract, inherited),
            level is null ? GetInt32(thinking, WellKnownNames.ThinkingBudget) : null,
            level);
    }

    /// <summary>The level as C#; a cast for a number that no member has.</summary>
    private static string? GetLevel(AttributeData? attribute)
    {
        TypedConstant argument = attribute.GetNamedArgument(WellKnownNames.Thinking);
        if (argument is not { Type: { } type, Value: { } value })
        {
            return null;
        }

        foreach (ISymbol member in type.GetMembers())
        {
            if (member is IFieldSymbol { HasConstantValue: true } field && value.Equals(field.ConstantValue))
            {
                return type.GetPlainName() + "." + field.Name;
            }
        }

        return "(" + type.GetPlainName() + ")(" + value + ")";
    }

    /// <summary>Whether one attribute sets both a level and a budget.</summary>
    public static bool HasConflict(AttributeData attribute)
        => GetInt32(attribute, WellKnownNames.Thinking) is not null && GetInt32(attribute, WellKnownNames.ThinkingBudget) is not null;

    private static AttributeData? FirstThatThinks(AttributeData? method, AttributeData? contract, AttributeData? inherited)
        => Thinks(method) ? method : Thinks(contract) ? contract : inherited;

    private static bool Thinks(AttributeData? attribute)
        => GetInt32(attribute, WellKnownNames.Thinking) is not null || GetInt32(attribute, WellKnownNames.ThinkingBudget) is not null;

    private static int? GetInt32(string name, AttributeData? method, AttributeData? contract, AttributeData? inherited)
        => GetInt32(method, name) ?? GetInt32(contract, name) ?? GetInt32(inherited, name);

    private static int? GetInt32(AttributeData? attribute, string name) => attribute.GetNamedArgument(name).Value as int?;

    private static double? GetDouble(string name, AttributeData? method, AttributeData? contract, AttributeData? inherited)
        => GetDouble(method, name) ?? GetDouble(contract, name) ?? GetDouble(inherited, name);

    /// <summary>JSON has no infinity and no NaN.</summary>
    private static double? GetDouble(AttributeData? attribute, string name)
        => attribute.GetNamedArgument(name).Value is double value && !double.IsNaN(value) && !double.IsInfinity(value) ? value : null;

    private static EquatableArray<string>? GetStrings(AttributeData? attribute)
    {
        TypedConstant argument = attribute.GetNamedArgument(WellKnownNames.StopSequences);
        if (argument.Kind != TypedConstantKind.Array || argument.IsNull)
        {
            return null;
        }

        List<string> values = [];
        foreach (TypedConstant value in argument.Values)
        {
            if (value.Value is string text)
            {
                values.Add(text);
            }
        }

        return values.ToEquatableArray();
    }
}

using Microsoft.CodeAnalysis;

namespace GeminiGen;

/// <summary>Reads <c>[Generation]</c>.</summary>
internal static class GenerationSettings
{
    /// <summary>Merges the attributes that hold for a method, member by member; the first that sets one wins.</summary>
    public static GenerationModel Merge(AttributeData? method, AttributeData? contract, AttributeData? inherited)
        => Read(method).Over(Read(contract)).Over(Read(inherited));

    /// <summary>Reads one attribute; null sets nothing.</summary>
    public static GenerationModel Read(AttributeData? attribute)
    {
        if (attribute is null)
        {
            return GenerationModel.Empty;
        }

        // In one attribute the level wins (GG0012 tells).
        string? level = GetLevel(attribute);
        return new GenerationModel(
            GetDouble(attribute, WellKnownNames.Temperature),
            GetDouble(attribute, WellKnownNames.TopP),
            GetInt32(attribute, WellKnownNames.TopK),
            GetInt32(attribute, WellKnownNames.MaxOutputTokens),
            GetStrings(attribute),
            GetInt32(attribute, WellKnownNames.Seed),
            level is null ? GetInt32(attribute, WellKnownNames.ThinkingBudget) : null,
            level);
    }

    private static string? GetLevel(AttributeData? attribute)
        => attribute.GetNamedArgument(WellKnownNames.Thinking) is { Kind: TypedConstantKind.Enum, Value: not null } level ? CSharpLiteral.EnumMember(level) : null;

    /// <summary>Whether one attribute sets both a level and a budget.</summary>
    public static bool HasConflict(AttributeData attribute)
        => GetInt32(attribute, WellKnownNames.Thinking) is not null && GetInt32(attribute, WellKnownNames.ThinkingBudget) is not null;

    private static int? GetInt32(AttributeData? attribute, string name) => attribute.GetNamedArgument(name).Value as int?;

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

using Microsoft.CodeAnalysis;

namespace GeminiGen;

/// <summary>Reads <c>[Safety]</c>.</summary>
internal static class SafetySettings
{
    /// <summary>Merges the attributes that hold for a method: the first that sets a category wins.</summary>
    public static EquatableArray<SafetyModel> Merge(List<AttributeData>? method, List<AttributeData>? contract, List<AttributeData>? inherited)
    {
        if (method is null && contract is null && inherited is null)
        {
            return default;
        }

        List<SafetyModel> settings = [];
        Add(method);
        Add(contract);
        Add(inherited);
        return settings.ToEquatableArray();

        void Add(List<AttributeData>? attributes)
        {
            foreach (AttributeData attribute in attributes ?? [])
            {
                if (Read(attribute) is { } setting && !IsSet(settings, setting.Category))
                {
                    settings.Add(setting);
                }
            }
        }
    }

    /// <summary>Finds the attributes of one symbol that set a category which another one before has set.</summary>
    public static IEnumerable<AttributeData> FindRepeated(List<AttributeData>? attributes)
    {
        HashSet<string> categories = new(StringComparer.Ordinal);
        foreach (AttributeData attribute in attributes ?? [])
        {
            if (Read(attribute) is { } setting && !categories.Add(setting.Category))
            {
                yield return attribute;
            }
        }
    }

    private static bool IsSet(List<SafetyModel> settings, string category)
    {
        foreach (SafetyModel setting in settings)
        {
            if (setting.Category == category)
            {
                return true;
            }
        }

        return false;
    }

    private static SafetyModel? Read(AttributeData attribute)
        => attribute.ConstructorArguments is [{ Kind: TypedConstantKind.Enum } category, { Kind: TypedConstantKind.Enum } threshold]
            ? new SafetyModel(CSharpLiteral.EnumMember(category), CSharpLiteral.EnumMember(threshold))
            : null;
}

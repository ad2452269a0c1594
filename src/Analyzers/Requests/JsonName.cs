using Microsoft.CodeAnalysis;

namespace GeminiGen.Analyzers.Requests;

/// <summary>The names under which serializers write members.</summary>
internal static class JsonName
{
    /// <summary>The name that an attribute gives a member; null when none does.</summary>
    public static string? GivenTo(ISymbol member)
    {
        foreach (AttributeData attribute in member.GetAttributes())
        {
            if (attribute is { AttributeClass.Name: "JsonPropertyNameAttribute" or "JsonPropertyAttribute", ConstructorArguments: [{ Value: string name }, ..] })
            {
                return name;
            }
        }

        return null;
    }
}

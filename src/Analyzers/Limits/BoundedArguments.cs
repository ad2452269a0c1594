using Microsoft.CodeAnalysis;

namespace GeminiGen.Analyzers.Limits;

/// <summary>What the arguments of a method cost when they are as long as they may be.</summary>
internal static class BoundedArguments
{
    // English prose, the longest words to the token (docs of the API: about 4 characters).
    private const int CharactersPerToken = 4;

    private const string Annotations = "System.ComponentModel.DataAnnotations";

    /// <summary>The most tokens of all parameters with <c>[MaxLength]</c> or <c>[StringLength]</c>; the others have no bound and count nothing.</summary>
    public static int Estimate(IMethodSymbol method)
    {
        long tokens = 0;
        foreach (IParameterSymbol parameter in method.Parameters)
        {
            if (parameter.Type.SpecialType == SpecialType.System_String && FindBound(parameter) is { } length)
            {
                tokens += (length + CharactersPerToken - 1) / CharactersPerToken;
            }
        }

        return (int)Math.Min(tokens, int.MaxValue / 2);
    }

    private static long? FindBound(IParameterSymbol parameter)
    {
        foreach (AttributeData attribute in parameter.GetAttributes())
        {
            if (attribute.AttributeClass is { Name: "MaxLengthAttribute" or "StringLengthAttribute" } type
                && type.ContainingNamespace?.ToDisplayString() == Annotations
                && attribute.ConstructorArguments is [{ Value: int length }]
                && length > 0)
            {
                return length;
            }
        }

        return null;
    }
}

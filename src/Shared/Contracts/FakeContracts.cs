using Microsoft.CodeAnalysis;

namespace GeminiGen;

/// <summary>Which types <c>GeminiFake.For</c> makes fakes of: the generator writes for those, the analyzer reports the others.</summary>
internal static class FakeContracts
{
    /// <summary>The class whose method asks for a fake.</summary>
    public const string FakeClass = "GeminiFake";

    /// <summary>The method that asks for a fake.</summary>
    public const string For = "For";

    /// <summary>The namespace of <see cref="FakeClass"/>.</summary>
    public const string Namespace = WellKnownNames.Namespace + ".Testing";

    /// <summary>The metadata name of <see cref="FakeClass"/>.</summary>
    public const string FakeClassMetadataName = Namespace + "." + FakeClass;

    /// <summary>Why there is no fake of a type, with the cure; null when there is one, or when nobody can say, as of a type parameter.</summary>
    public static string? FindFault(ITypeSymbol type, Compilation compilation)
    {
        if (type is not INamedTypeSymbol { TypeKind: not TypeKind.Error } contract)
        {
            return null;
        }

        if (!IsContract(contract))
        {
            return FindContractOf(contract) is { } implemented
                ? $"it is a class; write its contract, '{implemented.GetShortName()}'"
                : "it is no contract; write an interface marked [GeminiPrompts]";
        }

        for (INamedTypeSymbol? part = contract; part is not null; part = part.ContainingType)
        {
            if (part.Arity > 0)
            {
                return "its class cannot be generated; see what is reported at the contract";
            }

            if (part.IsFileLocal || IsHidden(part, compilation))
            {
                return $"'{part.Name}' is not visible in the whole assembly; make it 'internal' or 'public'";
            }
        }

        return null;
    }

    private static bool IsHidden(INamedTypeSymbol type, Compilation compilation)
        => type.ContainingType is not null && type.DeclaredAccessibility is Accessibility.Private or Accessibility.Protected or Accessibility.ProtectedAndInternal
            || !compilation.IsSymbolAccessibleWithin(type, compilation.Assembly);

    private static INamedTypeSymbol? FindContractOf(INamedTypeSymbol type)
    {
        foreach (INamedTypeSymbol candidate in type.AllInterfaces)
        {
            if (IsContract(candidate))
            {
                return candidate;
            }
        }

        return null;
    }

    private static bool IsContract(INamedTypeSymbol type)
        => type.TypeKind == TypeKind.Interface && type.FindAttribute(WellKnownNames.Namespace, WellKnownNames.GeminiPromptsAttribute) is not null;
}

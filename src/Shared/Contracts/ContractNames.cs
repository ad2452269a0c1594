using Microsoft.CodeAnalysis;

namespace GeminiGen;

/// <summary>The names that follow from a contract, and whether they are free.</summary>
internal static class ContractNames
{
    /// <summary>The class's name: as chosen, else <c>ISupportDesk</c> → <c>SupportDesk</c> and <c>Support</c> → <c>SupportPrompts</c>.</summary>
    public static string GetClassName(INamedTypeSymbol contract, AttributeData attribute)
        => GetChosenClassName(attribute) ?? DeriveClassName(contract.Name);

    /// <summary>What stands in the way of the class's name, in words; null when it is free.</summary>
    public static string? FindClash(INamedTypeSymbol contract, AttributeData attribute, string className)
    {
        if (contract.ContainingType?.Name == className)
        {
            return "is that of the type around it";
        }

        INamespaceOrTypeSymbol scope = (INamespaceOrTypeSymbol?)contract.ContainingType ?? contract.ContainingNamespace;
        foreach (ISymbol existing in scope.GetMembers(className))
        {
            if (!CanBeCompleted(existing))
            {
                return existing.Kind == SymbolKind.Namespace ? "is taken by a namespace" : "is taken by an existing " + (existing.Kind == SymbolKind.NamedType ? "type" : "member");
            }
        }

        return FindClashingContract(contract, scope, className, isChosen: GetChosenClassName(attribute) is not null) is { } other
            ? "is taken by the contract '" + other + "'"
            : null;
    }

    /// <summary>Whether a type the user wrote has the name of the class around the registration.</summary>
    public static bool IsTaken(RegistrationModel registration, INamespaceSymbol scope)
    {
        foreach (INamedTypeSymbol existing in scope.GetTypeMembers(registration.ExtensionClassName))
        {
            if (!IsGenerated(existing))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Whether the type is of our own making: analyzers see what the generator wrote.</summary>
    private static bool IsGenerated(INamedTypeSymbol type)
        => type.FindAttribute("System.CodeDom.Compiler", "GeneratedCodeAttribute") is { ConstructorArguments: [{ Value: WellKnownNames.GeneratorName }, ..] };

    /// <summary>Where the contract is registered; null when it is not visible there.</summary>
    public static RegistrationModel? GetRegistration(INamedTypeSymbol contract, string className, string implementationTypeName)
    {
        Accessibility visible = contract.DeclaredAccessibility;
        string underscored = className;
        string joined = className;
        for (INamedTypeSymbol? container = contract.ContainingType; container is not null; container = container.ContainingType)
        {
            visible = container.DeclaredAccessibility == Accessibility.Public ? visible : Lower(visible, container.DeclaredAccessibility);
            underscored = container.Name + "_" + underscored;
            joined = container.Name + joined;
        }

        return visible is Accessibility.Public or Accessibility.Internal or Accessibility.ProtectedOrInternal
            ? new RegistrationModel(
                visible == Accessibility.Public ? "public" : "internal",
                underscored + "ServiceCollectionExtensions",
                "Add" + joined,
                implementationTypeName)
            : null;
    }

    private static Accessibility Lower(Accessibility left, Accessibility right)
        => left is Accessibility.Private or Accessibility.Protected or Accessibility.ProtectedAndInternal ? left
            : right == Accessibility.ProtectedOrInternal ? Accessibility.Internal : right;

    private static string? GetChosenClassName(AttributeData attribute)
        => attribute.GetNamedArgument(WellKnownNames.ClassName).Value is string { Length: > 0 } chosen ? chosen : null;

    private static string DeriveClassName(string name)
        => name.Length > 1 && name[0] == 'I' && char.IsUpper(name[1]) ? name.Substring(1) : name + "Prompts";

    /// <summary>Whether the user wrote a part of the generated class, to add members of their own.</summary>
    private static bool CanBeCompleted(ISymbol symbol)
        => symbol is INamedTypeSymbol { TypeKind: TypeKind.Class, IsRecord: false, IsStatic: false, IsAbstract: false, Arity: 0 } type && type.IsPartial()
            || symbol is INamedTypeSymbol { Arity: > 0 };

    /// <summary>
    /// The contract that gets the name instead. Where two derive it, the first by name keeps it; a chosen name gives way to a derived one;
    /// so exactly one of two stays, and the other is told.
    /// </summary>
    private static string? FindClashingContract(INamedTypeSymbol contract, INamespaceOrTypeSymbol scope, string className, bool isChosen)
    {
        const string Suffix = "Prompts";
        foreach (INamedTypeSymbol other in scope.GetTypeMembers("I" + className))
        {
            if (IsOther(other, contract, className, isChosen))
            {
                return other.Name;
            }
        }

        if (className.EndsWith(Suffix, StringComparison.Ordinal))
        {
            foreach (INamedTypeSymbol other in scope.GetTypeMembers(className.Substring(0, className.Length - Suffix.Length)))
            {
                if (IsOther(other, contract, className, isChosen))
                {
                    return other.Name;
                }
            }
        }

        if (isChosen)
        {
            foreach (INamedTypeSymbol other in scope.GetTypeMembers())
            {
                if (IsOther(other, contract, className, isChosen))
                {
                    return other.Name;
                }
            }
        }

        return null;
    }

    private static bool IsOther(INamedTypeSymbol other, INamedTypeSymbol contract, string className, bool isChosen)
    {
        if (other.TypeKind != TypeKind.Interface
            || SymbolEqualityComparer.Default.Equals(other, contract)
            || other.FindAttribute(WellKnownNames.Namespace, WellKnownNames.GeminiPromptsAttribute) is not { } attribute
            || GetClassName(other, attribute) != className)
        {
            return false;
        }

        bool otherIsChosen = GetChosenClassName(attribute) is not null;
        return isChosen == otherIsChosen ? string.CompareOrdinal(other.Name, contract.Name) < 0 : isChosen;
    }
}

using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace GeminiGen;

/// <summary>What of a type stands in its declaration only.</summary>
internal static class TypeDeclarations
{
    /// <summary>Whether the type is declared <c>partial</c>.</summary>
    public static bool IsPartial(this INamedTypeSymbol type)
    {
        foreach (SyntaxReference reference in type.DeclaringSyntaxReferences)
        {
            if (reference.GetSyntax() is TypeDeclarationSyntax declaration && declaration.Modifiers.Any(SyntaxKind.PartialKeyword))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Whether the type, or one it stands in, is visible in its file only.</summary>
    public static bool IsInFileLocal(this INamedTypeSymbol type)
    {
        INamedTypeSymbol? current = type;
        while (current is { IsFileLocal: false })
        {
            current = current.ContainingType;
        }

        return current is not null;
    }

    /// <summary>The type called <c>var</c> that generated code would find beside the type, where it means the word; null when there is none.</summary>
    public static INamedTypeSymbol? FindVar(this INamedTypeSymbol type)
    {
        for (INamespaceOrTypeSymbol? scope = type; scope is not null; scope = (INamespaceOrTypeSymbol?)scope.ContainingType ?? scope.ContainingNamespace)
        {
            foreach (INamedTypeSymbol found in scope.GetTypeMembers("var", 0))
            {
                return found;
            }
        }

        return null;
    }

    /// <summary>The header of a further part of the type.</summary>
    public static string GetPartialHeader(this INamedTypeSymbol type)
    {
        string keyword = type.TypeKind switch
        {
            TypeKind.Interface => "interface",
            TypeKind.Struct => type.IsRecord ? "record struct" : "struct",
            _ => type.IsRecord ? "record" : "class",
        };
        return "partial " + keyword + " " + CSharpLiteral.TypeIdentifier(type.Name);
    }

    /// <summary>The type's metadata name with namespace and containers, as in <c>My.App.Outer+IDesk</c>.</summary>
    public static string GetFullMetadataName(this INamedTypeSymbol type)
    {
        string name = type.MetadataName;
        INamedTypeSymbol outermost = type;
        for (INamedTypeSymbol? container = type.ContainingType; container is not null; container = container.ContainingType)
        {
            name = container.MetadataName + "+" + name;
            outermost = container;
        }

        return outermost.ContainingNamespace is { IsGlobalNamespace: false } symbol ? symbol.ToDisplayString() + "." + name : name;
    }

    /// <summary>The namespace as C# writes it; empty for the global one.</summary>
    public static string GetNamespaceName(this INamedTypeSymbol type)
        => type.ContainingNamespace is { IsGlobalNamespace: false } symbol
            ? symbol.ToDisplayString(SymbolDisplayFormat.FullyQualifiedFormat.WithGlobalNamespaceStyle(SymbolDisplayGlobalNamespaceStyle.Omitted))
            : string.Empty;

    /// <summary>The headers of further parts of the types around the type, outermost first.</summary>
    public static EquatableArray<string> GetContainerHeaders(this INamedTypeSymbol type)
    {
        List<string>? containers = null;
        for (INamedTypeSymbol? container = type.ContainingType; container is not null; container = container.ContainingType)
        {
            (containers ??= []).Insert(0, container.GetPartialHeader());
        }

        return containers.ToEquatableArray();
    }

    /// <summary>The keywords of an accessibility.</summary>
    public static string GetKeywords(this Accessibility accessibility) => accessibility switch
    {
        Accessibility.Public => "public",
        Accessibility.Private => "private",
        Accessibility.Protected => "protected",
        Accessibility.ProtectedOrInternal => "protected internal",
        Accessibility.ProtectedAndInternal => "private protected",
        _ => "internal",
    };
}

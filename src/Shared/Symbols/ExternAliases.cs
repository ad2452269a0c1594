using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace GeminiGen;

/// <summary>Finds types that <c>global::</c> does not reach, because their assembly is referenced under other aliases only.</summary>
internal static class ExternAliases
{
    /// <summary>The alias that alone reaches the type or a part of it; null when <c>global::</c> does.</summary>
    public static string? FindAlias(this Compilation compilation, ITypeSymbol type)
    {
        switch (type)
        {
            case IArrayTypeSymbol array:
                return FindAlias(compilation, array.ElementType);
            case INamedTypeSymbol named:
                foreach (ITypeSymbol argument in named.TypeArguments)
                {
                    if (FindAlias(compilation, argument) is { } alias)
                    {
                        return alias;
                    }
                }

                return FindAlias(compilation, named.ContainingAssembly);
            default:
                return null;
        }
    }

    private static string? FindAlias(Compilation compilation, IAssemblySymbol? assembly)
    {
        if (assembly is null || SymbolEqualityComparer.Default.Equals(assembly, compilation.Assembly))
        {
            return null;
        }

        ImmutableArray<string> aliases = compilation.GetMetadataReference(assembly)?.Properties.Aliases ?? default;
        return aliases.IsDefaultOrEmpty || aliases.Contains(MetadataReferenceProperties.GlobalAlias) ? null : aliases[0];
    }
}

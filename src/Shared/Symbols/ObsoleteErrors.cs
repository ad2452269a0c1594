using Microsoft.CodeAnalysis;

namespace GeminiGen;

/// <summary>Declarations marked <c>[Obsolete("…", error: true)]</c>: naming one is an error that no pragma silences, so generated code leaves them out.</summary>
internal static class ObsoleteErrors
{
    /// <summary>Whether naming the declaration is an error.</summary>
    public static bool IsMarked(ISymbol symbol)
        => symbol.FindAttribute("System", nameof(ObsoleteAttribute)) is { ConstructorArguments: [_, { Value: true }] };

    /// <summary>The type, or a part of it, that cannot be named; null when all of it can.</summary>
    public static ITypeSymbol? Find(ITypeSymbol? type)
    {
        if (type is IArrayTypeSymbol array)
        {
            return Find(array.ElementType);
        }

        if (type is not INamedTypeSymbol named || (named.SpecialType != SpecialType.None && named.Arity == 0))
        {
            return null;
        }

        foreach (ITypeSymbol argument in named.TypeArguments)
        {
            if (Find(argument) is { } found)
            {
                return found;
            }
        }

        return IsMarked(named) ? named : Find(named.ContainingType);
    }

    /// <summary>What to do about a type that cannot be named; null when it can.</summary>
    public static string? FindCure(ITypeSymbol? type)
        => Find(type) is { } found ? $"'{found.GetShortName()}' is marked [Obsolete] as an error, which stops generated code as well; remove the mark, or use another type" : null;
}

using Microsoft.CodeAnalysis;

namespace GeminiGen;

/// <summary>Types that only unsafe code may name.</summary>
internal static class UnsafeTypes
{
    /// <summary>Whether the type is a pointer, or has one among its parts.</summary>
    public static bool Contains(ITypeSymbol? type) => type switch
    {
        IPointerTypeSymbol or IFunctionPointerTypeSymbol => true,
        IArrayTypeSymbol array => Contains(array.ElementType),
        INamedTypeSymbol named => named.TypeArguments.Any(Contains) || Contains(named.ContainingType),
        _ => false,
    };

    /// <summary>Whether a member cannot be declared without the word <c>unsafe</c>.</summary>
    public static bool IsNeededFor(ISymbol member) => member switch
    {
        IMethodSymbol method => Contains(method.ReturnType) || method.Parameters.Any(static parameter => Contains(parameter.Type)),
        IPropertySymbol property => Contains(property.Type) || property.Parameters.Any(static parameter => Contains(parameter.Type)),
        IEventSymbol @event => Contains(@event.Type),
        _ => false,
    };
}

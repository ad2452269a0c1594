using GeminiGen.Shared.Catalog;
using Microsoft.CodeAnalysis;

namespace GeminiGen.Analyzers.Limits;

/// <summary>A named argument of one of our attributes.</summary>
/// <param name="Attribute">The attribute's class.</param>
/// <param name="Name">The member set.</param>
/// <param name="Value">Its constant.</param>
/// <param name="Location">The constant's place.</param>
/// <param name="Model">The contract's model; null when the contract names none or one the catalogue does not know.</param>
internal readonly record struct Setting(string Attribute, string Name, TypedConstant Value, Location Location, CatalogModel? Model)
{
    /// <summary>The constant as an integer; null when it is none.</summary>
    public int? Integer => Value.Kind == TypedConstantKind.Primitive ? Value.Value as int? : null;

    /// <summary>The constant as a number; null when it is none.</summary>
    public double? Number => Value.Kind == TypedConstantKind.Primitive ? Value.Value as double? : null;
}

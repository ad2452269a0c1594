namespace GeminiGen.Shared.Catalog;

/// <summary>A C# type that is filled from an object of the data.</summary>
/// <param name="TypeName">The type.</param>
/// <param name="Fields">What of the object it takes.</param>
/// <param name="ConstructorField">The property passed to the constructor, if there is one.</param>
internal sealed record CatalogShape(string TypeName, IReadOnlyList<CatalogField> Fields, string? ConstructorField = null);

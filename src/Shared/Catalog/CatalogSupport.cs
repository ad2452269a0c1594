namespace GeminiGen.Shared.Catalog;

/// <summary>Whether a model has a capability, as far as its sources say.</summary>
internal enum CatalogSupport
{
    Unknown,
    No,
    Partial,
    Yes,
}

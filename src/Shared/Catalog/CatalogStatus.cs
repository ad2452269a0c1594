namespace GeminiGen.Shared.Catalog;

/// <summary>What the catalogue says of a model's life.</summary>
internal enum CatalogStatus
{
    Stable,
    Preview,
    Deprecated,
    ShutDown,
    Alias,
}

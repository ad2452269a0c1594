namespace GeminiGen.Shared.Catalog;

/// <summary>What a model does with temperature, topP and topK.</summary>
internal enum CatalogSampling
{
    Unknown,
    Accepted,
    Ignored,
}

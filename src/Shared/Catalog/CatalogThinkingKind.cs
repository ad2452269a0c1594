namespace GeminiGen.Shared.Catalog;

/// <summary>How a model's thinking is set.</summary>
internal enum CatalogThinkingKind
{
    None,
    Level,
    Budget,
    Experimental,
}

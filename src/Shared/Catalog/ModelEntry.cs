namespace GeminiGen.Shared.Catalog;

/// <summary>What decides who takes a model's place.</summary>
/// <param name="Id">The id the API takes.</param>
/// <param name="IsInService">Whether the model is neither shut down nor on its way out.</param>
/// <param name="Replacement">The id the API's owner names as successor.</param>
/// <param name="AliasOf">The id an alias stands for.</param>
internal readonly record struct ModelEntry(string Id, bool IsInService, string? Replacement, string? AliasOf);

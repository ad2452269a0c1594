using GeminiGen.Shared.Catalog;
using Microsoft.CodeAnalysis;

namespace GeminiGen.Analyzers.Models;

/// <summary>The model that answers a method.</summary>
/// <param name="Model">What the catalogue says of it; null when nobody names one, or one it does not know.</param>
/// <param name="Id">The id where the method itself, or its prompt file, names one; null where the contract's model answers.</param>
/// <param name="Location">The place of the id.</param>
internal readonly record struct MethodModel(CatalogModel? Model, string? Id = null, Location? Location = null);

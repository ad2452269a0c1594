using GeminiGen.Shared.Catalog;

namespace GeminiGen.Analyzers.Options;

/// <summary>An option that names a model.</summary>
/// <param name="name">The id of the rule and the option's name.</param>
internal sealed class ModelOption(string name) : RuleOption(name, "the id of a model that the catalogue knows")
{
    /// <inheritdoc/>
    public override bool Accepts(string text, ModelCatalog catalog) => catalog.TryResolve(text, out _);
}

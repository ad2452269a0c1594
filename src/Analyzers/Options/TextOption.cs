using GeminiGen.Shared.Catalog;

namespace GeminiGen.Analyzers.Options;

/// <summary>An option that any text may be the value of.</summary>
/// <param name="name">The id of the rule and the option's name.</param>
/// <param name="expected">What its value is, in words.</param>
internal sealed class TextOption(string name, string expected) : RuleOption(name, expected)
{
    /// <inheritdoc/>
    public override bool Accepts(string text, ModelCatalog catalog) => true;
}

using GeminiGen.Shared.Catalog;
using GeminiGen.Shared.Yaml;
using Microsoft.CodeAnalysis;

namespace GeminiGen.Analyzers.Limits;

/// <summary>A setting in the front matter of a prompt file. What no model takes is the parser's to refuse (GG0008).</summary>
/// <param name="Name">The member that an attribute would set.</param>
/// <param name="Value">What stands there.</param>
/// <param name="Location">Its place.</param>
/// <param name="Model">The model it is for.</param>
internal sealed record FileSetting(string Name, YamlValue Value, Location Location, CatalogModel? Model) : Setting(Name, Location, Model)
{
    /// <inheritdoc/>
    public override int? Integer => Value.TryGetInt32(out int value) ? value : null;

    /// <inheritdoc/>
    public override double? Number => Value.TryGetDouble(out double value) ? value : null;

    /// <inheritdoc/>
    public override string? Member => FrontMatterReader.GetThinkingLevel(Value.Text);

    /// <inheritdoc/>
    public override string Display => Value.Text;
}

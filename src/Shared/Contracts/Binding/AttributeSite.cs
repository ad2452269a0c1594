using Microsoft.CodeAnalysis;

namespace GeminiGen;

/// <summary>A template in the argument of an attribute.</summary>
/// <param name="locations">Finds locations.</param>
/// <param name="attribute">The attribute.</param>
/// <param name="template">The template.</param>
internal sealed class AttributeSite(ContractLocations locations, AttributeData attribute, string template) : TemplateSite
{
    /// <inheritdoc/>
    public override Location Locate(int start, int length) => locations.OfTemplate(attribute, template, start, length);
}

using Microsoft.CodeAnalysis;

namespace GeminiGen.Generator.Benchmarks.References;

/// <summary>The reference of every row: finds the interfaces with the attribute, as any generator for them has to, and does nothing with them.</summary>
public sealed class AttributeFinder : IIncrementalGenerator
{
    /// <inheritdoc/>
    public void Initialize(IncrementalGeneratorInitializationContext context)
    {
        IncrementalValuesProvider<string> found = context.SyntaxProvider.ForAttributeWithMetadataName(
            "GeminiGen.GeminiPromptsAttribute",
            static (_, _) => true,
            static (target, _) => target.TargetSymbol.Name);
        context.RegisterSourceOutput(found, static (_, _) => { });
    }
}

using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace GeminiGen.Generator.Benchmarks.References;

/// <summary>
/// Finds the interfaces and hands over texts made beforehand, the very ones our generator writes. What it costs above <see cref="AttributeFinder"/> is
/// the compiler parsing those texts, which no generator that writes them can avoid.
/// </summary>
public sealed class ReadyTextGenerator : IIncrementalGenerator
{
    private readonly IReadOnlyDictionary<string, SourceText> _texts;

    /// <summary>Creates the generator.</summary>
    /// <param name="texts">The file of each interface, by the interface's name.</param>
    public ReadyTextGenerator(IReadOnlyDictionary<string, SourceText> texts) => _texts = texts;

    /// <inheritdoc/>
    public void Initialize(IncrementalGeneratorInitializationContext context)
    {
        IncrementalValuesProvider<string> found = context.SyntaxProvider.ForAttributeWithMetadataName(
            "GeminiGen.GeminiPromptsAttribute",
            static (_, _) => true,
            static (target, _) => target.TargetSymbol.Name);
        context.RegisterSourceOutput(found, (output, name) => output.AddSource(name, _texts[name]));
    }
}

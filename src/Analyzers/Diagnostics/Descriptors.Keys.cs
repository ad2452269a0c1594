using Microsoft.CodeAnalysis;

namespace GeminiGen.Analyzers.Diagnostics;

/// <summary>Rules about keys.</summary>
internal static partial class Descriptors
{
    /// <summary>GG1001.</summary>
    public static readonly DiagnosticDescriptor GeminiKeyInSource = DescriptorFactory.Create(
        DiagnosticIds.GeminiKeyInSource,
        "Gemini key in source",
        "A {0} ({1} characters, beginning with '{2}') stands in the source: read it from the environment or from configuration, and replace it with a new one",
        DiagnosticSeverity.Error,
        "Whoever sees the source, its history or the compiled assembly can use the key at your cost. A key that was ever committed must be replaced, not only removed.");

    /// <summary>GG1002.</summary>
    public static readonly DiagnosticDescriptor ProviderKeyInSource = DescriptorFactory.Create(
        DiagnosticIds.ProviderKeyInSource,
        "Key of another model provider in source",
        "{0} in the source ({1} characters, beginning with '{2}'): read it from the environment or from configuration, and replace it with a new one",
        DiagnosticSeverity.Error,
        "Whoever sees the source, its history or the compiled assembly can use the key at your cost. A key that was ever committed must be replaced, not only removed.");
}

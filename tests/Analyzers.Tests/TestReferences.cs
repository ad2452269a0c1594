using GeminiGen.TestHarness;
using Microsoft.CodeAnalysis;

namespace GeminiGen.Analyzers.Tests;

/// <summary>References beyond those of the package.</summary>
internal static class TestReferences
{
    /// <summary>What a project sees that also uses the resilience handlers of <c>Microsoft.Extensions.Http.Resilience</c>.</summary>
    public static IReadOnlyList<MetadataReference> WithResilience { get; } =
    [
        .. ReferenceSet.FrameworkAndRuntime.Where(static reference => !reference.Display!.Contains("Microsoft.Extensions.", StringComparison.Ordinal) && !reference.Display.Contains("Polly", StringComparison.Ordinal)),
        .. Directory.EnumerateFiles(AppContext.BaseDirectory, "*.dll")
            .Where(static path => Path.GetFileName(path) is { } name && (name.StartsWith("Microsoft.Extensions.", StringComparison.Ordinal) || name.StartsWith("Polly", StringComparison.Ordinal)))
            .Select(static path => MetadataReference.CreateFromFile(path)),
    ];
}

using System.Collections.Immutable;
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
        .. ExtensionLibraries().Select(static path => MetadataReference.CreateFromFile(path)),
    ];

    /// <summary>The same with the client libraries of models, and Polly's older API.</summary>
    public static IReadOnlyList<MetadataReference> WithModelLibraries { get; } = FindModelLibraries();

    private static IEnumerable<string> ExtensionLibraries()
        => Directory.EnumerateFiles(AppContext.BaseDirectory, "*.dll")
            .Where(static path => Path.GetFileName(path) is { } name && (name.StartsWith("Microsoft.Extensions.", StringComparison.Ordinal) || name.StartsWith("Polly", StringComparison.Ordinal)));

    private static ImmutableArray<MetadataReference> FindModelLibraries()
    {
        string folder = Path.Combine(AppContext.BaseDirectory, "ModelLibraries");
        HashSet<string> names = [.. Directory.EnumerateFiles(folder, "*.dll").Select(static path => Path.GetFileName(path))];
        ImmutableArray<MetadataReference> served =
        [
            .. WithResilience.Where(reference => !names.Contains(Path.GetFileName(reference.Display!))),
            .. names.Select(name => MetadataReference.CreateFromFile(Path.Combine(folder, name))),
        ];
        return [.. served, .. Directory.EnumerateFiles(Path.Combine(folder, "Stubs"), "*.cs").Select(path => ReferenceSet.Compile(Path.GetFileNameWithoutExtension(path), File.ReadAllText(path), served))];
    }
}

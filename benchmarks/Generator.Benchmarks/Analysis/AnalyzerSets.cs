using System.Collections.Immutable;
using System.Reflection;
using GeminiGen.Analyzers.Rules;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace GeminiGen.Generator.Benchmarks.Analysis;

/// <summary>What is measured beside what: nothing, what the SDK brings into every project, ours together and each alone, and two packages that many projects have.</summary>
internal static class AnalyzerSets
{
    /// <summary>A compile alone.</summary>
    public static AnalyzerSet None { get; } = new("none", []);

    /// <summary>The analyzers that the SDK adds to every project for .NET 5 and newer, with the compiler's queue of events that they need.</summary>
    public static AnalyzerSet Sdk { get; } = OfPackage("Microsoft.CodeAnalysis.NetAnalyzers");

    /// <summary>All of ours.</summary>
    public static AnalyzerSet Ours { get; } = new("GeminiGen", Load(typeof(KeyAnalyzer).Assembly));

    /// <summary>Each of ours alone.</summary>
    public static IEnumerable<AnalyzerSet> Each { get; } = Ours.Analyzers.Select(static analyzer => new AnalyzerSet(analyzer.GetType().Name, [analyzer]));

    /// <summary>The packages beside which ours are measured.</summary>
    public static IEnumerable<AnalyzerSet> Others { get; } =
    [
        OfPackage("Meziantou.Analyzer"),
        OfPackage("Roslynator.Analyzers"),
    ];

    private static AnalyzerSet OfPackage(string name)
    {
        AssemblyMetadataAttribute[] data = [.. typeof(AnalyzerSets).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>()];
        string root = data.Single(entry => entry.Key == name).Value!;
        string analyzers = Path.Combine(root, "analyzers", "dotnet");
        string[] folders = [.. Directory.GetDirectories(analyzers, "cs").Concat(Directory.GetDirectories(analyzers, "roslyn*").Select(static slot => Path.Combine(slot, "cs")))];

        // Of several slots the compiler takes the newest that it is new enough for.
        string newest = folders.OrderBy(static folder => Version.TryParse(Path.GetFileName(Path.GetDirectoryName(folder)!).Replace("roslyn", "", StringComparison.Ordinal), out Version? version) ? version : new Version(0, 0)).Last();
        return new AnalyzerSet(
            name + " " + Path.GetFileName(Path.TrimEndingDirectorySeparator(root)),
            [.. Directory.GetFiles(newest, "*.dll").SelectMany(static path => Load(Assembly.LoadFrom(path)))]);
    }

    private static ImmutableArray<DiagnosticAnalyzer> Load(Assembly assembly)
        =>
        [
            .. TypesOf(assembly)
                .Where(static type => !type.IsAbstract && type.GetCustomAttribute<DiagnosticAnalyzerAttribute>()?.Languages.Contains(LanguageNames.CSharp) == true)
                .OrderBy(static type => type.Name, StringComparer.Ordinal)
                .Select(static type => (DiagnosticAnalyzer)Activator.CreateInstance(type)!),
        ];

    // A package's assembly of fixes asks for the editor's assemblies, which are not here and not needed.
    private static IEnumerable<Type> TypesOf(Assembly assembly)
    {
        try
        {
            return assembly.GetTypes();
        }
        catch (ReflectionTypeLoadException exception)
        {
            return exception.Types.OfType<Type>();
        }
    }
}

using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace GeminiGen.Generator.Benchmarks.Analysis;

/// <summary>Analyzers that run together in one turn.</summary>
/// <param name="Name">What they are.</param>
/// <param name="Analyzers">The analyzers; none for a compile alone.</param>
internal sealed record AnalyzerSet(string Name, ImmutableArray<DiagnosticAnalyzer> Analyzers)
{
    /// <summary>A build on the command line does not run what would only be a hint in an editor; see the compiler's filter of severities.</summary>
    public ImmutableDictionary<string, ReportDiagnostic> BuildSeverities { get; } = Analyzers
        .SelectMany(static analyzer => analyzer.SupportedDiagnostics)
        .Where(static rule => rule.DefaultSeverity < DiagnosticSeverity.Warning)
        .DistinctBy(static rule => rule.Id)
        .ToImmutableDictionary(static rule => rule.Id, static _ => ReportDiagnostic.Suppress);

    /// <summary>Both sets in one turn.</summary>
    public AnalyzerSet With(AnalyzerSet other) => new($"{Name} and {other.Name}", [.. Analyzers, .. other.Analyzers]);
}

using System.Collections.Immutable;
using Microsoft.CodeAnalysis.Diagnostics;

namespace GeminiGen.Generator.Benchmarks.Analysis;

/// <summary>Analyzers that run together in one turn.</summary>
/// <param name="Name">What they are.</param>
/// <param name="Analyzers">The analyzers; none for a compile alone.</param>
internal sealed record AnalyzerSet(string Name, ImmutableArray<DiagnosticAnalyzer> Analyzers);

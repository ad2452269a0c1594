using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace GeminiGen.Analyzers.Keys;

/// <summary>A file as the key rules visit it.</summary>
/// <param name="SemanticModel">Its model.</param>
/// <param name="Options">The options of the project.</param>
/// <param name="ReportDiagnostic">Takes findings.</param>
/// <param name="CancellationToken">Cancels.</param>
internal sealed record KeyFile(SemanticModel SemanticModel, AnalyzerOptions Options, Action<Diagnostic> ReportDiagnostic, CancellationToken CancellationToken);

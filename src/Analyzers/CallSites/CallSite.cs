using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace GeminiGen.Analyzers.CallSites;

/// <summary>A place that a rule waited for.</summary>
/// <param name="File">The file it stands in.</param>
/// <param name="Operation">What is done there.</param>
/// <param name="ContainingSymbol">The member it stands in.</param>
internal readonly record struct CallSite(CallSiteFile File, IOperation Operation, ISymbol ContainingSymbol)
{
    /// <summary>The options of the project.</summary>
    public AnalyzerOptions Options => File.Options;

    /// <summary>Takes findings.</summary>
    public Action<Diagnostic> ReportDiagnostic => File.Report;

    /// <summary>Cancels.</summary>
    public CancellationToken CancellationToken => File.CancellationToken;
}

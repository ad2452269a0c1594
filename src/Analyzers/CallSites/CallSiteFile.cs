using GeminiGen.Analyzers.ModelCalls;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace GeminiGen.Analyzers.CallSites;

/// <summary>A file as the rules about calls visit it: what they ask, and what the visit has found so far.</summary>
/// <param name="context">The visit.</param>
/// <param name="report">Takes findings.</param>
internal sealed class CallSiteFile(SemanticModelAnalysisContext context, Action<Diagnostic> report)
{
    /// <summary>The model of the file.</summary>
    public SemanticModel Model { get; } = context.SemanticModel;

    /// <summary>The options of the project.</summary>
    public AnalyzerOptions Options { get; } = context.Options;

    /// <summary>Takes findings.</summary>
    public Action<Diagnostic> Report { get; } = report;

    /// <summary>Cancels.</summary>
    public CancellationToken CancellationToken { get; } = context.CancellationToken;

    /// <summary>The top of the file.</summary>
    public SyntaxNode Root { get; } = context.SemanticModel.SyntaxTree.GetRoot(context.CancellationToken);

    /// <summary>The characters of the file.</summary>
    public string Text { get; } = context.SemanticModel.SyntaxTree.GetText(context.CancellationToken).ToString();

    /// <summary>The calls that reach a model, in the order of the file.</summary>
    public List<ModelCall> Calls { get; } = [];

    /// <summary>Those of them that stand in a node.</summary>
    public IEnumerable<ModelCall> CallsIn(SyntaxNode scope) => Calls.Where(call => scope.Span.Contains(call.Syntax.Span));
}

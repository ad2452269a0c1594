using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;

namespace GeminiGen.Analyzers.Suppressors;

/// <summary>CA1822 on <c>[Tool]</c> methods: they belong to an object that offers functions, and generated code calls them on it.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class ToolMethodSuppressor : DiagnosticSuppressor
{
    /// <inheritdoc/>
    public override ImmutableArray<SuppressionDescriptor> SupportedSuppressions { get; } = ImmutableArray.Create(Suppressions.ToolMethod);

    /// <inheritdoc/>
    public override void ReportSuppressions(SuppressionAnalysisContext context)
    {
        foreach (Diagnostic diagnostic in context.ReportedDiagnostics)
        {
            if (diagnostic.Location.SourceTree is { } tree
                && tree.GetRoot(context.CancellationToken).FindNode(diagnostic.Location.SourceSpan) is MethodDeclarationSyntax { AttributeLists.Count: > 0 } declaration
                && context.GetSemanticModel(tree).GetDeclaredSymbol(declaration, context.CancellationToken) is IMethodSymbol method
                && AnswerTypes.IsTool(method))
            {
                context.ReportSuppression(Suppression.Create(Suppressions.ToolMethod, diagnostic));
            }
        }
    }
}

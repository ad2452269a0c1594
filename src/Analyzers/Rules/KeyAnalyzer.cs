using System.Collections.Immutable;
using GeminiGen.Analyzers.Diagnostics;
using GeminiGen.Analyzers.Keys;
using GeminiGen.Analyzers.Options;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;

namespace GeminiGen.Analyzers.Rules;

/// <summary>
/// Host of the key rules: visits every text of the source once. A text alone costs one search for a key's first character and allocates nothing; texts that source puts
/// together are folded only when one of them begins like a key.
/// </summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class KeyAnalyzer : DiagnosticAnalyzer
{
    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = ImmutableArray.Create(Descriptors.GeminiKeyInSource);

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        context.EnableConcurrentExecution();
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.RegisterCompilationStartAction(static start =>
        {
            if (!RuleSwitch.IsOn(start.Options))
            {
                return;
            }

            start.RegisterSyntaxNodeAction(VisitLiteral, SyntaxKind.StringLiteralExpression, SyntaxKind.Utf8StringLiteralExpression);
            start.RegisterSyntaxNodeAction(VisitHost, SyntaxKind.AddExpression, SyntaxKind.InterpolatedStringExpression, SyntaxKind.InvocationExpression);
        });
    }

    private static void VisitLiteral(SyntaxNodeAnalysisContext context)
    {
        var literal = (LiteralExpressionSyntax)context.Node;
        string text = literal.Token.ValueText;
        if (KeyShapes.TryFind(text, 0, out _) && !TextHosts.IsInsideHost(literal))
        {
            Location location = literal.GetLocation();
            GeminiKeyInSourceRule.Check(text, literal, _ => location, context.SemanticModel, context.ReportDiagnostic, context.CancellationToken);
        }
    }

    private static void VisitHost(SyntaxNodeAnalysisContext context)
    {
        var host = (ExpressionSyntax)context.Node;
        bool isHost = host is not InvocationExpressionSyntax call || TextHosts.IsTextCall(call);
        if (!isHost || TextHosts.IsInsideHost(host) || !KeyBeginnings.MayAddUp(host))
        {
            return;
        }

        List<TextPiece> pieces = TextFolder.Fold(host, context.SemanticModel, context.CancellationToken);
        foreach (TextRun run in TextRun.Split(pieces))
        {
            GeminiKeyInSourceRule.Check(
                run.Text,
                host,
                match => run.Locate(match.Start, match.Length),
                context.SemanticModel,
                context.ReportDiagnostic,
                context.CancellationToken);
        }
    }
}

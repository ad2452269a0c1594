using System.Collections.Immutable;
using GeminiGen.Analyzers.Baselines;
using GeminiGen.Analyzers.Diagnostics;
using GeminiGen.Analyzers.Keys;
using GeminiGen.Analyzers.Options;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;

namespace GeminiGen.Analyzers.Rules;

/// <summary>
/// Host of the key rules: visits every text of the source once. A text alone costs one search for the prefixes of keys and allocates nothing; texts that source puts
/// together are folded only when one of them begins like a key.
/// </summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class KeyAnalyzer : DiagnosticAnalyzer
{
    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = ImmutableArray.Create(Descriptors.GeminiKeyInSource, Descriptors.ProviderKeyInSource);

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

            Baseline baseline = Baseline.Of(start.Options, start.CancellationToken);
            start.RegisterSyntaxNodeAction(node => VisitLiteral(baseline.Filter(node)), SyntaxKind.StringLiteralExpression, SyntaxKind.Utf8StringLiteralExpression);
            start.RegisterSyntaxNodeAction(node => VisitHost(baseline.Filter(node)), SyntaxKind.AddExpression, SyntaxKind.InterpolatedStringExpression, SyntaxKind.InvocationExpression);
        });
    }

    private static void VisitLiteral(SyntaxNodeAnalysisContext context)
    {
        var literal = (LiteralExpressionSyntax)context.Node;
        string text = literal.Token.ValueText;
        if (KeyShapes.TryFind(text, 0, out _))
        {
            if (!TextHosts.IsInsideHost(literal))
            {
                Location location = literal.GetLocation();
                KeyRules.Check(text, literal, _ => location, context.SemanticModel, context.ReportDiagnostic, context.CancellationToken);
            }
        }
        else if (KeyShapes.HasBeginning(text))
        {
            VisitBeginning(context, literal);
        }
    }

    // A key that goes on elsewhere is reported where it begins, once, unless the expression alone shows it: then that is reported.
    private static void VisitBeginning(SyntaxNodeAnalysisContext context, LiteralExpressionSyntax literal)
    {
        int length = literal.Token.ValueText.Length;
        foreach (string text in SpreadText.Of(literal, context.SemanticModel, context.CancellationToken))
        {
            if (KeyShapes.TryFind(text, 0, out KeyMatch match) && match.Start < length && !IsShownByHost(context, literal))
            {
                bool isReported = false;
                Location location = literal.GetLocation();
                KeyRules.Check(
                    text.Substring(0, match.End),
                    literal,
                    _ => location,
                    context.SemanticModel,
                    finding =>
                    {
                        isReported = true;
                        context.ReportDiagnostic(finding);
                    },
                    context.CancellationToken);
                if (isReported)
                {
                    return;
                }
            }
        }
    }

    private static bool IsShownByHost(SyntaxNodeAnalysisContext context, LiteralExpressionSyntax literal)
    {
        ExpressionSyntax host = literal;
        for (SyntaxNode? node = literal; node is not null && TextHosts.IsInsideHost(node); node = node.Parent)
        {
            host = node.Parent as ExpressionSyntax ?? host;
        }

        List<TextPiece> pieces = TextFolder.Fold(host, context.SemanticModel, context.CancellationToken);
        return TextRun.Split(pieces).Any(static run => KeyShapes.TryFind(run.Text, 0, out _));
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
            KeyRules.Check(
                run.Text,
                host,
                match => run.Locate(match.Start, match.Length),
                context.SemanticModel,
                context.ReportDiagnostic,
                context.CancellationToken);
        }
    }
}

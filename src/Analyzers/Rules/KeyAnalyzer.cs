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
/// Host of the key rules: visits every text of the source once. A text alone costs one look for the prefixes of keys and for characters that no word has, and allocates nothing;
/// texts that source puts together are folded only when one of them could be a piece of a key.
/// </summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class KeyAnalyzer : DiagnosticAnalyzer
{
    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = ImmutableArray.Create(
        Descriptors.GeminiKeyInSource,
        Descriptors.ProviderKeyInSource,
        Descriptors.OpaqueKey,
        Descriptors.UnknownGoogleKey,
        Descriptors.KeyInUrl,
        Descriptors.FallbackKey,
        Descriptors.KeyWrittenOut,
        Descriptors.EncodedKey,
        Descriptors.KeyInComment,
        Descriptors.OldKeyCheck);

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
            start.RegisterSyntaxNodeAction(node => VisitInterpolatedText(baseline.Filter(node)), SyntaxKind.InterpolatedStringText);
            start.RegisterSyntaxNodeAction(
                node => VisitHost(baseline.Filter(node)),
                SyntaxKind.AddExpression,
                SyntaxKind.InterpolatedStringExpression,
                SyntaxKind.InvocationExpression,
                SyntaxKind.ElementAccessExpression);
            var writtenOut = new KeyWrittenOutRule(new ModelFiles());
            start.RegisterSyntaxNodeAction(node => writtenOut.CheckCall(baseline.Filter(node)), SyntaxKind.InvocationExpression);
            start.RegisterSyntaxNodeAction(node => writtenOut.CheckCreation(baseline.Filter(node)), SyntaxKind.ObjectCreationExpression);
            start.RegisterSyntaxNodeAction(node => writtenOut.CheckInitializer(baseline.Filter(node)), SyntaxKind.BaseConstructorInitializer);
            start.RegisterSyntaxTreeAction(file => VisitFile(file.Tree, baseline.Filter(file.ReportDiagnostic), file.CancellationToken));
            start.RegisterSyntaxNodeAction(node => VisitArray(baseline.Filter(node)), SyntaxKind.ArrayInitializerExpression, SyntaxKind.CollectionInitializerExpression, SyntaxKind.CollectionExpression);
        });
    }

    private static void VisitFile(SyntaxTree tree, Action<Diagnostic> report, CancellationToken cancellationToken)
    {
        CommentKeyRule.Check(tree, report, cancellationToken);
        OldKeyCheckRule.CheckLengths(tree, report, cancellationToken);
    }

    private static void VisitLiteral(SyntaxNodeAnalysisContext context)
    {
        var literal = (LiteralExpressionSyntax)context.Node;
        string text = literal.Token.ValueText;
        if (KeyFragments.MayBePart(text) && !new KeyVisit(context).Literal(literal))
        {
            OldKeyCheckRule.CheckText(context, literal);
            OpaqueKeyRule.Check(context, literal);
        }

        if (PrivateKeys.TryFind(text, out KeyMatch match) && PrivateKeys.IsOfServiceAccount(text))
        {
            context.ReportDiagnostic(ProviderKeyInSourceRule.Create(match, literal.GetLocation()));
        }

        if (UrlKeyRule.MayApply(text))
        {
            UrlKeyRule.Check(context, literal);
        }
        else if (UrlKeyRule.MayName(text))
        {
            UrlKeyRule.CheckName(context, literal);
        }
    }

    private static void VisitInterpolatedText(SyntaxNodeAnalysisContext context)
    {
        var text = (InterpolatedStringTextSyntax)context.Node;
        if (KeyFragments.MayBePart(text.TextToken.ValueText))
        {
            new KeyVisit(context).Spread(text);
        }

        if (UrlKeyRule.MayApply(text.TextToken.ValueText))
        {
            UrlKeyRule.Check(context, text);
        }
        else if (UrlKeyRule.MayName(text.TextToken.ValueText))
        {
            UrlKeyRule.CheckName(context, text);
        }
    }

    private static void VisitHost(SyntaxNodeAnalysisContext context)
    {
        var host = (ExpressionSyntax)context.Node;
        if (TextHosts.IsHost(host) && !TextHosts.IsInsideHost(host) && KeyFragments.MayAddUp(host))
        {
            new KeyVisit(context).Host(host);
        }
    }

    private static void VisitArray(SyntaxNodeAnalysisContext context)
    {
        if (ConstantArray.Read(context.Node) is { } text)
        {
            new KeyVisit(context).Array((ExpressionSyntax)context.Node, text);
        }
    }
}

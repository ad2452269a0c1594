using System.Collections.Immutable;
using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace GeminiGen.CodeFixes.Limits;

/// <summary>GG3007: lowers the bound of a size test to what every account takes. Not offered for a bound with a name, which may be used elsewhere.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(MediaLargeFixer)), Shared]
public sealed class MediaLargeFixer : TextFixer
{
    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = ImmutableArray.Create(DiagnosticIds.MediaLarge);

    private protected override string Key => "GG3007.Bound";

    private protected override TextFix? Fix(Diagnostic diagnostic, SyntaxNode root, SourceText text, SemanticModel model, CancellationToken cancellationToken)
        => root.FindNode(diagnostic.Location.SourceSpan, getInnermostNodeForTie: true) is ExpressionSyntax { Parent: BinaryExpressionSyntax { Parent: IfStatementSyntax } comparison } bound
            && comparison.Right == bound
            && bound.DescendantNodesAndSelf().All(static node => node is LiteralExpressionSyntax or BinaryExpressionSyntax or ParenthesizedExpressionSyntax)
                ? new TextFix($"Let no more than {WholeFileInlineFixer.MaxBytes} bytes through", new TextChange(bound.Span, WholeFileInlineFixer.MaxBytes))
                : null;
}

using System.Collections.Immutable;
using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace GeminiGen.CodeFixes.Contracts;

/// <summary>GG0007: doubles a brace that stands alone, so that it means itself.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(TemplateSyntaxErrorFixer)), Shared]
public sealed class TemplateSyntaxErrorFixer : ContractFixer
{
    /// <summary>The key of the fix.</summary>
    public const string DoubleBraceKey = "GG0007.DoubleBrace";

    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = ImmutableArray.Create(DiagnosticIds.TemplateSyntaxError);

    private protected override Task RegisterAsync(CodeFixContext context, SyntaxNode root, Diagnostic diagnostic)
    {
        string marked = root.SyntaxTree.GetText(context.CancellationToken).ToString(diagnostic.Location.SourceSpan);
        bool isInLiteral = root.FindNode(diagnostic.Location.SourceSpan, getInnermostNodeForTie: true) is LiteralExpressionSyntax;
        if (isInLiteral && marked is ("{" or "}") && diagnostic.Properties.ContainsKey(ContractIssueProperties.DoubleBrace))
        {
            context.RegisterCodeFix(
                CodeAction.Create(
                    $"Write '{marked}{marked}' for the brace itself",
                    cancellationToken => TextEdits.ReplaceAsync(context.Document, diagnostic.Location.SourceSpan, marked + marked, cancellationToken),
                    DoubleBraceKey),
                diagnostic);
        }

        return Task.CompletedTask;
    }
}

using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace GeminiGen.CodeFixes.Contracts;

/// <summary>What fixers share that write other characters in place of those that are marked. Not offered where the template is spelled otherwise, by escapes say, or stands elsewhere.</summary>
public abstract class ReplacementFixer : ContractFixer
{
    /// <summary>The key of the fix.</summary>
    private protected abstract string Key { get; }

    /// <summary>What to change in the literal.</summary>
    private protected virtual IEnumerable<TextChange> GetChanges(LiteralExpressionSyntax literal, Diagnostic diagnostic, string replacement)
        => [new TextChange(diagnostic.Location.SourceSpan, replacement)];

    private protected override Task RegisterAsync(CodeFixContext context, SyntaxNode root, Diagnostic diagnostic)
    {
        if (diagnostic.Properties.TryGetValue(ContractIssueProperties.Replacement, out string? replacement)
            && replacement is not null
            && diagnostic.Properties.TryGetValue(ContractIssueProperties.Marked, out string? marked)
            && root.FindNode(diagnostic.Location.SourceSpan, getInnermostNodeForTie: true) is LiteralExpressionSyntax literal
            && root.SyntaxTree.GetText(context.CancellationToken).ToString(diagnostic.Location.SourceSpan) == marked)
        {
            context.RegisterCodeFix(
                CodeAction.Create(
                    replacement.Length == 0 ? $"Remove '{marked}'" : $"Write '{replacement}'",
                    cancellationToken => Task.FromResult(context.Document.WithText(root.SyntaxTree.GetText(cancellationToken).WithChanges(GetChanges(literal, diagnostic, replacement).OrderBy(static change => change.Span.Start)))),
                    Key),
                diagnostic);
        }

        return Task.CompletedTask;
    }
}

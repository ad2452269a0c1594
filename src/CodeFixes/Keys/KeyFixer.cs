using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.Text;

namespace GeminiGen.CodeFixes.Keys;

/// <summary>What fixers share that repair a finding about a key by a few characters.</summary>
public abstract class KeyFixer : CodeFixProvider
{
    /// <inheritdoc/>
    public override FixAllProvider GetFixAllProvider() => WellKnownFixAllProviders.BatchFixer;

    /// <inheritdoc/>
    public sealed override async Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        SyntaxNode? root = await context.Document.GetSyntaxRootAsync(context.CancellationToken).ConfigureAwait(false);
        SemanticModel? model = await context.Document.GetSemanticModelAsync(context.CancellationToken).ConfigureAwait(false);
        if (root is null || model is null)
        {
            return;
        }

        foreach (Diagnostic diagnostic in context.Diagnostics)
        {
            if (Repair(root, model, diagnostic, context.CancellationToken) is { } repair)
            {
                context.RegisterCodeFix(
                    CodeAction.Create(repair.Title, cancellationToken => ApplyAsync(context.Document, repair.Changes, cancellationToken), diagnostic.Id),
                    diagnostic);
            }
        }
    }

    /// <summary>What to change; null where nothing right can be done. Every precondition is checked here: an offered fix does not fail.</summary>
    private protected abstract KeyRepair? Repair(SyntaxNode root, SemanticModel model, Diagnostic diagnostic, CancellationToken cancellationToken);

    private static async Task<Document> ApplyAsync(Document document, IReadOnlyList<TextChange> changes, CancellationToken cancellationToken)
    {
        SourceText text = await document.GetTextAsync(cancellationToken).ConfigureAwait(false);
        return document.WithText(text.WithChanges(changes));
    }
}

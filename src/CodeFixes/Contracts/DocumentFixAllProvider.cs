using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;

namespace GeminiGen.CodeFixes.Contracts;

/// <summary>Repairs all of a document's findings in one step, where single repairs would meet each other.</summary>
/// <param name="fix">Repairs the findings by the fix of an equivalence key; null where the single repairs may be merged.</param>
internal sealed class DocumentFixAllProvider(Func<SyntaxNode, ImmutableArray<Diagnostic>, string?, SyntaxNode?> fix) : MergedFixAllProvider
{
    /// <inheritdoc/>
    protected override async Task<Document?> FixAllAsync(FixAllContext fixAllContext, Document document, ImmutableArray<Diagnostic> diagnostics)
    {
        SyntaxNode? root = await document.GetSyntaxRootAsync(fixAllContext.CancellationToken).ConfigureAwait(false);
        return root is not null && fix(root, diagnostics, fixAllContext.CodeActionEquivalenceKey) is { } changed
            ? document.WithSyntaxRoot(changed)
            : await base.FixAllAsync(fixAllContext, document, diagnostics).ConfigureAwait(false);
    }
}

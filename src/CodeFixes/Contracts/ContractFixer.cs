using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;

namespace GeminiGen.CodeFixes.Contracts;

/// <summary>What the fixers of contract rules share: one finding at a time, and all of a document together.</summary>
public abstract class ContractFixer : CodeFixProvider
{
    /// <inheritdoc/>
    public override FixAllProvider GetFixAllProvider() => MergedFixAllProvider.Instance;

    /// <inheritdoc/>
    public sealed override async Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        SyntaxNode? root = await context.Document.GetSyntaxRootAsync(context.CancellationToken).ConfigureAwait(false);
        if (root is null)
        {
            return;
        }

        foreach (Diagnostic diagnostic in context.Diagnostics)
        {
            await RegisterAsync(context, root, diagnostic).ConfigureAwait(false);
        }
    }

    /// <summary>Offers what applies to one finding. Every precondition is checked here: an offered fix does not fail.</summary>
    private protected abstract Task RegisterAsync(CodeFixContext context, SyntaxNode root, Diagnostic diagnostic);
}

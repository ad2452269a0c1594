using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.Text;

namespace GeminiGen.CodeFixes.Contracts;

/// <summary>
/// Applies the fixes of a document's findings together. Unlike the batch fixer it keeps all that several fixes insert at one place: placeholders at the end of one
/// prompt do not exclude each other.
/// </summary>
internal class MergedFixAllProvider : DocumentBasedFixAllProvider
{
    protected MergedFixAllProvider()
    {
    }

    /// <summary>The only one.</summary>
    public static MergedFixAllProvider Instance { get; } = new();

    /// <inheritdoc/>
    protected override async Task<Document?> FixAllAsync(FixAllContext fixAllContext, Document document, ImmutableArray<Diagnostic> diagnostics)
    {
        List<TextChange> changes = [];
        foreach (Diagnostic diagnostic in diagnostics.OrderBy(static diagnostic => diagnostic.Location.SourceSpan.Start))
        {
            if (await FixAsync(fixAllContext, document, diagnostic).ConfigureAwait(false) is { } fixedDocument)
            {
                changes.AddRange(await fixedDocument.GetTextChangesAsync(document, fixAllContext.CancellationToken).ConfigureAwait(false));
            }
        }

        SourceText text = await document.GetTextAsync(fixAllContext.CancellationToken).ConfigureAwait(false);
        return document.WithText(text.WithChanges(Merge(changes)));
    }

    private static async Task<Document?> FixAsync(FixAllContext fixAllContext, Document document, Diagnostic diagnostic)
    {
        CodeAction? action = null;
        CodeFixContext context = new(
            document,
            diagnostic,
            (candidate, _) => action ??= candidate.EquivalenceKey == fixAllContext.CodeActionEquivalenceKey ? candidate : null,
            fixAllContext.CancellationToken);
        await fixAllContext.CodeFixProvider.RegisterCodeFixesAsync(context).ConfigureAwait(false);
        if (action is null)
        {
            return null;
        }

        ImmutableArray<CodeActionOperation> operations = await action.GetOperationsAsync(fixAllContext.CancellationToken).ConfigureAwait(false);
        return operations.OfType<ApplyChangesOperation>().FirstOrDefault()?.ChangedSolution.GetDocument(document.Id);
    }

    /// <summary>Puts changes together: the same one once, insertions at one place one behind the other; a change that meets another one is left for the next time.</summary>
    private static List<TextChange> Merge(List<TextChange> changes)
    {
        List<TextChange> merged = [];
        foreach (TextChange change in changes.Distinct().OrderBy(static change => change.Span.Start).ThenBy(static change => change.Span.Length))
        {
            TextChange? last = merged.Count > 0 ? merged[merged.Count - 1] : null;
            if (last is { Span.IsEmpty: true } before && change.Span.IsEmpty && before.Span == change.Span)
            {
                merged[merged.Count - 1] = new TextChange(change.Span, before.NewText + change.NewText);
            }
            else if (last is null || change.Span.Start >= last.Value.Span.End)
            {
                merged.Add(change);
            }
        }

        return merged;
    }
}

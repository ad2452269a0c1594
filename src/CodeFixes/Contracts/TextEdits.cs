using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace GeminiGen.CodeFixes.Contracts;

/// <summary>Edits of a few characters, where a template's text is the thing to change.</summary>
internal static class TextEdits
{
    /// <summary>Replaces some characters of a document.</summary>
    public static async Task<Document> ReplaceAsync(Document document, TextSpan span, string text, CancellationToken cancellationToken)
    {
        SourceText source = await document.GetTextAsync(cancellationToken).ConfigureAwait(false);
        return document.WithText(source.WithChanges(new TextChange(span, text)));
    }
}

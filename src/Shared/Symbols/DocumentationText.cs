using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace GeminiGen;

/// <summary>
/// Reads documentation from the <c>///</c> lines themselves: the compiler parses them only when a documentation file is asked for, and what is
/// sent must not depend on that.
/// </summary>
internal static class DocumentationText
{
    /// <summary>The summary of a type or member as one line; for a property that a record's parameter declares, what the record says of the parameter.</summary>
    public static string? Find(ISymbol symbol, CancellationToken cancellationToken)
    {
        foreach (SyntaxReference reference in symbol.DeclaringSyntaxReferences)
        {
            SyntaxNode node = reference.GetSyntax(cancellationToken);
            string? text = node is ParameterSyntax { Parent.Parent: { } owner } parameter
                ? GetElement(GetComment(owner), "<param name=\"" + parameter.Identifier.ValueText + "\">", "</param>")
                : GetElement(GetComment(node), "<summary>", "</summary>");
            if (text is not null)
            {
                return text;
            }
        }

        return null;
    }

    private static string GetComment(SyntaxNode node)
    {
        StringBuilder text = new();

        // Where comments are not parsed, one that begins in the line of the token before belongs to that token.
        Append(text, node.GetFirstToken().GetPreviousToken().TrailingTrivia);
        Append(text, node.GetLeadingTrivia());
        return text.ToString();
    }

    private static void Append(StringBuilder text, SyntaxTriviaList list)
    {
        foreach (SyntaxTrivia trivia in list)
        {
            switch (trivia.Kind())
            {
                case SyntaxKind.SingleLineDocumentationCommentTrivia or SyntaxKind.SingleLineCommentTrivia:
                    AppendLines(text, trivia.ToFullString());
                    break;
                case SyntaxKind.MultiLineDocumentationCommentTrivia or SyntaxKind.MultiLineCommentTrivia:
                    AppendBlock(text, trivia.ToFullString());
                    break;
            }
        }
    }

    private static void AppendBlock(StringBuilder text, string comment)
    {
        if (comment.StartsWith("/**", StringComparison.Ordinal))
        {
            text.Append(comment.Replace("/**", " ").Replace("*/", " ").Replace("\n", "\n ").Replace("\n  *", "\n")).Append('\n');
        }
    }

    private static void AppendLines(StringBuilder text, string comment)
    {
        foreach (string line in comment.Split('\n'))
        {
            string trimmed = line.Trim();
            if (trimmed.StartsWith("///", StringComparison.Ordinal) && !trimmed.StartsWith("////", StringComparison.Ordinal))
            {
                text.Append(trimmed, 3, trimmed.Length - 3).Append('\n');
            }
        }
    }

    private static string? GetElement(string comment, string opening, string closing)
    {
        int start = comment.IndexOf(opening, StringComparison.Ordinal);
        int end = start < 0 ? -1 : comment.IndexOf(closing, start, StringComparison.Ordinal);
        if (end < 0)
        {
            return null;
        }

        string text = DocumentationXml.GetText(comment.Substring(start + opening.Length, end - start - opening.Length));
        return text.Length > 0 ? text : null;
    }
}

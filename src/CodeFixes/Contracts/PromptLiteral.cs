using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace GeminiGen.CodeFixes.Contracts;

/// <summary>The place where a method's prompt ends, in its source.</summary>
/// <param name="End">The empty span before the closing quotes.</param>
/// <param name="Separator">What to write before anything more.</param>
internal readonly record struct PromptLiteral(TextSpan End, string Separator)
{
    /// <summary>All of the prompt's expression.</summary>
    public ExpressionSyntax Template { get; private init; } = null!;

    /// <summary>Finds the literal that ends a method's prompt; null where the text is declared elsewhere.</summary>
    public static PromptLiteral? Find(MethodDeclarationSyntax method, SemanticModel semantics, CancellationToken cancellationToken)
    {
        foreach (AttributeListSyntax list in method.AttributeLists)
        {
            foreach (AttributeSyntax attribute in list.Attributes)
            {
                bool isPrompt = semantics.GetSymbolInfo(attribute, cancellationToken).Symbol?.ContainingType is
                {
                    Name: WellKnownNames.PromptAttribute,
                    ContainingNamespace: { Name: WellKnownNames.Namespace, ContainingNamespace.IsGlobalNamespace: true },
                };
                if (isPrompt && attribute.ArgumentList is { Arguments: [{ Expression: { } expression }, ..] })
                {
                    return FindEnd(expression) is { } found ? found with { Template = expression } : null;
                }
            }
        }

        return null;
    }

    private static PromptLiteral? FindEnd(ExpressionSyntax expression) => expression switch
    {
        ParenthesizedExpressionSyntax parenthesized => FindEnd(parenthesized.Expression),
        BinaryExpressionSyntax binary when binary.IsKind(SyntaxKind.AddExpression) => FindEnd(binary.Right),
        LiteralExpressionSyntax literal => FindEnd(literal.Token),
        _ => null,
    };

    private static PromptLiteral? FindEnd(SyntaxToken token) => token.Kind() switch
    {
        SyntaxKind.StringLiteralToken => new PromptLiteral(new TextSpan(token.Span.End - 1, 0), " "),
        SyntaxKind.SingleLineRawStringLiteralToken => new PromptLiteral(new TextSpan(token.Span.End - CountQuotes(token.Text), 0), " "),
        SyntaxKind.MultiLineRawStringLiteralToken => FindEndOfLines(token),
        _ => null,
    };

    /// <summary>A new last line, indented as the closing quotes are.</summary>
    private static PromptLiteral? FindEndOfLines(SyntaxToken token)
    {
        string text = token.Text;
        int lineEnd = text.LastIndexOf('\n');
        bool isWindows = lineEnd > 0 && text[lineEnd - 1] == '\r';
        string indentation = text.Substring(lineEnd + 1, text.Length - CountQuotes(text) - lineEnd - 1);
        int contentEnd = isWindows ? lineEnd - 1 : lineEnd;
        return new PromptLiteral(new TextSpan(token.SpanStart + contentEnd, 0), (isWindows ? "\r\n" : "\n") + indentation);
    }

    private static int CountQuotes(string text)
    {
        int count = 0;
        while (text[text.Length - 1 - count] == '"')
        {
            count++;
        }

        return count;
    }
}

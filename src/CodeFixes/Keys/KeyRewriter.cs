using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Formatting;
using Microsoft.CodeAnalysis.Simplification;

namespace GeminiGen.CodeFixes.Keys;

/// <summary>Puts the read in the key's place, and makes constants of the key into what can be read at run time.</summary>
internal static class KeyRewriter
{
    /// <summary>Rewrites a file's root.</summary>
    public static SyntaxNode Rewrite(SyntaxNode root, KeyTarget target, KeyRead read)
    {
        SyntaxNode changed = target.Node is InterpolatedStringTextSyntax text
            ? root.ReplaceNode(text, SplitInterpolated(text, target.Key, read))
            : Replace(root, target, read);
        return WithoutKeyInComments(changed, target.Key);
    }

    private static SyntaxNode Replace(SyntaxNode root, KeyTarget target, KeyRead read)
    {
        var expression = (ExpressionSyntax)target.Node;
        ExpressionSyntax replacement = target.IsWhole ? read.Write(expression) : SplitLiteral((LiteralExpressionSyntax)expression, target.Key, read);
        replacement = replacement.WithTriviaFrom(expression);
        if (expression.FirstAncestorOrSelf<FieldDeclarationSyntax>() is { } field && field.Modifiers.Any(SyntaxKind.ConstKeyword))
        {
            return root.ReplaceNode(field, ToProperty(field, field.Declaration.Variables[0].Initializer!.Value.ReplaceNode(expression, replacement)));
        }

        if (expression.FirstAncestorOrSelf<LocalDeclarationStatementSyntax>() is { IsConst: true } local)
        {
            return root.ReplaceNode(local, ToVariable(local.ReplaceNode(expression, replacement)));
        }

        return root.ReplaceNode(expression, replacement);
    }

    // "…?key=<key>&…" → "…?key=" + read + "&…", each part in the literal's own form.
    private static ParenthesizedExpressionSyntax SplitLiteral(LiteralExpressionSyntax literal, string key, KeyRead read)
    {
        string text = literal.Token.Text;
        string open = text.StartsWith("@", StringComparison.Ordinal) ? "@\"" : "\"";
        int at = text.IndexOf(key, StringComparison.Ordinal);
        string before = text.Substring(open.Length, at - open.Length);
        string after = text.Substring(at + key.Length, text.Length - at - key.Length - 1);
        ExpressionSyntax sum = read.WriteInText();
        sum = before.Length > 0 ? Add(SyntaxFactory.ParseExpression(open + before + "\""), sum) : sum;
        sum = after.Length > 0 ? Add(sum, SyntaxFactory.ParseExpression(open + after + "\"")) : sum;
        return SyntaxFactory.ParenthesizedExpression(sum).WithAdditionalAnnotations(Simplifier.Annotation, Formatter.Annotation);
    }

    private static BinaryExpressionSyntax Add(ExpressionSyntax left, ExpressionSyntax right)
        => SyntaxFactory.BinaryExpression(SyntaxKind.AddExpression, left, right);

    private static List<SyntaxNode> SplitInterpolated(InterpolatedStringTextSyntax text, string key, KeyRead read)
    {
        string source = text.TextToken.Text;
        int at = source.IndexOf(key, StringComparison.Ordinal);
        var contents = new List<SyntaxNode>();
        AddText(contents, source.Substring(0, at));
        contents.Add(SyntaxFactory.Interpolation(read.WriteInText()));
        AddText(contents, source.Substring(at + key.Length));
        return contents;
    }

    private static void AddText(List<SyntaxNode> contents, string text)
    {
        if (text.Length > 0)
        {
            contents.Add(SyntaxFactory.InterpolatedStringText(SyntaxFactory.Token(default, SyntaxKind.InterpolatedStringTextToken, text, text, default)));
        }
    }

    // A property and not a field: a missing key is then told at the use, and not as a type that failed to initialise.
    private static PropertyDeclarationSyntax ToProperty(FieldDeclarationSyntax field, ExpressionSyntax value)
    {
        SyntaxToken constant = field.Modifiers.First(static modifier => modifier.IsKind(SyntaxKind.ConstKeyword));
        SyntaxToken isStatic = SyntaxFactory.Token(SyntaxKind.StaticKeyword).WithTriviaFrom(constant);
        return SyntaxFactory.PropertyDeclaration(field.Declaration.Type, field.Declaration.Variables[0].Identifier)
            .WithModifiers(field.Modifiers.Replace(constant, isStatic))
            .WithExpressionBody(SyntaxFactory.ArrowExpressionClause(value.WithoutTrivia()))
            .WithSemicolonToken(field.SemicolonToken)
            .WithTriviaFrom(field)
            .WithAdditionalAnnotations(Formatter.Annotation);
    }

    private static LocalDeclarationStatementSyntax ToVariable(LocalDeclarationStatementSyntax local)
    {
        SyntaxToken constant = local.Modifiers.First(static modifier => modifier.IsKind(SyntaxKind.ConstKeyword));
        return local
            .WithModifiers(local.Modifiers.Remove(constant))
            .WithDeclaration(local.Declaration.WithLeadingTrivia(constant.LeadingTrivia));
    }

    private static SyntaxNode WithoutKeyInComments(SyntaxNode root, string key)
    {
        List<SyntaxTrivia> comments = root.DescendantTrivia()
            .Where(trivia => trivia.Kind() is SyntaxKind.SingleLineCommentTrivia or SyntaxKind.MultiLineCommentTrivia && trivia.ToString().Contains(key))
            .ToList();
        return comments.Count == 0
            ? root
            : root.ReplaceTrivia(comments, (comment, _) => SyntaxFactory.Comment(comment.ToString().Replace(key, "…")));
    }
}

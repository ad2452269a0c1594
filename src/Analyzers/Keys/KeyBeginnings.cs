using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace GeminiGen.Analyzers.Keys;

/// <summary>A look at the spelling alone, without allocation: could the parts of this expression add up to a key?</summary>
internal static class KeyBeginnings
{
    // A reference may hold the beginning of a key when what follows it could be the rest of one.
    private const int ShortestRest = 16;

    /// <summary>True when a part holds the beginning of a key, or when the beginning may stand in a constant that the expression refers to.</summary>
    public static bool MayAddUp(ExpressionSyntax host) => HasBeginning(host) || (host.IsKind(SyntaxKind.AddExpression) && IsConstantPosition(host));

    private static bool HasBeginning(ExpressionSyntax expression)
    {
        switch (expression)
        {
            case LiteralExpressionSyntax literal:
                return literal.Token.Value is string && KeyShapes.HasBeginning(literal.Token.ValueText);
            case ParenthesizedExpressionSyntax parenthesized:
                return HasBeginning(parenthesized.Expression);
            case BinaryExpressionSyntax binary when binary.IsKind(SyntaxKind.AddExpression):
                return HasBeginning(binary);
            case InterpolatedStringExpressionSyntax interpolated:
                return HasBeginning(interpolated);
            case InvocationExpressionSyntax call when TextHosts.IsTextCall(call):
                return HasBeginning(call);
            default:
                return false;
        }
    }

    private static bool HasBeginning(BinaryExpressionSyntax binary)
    {
        ExpressionSyntax left = binary;
        while (left is BinaryExpressionSyntax add && add.IsKind(SyntaxKind.AddExpression))
        {
            if (HasBeginning(add.Right) || (add.Right is LiteralExpressionSyntax literal && IsRest(literal.Token) && add.Left is NameSyntax or MemberAccessExpressionSyntax))
            {
                return true;
            }

            left = add.Left;
        }

        return HasBeginning(left);
    }

    private static bool HasBeginning(InterpolatedStringExpressionSyntax interpolated)
    {
        foreach (InterpolatedStringContentSyntax content in interpolated.Contents)
        {
            bool has = content switch
            {
                InterpolatedStringTextSyntax text => KeyShapes.HasBeginning(text.TextToken.ValueText) || IsRest(text.TextToken),
                InterpolationSyntax hole => HasBeginning(hole.Expression),
                _ => false,
            };
            if (has)
            {
                return true;
            }
        }

        return false;
    }

    private static bool HasBeginning(InvocationExpressionSyntax call)
    {
        foreach (ArgumentSyntax argument in call.ArgumentList.Arguments)
        {
            bool has = argument.Expression switch
            {
                ImplicitArrayCreationExpressionSyntax array => HasBeginning(array.Initializer),
                ArrayCreationExpressionSyntax { Initializer: { } initializer } => HasBeginning(initializer),
                CollectionExpressionSyntax collection => HasBeginning(collection),
                LiteralExpressionSyntax literal when IsRest(literal.Token) => true,
                { } expression => HasBeginning(expression),
            };
            if (has)
            {
                return true;
            }
        }

        return false;
    }

    private static bool HasBeginning(InitializerExpressionSyntax initializer)
    {
        foreach (ExpressionSyntax element in initializer.Expressions)
        {
            if (HasBeginning(element))
            {
                return true;
            }
        }

        return false;
    }

    private static bool HasBeginning(CollectionExpressionSyntax collection)
    {
        foreach (CollectionElementSyntax element in collection.Elements)
        {
            if (element is ExpressionElementSyntax { Expression: { } expression } && HasBeginning(expression))
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsRest(SyntaxToken token)
    {
        string text = token.ValueText;
        if (text.Length < ShortestRest)
        {
            return false;
        }

        // The first character may be the dot of a prefix.
        for (int i = 1; i < ShortestRest; i++)
        {
            if (!(text[i] is (>= 'a' and <= 'z') or (>= 'A' and <= 'Z') or (>= '0' and <= '9') or '_' or '-'))
            {
                return false;
            }
        }

        return true;
    }

    // "const string Key = Head + Tail": nothing here is spelled like a key, and binding a constant is cheap.
    private static bool IsConstantPosition(ExpressionSyntax host) => host.Parent switch
    {
        EqualsValueClauseSyntax { Parent: VariableDeclaratorSyntax { Parent: VariableDeclarationSyntax { Parent: FieldDeclarationSyntax field } } }
            => field.Modifiers.Any(SyntaxKind.ConstKeyword),
        EqualsValueClauseSyntax { Parent: VariableDeclaratorSyntax { Parent: VariableDeclarationSyntax { Parent: LocalDeclarationStatementSyntax local } } }
            => local.IsConst,
        AttributeArgumentSyntax => true,
        _ => false,
    };
}

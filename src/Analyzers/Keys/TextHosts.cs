using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace GeminiGen.Analyzers.Keys;

/// <summary>
/// The expressions that put texts together: concatenations, interpolated strings, and calls of <c>string.Concat</c>, <c>Format</c> and <c>Join</c>.
/// A text inside one is judged with its neighbours, by the outermost, and nowhere else.
/// </summary>
internal static class TextHosts
{
    /// <summary>Tells whether a larger expression puts the text of this one together with others.</summary>
    public static bool IsInsideHost(SyntaxNode expression)
    {
        SyntaxNode node = expression;
        while (node.Parent is ParenthesizedExpressionSyntax)
        {
            node = node.Parent;
        }

        return node.Parent switch
        {
            BinaryExpressionSyntax parent => parent.IsKind(SyntaxKind.AddExpression),
            InterpolationSyntax => true,
            ArgumentSyntax { Parent: ArgumentListSyntax { Parent: InvocationExpressionSyntax call } } => IsTextCall(call),
            InitializerExpressionSyntax { Parent: ImplicitArrayCreationExpressionSyntax or ArrayCreationExpressionSyntax } array => IsInsideTextCall(array.Parent!),
            ExpressionElementSyntax { Parent: CollectionExpressionSyntax collection } => IsInsideTextCall(collection),
            _ => false,
        };
    }

    /// <summary>True for <c>string.Concat(…)</c>, <c>string.Format(…)</c> and <c>string.Join(…)</c>, by spelling.</summary>
    public static bool IsTextCall(InvocationExpressionSyntax call)
        => call.Expression is MemberAccessExpressionSyntax { Name.Identifier.ValueText: "Concat" or "Format" or "Join", Expression: { } receiver }
            && IsStringType(receiver);

    private static bool IsStringType(ExpressionSyntax receiver) => receiver switch
    {
        PredefinedTypeSyntax predefined => predefined.Keyword.IsKind(SyntaxKind.StringKeyword),
        IdentifierNameSyntax name => name.Identifier.ValueText == "String",
        MemberAccessExpressionSyntax member => member.Name.Identifier.ValueText == "String",
        _ => false,
    };

    private static bool IsInsideTextCall(SyntaxNode expression)
        => expression.Parent is ArgumentSyntax { Parent: ArgumentListSyntax { Parent: InvocationExpressionSyntax call } } && IsTextCall(call);
}

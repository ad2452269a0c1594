using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace GeminiGen.Analyzers.Keys;

/// <summary>
/// The expressions that make a text out of texts: concatenations, interpolated strings, calls of <c>string.Concat</c>, <c>Format</c> and <c>Join</c>, the methods of a text that
/// cut and change it, and <c>new string(…)</c>. A text inside one is judged with its neighbours, by the outermost, and nowhere else.
/// </summary>
internal static class TextHosts
{
    /// <summary>True for an expression that makes a text out of others, by spelling.</summary>
    public static bool IsHost(SyntaxNode node) => node switch
    {
        BinaryExpressionSyntax => node.IsKind(SyntaxKind.AddExpression),
        InterpolatedStringExpressionSyntax => true,
        InvocationExpressionSyntax call => IsTextCall(call) || IsChange(call),
        ElementAccessExpressionSyntax { ArgumentList.Arguments: { Count: 1 } arguments } => arguments[0].Expression is RangeExpressionSyntax,
        _ => false,
    };

    /// <summary>Tells whether a larger expression puts the text of this one together with others, or changes it.</summary>
    public static bool IsInsideHost(SyntaxNode expression) => HostAround(expression) is not null;

    /// <summary>The outermost expression that the text of this one is a part of; itself when it stands alone.</summary>
    public static ExpressionSyntax Outermost(ExpressionSyntax expression)
    {
        ExpressionSyntax outermost = WithParentheses(expression);
        while (HostAround(outermost) is { } host)
        {
            outermost = WithParentheses(host);
        }

        return outermost;
    }

    /// <summary>True for <c>string.Concat(…)</c>, <c>string.Format(…)</c> and <c>string.Join(…)</c>, by spelling.</summary>
    public static bool IsTextCall(InvocationExpressionSyntax call)
        => call.Expression is MemberAccessExpressionSyntax { Name.Identifier.ValueText: "Concat" or "Format" or "Join", Expression: { } receiver }
            && IsStringType(receiver);

    /// <summary>True for the type <c>string</c>, however it is spelled.</summary>
    public static bool IsStringType(ExpressionSyntax receiver) => receiver switch
    {
        PredefinedTypeSyntax predefined => predefined.Keyword.IsKind(SyntaxKind.StringKeyword),
        IdentifierNameSyntax name => name.Identifier.ValueText == "String",
        MemberAccessExpressionSyntax member => member.Name.Identifier.ValueText == "String",
        QualifiedNameSyntax name => name.Right.Identifier.ValueText == "String",
        _ => false,
    };

    // "text.Replace(…)", "text.Substring(…)": what gives the text, or a part of it, again.
    private static bool IsChange(InvocationExpressionSyntax call)
        => call.Expression is MemberAccessExpressionSyntax { Name.Identifier.ValueText: "Replace" or "Substring" or "Remove" or "Insert" or "Trim" or "TrimStart" or "TrimEnd" };

    private static ExpressionSyntax WithParentheses(ExpressionSyntax expression)
    {
        while (expression.Parent is ParenthesizedExpressionSyntax parenthesized)
        {
            expression = parenthesized;
        }

        return expression;
    }

    private static ExpressionSyntax? HostAround(SyntaxNode expression)
    {
        SyntaxNode node = expression;
        while (node.Parent is ParenthesizedExpressionSyntax)
        {
            node = node.Parent;
        }

        return node.Parent switch
        {
            BinaryExpressionSyntax parent when parent.IsKind(SyntaxKind.AddExpression) => parent,
            InterpolatedStringExpressionSyntax parent => parent,
            InterpolationSyntax { Parent: InterpolatedStringExpressionSyntax parent } => parent,
            MemberAccessExpressionSyntax { Parent: InvocationExpressionSyntax call } member when member.Expression == node && IsChange(call) => call,
            ElementAccessExpressionSyntax parent when parent.Expression == node && IsHost(parent) => parent,
            ArgumentSyntax argument => HostOf(argument),
            InitializerExpressionSyntax { Parent: ImplicitArrayCreationExpressionSyntax or ArrayCreationExpressionSyntax } array => HostOfArray(array.Parent!),
            ExpressionElementSyntax { Parent: CollectionExpressionSyntax collection } => HostOfArray(collection),
            _ => null,
        };
    }

    private static InvocationExpressionSyntax? HostOf(ArgumentSyntax argument)
        => argument.Parent is ArgumentListSyntax { Parent: InvocationExpressionSyntax call } && IsTextCall(call) ? call : null;

    private static InvocationExpressionSyntax? HostOfArray(SyntaxNode array)
        => array.Parent is ArgumentSyntax argument ? HostOf(argument) : null;
}

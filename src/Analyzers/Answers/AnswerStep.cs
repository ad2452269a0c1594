using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace GeminiGen.Analyzers.Answers;

/// <summary>One step into an answer: a member, or one item of a list.</summary>
/// <param name="Node">The expression up to and with the step.</param>
/// <param name="Receiver">What the step is taken of.</param>
/// <param name="Name">The member; null for an item.</param>
/// <param name="IsConditional">True when the step is left out where there is nothing to take it of.</param>
/// <param name="IsPlain">True when the step changes nothing: a list as an array, an element as a node.</param>
internal readonly record struct AnswerStep(ExpressionSyntax Node, ExpressionSyntax Receiver, string? Name, bool IsConditional, bool IsPlain = false)
{
    /// <summary>The characters of the step alone.</summary>
    public TextSpan Span => TextSpan.FromBounds(Start(Node), Node.Span.End);

    /// <summary>Reads the last step of an expression; null when it has none.</summary>
    public static AnswerStep? Read(ExpressionSyntax expression) => expression switch
    {
        MemberAccessExpressionSyntax member => new AnswerStep(member, member.Expression, member.Name.Identifier.ValueText, IsConditional: false),
        MemberBindingExpressionSyntax binding when Owner(binding) is { } owner => new AnswerStep(binding, owner, binding.Name.Identifier.ValueText, IsConditional: true),
        ElementAccessExpressionSyntax element => OfIndex(element, element.Expression, element.ArgumentList, isConditional: false),
        ElementBindingExpressionSyntax element when Owner(element) is { } owner => OfIndex(element, owner, element.ArgumentList, isConditional: true),
        InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax method } call => OfCall(call, method.Expression, method.Name.Identifier.ValueText, isConditional: false),
        InvocationExpressionSyntax { Expression: MemberBindingExpressionSyntax method } call when Owner(method) is { } owner
            => OfCall(call, owner, method.Name.Identifier.ValueText, isConditional: true),
        _ => null,
    };

    /// <summary>The expression without what does not change its value.</summary>
    public static ExpressionSyntax Unwrap(ExpressionSyntax expression) => expression switch
    {
        ParenthesizedExpressionSyntax inner => Unwrap(inner.Expression),
        PostfixUnaryExpressionSyntax suppressed when suppressed.IsKind(SyntaxKind.SuppressNullableWarningExpression) => Unwrap(suppressed.Operand),
        CastExpressionSyntax cast => Unwrap(cast.Expression),
        AwaitExpressionSyntax awaited => Unwrap(awaited.Expression),
        BinaryExpressionSyntax binary when binary.Kind() is SyntaxKind.AsExpression or SyntaxKind.CoalesceExpression => Unwrap(binary.Left),
        ConditionalAccessExpressionSyntax conditional => Unwrap(conditional.WhenNotNull),
        _ => expression,
    };

    // "a?.b": what the part behind the question mark is of.
    private static ExpressionSyntax? Owner(ExpressionSyntax binding)
    {
        for (SyntaxNode? node = binding; node is not null; node = node.Parent)
        {
            if (node.Parent is ConditionalAccessExpressionSyntax conditional && conditional.WhenNotNull == node)
            {
                return conditional.Expression;
            }
        }

        return null;
    }

    private static AnswerStep? OfIndex(ExpressionSyntax node, ExpressionSyntax receiver, BracketedArgumentListSyntax arguments, bool isConditional)
        => arguments.Arguments.Count != 1 ? null : arguments.Arguments[0].Expression switch
        {
            LiteralExpressionSyntax { Token.Value: string name } => new AnswerStep(node, receiver, name, isConditional),
            LiteralExpressionSyntax { Token.Value: int } => new AnswerStep(node, receiver, Name: null, isConditional),
            PrefixUnaryExpressionSyntax fromEnd when fromEnd.IsKind(SyntaxKind.IndexExpression) => new AnswerStep(node, receiver, Name: null, isConditional),
            _ => null,
        };

    private static AnswerStep? OfCall(InvocationExpressionSyntax call, ExpressionSyntax receiver, string method, bool isConditional) => method switch
    {
        "GetProperty" or "TryGetProperty" or "TryGetPropertyValue" or "TryGetValue" or "Value" or "GetValue" or "SelectToken" when call.ArgumentList.Arguments.FirstOrDefault()?.Expression is LiteralExpressionSyntax { Token.Value: string name }
            => new AnswerStep(call, receiver, name, isConditional),
        "First" or "Last" or "Single" or "FirstOrDefault" or "LastOrDefault" or "SingleOrDefault" or "ElementAt" => new AnswerStep(call, receiver, Name: null, isConditional),
        "AsArray" or "AsObject" or "EnumerateArray" or "ToList" or "ToArray" or "AsEnumerable" or "ToObject" or "Clone" or "Children" or "ConfigureAwait" or "Deserialize"
            => new AnswerStep(call, receiver, Name: null, isConditional, IsPlain: true),
        _ => null,
    };

    private static int Start(ExpressionSyntax node) => node switch
    {
        MemberAccessExpressionSyntax member => member.Name.SpanStart,
        MemberBindingExpressionSyntax binding => binding.Name.SpanStart,
        ElementAccessExpressionSyntax element => element.ArgumentList.SpanStart,
        InvocationExpressionSyntax call => Start(call.Expression),
        _ => node.SpanStart,
    };
}

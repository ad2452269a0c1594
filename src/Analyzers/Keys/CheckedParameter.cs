using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace GeminiGen.Analyzers.Keys;

/// <summary>
/// Tells that the parameter of a helper is a key whatever it is called: the helper's name says so (<c>IsApiKey(string value)</c>), a call in the file hands it one, or it is tested for
/// both the beginning and the length of the older keys.
/// </summary>
internal static class CheckedParameter
{
    /// <summary>True for a parameter that stands for a key, by spelling.</summary>
    public static bool IsKey(IdentifierNameSyntax use)
    {
        foreach (SyntaxNode node in use.Ancestors())
        {
            (ParameterListSyntax? parameters, SyntaxToken name) = node switch
            {
                MethodDeclarationSyntax method => (method.ParameterList, method.Identifier),
                LocalFunctionStatementSyntax function => (function.ParameterList, function.Identifier),
                _ => (null, default),
            };
            int index = parameters?.Parameters.IndexOf(parameter => parameter.Identifier.ValueText == use.Identifier.ValueText) ?? -1;
            if (index >= 0)
            {
                return KeyNames.IsAnyKey(name.ValueText) || HasBothChecks(node, use.Identifier.ValueText) || GetsKey(use.SyntaxTree.GetRoot(), name.ValueText, index);
            }

            if (node is MemberDeclarationSyntax)
            {
                break;
            }
        }

        return false;
    }

    private static bool HasBothChecks(SyntaxNode helper, string name)
    {
        bool hasBeginning = false;
        bool hasLength = false;
        foreach (SyntaxNode node in helper.DescendantNodes())
        {
            if (node is LiteralExpressionSyntax literal && Tested(literal) is MemberAccessExpressionSyntax { Expression: IdentifierNameSyntax tested, Name.Identifier.ValueText: { } member } && tested.Identifier.ValueText == name)
            {
                hasBeginning |= member == "StartsWith" && literal.Token.Value is string text && text.StartsWith(KeyFamilies.Standard.Prefix, StringComparison.Ordinal);
                hasLength |= member == "Length" && literal.Token.Value is int length && length == KeyFamilies.Standard.MaximumLength;
            }
        }

        return hasBeginning && hasLength;
    }

    // "value.StartsWith("…")", "value.Length == 39", "value.Length is 39"
    private static ExpressionSyntax? Tested(LiteralExpressionSyntax literal) => literal.Parent switch
    {
        ArgumentSyntax { Parent.Parent: InvocationExpressionSyntax call } => call.Expression,
        BinaryExpressionSyntax binary => binary.Left == literal ? binary.Right : binary.Left,
        ConstantPatternSyntax pattern => pattern.FirstAncestorOrSelf<IsPatternExpressionSyntax>()?.Expression,
        _ => null,
    };

    private static bool GetsKey(SyntaxNode root, string helper, int index)
    {
        foreach (SyntaxNode node in root.DescendantNodes())
        {
            if (node is InvocationExpressionSyntax { ArgumentList.Arguments: { } arguments } call
                && NameOf(call.Expression) == helper
                && index < arguments.Count
                && (NameOf(arguments[index].Expression) is { } passed ? KeyNames.IsAnyKey(passed) : SettingReads.SettingOf(arguments[index].Expression) is not null))
            {
                return true;
            }
        }

        return false;
    }

    private static string? NameOf(ExpressionSyntax expression) => expression switch
    {
        IdentifierNameSyntax name => name.Identifier.ValueText,
        MemberAccessExpressionSyntax member => member.Name.Identifier.ValueText,
        PostfixUnaryExpressionSyntax { RawKind: (int)SyntaxKind.SuppressNullableWarningExpression } suppressed => NameOf(suppressed.Operand),
        _ => null,
    };
}

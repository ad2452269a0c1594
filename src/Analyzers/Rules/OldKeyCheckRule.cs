using GeminiGen.Analyzers.Diagnostics;
using GeminiGen.Analyzers.Keys;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace GeminiGen.Analyzers.Rules;

/// <summary>GG1011: a check of a key's beginning or length that only keys of the older format pass.</summary>
internal static class OldKeyCheckRule
{
    private const int OldLength = 39;
    private const string OldLengthText = "39";
    private const string NewPrefix = "AQ.";

    private static readonly string OldPattern = "^" + KeyFamilies.Standard.Prefix;

    /// <summary>Visits a text that begins like a key.</summary>
    public static void CheckText(KeyFile file, LiteralExpressionSyntax literal)
    {
        string text = literal.Token.ValueText;
        bool isPrefix = text.StartsWith(KeyFamilies.Standard.Prefix, StringComparison.Ordinal) && text.Length < OldLength && IsComparedWithKey(literal);
        bool isPattern = text.StartsWith(OldPattern, StringComparison.Ordinal) && IsPattern(literal);
        if ((isPrefix || isPattern) && IsBeforeGeminiCall(literal, file.CancellationToken))
        {
            file.ReportDiagnostic(Create(literal.Parent is ArgumentSyntax { Parent.Parent: InvocationExpressionSyntax call } && isPrefix ? call : literal));
        }
    }

    /// <summary>Visits a file. Numbers are many and this one is rare, so it is looked for in the characters.</summary>
    public static void CheckLengths(SyntaxTree tree, Action<Diagnostic> report, CancellationToken cancellationToken)
    {
        string text = tree.GetText(cancellationToken).ToString();
        for (int at = text.IndexOf(OldLengthText, StringComparison.Ordinal); at >= 0; at = text.IndexOf(OldLengthText, at + OldLengthText.Length, StringComparison.Ordinal))
        {
            bool isPart = (at > 0 && char.IsLetterOrDigit(text[at - 1])) || (at + OldLengthText.Length < text.Length && char.IsLetterOrDigit(text[at + OldLengthText.Length]));
            SyntaxToken number = isPart ? default : tree.GetRoot(cancellationToken).FindToken(at);
            if (number.Value is OldLength && number.Parent is LiteralExpressionSyntax literal && ComparisonOf(literal) is { } comparison && IsBeforeGeminiCall(literal, cancellationToken))
            {
                report(Create(comparison));
            }
        }
    }

    private static Diagnostic Create(SyntaxNode check)
        => Diagnostic.Create(Descriptors.OldKeyCheck, check.GetLocation(), KeyFamilies.Standard.Prefix, KeyFamilies.Auth.Prefix);

    // "key.StartsWith("…")", "key.Contains("…")", "key[..4] == "…"", "key.Substring(0, 4) != "…""
    private static bool IsComparedWithKey(LiteralExpressionSyntax literal) => literal.Parent switch
    {
        ArgumentSyntax { Parent: ArgumentListSyntax { Parent: InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax member } } }
            => member.Name.Identifier.ValueText is "StartsWith" or "Contains" or "IndexOf" && IsKey(member.Expression),
        BinaryExpressionSyntax binary => binary.Kind() is SyntaxKind.EqualsExpression or SyntaxKind.NotEqualsExpression && IsKey(binary.Left == literal ? binary.Right : binary.Left),
        ConstantPatternSyntax { Parent: IsPatternExpressionSyntax test } => IsKey(test.Expression),
        _ => false,
    };

    // "new Regex("…")", "Regex.IsMatch(key, "…")", "[RegularExpression("…")]", "const string KeyPattern = "…""
    private static bool IsPattern(LiteralExpressionSyntax literal) => literal.Parent switch
    {
        AttributeArgumentSyntax => true,
        ArgumentSyntax { Parent.Parent: ObjectCreationExpressionSyntax creation } => HasRegex(creation.Type.ToString()),
        ArgumentSyntax { Parent.Parent: InvocationExpressionSyntax call } => HasRegex(call.Expression.ToString()),
        EqualsValueClauseSyntax { Parent: VariableDeclaratorSyntax variable } => HasRegex(variable.Identifier.ValueText),
        _ => false,
    };

    private static bool HasRegex(string name)
        => name.IndexOf("Regex", StringComparison.OrdinalIgnoreCase) >= 0 || name.IndexOf("Pattern", StringComparison.OrdinalIgnoreCase) >= 0;

    // "key.Length == 39", "key.Length is not 39"
    private static ExpressionSyntax? ComparisonOf(LiteralExpressionSyntax literal)
    {
        ExpressionSyntax? comparison = literal.Parent switch
        {
            BinaryExpressionSyntax binary => binary,
            ConstantPatternSyntax { Parent: IsPatternExpressionSyntax test } => test,
            ConstantPatternSyntax { Parent: UnaryPatternSyntax { Parent: IsPatternExpressionSyntax test } } => test,
            _ => null,
        };
        ExpressionSyntax? compared = comparison switch
        {
            BinaryExpressionSyntax binary when binary.Kind() is SyntaxKind.EqualsExpression or SyntaxKind.NotEqualsExpression => binary.Left == literal ? binary.Right : binary.Left,
            IsPatternExpressionSyntax test => test.Expression,
            _ => null,
        };
        return compared is MemberAccessExpressionSyntax { Name.Identifier.ValueText: "Length" } length && IsKey(length.Expression) ? comparison : null;
    }

    private static bool IsKey(ExpressionSyntax expression) => expression switch
    {
        IdentifierNameSyntax name => KeyNames.IsAnyKey(name.Identifier.ValueText) || CheckedParameter.IsKey(name),
        MemberAccessExpressionSyntax member => KeyNames.IsAnyKey(member.Name.Identifier.ValueText),
        InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax member } => IsKey(member.Expression),
        ElementAccessExpressionSyntax access => IsKey(access.Expression),
        ConditionalAccessExpressionSyntax access => IsKey(access.Expression),
        PostfixUnaryExpressionSyntax suppressed => IsKey(suppressed.Operand),
        _ => false,
    };

    // Whoever names the newer prefix too accepts both.
    private static bool IsBeforeGeminiCall(SyntaxNode node, CancellationToken cancellationToken)
        => KeySigns.IsGeminiFile(node, cancellationToken) && !KeySigns.HasText(node, NewPrefix, cancellationToken);
}

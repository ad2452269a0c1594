using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace GeminiGen.Analyzers.Resilience;

/// <summary>Reads from the spelling of a condition whether it asks for success or for failure.</summary>
internal static class Verdicts
{
    /// <summary>What a condition says about a call where it holds.</summary>
    public static Verdict Of(ExpressionSyntax condition) => condition switch
    {
        ParenthesizedExpressionSyntax inner => Of(inner.Expression),
        PrefixUnaryExpressionSyntax not when not.IsKind(SyntaxKind.LogicalNotExpression) => Opposite(Of(not.Operand)),
        BinaryExpressionSyntax binary => OfBinary(binary),
        IsPatternExpressionSyntax match => OfPattern(match.Pattern, Of(match.Expression), RetryWords.NamesError(match.Expression)),
        MemberAccessExpressionSyntax { Name.Identifier.ValueText: "IsSuccessStatusCode" } => Verdict.Success,
        _ => Verdict.Unknown,
    };

    /// <summary>What the same condition says where it does not hold.</summary>
    public static Verdict Opposite(Verdict verdict) => verdict switch
    {
        Verdict.Success => Verdict.Failure,
        Verdict.Failure => Verdict.Success,
        _ => Verdict.Unknown,
    };

    private static Verdict OfBinary(BinaryExpressionSyntax binary)
    {
        switch (binary.Kind())
        {
            case SyntaxKind.LogicalAndExpression:
                return Of(binary.Left) is var left and not Verdict.Unknown ? left : Of(binary.Right);
            case SyntaxKind.LogicalOrExpression:
                return Of(binary.Left) is var both && both == Of(binary.Right) ? both : Verdict.Unknown;
            case SyntaxKind.EqualsExpression:
                return OfValue(binary.Right, Of(binary.Left), RetryWords.NamesError(binary.Left));
            case SyntaxKind.NotEqualsExpression:
                return Opposite(OfValue(binary.Right, Of(binary.Left), RetryWords.NamesError(binary.Left)));
            // Status codes grow worse upwards.
            case SyntaxKind.LessThanExpression or SyntaxKind.LessThanOrEqualExpression when IsNumber(binary.Right, 299):
                return Verdict.Success;
            case SyntaxKind.GreaterThanExpression or SyntaxKind.GreaterThanOrEqualExpression when IsNumber(binary.Right, 299):
                return Verdict.Failure;
            default:
                return Verdict.Unknown;
        }
    }

    // Of an error, that there is none is success.
    private static Verdict OfPattern(PatternSyntax pattern, Verdict value, bool isError) => pattern switch
    {
        ParenthesizedPatternSyntax inner => OfPattern(inner.Pattern, value, isError),
        UnaryPatternSyntax not => Opposite(OfPattern(not.Pattern, value, isError)),
        ConstantPatternSyntax constant => OfValue(constant.Expression, value, isError),
        BinaryPatternSyntax either => OfPattern(either.Left, value, isError),
        RecursivePatternSyntax { PropertyPatternClause.Subpatterns: { Count: 1 } parts } => OfProperty(parts[0]),
        RecursivePatternSyntax or DeclarationPatternSyntax or VarPatternSyntax => isError ? Verdict.Failure : Verdict.Success,
        _ => Verdict.Unknown,
    };

    private static Verdict OfProperty(SubpatternSyntax part)
    {
        string? name = part.NameColon?.Name.Identifier.ValueText;
        return name is "IsSuccessStatusCode" or "StatusCode"
            ? OfPattern(part.Pattern, name == "StatusCode" ? Verdict.Unknown : Verdict.Success, isError: false)
            : Verdict.Unknown;
    }

    // "== null", "== false", "== HttpStatusCode.OK", "== 429".
    private static Verdict OfValue(ExpressionSyntax value, Verdict tested, bool isError) => value switch
    {
        LiteralExpressionSyntax literal when literal.IsKind(SyntaxKind.NullLiteralExpression) => isError ? Verdict.Success : Verdict.Failure,
        LiteralExpressionSyntax literal when literal.IsKind(SyntaxKind.TrueLiteralExpression) => tested,
        LiteralExpressionSyntax literal when literal.IsKind(SyntaxKind.FalseLiteralExpression) => Opposite(tested),
        LiteralExpressionSyntax { Token.Value: int code } => OfCode(code),
        CastExpressionSyntax { Expression: LiteralExpressionSyntax { Token.Value: int code } } => OfCode(code),
        MemberAccessExpressionSyntax { Expression: { } type, Name.Identifier.ValueText: { } name } when RetryWords.IsStatusCodeType(type)
            => name is "OK" or "Created" or "Accepted" or "NoContent" ? Verdict.Success : Verdict.Failure,
        _ => Verdict.Unknown,
    };

    private static Verdict OfCode(int code) => code switch
    {
        >= 200 and < 300 => Verdict.Success,
        >= 400 and < 600 => Verdict.Failure,
        _ => Verdict.Unknown,
    };

    private static bool IsNumber(ExpressionSyntax value, int least)
        => value is LiteralExpressionSyntax { Token.Value: int number } && number >= least && number <= 500;
}

using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace GeminiGen.Analyzers.Keys;

/// <summary>
/// Computes the text of an expression as the compiler would, and further: through local variables, builders, fields that are set where they are declared, and the methods of
/// <c>string</c>. Branches and loops are not followed; what only running code knows stays unknown.
/// </summary>
/// <param name="model">The model of the file.</param>
/// <param name="cancellationToken">Cancels.</param>
internal sealed partial class TextFolder(SemanticModel model, CancellationToken cancellationToken)
{
    // Machine-written sources nest deeper than any stack, and have more parts than any key.
    private const int DeepestNesting = 100;
    private const int MostSteps = 20_000;

    private readonly SemanticModel _model = model;
    private readonly CancellationToken _cancellationToken = cancellationToken;
    private int _depth;
    private int _steps;
    private bool _withoutModel;

    /// <summary>
    /// The text of an expression. Asking the compiler for what names mean costs more than all else, so it is asked only where a piece of a key meets a name.
    /// </summary>
    public FoldedText Fold(ExpressionSyntax expression)
    {
        _withoutModel = true;
        FoldedText text = FoldWhole(expression);
        _withoutModel = false;
        return KeyFragments.MeetsUnknown(text.ToString()) ? FoldWhole(expression) : text;
    }

    /// <summary>The text of an expression, every name in it looked up.</summary>
    public FoldedText FoldWhole(ExpressionSyntax expression)
    {
        var text = new FoldedText();
        Add(text, expression);
        return text;
    }

    private void Add(FoldedText text, ExpressionSyntax expression)
    {
        _cancellationToken.ThrowIfCancellationRequested();
        if (++_steps > MostSteps || _depth > DeepestNesting)
        {
            text.AppendUnknown(expression);
            return;
        }

        _depth++;
        AddByKind(text, expression);
        _depth--;
    }

    private void AddByKind(FoldedText text, ExpressionSyntax expression)
    {
        switch (expression)
        {
            case LiteralExpressionSyntax { Token.Value: string or char } or LiteralExpressionSyntax { RawKind: (int)SyntaxKind.Utf8StringLiteralExpression }:
                text.Append(((LiteralExpressionSyntax)expression).Token.ValueText, TextPart.Of(expression));
                break;
            case LiteralExpressionSyntax { RawKind: (int)SyntaxKind.NullLiteralExpression }:
                break;
            case ParenthesizedExpressionSyntax parenthesized:
                Add(text, parenthesized.Expression);
                break;
            case PostfixUnaryExpressionSyntax { RawKind: (int)SyntaxKind.SuppressNullableWarningExpression } suppressed:
                Add(text, suppressed.Operand);
                break;
            case BinaryExpressionSyntax binary when binary.IsKind(SyntaxKind.AddExpression):
                AddConcatenation(text, binary);
                break;
            case InterpolatedStringExpressionSyntax interpolated:
                AddInterpolated(text, interpolated);
                break;
            case CastExpressionSyntax cast:
                AddCast(text, cast);
                break;
            case InvocationExpressionSyntax call:
                AddCall(text, call);
                break;
            case BaseObjectCreationExpressionSyntax creation:
                AddCreation(text, creation);
                break;
            case ElementAccessExpressionSyntax access:
                AddElement(text, access);
                break;
            case IdentifierNameSyntax or MemberAccessExpressionSyntax:
                AddReference(text, expression);
                break;
            default:
                text.AppendUnknown(expression);
                break;
        }
    }

    // The left spine of a concatenation can be thousands of operands deep, so it is walked and not recursed into.
    private void AddConcatenation(FoldedText text, BinaryExpressionSyntax binary)
    {
        var operands = new Stack<ExpressionSyntax>();
        ExpressionSyntax left = binary;
        while (left is BinaryExpressionSyntax add && add.IsKind(SyntaxKind.AddExpression))
        {
            operands.Push(add.Right);
            left = add.Left;
        }

        Add(text, left);
        while (operands.Count > 0)
        {
            Add(text, operands.Pop());
        }
    }

    private void AddInterpolated(FoldedText text, InterpolatedStringExpressionSyntax interpolated)
    {
        foreach (InterpolatedStringContentSyntax content in interpolated.Contents)
        {
            switch (content)
            {
                case InterpolatedStringTextSyntax part:
                    text.Append(part.TextToken.ValueText, TextPart.Of(part));
                    break;
                case InterpolationSyntax { AlignmentClause: null } hole:
                    Add(text, hole.Expression);
                    break;
                default:
                    text.AppendUnknown(content);
                    break;
            }
        }
    }

    // "(char)65"
    private void AddCast(FoldedText text, CastExpressionSyntax cast)
    {
        if (ConstantOf(cast) is { } constant)
        {
            text.Append(constant, TextPart.Of(cast));
        }
        else if (TextHosts.IsStringType(cast.Type))
        {
            Add(text, cast.Expression);
        }
        else
        {
            text.AppendUnknown(cast);
        }
    }

    // "text[4..]", "parts[0]"
    private void AddElement(FoldedText text, ElementAccessExpressionSyntax access)
    {
        if (access.ArgumentList.Arguments is not [{ Expression: { } index }])
        {
            text.AppendUnknown(access);
        }
        else if (index is RangeExpressionSyntax range)
        {
            FoldedText whole = FoldWhole(access.Expression);
            int? from = range.LeftOperand is null ? 0 : PositionOf(range.LeftOperand, whole.Length);
            int? to = range.RightOperand is null ? whole.Length : PositionOf(range.RightOperand, whole.Length);
            AddPart(text, access, whole, from, to - from);
        }
        else if (ItemsOf(access.Expression) is { } items && PositionOf(index, items.Count) is { } at && at >= 0 && at < items.Count)
        {
            text.Append(FoldWhole(items[at]), access, TextReach.Local);
        }
        else
        {
            text.AppendUnknown(access);
        }
    }

    // What is cut from a text is unknown where the cut is, or where an unknown part of it may have had any length.
    private static void AddPart(FoldedText text, SyntaxNode node, FoldedText whole, int? from, int? count)
    {
        if (from is >= 0 && count is >= 0 && from + count <= whole.Length && whole.IsKnown())
        {
            whole.Remove(from.Value + count.Value, whole.Length - from.Value - count.Value);
            whole.Remove(0, from.Value);
            text.Append(whole);
        }
        else
        {
            text.AppendUnknown(node);
        }
    }

    private int? PositionOf(ExpressionSyntax expression, int length)
        => expression is PrefixUnaryExpressionSyntax { RawKind: (int)SyntaxKind.IndexExpression } fromEnd ? length - NumberOf(fromEnd.Operand) : NumberOf(expression);

    private int? NumberOf(ExpressionSyntax expression)
        => expression is LiteralExpressionSyntax { Token.Value: int number } ? number : ValueOf(expression) as int?;

    // The model knows its own file; constants of others come through their symbols.
    private object? ValueOf(ExpressionSyntax expression)
        => !_withoutModel && expression.SyntaxTree == _model.SyntaxTree && _model.GetConstantValue(expression, _cancellationToken) is { HasValue: true } constant ? constant.Value : null;

    private string? ConstantOf(ExpressionSyntax expression) => ValueOf(expression) switch
    {
        string text => text,
        char character => character.ToString(),
        _ => null,
    };
}

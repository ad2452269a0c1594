using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace GeminiGen.Analyzers.Keys;

/// <summary>Splits a text that source puts together into its pieces, in order. References to constants are followed; what only running code knows stays unknown.</summary>
internal sealed class TextFolder
{
    // Machine-written sources nest deeper than any stack.
    private const int DeepestNesting = 200;

    private readonly SemanticModel _model;
    private readonly CancellationToken _cancellationToken;
    private readonly List<TextPiece> _pieces = [];
    private int _depth;

    private TextFolder(SemanticModel model, CancellationToken cancellationToken)
    {
        _model = model;
        _cancellationToken = cancellationToken;
    }

    /// <summary>Splits an expression of <see cref="TextHosts"/>.</summary>
    public static List<TextPiece> Fold(ExpressionSyntax host, SemanticModel model, CancellationToken cancellationToken)
    {
        var folder = new TextFolder(model, cancellationToken);
        folder.Add(host);
        return folder._pieces;
    }

    private void Add(ExpressionSyntax expression)
    {
        if (++_depth > DeepestNesting)
        {
            AddUnknown(expression);
        }
        else
        {
            AddByKind(expression);
        }

        _depth--;
    }

    private void AddByKind(ExpressionSyntax expression)
    {
        _cancellationToken.ThrowIfCancellationRequested();
        switch (expression)
        {
            case ParenthesizedExpressionSyntax parenthesized:
                Add(parenthesized.Expression);
                break;
            case LiteralExpressionSyntax literal when IsText(literal):
                _pieces.Add(new TextPiece(literal, literal.Token.ValueText));
                break;
            case BinaryExpressionSyntax binary when binary.IsKind(SyntaxKind.AddExpression):
                AddConcatenation(binary);
                break;
            case InterpolatedStringExpressionSyntax interpolated:
                AddInterpolated(interpolated);
                break;
            case InvocationExpressionSyntax call when TextHosts.IsTextCall(call):
                AddCall(call);
                break;
            case IdentifierNameSyntax or MemberAccessExpressionSyntax:
                AddReference(expression);
                break;
            default:
                AddUnknown(expression);
                break;
        }
    }

    private static bool IsText(LiteralExpressionSyntax literal)
        => literal.Kind() is SyntaxKind.StringLiteralExpression or SyntaxKind.Utf8StringLiteralExpression or SyntaxKind.CharacterLiteralExpression;

    private void AddUnknown(SyntaxNode node) => _pieces.Add(new TextPiece(node, null));

    // The left spine of a concatenation can be thousands of operands deep, so it is walked and not recursed into.
    private void AddConcatenation(BinaryExpressionSyntax binary)
    {
        var operands = new Stack<ExpressionSyntax>();
        ExpressionSyntax left = binary;
        while (left is BinaryExpressionSyntax add && add.IsKind(SyntaxKind.AddExpression))
        {
            operands.Push(add.Right);
            left = add.Left;
        }

        Add(left);
        while (operands.Count > 0)
        {
            Add(operands.Pop());
        }
    }

    private void AddInterpolated(InterpolatedStringExpressionSyntax interpolated)
    {
        foreach (InterpolatedStringContentSyntax content in interpolated.Contents)
        {
            switch (content)
            {
                case InterpolatedStringTextSyntax text:
                    _pieces.Add(new TextPiece(text, text.TextToken.ValueText));
                    break;
                case InterpolationSyntax { AlignmentClause: null, FormatClause: null } hole:
                    Add(hole.Expression);
                    break;
                default:
                    AddUnknown(content);
                    break;
            }
        }
    }

    private void AddCall(InvocationExpressionSyntax call)
    {
        SeparatedSyntaxList<ArgumentSyntax> arguments = call.ArgumentList.Arguments;
        switch (((MemberAccessExpressionSyntax)call.Expression).Name.Identifier.ValueText)
        {
            case "Concat":
                AddAll(Items(arguments, 0), separator: null);
                break;
            case "Join" when arguments.Count > 1:
                AddAll(Items(arguments, 1), arguments[0].Expression);
                break;
            case "Format" when arguments.Count > 1 && arguments[0].Expression is LiteralExpressionSyntax format && IsText(format):
                AddFormat(format, Items(arguments, 1));
                break;
            default:
                AddAll(Items(arguments, 0), call);
                break;
        }
    }

    private void AddAll(List<ExpressionSyntax> items, ExpressionSyntax? separator)
    {
        for (int i = 0; i < items.Count; i++)
        {
            if (i > 0 && separator is InvocationExpressionSyntax)
            {
                AddUnknown(separator);
            }
            else if (i > 0 && separator is not null)
            {
                Add(separator);
            }

            Add(items[i]);
        }
    }

    // The items of the call: its arguments, or the elements of the one array that stands for them.
    private static List<ExpressionSyntax> Items(SeparatedSyntaxList<ArgumentSyntax> arguments, int first)
    {
        var items = new List<ExpressionSyntax>();
        for (int i = first; i < arguments.Count; i++)
        {
            switch (arguments[i].Expression)
            {
                case ImplicitArrayCreationExpressionSyntax array:
                    items.AddRange(array.Initializer.Expressions);
                    break;
                case ArrayCreationExpressionSyntax { Initializer: { } initializer }:
                    items.AddRange(initializer.Expressions);
                    break;
                case CollectionExpressionSyntax collection:
                    AddElements(items, collection);
                    break;
                case { } argument:
                    items.Add(argument);
                    break;
            }
        }

        return items;
    }

    private static void AddElements(List<ExpressionSyntax> items, CollectionExpressionSyntax collection)
    {
        foreach (CollectionElementSyntax element in collection.Elements)
        {
            if (element is ExpressionElementSyntax item)
            {
                items.Add(item.Expression);
            }
        }
    }

    private void AddFormat(LiteralExpressionSyntax format, List<ExpressionSyntax> items)
    {
        string text = format.Token.ValueText;
        int from = 0;
        while (from < text.Length)
        {
            int open = text.IndexOf('{', from);
            int close = open < 0 ? -1 : text.IndexOf('}', open);
            if (close < 0)
            {
                _pieces.Add(new TextPiece(format, text.Substring(from)));
                return;
            }

            _pieces.Add(new TextPiece(format, text.Substring(from, open - from)));
            AddHole(format, text.Substring(open + 1, close - open - 1), items);
            from = close + 1;
        }
    }

    private void AddHole(LiteralExpressionSyntax format, string hole, List<ExpressionSyntax> items)
    {
        if (int.TryParse(hole, System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture, out int index) && index < items.Count)
        {
            Add(items[index]);
        }
        else
        {
            AddUnknown(format);
        }
    }

    private void AddReference(ExpressionSyntax expression)
    {
        Optional<object?> constant = _model.GetConstantValue(expression, _cancellationToken);
        string? text = constant.HasValue ? constant.Value as string ?? (constant.Value as char?)?.ToString()
            : expression is IdentifierNameSyntax name && LocalTexts.OnlyValue(name) is LiteralExpressionSyntax literal && IsText(literal) ? literal.Token.ValueText
            : null;
        _pieces.Add(new TextPiece(expression, text, IsReference: text is not null));
    }
}

using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace GeminiGen.Analyzers.Keys;

/// <summary>
/// A text that begins in a literal and goes on in other statements or calls: appended with <c>+=</c> or a <c>StringBuilder</c>, put together from local variables, or changed by
/// <c>Replace</c>. What only running code knows breaks the text.
/// </summary>
internal sealed class SpreadText
{
    private const int DeepestNesting = 50;
    private const char Unknown = '\0';

    private readonly LiteralExpressionSyntax _beginning;
    private readonly SemanticModel _model;
    private readonly CancellationToken _cancellationToken;
    private readonly StringBuilder _text = new();
    private int _start = -1;

    private SpreadText(LiteralExpressionSyntax beginning, SemanticModel model, CancellationToken cancellationToken)
    {
        _beginning = beginning;
        _model = model;
        _cancellationToken = cancellationToken;
    }

    /// <summary>The texts that a literal with the beginning of a key is part of, each cut to where the literal starts.</summary>
    public static IEnumerable<string> Of(LiteralExpressionSyntax beginning, SemanticModel model, CancellationToken cancellationToken)
    {
        foreach (IReadOnlyList<ExpressionSyntax> parts in PartsWith(beginning))
        {
            var text = new SpreadText(beginning, model, cancellationToken);
            foreach (ExpressionSyntax part in parts)
            {
                text.Add(part, 0);
            }

            if (text._start >= 0)
            {
                yield return text._text.ToString(text._start, text._text.Length - text._start);
            }
        }
    }

    private static IEnumerable<IReadOnlyList<ExpressionSyntax>> PartsWith(LiteralExpressionSyntax beginning)
    {
        ExpressionSyntax whole = Outermost(beginning);
        switch (whole.Parent)
        {
            case EqualsValueClauseSyntax { Parent: VariableDeclaratorSyntax { Parent.Parent: LocalDeclarationStatementSyntax } variable }:
                return PartsOfVariable(variable.Identifier.ValueText, whole);
            case AssignmentExpressionSyntax { Left: IdentifierNameSyntax variable } assignment when assignment.Right == whole:
                return PartsOfVariable(variable.Identifier.ValueText, whole);
            case ArgumentSyntax { Parent.Parent: InvocationExpressionSyntax or BaseObjectCreationExpressionSyntax } argument:
                return [PartsOfBuilder((ExpressionSyntax)argument.Parent!.Parent!)];
            default:
                return IsReplace(whole) ? [[whole]] : [];
        }
    }

    // Through parentheses, concatenations, interpolations, text calls and Replace, which belong to the same expression.
    private static ExpressionSyntax Outermost(ExpressionSyntax expression)
    {
        ExpressionSyntax outermost = expression;
        for (SyntaxNode? node = expression.Parent; node is not null; node = node.Parent)
        {
            bool isPart = node is InterpolationSyntax or InterpolatedStringExpressionSyntax or ParenthesizedExpressionSyntax
                || node.IsKind(SyntaxKind.AddExpression)
                || (node is MemberAccessExpressionSyntax { Parent: InvocationExpressionSyntax call } && IsReplace(call))
                || (node is InvocationExpressionSyntax replaced && IsReplace(replaced))
                || (node is InvocationExpressionSyntax text && TextHosts.IsTextCall(text))
                || (node is ArgumentSyntax or ArgumentListSyntax && TextHosts.IsInsideHost(outermost));
            if (!isPart)
            {
                break;
            }

            outermost = node as ExpressionSyntax ?? outermost;
        }

        return outermost;
    }

    private static bool IsReplace(ExpressionSyntax expression)
        => expression is InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: "Replace" }, ArgumentList.Arguments.Count: 2 };

    // What the variable comes to, statement by statement, and every expression that puts it together with others.
    private static IEnumerable<IReadOnlyList<ExpressionSyntax>> PartsOfVariable(string name, ExpressionSyntax first)
    {
        var appended = new List<ExpressionSyntax> { first };
        foreach (SyntaxNode node in LocalTexts.MemberOf(first).DescendantNodes())
        {
            if (node.SpanStart > first.SpanStart && node is AssignmentExpressionSyntax { Left: IdentifierNameSyntax target } assignment && target.Identifier.ValueText == name)
            {
                if (!assignment.IsKind(SyntaxKind.AddAssignmentExpression))
                {
                    break;
                }

                appended.Add(assignment.Right);
            }
        }

        yield return appended;
        foreach (SyntaxNode node in LocalTexts.MemberOf(first).DescendantNodes())
        {
            if (node is IdentifierNameSyntax use && use.Identifier.ValueText == name && Outermost(use) is { } whole && whole != use)
            {
                yield return [whole];
            }
        }
    }

    // "new StringBuilder(a).Append(b).Append(c)", and further calls on the same variable.
    private static List<ExpressionSyntax> PartsOfBuilder(ExpressionSyntax call)
    {
        var parts = new List<ExpressionSyntax>();
        SyntaxNode scope = RootOf(call) is IdentifierNameSyntax ? LocalTexts.MemberOf(call) : OutermostCall(call);
        string? name = (RootOf(call) as IdentifierNameSyntax)?.Identifier.ValueText ?? DeclaredName(OutermostCall(call));
        scope = name is null ? scope : LocalTexts.MemberOf(call);
        IEnumerable<SyntaxNode> calls = scope.DescendantNodesAndSelf()
            .Where(node => IsBuilderCall(node) && (name is null || (RootOf((ExpressionSyntax)node) as IdentifierNameSyntax)?.Identifier.ValueText == name
                || DeclaredName(OutermostCall((ExpressionSyntax)node)) == name))
            .OrderBy(static node => node.Span.End);
        foreach (SyntaxNode node in calls)
        {
            parts.AddRange(ArgumentsOf(node));
        }

        return parts;
    }

    private static bool IsBuilderCall(SyntaxNode node) => node switch
    {
        InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: "Append" }, ArgumentList.Arguments.Count: 1 } => true,
        BaseObjectCreationExpressionSyntax { ArgumentList.Arguments.Count: 1 } creation => TypeOf(creation)?.ToString().EndsWith("StringBuilder", StringComparison.Ordinal) == true,
        _ => false,
    };

    // "new(…)" says its type at the variable it is for.
    private static TypeSyntax? TypeOf(BaseObjectCreationExpressionSyntax creation) => creation switch
    {
        ObjectCreationExpressionSyntax named => named.Type,
        { Parent: EqualsValueClauseSyntax { Parent: VariableDeclaratorSyntax { Parent: VariableDeclarationSyntax declaration } } } => declaration.Type,
        _ => null,
    };

    private static IEnumerable<ExpressionSyntax> ArgumentsOf(SyntaxNode call)
        => ((call as InvocationExpressionSyntax)?.ArgumentList ?? (call as BaseObjectCreationExpressionSyntax)?.ArgumentList)?.Arguments.Select(static argument => argument.Expression) ?? [];

    private static ExpressionSyntax RootOf(ExpressionSyntax call)
    {
        ExpressionSyntax root = call;
        while (root is InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax access })
        {
            root = access.Expression;
        }

        return root;
    }

    private static ExpressionSyntax OutermostCall(ExpressionSyntax call)
    {
        ExpressionSyntax outermost = call;
        while (outermost.Parent is MemberAccessExpressionSyntax { Parent: InvocationExpressionSyntax next })
        {
            outermost = next;
        }

        return outermost;
    }

    private static string? DeclaredName(ExpressionSyntax value)
        => value.Parent is EqualsValueClauseSyntax { Parent: VariableDeclaratorSyntax variable } ? variable.Identifier.ValueText : null;

    private void Add(ExpressionSyntax expression, int depth)
    {
        _cancellationToken.ThrowIfCancellationRequested();
        switch (expression)
        {
            case var _ when depth > DeepestNesting:
                _text.Append(Unknown);
                break;
            case LiteralExpressionSyntax { Token.Value: string or char } literal:
                _start = literal == _beginning && _start < 0 ? _text.Length : _start;
                _text.Append(literal.Token.ValueText);
                break;
            case ParenthesizedExpressionSyntax parenthesized:
                Add(parenthesized.Expression, depth + 1);
                break;
            case BinaryExpressionSyntax binary when binary.IsKind(SyntaxKind.AddExpression):
                Add(binary.Left, depth + 1);
                Add(binary.Right, depth + 1);
                break;
            case InterpolatedStringExpressionSyntax interpolated:
                AddInterpolated(interpolated, depth + 1);
                break;
            case InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Expression: { } receiver } } call when IsReplace(call):
                AddReplaced(receiver, call.ArgumentList.Arguments, depth + 1);
                break;
            case InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: "Concat" } } call when TextHosts.IsTextCall(call):
                AddAll(call.ArgumentList.Arguments.Select(static argument => argument.Expression), depth + 1);
                break;
            case IdentifierNameSyntax name:
                AddName(name, depth + 1);
                break;
            default:
                _text.Append(Unknown);
                break;
        }
    }

    private void AddAll(IEnumerable<ExpressionSyntax> parts, int depth)
    {
        foreach (ExpressionSyntax part in parts)
        {
            Add(part, depth);
        }
    }

    private void AddInterpolated(InterpolatedStringExpressionSyntax interpolated, int depth)
    {
        foreach (InterpolatedStringContentSyntax content in interpolated.Contents)
        {
            switch (content)
            {
                case InterpolatedStringTextSyntax text:
                    _text.Append(text.TextToken.ValueText);
                    break;
                case InterpolationSyntax { AlignmentClause: null, FormatClause: null } hole:
                    Add(hole.Expression, depth);
                    break;
                default:
                    _text.Append(Unknown);
                    break;
            }
        }
    }

    private void AddReplaced(ExpressionSyntax receiver, SeparatedSyntaxList<ArgumentSyntax> arguments, int depth)
    {
        int from = _text.Length;
        Add(receiver, depth);
        if (ConstantOf(arguments[0].Expression) is { Length: > 0 } old && ConstantOf(arguments[1].Expression) is { } with)
        {
            string text = _text.ToString(from, _text.Length - from);
            _start = _start > from ? from + text.Substring(0, _start - from).Replace(old, with).Length : _start;
            _text.Length = from;
            _text.Append(text.Replace(old, with));
        }
        else
        {
            // Nothing of the text is certain to be left.
            _start = _start >= from ? -1 : _start;
            _text.Length = from;
            _text.Append(Unknown);
        }
    }

    private void AddName(IdentifierNameSyntax name, int depth)
    {
        if (ConstantOf(name) is { } constant)
        {
            _text.Append(constant);
        }
        else if (LocalTexts.OnlyValue(name) is { } value)
        {
            Add(value, depth);
        }
        else
        {
            _text.Append(Unknown);
        }
    }

    private string? ConstantOf(ExpressionSyntax expression)
        => _model.GetConstantValue(expression, _cancellationToken) is { HasValue: true, Value: string or char } constant ? constant.Value!.ToString()
            : expression is MemberAccessExpressionSyntax { Name.Identifier.ValueText: "Empty", Expression: PredefinedTypeSyntax } ? ""
            : null;
}

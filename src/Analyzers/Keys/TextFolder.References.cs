using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace GeminiGen.Analyzers.Keys;

/// <summary>References: to local variables by their name, to members by their symbol.</summary>
internal sealed partial class TextFolder
{
    private readonly Dictionary<SyntaxNode, LocalTexts> _locals = [];

    /// <summary>What a local variable holds at a position of a member; null when nothing is ever assigned to the name before.</summary>
    public FoldedText? FoldVariable(string name, SyntaxNode member, int position)
    {
        FoldedText? value = null;
        if (_depth > DeepestNesting)
        {
            return null;
        }

        _depth++;
        foreach (LocalStep step in LocalsOf(member).StepsOf(name))
        {
            if (step.End <= position)
            {
                value = Apply(step, value);
            }
        }

        _depth--;
        return value;
    }

    /// <summary>The local variables of a member.</summary>
    public LocalTexts LocalsOf(SyntaxNode member)
    {
        if (!_locals.TryGetValue(member, out LocalTexts? locals))
        {
            locals = new LocalTexts(member);
            _locals.Add(member, locals);
        }

        return locals;
    }

    private FoldedText Apply(LocalStep step, FoldedText? before)
    {
        FoldedText value = step.Kind == LocalStepKind.Set ? new FoldedText() : before ?? new FoldedText();
        switch (step.Kind)
        {
            case LocalStepKind.Call:
                return FoldBuilder(step.Value, value);
            case LocalStepKind.Copy:
                AddCopy(value, step.Value);
                break;
            case LocalStepKind.Item or LocalStepKind.Element:
                break;
            case LocalStepKind.Unknown:
                value.AppendUnknown(step.Value);
                break;
            default:
                Add(value, step.Value);
                break;
        }

        return value;
    }

    // "head.AsSpan().CopyTo(span)", "tail.AsSpan().CopyTo(span[20..])": what is copied behind the rest goes on with it.
    private void AddCopy(FoldedText text, ExpressionSyntax copied)
    {
        ExpressionSyntax target = ((InvocationExpressionSyntax)copied.Parent!.Parent!).ArgumentList.Arguments[0].Expression;
        int? start = target switch
        {
            ElementAccessExpressionSyntax { ArgumentList.Arguments: [{ Expression: RangeExpressionSyntax { LeftOperand: { } from } }] } => NumberOf(from),
            InvocationExpressionSyntax { ArgumentList.Arguments: [{ Expression: { } from }, ..] } => NumberOf(from),
            _ => 0,
        };
        if (start != text.Length)
        {
            text.AppendUnknown(copied);
        }

        Add(text, copied);
    }

    private void AddReference(FoldedText text, ExpressionSyntax expression)
    {
        if (expression is MemberAccessExpressionSyntax { Name.Identifier.ValueText: "Empty", Expression: { } type } && TextHosts.IsStringType(type))
        {
            return;
        }

        if (LocalTexts.NameOf(expression) is { } name && FoldVariable(name, LocalTexts.MemberOf(expression), expression.SpanStart) is { } value)
        {
            text.Append(value, expression, TextReach.Local);
        }
        else
        {
            AddMember(text, expression);
        }
    }

    private void AddMember(FoldedText text, ExpressionSyntax expression)
    {
        ISymbol? symbol = !_withoutModel && expression.SyntaxTree == _model.SyntaxTree ? _model.GetSymbolInfo(expression, _cancellationToken).Symbol : null;
        if (symbol is not (IFieldSymbol or IPropertySymbol or IMethodSymbol { Parameters.Length: 0 }))
        {
            text.AppendUnknown(expression);
            return;
        }

        SyntaxNode? declaration = symbol.DeclaringSyntaxReferences is [{ } reference] ? reference.GetSyntax(_cancellationToken) : null;
        bool isHere = declaration?.SyntaxTree == _model.SyntaxTree;
        if (!isHere && symbol is IFieldSymbol { HasConstantValue: true, ConstantValue: string or char } constant)
        {
            text.Append(constant.ConstantValue.ToString(), new TextPart(expression, expression, TextReach.Member));
        }
        else if (declaration is not null && ValueIn(declaration) is { } value)
        {
            text.Append(FoldWhole(value), expression, TextReach.Member);
        }
        else
        {
            text.AppendUnknown(expression);
        }
    }

    // What a member gives, as far as its declaration says.
    private static ExpressionSyntax? ValueIn(SyntaxNode declaration) => declaration switch
    {
        VariableDeclaratorSyntax variable => variable.Initializer?.Value,
        PropertyDeclarationSyntax { Initializer: { } initializer } => initializer.Value,
        PropertyDeclarationSyntax { ExpressionBody: { } body } => body.Expression,
        PropertyDeclarationSyntax { AccessorList.Accessors: [{ ExpressionBody: { } body }] } => body.Expression,
        PropertyDeclarationSyntax { AccessorList.Accessors: [{ Body.Statements: [ReturnStatementSyntax { Expression: { } value }] }] } => value,
        MethodDeclarationSyntax { ExpressionBody: { } body } => body.Expression,
        MethodDeclarationSyntax { Body.Statements: [ReturnStatementSyntax { Expression: { } value }] } => value,
        LocalFunctionStatementSyntax { ExpressionBody: { } body } => body.Expression,
        LocalFunctionStatementSyntax { Body.Statements: [ReturnStatementSyntax { Expression: { } value }] } => value,
        _ => null,
    };

    // The elements of an array or a list, written here or where a variable is set; null for anything else.
    private IReadOnlyList<ExpressionSyntax>? ItemsOf(ExpressionSyntax expression) => expression switch
    {
        ImplicitArrayCreationExpressionSyntax array => array.Initializer.Expressions,
        ArrayCreationExpressionSyntax { Initializer: { } initializer } => initializer.Expressions,
        BaseObjectCreationExpressionSyntax { Initializer: { RawKind: (int)SyntaxKind.CollectionInitializerExpression } initializer } => initializer.Expressions,
        InitializerExpressionSyntax { RawKind: (int)SyntaxKind.ArrayInitializerExpression } initializer => initializer.Expressions,
        CollectionExpressionSyntax collection => ElementsOf(collection),
        IdentifierNameSyntax name when ItemsOfSteps(name) is { } items => items,
        IdentifierNameSyntax or MemberAccessExpressionSyntax when ++_steps < MostSteps && DeclaredValueOf(expression) is { } value and not (IdentifierNameSyntax or MemberAccessExpressionSyntax)
            => ItemsOf(value),
        _ => null,
    };

    // "list.Add(a); list.Add(b);", "parts[0] = a; parts[1] = b;"; null for a variable that is none of the kind.
    private List<ExpressionSyntax>? ItemsOfSteps(IdentifierNameSyntax name)
    {
        IReadOnlyList<LocalStep> steps = LocalsOf(LocalTexts.MemberOf(name)).StepsOf(name.Identifier.ValueText);
        if (steps.Count < 2 || steps[0].Kind != LocalStepKind.Set || steps[0].Value is IdentifierNameSyntax or MemberAccessExpressionSyntax || ++_steps > MostSteps)
        {
            return null;
        }

        List<ExpressionSyntax> items = [.. ItemsOf(steps[0].Value) ?? []];
        foreach (LocalStep step in steps.Skip(1).Where(step => step.End <= name.SpanStart))
        {
            switch (step.Kind)
            {
                case LocalStepKind.Item:
                    items.Add(step.Value);
                    break;
                // In order; one that is set again replaces the one before.
                case LocalStepKind.Element when LocalTexts.IndexOf((ElementAccessExpressionSyntax)((AssignmentExpressionSyntax)step.Value.Parent!).Left) is { } index && index <= items.Count:
                    items.RemoveRange(index, index < items.Count ? 1 : 0);
                    items.Insert(index, step.Value);
                    break;
                default:
                    return null;
            }
        }

        return items;
    }

    private static List<ExpressionSyntax>? ElementsOf(CollectionExpressionSyntax collection)
    {
        var elements = new List<ExpressionSyntax>();
        foreach (CollectionElementSyntax element in collection.Elements)
        {
            if (element is not ExpressionElementSyntax item)
            {
                return null;
            }

            elements.Add(item.Expression);
        }

        return elements;
    }

    private ExpressionSyntax? DeclaredValueOf(ExpressionSyntax reference)
    {
        if (LocalTexts.NameOf(reference) is { } name && LocalsOf(LocalTexts.MemberOf(reference)).StepsOf(name) is { Count: > 0 } steps)
        {
            return steps.Count == 1 && steps[0].Kind == LocalStepKind.Set ? steps[0].Value : null;
        }

        ISymbol? symbol = !_withoutModel && reference.SyntaxTree == _model.SyntaxTree ? _model.GetSymbolInfo(reference, _cancellationToken).Symbol : null;
        return symbol is IFieldSymbol or IPropertySymbol && symbol.DeclaringSyntaxReferences is [{ } declaration] ? ValueIn(declaration.GetSyntax(_cancellationToken)) : null;
    }
}

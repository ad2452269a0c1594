using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace GeminiGen.Analyzers.Keys;

/// <summary>The local variables of one member and what is done to them, in the order of the source and by spelling alone.</summary>
internal sealed class LocalTexts
{
    private readonly Dictionary<string, List<LocalStep>> _steps = new(StringComparer.Ordinal);
    private readonly HashSet<string> _builders = new(StringComparer.Ordinal);

    /// <summary>Reads a member.</summary>
    public LocalTexts(SyntaxNode member)
    {
        // What a field or a property is declared with belongs to no member's statements.
        if (member is not BaseFieldDeclarationSyntax)
        {
            foreach (SyntaxNode node in member.DescendantNodes())
            {
                Read(node);
            }
        }
    }

    /// <summary>What is done to a variable, in order; empty for any other name.</summary>
    public IReadOnlyList<LocalStep> StepsOf(string name) => _steps.TryGetValue(name, out List<LocalStep>? steps) ? steps : [];

    /// <summary>True for a variable that holds a <c>StringBuilder</c>.</summary>
    public bool IsBuilder(string name) => _builders.Contains(name);

    /// <summary>The member a node stands in, or the whole program of top-level statements.</summary>
    public static SyntaxNode MemberOf(SyntaxNode node)
    {
        SyntaxNode member = node;
        while (member.Parent is { } parent && member is not MemberDeclarationSyntax or GlobalStatementSyntax)
        {
            member = parent;
        }

        return member;
    }

    /// <summary>The name of a variable or of a field of the same object; null for anything else.</summary>
    public static string? NameOf(ExpressionSyntax expression) => expression switch
    {
        IdentifierNameSyntax name => name.Identifier.ValueText,
        MemberAccessExpressionSyntax { Expression: ThisExpressionSyntax } member => member.Name.Identifier.ValueText,
        _ => null,
    };

    /// <summary>What a chain of calls begins with.</summary>
    public static ExpressionSyntax RootOf(ExpressionSyntax chain)
    {
        ExpressionSyntax root = chain;
        while (root is InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax access })
        {
            root = access.Expression;
        }

        return root;
    }

    /// <summary>The last call of the chain that a call or a creation is part of.</summary>
    public static ExpressionSyntax OutermostCall(ExpressionSyntax call)
    {
        ExpressionSyntax outermost = call;
        while (outermost.Parent is MemberAccessExpressionSyntax { Parent: InvocationExpressionSyntax next })
        {
            outermost = next;
        }

        return outermost;
    }

    /// <summary>True for the creation of a <c>StringBuilder</c>, or of a <c>StringWriter</c>, which has one.</summary>
    public static bool IsBuilderCreation(BaseObjectCreationExpressionSyntax creation)
        => TypeOf(creation)?.ToString() is { } type && (type.EndsWith("StringBuilder", StringComparison.Ordinal) || type.EndsWith("StringWriter", StringComparison.Ordinal));

    // "new(…)" says its type at the variable it is for.
    private static TypeSyntax? TypeOf(BaseObjectCreationExpressionSyntax creation) => creation switch
    {
        ObjectCreationExpressionSyntax named => named.Type,
        { Parent: EqualsValueClauseSyntax { Parent: VariableDeclaratorSyntax { Parent: VariableDeclarationSyntax declaration } } } => declaration.Type,
        _ => null,
    };

    /// <summary>The place of an element, as far as it is a number; null for any other index.</summary>
    public static int? IndexOf(ElementAccessExpressionSyntax element)
        => element.ArgumentList.Arguments is [{ Expression: LiteralExpressionSyntax { Token.Value: int index } }] ? index : null;

    /// <summary>The variable that characters are copied into: <c>span</c>, <c>span[20..]</c>, <c>span.Slice(20)</c>; null for anything else.</summary>
    public static string? TargetOf(ExpressionSyntax target) => target switch
    {
        IdentifierNameSyntax name => name.Identifier.ValueText,
        ElementAccessExpressionSyntax { Expression: IdentifierNameSyntax name } => name.Identifier.ValueText,
        InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: "Slice", Expression: IdentifierNameSyntax name } } => name.Identifier.ValueText,
        _ => null,
    };

    private void Read(SyntaxNode node)
    {
        switch (node)
        {
            case VariableDeclaratorSyntax { Initializer.Value: { } value } variable:
                Add(variable.Identifier.ValueText, LocalStepKind.Set, value, variable.Span.End);
                break;
            case AssignmentExpressionSyntax { Right: TupleExpressionSyntax values } assignment:
                ReadDeconstruction(assignment.Left, values);
                break;
            case AssignmentExpressionSyntax assignment when NameOf(assignment.Left) is { } name:
                Add(name, KindOf(assignment), assignment.Right, assignment.Span.End);
                break;
            case AssignmentExpressionSyntax { RawKind: (int)SyntaxKind.SimpleAssignmentExpression, Left: ElementAccessExpressionSyntax { Expression: IdentifierNameSyntax array } element } assignment when IndexOf(element) is not null:
                Add(array.Identifier.ValueText, LocalStepKind.Element, assignment.Right, assignment.Span.End);
                break;
            case ArgumentSyntax { RefKindKeyword.RawKind: (int)SyntaxKind.RefKeyword or (int)SyntaxKind.OutKeyword, Expression: IdentifierNameSyntax passed }:
                Add(passed.Identifier.ValueText, LocalStepKind.Unknown, passed, node.Span.End);
                break;
            case InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: "Add", Expression: IdentifierNameSyntax list }, ArgumentList.Arguments: [{ Expression: { } item }] }:
                Add(list.Identifier.ValueText, LocalStepKind.Item, item, node.Span.End);
                break;
            case InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: "CopyTo" or "TryCopyTo", Expression: { } copied }, ArgumentList.Arguments: [{ Expression: { } target }] } when TargetOf(target) is { } span:
                Add(span, LocalStepKind.Copy, copied, node.Span.End);
                break;
            case InvocationExpressionSyntax call when IsBuilderCall(call) && OutermostCall(call) == call && RootOf(call) is IdentifierNameSyntax root:
                _builders.Add(root.Identifier.ValueText);
                Add(root.Identifier.ValueText, LocalStepKind.Call, call, call.Span.End);
                break;
        }
    }

    private static LocalStepKind KindOf(AssignmentExpressionSyntax assignment) => assignment.Kind() switch
    {
        SyntaxKind.SimpleAssignmentExpression => LocalStepKind.Set,
        SyntaxKind.AddAssignmentExpression => LocalStepKind.Append,
        _ => LocalStepKind.Unknown,
    };

    // "var (head, tail) = ("…", "…")"
    private void ReadDeconstruction(ExpressionSyntax target, TupleExpressionSyntax values)
    {
        for (int i = 0; i < values.Arguments.Count; i++)
        {
            string? name = target switch
            {
                DeclarationExpressionSyntax { Designation: ParenthesizedVariableDesignationSyntax all } when i < all.Variables.Count
                    => (all.Variables[i] as SingleVariableDesignationSyntax)?.Identifier.ValueText,
                TupleExpressionSyntax tuple when i < tuple.Arguments.Count => tuple.Arguments[i].Expression switch
                {
                    DeclarationExpressionSyntax { Designation: SingleVariableDesignationSyntax one } => one.Identifier.ValueText,
                    { } expression => NameOf(expression),
                },
                _ => null,
            };
            if (name is not null)
            {
                Add(name, LocalStepKind.Set, values.Arguments[i].Expression, values.Span.End);
            }
        }
    }

    private void Add(string name, LocalStepKind kind, ExpressionSyntax value, int end)
    {
        if (!_steps.TryGetValue(name, out List<LocalStep>? steps))
        {
            steps = [];
            _steps.Add(name, steps);
        }

        if (RootOf(value) is BaseObjectCreationExpressionSyntax creation && kind == LocalStepKind.Set && IsBuilderCreation(creation))
        {
            _builders.Add(name);
        }

        steps.Add(new LocalStep(kind, value, end));
    }

    // "sb.Append(…)", or another change whose outcome nobody takes. What else writes, such as the console, is no builder.
    private bool IsBuilderCall(InvocationExpressionSyntax call)
    {
        if (call.Expression is MemberAccessExpressionSyntax { Name.Identifier.ValueText: "Write" or "WriteLine", Expression: IdentifierNameSyntax writer })
        {
            return IsBuilder(writer.Identifier.ValueText);
        }

        for (ExpressionSyntax inner = call; inner is InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax member }; inner = member.Expression)
        {
            if (member.Name.Identifier.ValueText is "Append" or "AppendLine" or "AppendFormat" or "AppendJoin")
            {
                return true;
            }
        }

        return call is { Parent: ExpressionStatementSyntax, Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: "Replace" or "Insert" or "Remove" or "Clear" } };
    }
}

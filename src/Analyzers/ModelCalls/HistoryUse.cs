using GeminiGen.Analyzers.Requests;
using GeminiGen.Analyzers.Resilience;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace GeminiGen.Analyzers.ModelCalls;

/// <summary>How a variable, field or property that a model call sends is used: where it grows, and whether anything may make it shorter.</summary>
internal static class HistoryUse
{
    private static readonly HashSet<string> Types = new(StringComparer.Ordinal)
    {
        "List", "IList", "ICollection", "Collection", "ObservableCollection", "JsonArray", "JArray", "StringBuilder", "ChatHistory",
    };

    // Readers that leave it as it is.
    private static readonly HashSet<string> Readers = new(StringComparer.Ordinal)
    {
        "Serialize", "SerializeToUtf8Bytes", "SerializeObject", "SerializeToNode", "Join", "Concat", "Create", "AddRange", "ToArray", "ToList", "AsReadOnly", "ToString", "Select", "ToJsonString", "Format", "WriteLine", "Write",
        "AddMessages", "DeepClone", "Cast", "OfType", "ToImmutableArray", "Any", "LogDebug", "LogTrace", "LogInformation", "CopyTo", "Append", "AppendLine", "GetEnumerator", "Contains", "Clone",
    };

    /// <summary>Where a history that is never made shorter grows; null for anything else.</summary>
    public static SyntaxNode? Find(ISymbol symbol, ModelCall call, CancellationToken cancellationToken)
    {
        bool isInSight = symbol is ILocalSymbol || SymbolEqualityComparer.Default.Equals(symbol.ContainingType?.OriginalDefinition, call.ContainingSymbol.ContainingType?.OriginalDefinition);
        if (!isInSight || !IsHistoryType(symbol) || ScopesOf(symbol, call, cancellationToken) is not { } scopes)
        {
            return null;
        }

        SyntaxNode? growth = null;
        foreach (SyntaxNode scope in scopes)
        {
            foreach (SimpleNameSyntax name in scope.DescendantNodes().OfType<SimpleNameSyntax>())
            {
                if (name.Identifier.ValueText != symbol.Name || name.SyntaxTree != call.Model.SyntaxTree || !SymbolEqualityComparer.Default.Equals(call.Model.GetSymbolInfo(name, cancellationToken).Symbol, symbol))
                {
                    continue;
                }

                ExpressionSyntax use = name.Parent is MemberAccessExpressionSyntax { Expression: ThisExpressionSyntax } member ? member : name;
                if (GrowthAt(use) is { } grows)
                {
                    growth ??= IsEachTurn(symbol, grows, call) ? grows : null;
                }
                else if (!IsHarmless(use, call))
                {
                    return null;
                }
            }
        }

        return growth;
    }

    private static bool IsHistoryType(ISymbol symbol)
    {
        ITypeSymbol? type = symbol switch
        {
            ILocalSymbol local => local.Type,
            IFieldSymbol field => field.Type,
            IPropertySymbol property => property.Type,
            _ => null,
        };
        return type is { SpecialType: SpecialType.System_String } || (type is INamedTypeSymbol { Name: { } name } && Types.Contains(name));
    }

    // Everything that can use it; null where others can, or its parts stand in several files.
    private static List<SyntaxNode>? ScopesOf(ISymbol symbol, ModelCall call, CancellationToken cancellationToken)
    {
        if (symbol is ILocalSymbol)
        {
            return [ValueFlow.ScopeOf(call.Syntax)];
        }

        bool isOwn = symbol.DeclaredAccessibility is Accessibility.Private && symbol.DeclaringSyntaxReferences.Length == 1;
        List<SyntaxNode> parts = isOwn ? [.. symbol.ContainingType.DeclaringSyntaxReferences.Select(part => part.GetSyntax(cancellationToken))] : [];
        return parts.Count > 0 && parts.All(part => part.SyntaxTree == call.Model.SyntaxTree) ? parts : null;
    }

    // history.Add(…), history.AddUserMessage(…), builder.AppendLine(…), text += …, text = text + …
    private static SyntaxNode? GrowthAt(ExpressionSyntax use) => use.Parent switch
    {
        MemberAccessExpressionSyntax { Name.Identifier.ValueText: { } method, Parent: InvocationExpressionSyntax call } member
            when member.Expression == use && (method.StartsWith("Add", StringComparison.Ordinal) || method is "Append" or "AppendLine" or "AppendFormat") => Outermost(call),
        AssignmentExpressionSyntax assignment when assignment.Left == use && assignment.IsKind(SyntaxKind.AddAssignmentExpression) => assignment,
        AssignmentExpressionSyntax assignment when assignment.Left == use && IsSelfAppended(assignment, use) => assignment,
        _ => null,
    };

    private static bool IsSelfAppended(AssignmentExpressionSyntax assignment, ExpressionSyntax use)
    {
        ExpressionSyntax first = assignment.Right;
        while (first is BinaryExpressionSyntax { RawKind: (int)SyntaxKind.AddExpression } sum)
        {
            first = sum.Left;
        }

        return first != assignment.Right && first.ToString() == use.ToString();
    }

    private static InvocationExpressionSyntax Outermost(InvocationExpressionSyntax call)
    {
        InvocationExpressionSyntax outer = call;
        while (outer.Parent is MemberAccessExpressionSyntax { Parent: InvocationExpressionSyntax next })
        {
            outer = next;
        }

        return outer;
    }

    // A field outlives every turn. A variable does when its loop, or the endpoint that captures it, takes turns.
    private static bool IsEachTurn(ISymbol symbol, SyntaxNode growth, ModelCall call)
    {
        if (symbol is not ILocalSymbol local)
        {
            return ValueFlow.ScopeOf(growth) is { } member and not (ConstructorDeclarationSyntax or BaseFieldDeclarationSyntax)
                && (member == ValueFlow.ScopeOf(call.Syntax) || Calls(member, ValueFlow.ScopeOf(call.Syntax)) || Calls(ValueFlow.ScopeOf(call.Syntax), member))
                && !LoopShape.Around(growth).Any(static loop => loop.IsForEach || loop.Statement is ForStatementSyntax);
        }

        SyntaxNode? declaration = local.DeclaringSyntaxReferences.FirstOrDefault()?.GetSyntax();
        if (declaration is null)
        {
            return false;
        }

        bool isInLoop = LoopShape.Around(call.Syntax).Any(loop => !loop.Statement.Contains(declaration) && loop.Statement.Contains(growth) && !loop.IsForEach && !loop.Compares
            && loop.Statement is not ForStatementSyntax { Condition: not null } && loop.Waits(call.Syntax));
        return isInLoop || call.Syntax.Ancestors().OfType<AnonymousFunctionExpressionSyntax>().Any(lambda => !lambda.Contains(declaration) && lambda.Contains(growth) && IsEndpoint(lambda));
    }

    private static bool Calls(SyntaxNode caller, SyntaxNode callee)
        => callee is MethodDeclarationSyntax { Identifier.ValueText: { } name } && caller.DescendantNodes().OfType<InvocationExpressionSyntax>().Any(call => RetryShapes.NameOf(call) == name);

    private static bool IsEndpoint(AnonymousFunctionExpressionSyntax lambda)
        => lambda.Parent is AssignmentExpressionSyntax { RawKind: (int)SyntaxKind.AddAssignmentExpression }
            || (lambda.Parent is ArgumentSyntax { Parent.Parent: InvocationExpressionSyntax call } && RetryShapes.NameOf(call) is { } name
                && (name.StartsWith("Map", StringComparison.Ordinal) || name.StartsWith("On", StringComparison.Ordinal)));

    // What reads it. Everything else may shorten it, or hand it to who does.
    private static bool IsHarmless(ExpressionSyntax use, ModelCall call) => use.Parent switch
    {
        MemberAccessExpressionSyntax member when member.Expression == use => member.Parent is InvocationExpressionSyntax
            ? Readers.Contains(member.Name.Identifier.ValueText)
            : member.Name.Identifier.ValueText is "Count" or "Length" && !member.Ancestors().TakeWhile(static node => node is ExpressionSyntax).Any(IsComparison),
        ArgumentSyntax { RefKindKeyword.RawKind: 0, Parent.Parent: { } target } => target switch
        {
            BaseObjectCreationExpressionSyntax => true,
            InvocationExpressionSyntax invocation => invocation == call.Syntax || Readers.Contains(RetryShapes.NameOf(invocation) ?? "") || HttpSend.MethodNames.Contains(RetryShapes.NameOf(invocation) ?? ""),
            _ => false,
        },
        InterpolationSyntax or AnonymousObjectMemberDeclaratorSyntax or BinaryExpressionSyntax or CommonForEachStatementSyntax or ArrowExpressionClauseSyntax => true,
        // Another name for it may be shortened. A constructor only begins it.
        AssignmentExpressionSyntax assignment => assignment.Right == use ? assignment.Parent is InitializerExpressionSyntax : ValueFlow.ScopeOf(use) is ConstructorDeclarationSyntax,
        InitializerExpressionSyntax or SpreadElementSyntax or ExpressionElementSyntax or ParenthesizedExpressionSyntax or CastExpressionSyntax => true,
        NameColonSyntax => true,
        _ => false,
    };

    private static bool IsComparison(SyntaxNode node) => node.Kind()
        is SyntaxKind.LessThanExpression or SyntaxKind.LessThanOrEqualExpression or SyntaxKind.GreaterThanExpression or SyntaxKind.GreaterThanOrEqualExpression or SyntaxKind.IsPatternExpression;
}

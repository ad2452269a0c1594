using GeminiGen.Analyzers.Diagnostics;
using GeminiGen.Analyzers.ModelCalls;
using GeminiGen.Analyzers.Resilience;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace GeminiGen.Analyzers.Rules;

/// <summary>GG2010: a model call for every item at once, <c>Task.WhenAll(items.Select(…))</c>: the quota a minute is gone with the first burst.</summary>
internal static class UnboundedParallelCallsRule
{
    private static readonly string[] GateWords = ["semaphore", "limiter", "throttl", "gate", "bulkhead", "quota", "concurren", "parallel", "batch", "chunk", "channel"];

    /// <summary>Checks a call. The client of contracts has a gate of its own.</summary>
    public static void Check(ModelCall call, Action<Diagnostic> report, CancellationToken cancellationToken)
    {
        if (call.Sender == ModelSenders.Contracts)
        {
            return;
        }

        foreach (SyntaxNode use in UsesOf(call, cancellationToken))
        {
            if (SelectOf(use) is { } select && IsAwaitedTogether(select) && IsUnbounded(select, call, cancellationToken))
            {
                report(Diagnostic.Create(Descriptors.UnboundedParallelCalls, ((MemberAccessExpressionSyntax)select.Expression).Name.GetLocation(), RetryShapes.NameOf(call.Syntax)));
                return;
            }
        }
    }

    // The call itself, or in the same type the uses of the method it stands in.
    private static IEnumerable<SyntaxNode> UsesOf(ModelCall call, CancellationToken cancellationToken)
    {
        yield return call.Syntax;
        if (RetryShapes.EnclosingMember(call.Syntax) is { } member && RetryShapes.EnclosingMemberName(call.Syntax) is { } name && call.Model.GetDeclaredSymbol(member, cancellationToken) is { } symbol && IsFirstIn(call, member))
        {
            foreach (SyntaxNode use in TreeFacts.Of(call.Syntax.SyntaxTree, cancellationToken).UsesOf(name))
            {
                SyntaxNode named = use is ArgumentSyntax argument ? argument.Expression : use;
                if (SymbolEqualityComparer.Default.Equals(call.Model.GetSymbolInfo(named, cancellationToken).Symbol?.OriginalDefinition, symbol.OriginalDefinition))
                {
                    yield return use;
                }
            }
        }
    }

    // One finding a method, however many calls it makes.
    private static bool IsFirstIn(ModelCall call, SyntaxNode member)
        => member.DescendantNodes().OfType<InvocationExpressionSyntax>().First(other => SyntaxFactory.AreEquivalent(other.Expression, call.Syntax.Expression)) == call.Syntax;

    // "Select(item => …)" around the use, or "Select(AskAsync)" with it.
    private static InvocationExpressionSyntax? SelectOf(SyntaxNode use)
    {
        ArgumentSyntax? argument = use as ArgumentSyntax;
        for (SyntaxNode? node = use; argument is null && node is not null and not (MemberDeclarationSyntax or LocalFunctionStatementSyntax); node = node.Parent)
        {
            if (node is AnonymousFunctionExpressionSyntax function)
            {
                argument = function.Parent as ArgumentSyntax;
                break;
            }
        }

        return argument?.Parent?.Parent is InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: "Select" } } select ? select : null;
    }

    // "WhenAll(items.Select(…))", with "ToList()" or "ToArray()" between, or by a variable.
    private static bool IsAwaitedTogether(InvocationExpressionSyntax select)
    {
        SyntaxNode node = select;
        while (node.Parent is MemberAccessExpressionSyntax { Name.Identifier.ValueText: "ToList" or "ToArray", Parent: InvocationExpressionSyntax list })
        {
            node = list;
        }

        return node.Parent switch
        {
            ArgumentSyntax argument => IsWhenAll(argument),
            EqualsValueClauseSyntax { Parent: VariableDeclaratorSyntax variable } => variable.FirstAncestorOrSelf<MemberDeclarationSyntax>(static member => member is not GlobalStatementSyntax) is { } member
                ? IsHandedOver(variable, member)
                : IsHandedOver(variable, variable.SyntaxTree.GetRoot()),
            _ => false,
        };
    }

    private static bool IsHandedOver(VariableDeclaratorSyntax variable, SyntaxNode scope)
        => scope.DescendantNodes().OfType<ArgumentSyntax>().Any(argument => argument.Expression is IdentifierNameSyntax name && name.Identifier.ValueText == variable.Identifier.ValueText && IsWhenAll(argument));

    private static bool IsWhenAll(ArgumentSyntax argument)
        => argument.Parent?.Parent is InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: "WhenAll", Expression: { } type } } && type.ToString() is "Task" or "System.Threading.Tasks.Task";

    private static bool IsUnbounded(InvocationExpressionSyntax select, ModelCall call, CancellationToken cancellationToken)
    {
        ExpressionSyntax source = ((MemberAccessExpressionSyntax)select.Expression).Expression;
        return !IsSmall(source, call.Model, cancellationToken)
            && !select.Ancestors().TakeWhile(static outer => outer is not MemberDeclarationSyntax).Any(static outer => outer is CommonForEachStatementSyntax or WhileStatementSyntax or ForStatementSyntax)
            && !call.TypeParts.Any(NamesGate);
    }

    // A list spelled out, a range of known length, the first few, an array of constants.
    private static bool IsSmall(ExpressionSyntax source, SemanticModel model, CancellationToken cancellationToken) => source switch
    {
        ParenthesizedExpressionSyntax inner => IsSmall(inner.Expression, model, cancellationToken),
        ArrayCreationExpressionSyntax or ImplicitArrayCreationExpressionSyntax or CollectionExpressionSyntax or LiteralExpressionSyntax => true,
        BaseObjectCreationExpressionSyntax { Initializer: not null } => true,
        InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: "Take" or "Chunk" } } => true,
        InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: "Range" or "Repeat" }, ArgumentList.Arguments: [_, { Expression: { } count }] }
            => model.GetConstantValue(count, cancellationToken) is { HasValue: true, Value: int and <= 10 },
        InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Expression: { } inner, Name.Identifier.ValueText: "Where" or "Select" or "OrderBy" or "Distinct" or "ToList" or "ToArray" } } => IsSmall(inner, model, cancellationToken),
        IdentifierNameSyntax => model.GetSymbolInfo(source, cancellationToken).Symbol is { } symbol and (ILocalSymbol or IFieldSymbol)
            && new ClientOrigins(model, cancellationToken).ValuesOf(symbol).ToList() is [{ } only] && only is not IdentifierNameSyntax && IsSmall(only, model, cancellationToken),
        _ => false,
    };

    private static bool NamesGate(SyntaxNode code)
        => code.DescendantTokens().Any(static token => token.IsKind(SyntaxKind.IdentifierToken) && GateWords.Any(word => token.ValueText.IndexOf(word, StringComparison.OrdinalIgnoreCase) >= 0));
}

using GeminiGen.Analyzers.Diagnostics;
using GeminiGen.Analyzers.ModelCalls;
using GeminiGen.Analyzers.Resilience;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace GeminiGen.Analyzers.Rules;

/// <summary>
/// GG2010: a model call for every item at once, <c>Task.WhenAll(items.Select(…))</c>, or begun in a loop and waited for behind it: the quota a minute is gone with the first burst.
/// </summary>
internal static class UnboundedParallelCallsRule
{
    private static readonly string[] GateWords = ["semaphore", "limiter", "throttl", "gate", "bulkhead", "quota", "concurren", "parallel", "batch", "chunk", "channel"];

    // Variables are followed this many steps.
    private const int DeepestValue = 4;

    /// <summary>Checks a call. The client of contracts has a gate of its own.</summary>
    public static void Check(ModelCall call, Action<Diagnostic> report, CancellationToken cancellationToken)
    {
        if (call.Sender == ModelSenders.Contracts)
        {
            return;
        }

        foreach (SyntaxNode use in UsesOf(call, cancellationToken))
        {
            if (BurstOf(use, call, cancellationToken) is { } burst)
            {
                report(Diagnostic.Create(Descriptors.UnboundedParallelCalls, ((MemberAccessExpressionSyntax)burst.Expression).Name.GetLocation(), RetryShapes.NameOf(call.Syntax)));
                return;
            }
        }
    }

    // The "Select(…)" or "Add(…)" that makes a call of each item.
    private static InvocationExpressionSyntax? BurstOf(SyntaxNode use, ModelCall call, CancellationToken cancellationToken)
    {
        if (SelectOf(use) is { } select)
        {
            ExpressionSyntax source = ((MemberAccessExpressionSyntax)select.Expression).Expression;
            return IsAwaitedTogether(select) && IsUnbounded(source, select, call, cancellationToken) && !EachHasOwnClient(use, call, select, cancellationToken) ? select : null;
        }

        return StartedCalls.Find(use, call.Model, cancellationToken) is { } started && IsUnbounded(started.Source, started.Loop, call, cancellationToken)
            && !EachHasOwnClient(use, call, started.Loop, cancellationToken)
            ? started.Add
            : null;
    }

    // "clients.Select(client => client.GetResponseAsync(…))": one call each, whether the client is the item itself, made of it, or handed to the method that calls.
    private static bool EachHasOwnClient(SyntaxNode use, ModelCall call, SyntaxNode burst, CancellationToken cancellationToken)
    {
        SyntaxNode? client = call.Operation.Instance?.Syntax ?? call.Operation.Arguments.FirstOrDefault()?.Value.Syntax;
        if (client is null || use == call.Syntax)
        {
            return IsOfItem(client, burst, call.Model, DeepestValue, cancellationToken);
        }

        ISymbol? root = client.DescendantNodesAndSelf().OfType<IdentifierNameSyntax>().FirstOrDefault() is { } name ? call.Model.GetSymbolInfo(name, cancellationToken).Symbol : null;
        if (use is not InvocationExpressionSyntax outer)
        {
            return root is IParameterSymbol { Ordinal: 0 };
        }

        SyntaxNode? given = root is IParameterSymbol parameter ? outer.ArgumentList.Arguments.ElementAtOrDefault(parameter.Ordinal) : (outer.Expression as MemberAccessExpressionSyntax)?.Expression;
        return IsOfItem(given, burst, call.Model, DeepestValue, cancellationToken);
    }

    // What names the item, or a variable inside that is made of it.
    private static bool IsOfItem(SyntaxNode? client, SyntaxNode burst, SemanticModel model, int depth, CancellationToken cancellationToken)
        => depth > 0 && client is not null && client.DescendantNodesAndSelf().OfType<IdentifierNameSyntax>().Any(name
            => model.GetSymbolInfo(name, cancellationToken).Symbol is (ILocalSymbol or IParameterSymbol) and { DeclaringSyntaxReferences: [{ } reference] }
                && reference.SyntaxTree == burst.SyntaxTree && burst.Span.Contains(reference.Span)
                && (reference.GetSyntax(cancellationToken) is not VariableDeclaratorSyntax { Parent.Parent: not ForStatementSyntax } variable || IsOfItem(variable.Initializer, burst, model, depth - 1, cancellationToken)));

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

    private static bool IsUnbounded(ExpressionSyntax source, SyntaxNode burst, ModelCall call, CancellationToken cancellationToken)
    {
        var sources = new SmallSources(call.Model, cancellationToken);
        return !sources.IsSmall(source) && !sources.IsBoundedBeside(source)
            && !burst.Ancestors().TakeWhile(static outer => outer is not MemberDeclarationSyntax).Any(static outer => outer is CommonForEachStatementSyntax or WhileStatementSyntax or ForStatementSyntax)
            && !call.TypeParts.Any(NamesGate);
    }

    private static bool NamesGate(SyntaxNode code)
        => code.DescendantTokens().Any(static token => token.IsKind(SyntaxKind.IdentifierToken) && GateWords.Any(word => token.ValueText.IndexOf(word, StringComparison.OrdinalIgnoreCase) >= 0));
}

using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace GeminiGen.Analyzers.ModelCalls;

/// <summary>Calls that a loop begins and does not wait for: their tasks are kept in a list, and the list is waited for behind the loop.</summary>
/// <param name="Add">What keeps the task.</param>
/// <param name="Loop">The loop.</param>
/// <param name="Source">What it goes through.</param>
internal readonly record struct StartedCalls(InvocationExpressionSyntax Add, StatementSyntax Loop, ExpressionSyntax Source)
{
    /// <summary>Finds them for a call; null where the loop waits for anything, may end early, or more than its own rounds is not to be told.</summary>
    public static StartedCalls? Find(SyntaxNode call, SemanticModel model, CancellationToken cancellationToken)
    {
        if (AddOf(call) is not { Expression: MemberAccessExpressionSyntax { Expression: IdentifierNameSyntax list }, Parent: ExpressionStatementSyntax } add
            || model.GetSymbolInfo(list, cancellationToken).Symbol is not ILocalSymbol { DeclaringSyntaxReferences: [{ } declaration] }
            || LoopShape.Around(add).ToList() is not [{ } loop]
            || loop.Statement.Span.Contains(declaration.Span)
            || SourceOf(loop.Statement) is not { } source
            || !RunsToItsEnd(loop)
            || !IsWaitedFor(list.Identifier.ValueText, loop.Statement))
        {
            return null;
        }

        return new StartedCalls(add, loop.Statement, source);
    }

    // "tasks.Add(call)", "tasks.Add(Task.Run(() => call))". Whoever waits in the argument itself begins one call after the other.
    private static InvocationExpressionSyntax? AddOf(SyntaxNode call)
    {
        SyntaxNode task = call.FirstAncestorOrSelf<AnonymousFunctionExpressionSyntax>() is { Parent: ArgumentSyntax { Parent.Parent: InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: "Run" } } run } } ? run : call;
        while (task.Parent is ParenthesizedExpressionSyntax)
        {
            task = task.Parent;
        }

        return task.Parent is ArgumentSyntax { Parent.Parent: InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: "Add" } } add } ? add : null;
    }

    private static ExpressionSyntax? SourceOf(StatementSyntax loop) => loop switch
    {
        CommonForEachStatementSyntax { AwaitKeyword.RawKind: 0 } each => each.Expression,
        ForStatementSyntax { Condition: BinaryExpressionSyntax { Right: MemberAccessExpressionSyntax { Name.Identifier.ValueText: "Count" or "Length", Expression: { } items } } } => items,
        _ => null,
    };

    private static bool RunsToItsEnd(LoopShape loop)
        => !loop.Exits.Any() && !loop.Statement.DescendantNodes(static node => node is not AnonymousFunctionExpressionSyntax).Any(static node => node is AwaitExpressionSyntax
            || (node is SimpleNameSyntax name && name.Identifier.ValueText is "Wait" or "WaitAll" or "WaitAny" or "WhenAny" or "WhenAll"));

    // "Task.WhenAll(tasks)" behind the loop.
    private static bool IsWaitedFor(string list, StatementSyntax loop)
    {
        SyntaxNode scope = loop.FirstAncestorOrSelf<MemberDeclarationSyntax>(static member => member is not GlobalStatementSyntax) ?? loop.SyntaxTree.GetRoot();
        return scope.DescendantNodes().OfType<ArgumentSyntax>().Any(argument => argument.SpanStart > loop.Span.End
            && argument.Expression is IdentifierNameSyntax name && name.Identifier.ValueText == list
            && argument.Parent?.Parent is InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: "WhenAll" } });
    }
}

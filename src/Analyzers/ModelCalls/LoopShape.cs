using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace GeminiGen.Analyzers.ModelCalls;

/// <summary>A loop as far as the rules look at what ends it.</summary>
/// <param name="Statement">The loop.</param>
internal readonly record struct LoopShape(StatementSyntax Statement)
{
    // Something outside decides when the next round begins: a person, a queue, a clock.
    private static readonly string[] WaitWords = ["Receive", "Dequeue", "Wait", "Delay", "Sleep", "Accept", "Poll", "Consume", "Listen", "GetUpdates", "Next", "Input", "Subscribe", "Signal", "Schedule", "Tick"];
    private static readonly string[] WaitBeginnings = ["Read", "TryRead", "Take", "TryTake", "MoveNext", "Ask", "Prompt", "Confirm", "Pop", "TryPop", "Peek", "TryPeek", "Fetch"];

    /// <summary>The loops around a node, the innermost first, up to its member or lambda.</summary>
    public static IEnumerable<LoopShape> Around(SyntaxNode node)
    {
        for (SyntaxNode? ancestor = node.Parent; ancestor is not null and not AnonymousFunctionExpressionSyntax and not LocalFunctionStatementSyntax and not MemberDeclarationSyntax; ancestor = ancestor.Parent)
        {
            if (ancestor is WhileStatementSyntax or DoStatementSyntax or ForStatementSyntax or CommonForEachStatementSyntax)
            {
                yield return new LoopShape((StatementSyntax)ancestor);
            }
        }
    }

    /// <summary>What is tested before or after each round; null in a loop that tests nothing, or <c>true</c>.</summary>
    public ExpressionSyntax? Condition
    {
        get
        {
            ExpressionSyntax? condition = Statement switch
            {
                WhileStatementSyntax loop => loop.Condition,
                DoStatementSyntax loop => loop.Condition,
                ForStatementSyntax loop => loop.Condition,
                _ => null,
            };
            return condition?.IsKind(SyntaxKind.TrueLiteralExpression) == true ? null : condition;
        }
    }

    /// <summary>Whether it goes through a collection.</summary>
    public bool IsForEach => Statement is CommonForEachStatementSyntax;

    /// <summary>The statements that leave it, those of lambdas and inner loops' own left out.</summary>
    public IEnumerable<StatementSyntax> Exits
    {
        get
        {
            StatementSyntax loop = Statement;
            return Inside.OfType<StatementSyntax>().Where(statement => statement is ReturnStatementSyntax or ThrowStatementSyntax or GotoStatementSyntax or YieldStatementSyntax
                || (statement is BreakStatementSyntax && BelongsTo(statement, loop)));
        }
    }

    /// <summary>Whether something is counted or measured: a comparison of numbers anywhere in it.</summary>
    public bool Compares => Inside.Any(static node => node.Kind()
        is SyntaxKind.LessThanExpression or SyntaxKind.LessThanOrEqualExpression or SyntaxKind.GreaterThanExpression or SyntaxKind.GreaterThanOrEqualExpression or SyntaxKind.RelationalPattern);

    /// <summary>Whether a round waits for something outside: what is read, received or slept through.</summary>
    /// <param name="call">The model call, which waits for the model.</param>
    public bool Waits(SyntaxNode call)
        => Inside.Any(node => node is InvocationExpressionSyntax invocation && invocation != call && !invocation.Contains(call) && Resilience.RetryShapes.NameOf(invocation) is { } name && IsWait(name))
            || (Statement is CommonForEachStatementSyntax { AwaitKeyword.RawKind: not 0 } && !Statement.Contains(call));

    private static bool IsWait(string name)
        => (WaitBeginnings.Any(word => BeginsAt(name, word, 0)) && !IsReadOfAnswer(name))
            || WaitWords.Any(word => name.IndexOf(word, StringComparison.Ordinal) is var index and >= 0 && BeginsAt(name, word, index));

    // "Next" is in "GetNextAsync", and not in "Nextcloud".
    private static bool BeginsAt(string name, string word, int index)
        => string.CompareOrdinal(name, index, word, 0, word.Length) == 0 && (index + word.Length == name.Length || !char.IsLower(name[index + word.Length]));

    private static bool IsReadOfAnswer(string name)
        => name is "ReadAsStringAsync" or "ReadFromJsonAsync" or "ReadAsStreamAsync" or "ReadAsByteArrayAsync" or "ReadToEndAsync" or "ReadToEnd" or "ReadAllText" or "ReadAllTextAsync" or "ReadAllBytes" or "ReadAllBytesAsync";

    private IEnumerable<SyntaxNode> Inside => Statement.DescendantNodes(static node => node is not AnonymousFunctionExpressionSyntax and not LocalFunctionStatementSyntax);

    private static bool BelongsTo(StatementSyntax exit, StatementSyntax loop)
    {
        for (SyntaxNode? ancestor = exit.Parent; ancestor is not null; ancestor = ancestor.Parent)
        {
            if (ancestor is WhileStatementSyntax or DoStatementSyntax or ForStatementSyntax or CommonForEachStatementSyntax or SwitchStatementSyntax)
            {
                return ancestor == loop;
            }
        }

        return false;
    }
}

using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace GeminiGen.Analyzers.Resilience;

/// <summary>The words of code that repeats calls. A word alone says nothing: it counts where it names what is put around a call, or the status a call gave.</summary>
internal static class RetryWords
{
    private static readonly string[] Words = ["retry", "retries", "reattempt", "backoff", "resilien", "polly", "repeat"];
    private static readonly string[] ErrorWords = ["error", "exception", "failure", "fault", "problem"];

    /// <summary>True for names of methods and attributes that repeat what they are put around.</summary>
    public static bool Speaks(string name)
    {
        foreach (string word in Words)
        {
            if (name.IndexOf(word, StringComparison.OrdinalIgnoreCase) >= 0)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>True for methods that put work into a queue.</summary>
    public static bool PutsBack(string method)
        => method is "Enqueue" or "EnqueueAsync" or "Push" or "Add" or "TryAdd" or "AddFirst" or "AddLast" or "Insert" or "Write" or "TryWrite" or "WriteAsync" or "Post" or "SendAsync"
            || method.StartsWith("Requeue", StringComparison.Ordinal);

    /// <summary>True for a call of one that nothing but a queue has: whoever reads it is given the work again, wherever that is.</summary>
    public static bool IsPutIntoQueue(SyntaxNode node)
        => node is InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Expression: { } owner, Name.Identifier.ValueText: { } method } }
            && (method is "TryWrite" || (method is "WriteAsync" && IsNamedWriter(owner)) || method.StartsWith("Enqueue", StringComparison.Ordinal) || method.StartsWith("Requeue", StringComparison.Ordinal)
                || method.StartsWith("Abandon", StringComparison.Ordinal) || method.StartsWith("BasicNack", StringComparison.Ordinal));

    // "channel.Writer", "_writer".
    private static bool IsNamedWriter(ExpressionSyntax owner)
        => (owner as MemberAccessExpressionSyntax)?.Name.Identifier.ValueText is "Writer" || (owner as IdentifierNameSyntax)?.Identifier.ValueText is "writer" or "_writer";

    /// <summary>True for methods that take work out of a queue.</summary>
    public static bool TakesOut(string method)
        => method is "Dequeue" or "TryDequeue" or "DequeueAsync" or "Pop" or "TryPop" or "Take" or "TryTake" or "TryRead" or "ReadAsync" or "ReceiveAsync";

    /// <summary>True when code reads the status of an answer.</summary>
    public static bool NamesStatus(SyntaxNode code) => HasName(code, static name => name is "IsSuccessStatusCode" or "StatusCode");

    /// <summary>True for what holds an error where there is one: "error", "last.Exception".</summary>
    public static bool NamesError(ExpressionSyntax value)
    {
        string name = value switch
        {
            IdentifierNameSyntax simple => simple.Identifier.ValueText,
            MemberAccessExpressionSyntax member => member.Name.Identifier.ValueText,
            _ => "",
        };
        return name is "e" or "ex" or "err" || ErrorWords.Any(word => name.IndexOf(word, StringComparison.OrdinalIgnoreCase) >= 0);
    }

    /// <summary>True for the name of the type of status codes.</summary>
    public static bool IsStatusCodeType(ExpressionSyntax type) => type switch
    {
        IdentifierNameSyntax name => name.Identifier.ValueText == "HttpStatusCode",
        MemberAccessExpressionSyntax member => member.Name.Identifier.ValueText == "HttpStatusCode",
        _ => false,
    };

    /// <summary>True when code compares a status with 429 or 503: it knows what this rule would say.</summary>
    public static bool TestsForOverload(SyntaxNode code)
    {
        foreach (SyntaxNode node in code.DescendantNodesAndSelf())
        {
            bool isNumber = node is LiteralExpressionSyntax { Token.Value: 429 or 503 };
            bool isName = node is IdentifierNameSyntax name && NamesOverload(name.Identifier.ValueText);
            if ((isNumber || isName) && Comparison(node) is { } comparison && (isName || HasName(comparison, SpeaksOfStatus)))
            {
                return true;
            }
        }

        return false;
    }

    // What a value is compared in: an operator, a pattern with what it is matched against, a switch.
    private static SyntaxNode? Comparison(SyntaxNode value)
    {
        for (SyntaxNode? node = value.Parent; node is not null and not StatementSyntax; node = node.Parent)
        {
            switch (node)
            {
                case BinaryExpressionSyntax { RawKind: (int)SyntaxKind.EqualsExpression or (int)SyntaxKind.NotEqualsExpression or (int)SyntaxKind.GreaterThanOrEqualExpression or (int)SyntaxKind.LessThanExpression }:
                case IsPatternExpressionSyntax:
                    return node;
                // An arm's pattern is compared, its value is not.
                case SwitchExpressionArmSyntax arm:
                    return arm.Pattern.Contains(value) ? arm.Parent : null;
                case SwitchLabelSyntax:
                    return (node.Parent?.Parent as SwitchStatementSyntax)?.Expression;
                // A list of codes to look a status up in.
                case CollectionExpressionSyntax or InitializerExpressionSyntax:
                    return value is IdentifierNameSyntax ? node : node.FirstAncestorOrSelf<StatementSyntax>();
                case ArgumentSyntax or AnonymousFunctionExpressionSyntax:
                    return null;
            }
        }

        return null;
    }

    private static bool NamesOverload(string name)
        => name.EndsWith("TooManyRequests", StringComparison.Ordinal) || name.EndsWith("ServiceUnavailable", StringComparison.Ordinal);

    private static bool SpeaksOfStatus(string name)
        => name.IndexOf("status", StringComparison.OrdinalIgnoreCase) >= 0 || name.EndsWith("code", StringComparison.OrdinalIgnoreCase);

    private static bool HasName(SyntaxNode code, Func<string, bool> test)
    {
        foreach (SyntaxNode node in code.DescendantNodesAndSelf())
        {
            if (node is SimpleNameSyntax name && test(name.Identifier.ValueText))
            {
                return true;
            }
        }

        return false;
    }
}

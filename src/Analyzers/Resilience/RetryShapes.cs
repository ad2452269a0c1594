using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace GeminiGen.Analyzers.Resilience;

/// <summary>
/// The forms in which C# programs repeat a call, recognised by spelling. Everything that could be one counts as one: the rule speaks only when no form is left.
/// </summary>
internal static class RetryShapes
{
    private static readonly HashSet<string> ResilienceNames = new(StringComparer.Ordinal)
    {
        "AddStandardResilienceHandler", "AddStandardHedgingHandler", "AddResilienceHandler", "AddPolicyHandler", "AddPolicyHandlerFromRegistry",
        "AddTransientHttpErrorPolicy", "AddHttpMessageHandler", "ConfigureAdditionalHttpMessageHandlers", "ConfigureHttpClientDefaults", "AddServiceDefaults",
        "DelegatingHandler", "ResilienceHandler", "ResiliencePipeline", "ResiliencePipelineBuilder",
    };

    // Words that only code which cares for repetition uses.
    private static readonly string[] RetryWords =
    [
        "retry", "retries", "attempt", "backoff", "polly", "resilien", "TooManyRequests", "ServiceUnavailable", "IsTransient", "TransientError", "TransientHttp", "TransientFault",
    ];

    // Types of Polly that are called after nothing but their trade.
    private static readonly HashSet<string> PolicyNames = new(StringComparer.Ordinal)
    {
        "Policy", "IAsyncPolicy", "ISyncPolicy", "AsyncPolicy", "PolicyBuilder", "PolicyWrap", "AsyncPolicyWrap", "PolicyRegistry", "IReadOnlyPolicyRegistry", "HttpPolicyExtensions",
    };

    // Methods that run a delegate handed to them once for each piece of work, and never again because it failed.
    private static readonly HashSet<string> OnceNames = new(StringComparer.Ordinal)
    {
        "Run", "StartNew", "Select", "SelectMany", "ForEachAsync", "MapGet", "MapPost", "MapPut", "MapPatch", "MapDelete", "MapMethods", "MapFallback",
        "SetHandler", "SetAction", "AddSingleton", "AddScoped", "AddTransient", "WriteLine", "Write", "Add", "Append", "Parse", "Deserialize", "Serialize", "SerializeAsync",
        "DeserializeAsync", "WhenAll", "WhenAny", "GetAwaiter", "ConfigureAwait", "nameof",
    };

    /// <summary>True for names of handlers, pipelines and defaults that repeat requests.</summary>
    public static bool IsResilienceName(string name) => ResilienceNames.Contains(name);

    /// <summary>The simple name of what is called.</summary>
    public static string? NameOf(InvocationExpressionSyntax call) => call.Expression switch
    {
        MemberAccessExpressionSyntax member => member.Name.Identifier.ValueText,
        MemberBindingExpressionSyntax binding => binding.Name.Identifier.ValueText,
        SimpleNameSyntax name => name.Identifier.ValueText,
        _ => null,
    };

    /// <summary>True when the called method runs what it is handed once.</summary>
    public static bool CallsOnce(InvocationExpressionSyntax call) => NameOf(call) is { } name && OnceNames.Contains(name);

    /// <summary>True when the code around a call, up to its member, could make it again: a loop, a catch clause, a delegate handed to a method that may repeat it.</summary>
    public static bool MayBeRepeated(SyntaxNode call)
    {
        for (SyntaxNode? node = call; node?.Parent is { } parent; node = parent)
        {
            bool repeats = parent switch
            {
                CatchClauseSyntax => true,
                LabeledStatementSyntax => true,
                StatementSyntax loop => IsRetryLoop(loop, node, call),
                AnonymousFunctionExpressionSyntax lambda => IsHandedOver(lambda),
                _ => false,
            };
            if (repeats)
            {
                return true;
            }

            if (parent is MemberDeclarationSyntax and not GlobalStatementSyntax)
            {
                return false;
            }
        }

        return false;
    }

    /// <summary>The name by which others call the code a node stands in: a local function's, a method's, a property's or a constructor's.</summary>
    public static string? EnclosingMemberName(SyntaxNode node)
    {
        for (SyntaxNode? ancestor = node.Parent; ancestor is not null; ancestor = ancestor.Parent)
        {
            switch (ancestor)
            {
                case LocalFunctionStatementSyntax local:
                    return local.Identifier.ValueText;
                case MethodDeclarationSyntax method:
                    return method.Identifier.ValueText;
                case PropertyDeclarationSyntax property:
                    return property.Identifier.ValueText;
                case ConstructorDeclarationSyntax constructor:
                    return constructor.Identifier.ValueText;
                case BaseTypeDeclarationSyntax:
                    return null;
            }
        }

        return null;
    }

    /// <summary>True when a piece of code uses the words or the status codes of retries.</summary>
    public static bool SpeaksOfRetries(SyntaxNode code)
    {
        foreach (SyntaxToken token in code.DescendantTokens())
        {
            bool speaks = token.Kind() switch
            {
                SyntaxKind.IdentifierToken => HasRetryWord(token.ValueText) || PolicyNames.Contains(token.ValueText) || RunsPolicy(token),
                SyntaxKind.NumericLiteralToken => token.ValueText is "429" or "503",
                SyntaxKind.GotoKeyword => true,
                _ => false,
            };
            if (speaks)
            {
                return true;
            }
        }

        return false;
    }

    // "_policy.ExecuteAsync(…)": many things are called a policy or a pipeline, but those that repeat calls execute.
    private static bool RunsPolicy(SyntaxToken token)
        => token.ValueText.StartsWith("Execute", StringComparison.Ordinal)
            && token.Parent?.Parent is MemberAccessExpressionSyntax { Parent: InvocationExpressionSyntax, Expression: { } owner } access
            && access.Name == token.Parent
            && (Speaks(owner, "policy") || Speaks(owner, "pipeline"));

    private static bool Speaks(ExpressionSyntax owner, string word) => owner.ToString().IndexOf(word, StringComparison.OrdinalIgnoreCase) >= 0;

    private static bool HasRetryWord(string name)
    {
        foreach (string word in RetryWords)
        {
            if (name.IndexOf(word, StringComparison.OrdinalIgnoreCase) >= 0)
            {
                return true;
            }
        }

        return false;
    }

    // A loop repeats the same call when it tests how the call went, or waits. A loop over items repeats it only when it can leave early or waits.
    private static bool IsRetryLoop(StatementSyntax statement, SyntaxNode part, SyntaxNode call) => statement switch
    {
        WhileStatementSyntax { Condition: { } condition } when IsFed(condition) => false,
        WhileStatementSyntax or DoStatementSyntax => Tests(statement) || Resends.AreDecidedBy(statement, call),
        ForStatementSyntax loop => Resends.AreDecidedBy(loop, call) || (part == loop.Statement && Tests(loop)),
        CommonForEachStatementSyntax loop => part == loop.Statement && (Leaves(loop) || Waits(loop)),
        _ => false,
    };

    // "while (Console.ReadLine() is { } line)": every round has a question of its own, however the one before it went.
    private static bool IsFed(ExpressionSyntax condition)
        => HasNode(condition, static node => node is InvocationExpressionSyntax call && NameOf(call) is "ReadLine" or "ReadLineAsync");

    private static bool Tests(StatementSyntax loop) => Waits(loop) || HasNode(loop, static node => node is CatchClauseSyntax) || HasNode(loop, IsStatusTest);

    private static bool IsStatusTest(SyntaxNode node) => node is SimpleNameSyntax { Identifier.ValueText: "IsSuccessStatusCode" or "StatusCode" };

    private static bool Waits(StatementSyntax loop)
        => HasNode(loop, static node => node is SimpleNameSyntax { Identifier.ValueText: "Delay" or "Sleep" or "WaitForNextTickAsync" });

    private static bool Leaves(StatementSyntax loop) => HasNode(loop, static node => node is BreakStatementSyntax or ReturnStatementSyntax);

    private static bool HasNode(SyntaxNode code, Func<SyntaxNode, bool> test)
    {
        foreach (SyntaxNode node in code.DescendantNodes())
        {
            if (test(node))
            {
                return true;
            }
        }

        return false;
    }

    // A delegate that is stored, returned or given to an unknown method may run any number of times.
    private static bool IsHandedOver(AnonymousFunctionExpressionSyntax lambda)
    {
        SyntaxNode node = lambda;
        while (node.Parent is ParenthesizedExpressionSyntax or CastExpressionSyntax)
        {
            node = node.Parent;
        }

        return node.Parent switch
        {
            ArgumentSyntax { Parent.Parent: InvocationExpressionSyntax call } => !CallsOnce(call),
            // An event repeats nothing because it failed.
            AssignmentExpressionSyntax assignment => !assignment.IsKind(SyntaxKind.AddAssignmentExpression),
            _ => true,
        };
    }
}

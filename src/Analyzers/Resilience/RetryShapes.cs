using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace GeminiGen.Analyzers.Resilience;

/// <summary>The forms in which the code around a call repeats it, recognised by spelling.</summary>
internal static class RetryShapes
{
    private static readonly HashSet<string> ResilienceNames = new(StringComparer.Ordinal)
    {
        "AddStandardResilienceHandler", "AddStandardHedgingHandler", "AddResilienceHandler", "AddPolicyHandler", "AddPolicyHandlerFromRegistry",
        "AddTransientHttpErrorPolicy", "AddHttpMessageHandler", "ConfigureAdditionalHttpMessageHandlers", "ConfigureHttpClientDefaults", "AddServiceDefaults",
        "DelegatingHandler", "ResilienceHandler", "ResiliencePipeline", "ResiliencePipelineBuilder",
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

    /// <summary>True for a resilience handler that is for another client than that of contracts: one registered by hand, or all of them by default.</summary>
    public static bool IsForOtherClients(SimpleNameSyntax name)
    {
        if (name.Identifier.ValueText is "ConfigureHttpClientDefaults" or "AddServiceDefaults")
        {
            return true;
        }

        // An own handler may be in any chain, and is left in place.
        if (!name.Identifier.ValueText.StartsWith("Add", StringComparison.Ordinal) || name.Identifier.ValueText == "AddHttpMessageHandler")
        {
            return false;
        }

        return name.Parent is MemberAccessExpressionSyntax access
            && (access.Expression.DescendantNodesAndSelf().OfType<SimpleNameSyntax>().Any(static part => part.Identifier.ValueText == "AddHttpClient")
                || access.Ancestors().OfType<InvocationExpressionSyntax>().Any(static outer => NameOf(outer) == "ConfigureHttpClientDefaults"));
    }

    /// <summary>The simple name of what is called.</summary>
    public static string? NameOf(InvocationExpressionSyntax call) => call.Expression switch
    {
        MemberAccessExpressionSyntax member => member.Name.Identifier.ValueText,
        MemberBindingExpressionSyntax binding => binding.Name.Identifier.ValueText,
        SimpleNameSyntax name => name.Identifier.ValueText,
        _ => null,
    };

    /// <summary>True when the called method runs what it is handed once.</summary>
    public static bool CallsOnce(string method) => OnceNames.Contains(method);

    /// <summary>
    /// True when the code around a call, up to its member, makes it again: a loop that its outcome decides, a delegate that anyone may run, an attribute of the member. The names
    /// of the methods that are handed a delegate with the call are added to <paramref name="wrappers"/>; whether those repeat it, the project tells.
    /// </summary>
    public static bool IsRepeated(SyntaxNode call, ICollection<string> wrappers)
    {
        // A method handed to a constructor is kept, and run by whoever likes.
        if (call is ArgumentSyntax && !AddWrapper(call, wrappers))
        {
            return true;
        }

        for (SyntaxNode? node = call; node?.Parent is { } parent; node = parent)
        {
            bool repeats = parent switch
            {
                StatementSyntax loop when RetryLoops.IsRound(node, loop) => RetryLoops.IsRetry(loop, call),
                AnonymousFunctionExpressionSyntax lambda => IsLeftToOthers(lambda, wrappers),
                MemberDeclarationSyntax member => SpeakOfRetries(member.AttributeLists),
                _ => false,
            };
            if (repeats)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>The declaration of the member a node stands in, or of the local function; null in top-level statements.</summary>
    public static SyntaxNode? EnclosingMember(SyntaxNode node)
    {
        for (SyntaxNode? ancestor = node.Parent; ancestor is not null and not BaseTypeDeclarationSyntax; ancestor = ancestor.Parent)
        {
            if (ancestor is LocalFunctionStatementSyntax or BaseMethodDeclarationSyntax or PropertyDeclarationSyntax)
            {
                return ancestor;
            }
        }

        return null;
    }

    /// <summary>The name by which others call the code a node stands in: a local function's, a method's, a property's or a constructor's.</summary>
    public static string? EnclosingMemberName(SyntaxNode node) => EnclosingMember(node) switch
    {
        LocalFunctionStatementSyntax local => local.Identifier.ValueText,
        MethodDeclarationSyntax method => method.Identifier.ValueText,
        PropertyDeclarationSyntax property => property.Identifier.ValueText,
        ConstructorDeclarationSyntax constructor => constructor.Identifier.ValueText,
        _ => null,
    };

    // "[Retry(3)]" on a method or a type: a weaver or a proxy repeats its calls.
    private static bool SpeakOfRetries(SyntaxList<AttributeListSyntax> lists)
    {
        foreach (AttributeListSyntax list in lists)
        {
            foreach (AttributeSyntax attribute in list.Attributes)
            {
                if (RetryWords.Speaks(attribute.Name.ToString()))
                {
                    return true;
                }
            }
        }

        return false;
    }

    // A delegate that is stored or returned may be run any number of times; one that is handed over, as often as the method does.
    private static bool IsLeftToOthers(AnonymousFunctionExpressionSyntax lambda, ICollection<string> wrappers)
    {
        SyntaxNode node = lambda;
        while (node.Parent is ParenthesizedExpressionSyntax or CastExpressionSyntax)
        {
            node = node.Parent;
        }

        return node.Parent switch
        {
            ArgumentSyntax argument => !AddWrapper(argument, wrappers),
            // An event repeats nothing because it failed.
            AssignmentExpressionSyntax assignment => !assignment.IsKind(SyntaxKind.AddAssignmentExpression),
            _ => true,
        };
    }

    private static bool AddWrapper(SyntaxNode argument, ICollection<string> wrappers)
    {
        if (argument.Parent?.Parent is not InvocationExpressionSyntax call || NameOf(call) is not { } name)
        {
            return false;
        }

        wrappers.Add(name);
        return true;
    }
}

using GeminiGen.Analyzers.ModelCalls;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace GeminiGen.Analyzers.Resilience;

/// <summary>Whether the client of a library repeats failed requests: what the library does by itself, what its options say, and what the HTTP client does that it is given.</summary>
internal sealed class LibraryClients(ClientOrigins origins, CancellationToken cancellationToken)
{
    // What these put around a client does not repeat its calls because they failed.
    private static readonly HashSet<string> PlainLayers = new(StringComparer.Ordinal)
    {
        "UseFunctionInvocation", "UseLogging", "UseOpenTelemetry", "UseDistributedCache", "UseChatReducer", "UseImageGeneration", "ConfigureOptions", "UseToolReduction",
    };

    private static readonly string[] RepeatingParts = ["handler", "transport", "pipeline", "polic", "middleware", "httpClientFactory"];

    private static readonly ClientOrigin Plain = new(ClientOriginKind.Plain);
    private static readonly ClientOrigin Retrying = new(ClientOriginKind.Retrying);

    /// <summary>The origin of a client that is made here.</summary>
    public ClientOrigin OfCreation(BaseObjectCreationExpressionSyntax creation, ModelSender sender, int depth)
    {
        var reading = new Reading(sender);
        foreach ((string? name, ExpressionSyntax value) in PartsOf(creation))
        {
            Take(name, value, reading, depth);
        }

        return reading.Result;
    }

    /// <summary>The origin of a client that a library's method makes of what it is called on: <c>openai.GetChatClient("…").AsIChatClient()</c>.</summary>
    public ClientOrigin OfCall(InvocationExpressionSyntax call, IMethodSymbol method, int depth)
    {
        if (ModelSenders.Of(method.ContainingType) is not { } sender || IsLayer(method.Name))
        {
            return default;
        }

        var reading = new Reading(sender);
        ExpressionSyntax? receiver = call.Expression is MemberAccessExpressionSyntax member && (!method.IsStatic || method.ReducedFrom is not null) ? member.Expression : null;
        foreach (ArgumentSyntax argument in call.ArgumentList.Arguments)
        {
            if (receiver is null)
            {
                receiver = argument.Expression;
            }
            else if (!PlainLayers.Contains(method.Name))
            {
                Take(argument.NameColon?.Name.Identifier.ValueText, argument.Expression, reading, depth);
            }
        }

        return receiver is null ? default : ClientOrigin.Both(reading.Said ?? reading.Rest, origins.Find(receiver, depth));
    }

    /// <summary>True for a method that puts something around a client that may repeat its calls.</summary>
    public static bool IsLayer(string? method)
        => method is not null && method.StartsWith("Use", StringComparison.Ordinal) && !PlainLayers.Contains(method);

    // The arguments and the initializer of a creation.
    private static IEnumerable<(string? Name, ExpressionSyntax Value)> PartsOf(BaseObjectCreationExpressionSyntax creation)
    {
        foreach (ArgumentSyntax argument in creation.ArgumentList?.Arguments ?? default)
        {
            yield return (argument.NameColon?.Name.Identifier.ValueText, argument.Expression);
        }

        foreach (ExpressionSyntax expression in creation.Initializer?.Expressions ?? default)
        {
            if (expression is AssignmentExpressionSyntax { Left: IdentifierNameSyntax name } assignment)
            {
                yield return (name.Identifier.ValueText, assignment.Right);
            }
        }
    }

    // What one argument, or one property, says of the client it is for.
    private void Take(string? name, ExpressionSyntax value, Reading reading, int depth)
    {
        if (ClientOrigins.IsNothing(value) || depth <= 0)
        {
            return;
        }

        if (reading.Sender.Switch is { } retry && string.Equals(name, retry.Property, StringComparison.OrdinalIgnoreCase))
        {
            reading.Said = OfSwitch(value, retry);
            return;
        }

        ITypeSymbol? type = origins.Model.GetTypeInfo(value, cancellationToken).Type ?? origins.Model.GetTypeInfo(value, cancellationToken).ConvertedType;
        if (type is null || (name is not null && MayRepeat(name)))
        {
            reading.Rest = default;
        }
        else if (type.Name is "HttpClient" || (ModelSenders.Of(type) is not null && IsClient(type)))
        {
            reading.Rest = ClientOrigin.Both(reading.Rest, origins.Find(value, depth - 1));
            reading.HasHttpClient |= type.Name == "HttpClient";
            reading.HasClient |= type.Name != "HttpClient";
        }
        else if (type.Name == "IHttpClientFactory")
        {
            reading.Rest = ClientOrigin.Both(reading.Rest, new ClientOrigin(ClientOriginKind.Given));
            reading.HasHttpClient = true;
        }
        else if (IsOptions(type))
        {
            TakeOptions(value, reading, depth - 1);
        }
        else if (!IsHarmless(type))
        {
            reading.Rest = default;
        }
    }

    // Options made in place, or a variable that is made once and then set.
    private void TakeOptions(ExpressionSyntax value, Reading reading, int depth)
    {
        if (value is BaseObjectCreationExpressionSyntax creation)
        {
            foreach ((string? name, ExpressionSyntax part) in PartsOf(creation))
            {
                Take(name, part, reading, depth);
            }

            return;
        }

        if (origins.Model.GetSymbolInfo(value, cancellationToken).Symbol is not ILocalSymbol variable || origins.ValuesOf(variable).ToList() is not [BaseObjectCreationExpressionSyntax made])
        {
            reading.Rest = default;
            return;
        }

        TakeOptions(made, reading, depth);
        foreach (SyntaxNode node in made.FirstAncestorOrSelf<MemberDeclarationSyntax>(static member => member is not GlobalStatementSyntax)?.DescendantNodes() ?? made.SyntaxTree.GetRoot(cancellationToken).DescendantNodes())
        {
            if (node is MemberAccessExpressionSyntax { Expression: IdentifierNameSyntax owner } access && owner.Identifier.ValueText == variable.Name)
            {
                if (access.Parent is AssignmentExpressionSyntax assignment && assignment.Left == access)
                {
                    Take(access.Name.Identifier.ValueText, assignment.Right, reading, depth);
                }
                else if (access.Parent is InvocationExpressionSyntax)
                {
                    // "options.AddPolicy(…)" may add anything.
                    reading.Rest = default;
                }
            }
        }
    }

    private ClientOrigin OfSwitch(ExpressionSyntax value, RetrySwitch retry)
    {
        if (value is BaseObjectCreationExpressionSyntax creation)
        {
            List<(string? Name, ExpressionSyntax Value)> parts = PartsOf(creation).ToList();
            bool isKnown = retry.Count is not null || origins.Model.GetTypeInfo(creation, cancellationToken).Type is { Name: "ClientRetryPolicy" };
            ExpressionSyntax? count = retry.Count is null
                ? parts.FirstOrDefault().Value
                : parts.Find(part => string.Equals(part.Name, retry.Count, StringComparison.OrdinalIgnoreCase)).Value;
            return !isKnown ? default : count is null ? Retrying : OfCount(count, retry);
        }

        return OfCount(value, retry);
    }

    private ClientOrigin OfCount(ExpressionSyntax count, RetrySwitch retry)
        => origins.Model.GetConstantValue(count, cancellationToken) is { HasValue: true, Value: int number } ? (number > retry.Off ? Retrying : Plain) : default;

    // "handlers", "transport", "pipeline", "retryStrategy": whatever is set there may repeat.
    private static bool MayRepeat(string name)
        => RetryWords.Speaks(name) || RepeatingParts.Any(part => name.IndexOf(part, StringComparison.OrdinalIgnoreCase) >= 0);

    private static bool IsClient(ITypeSymbol type)
        => type.TypeKind == TypeKind.Interface || type.Name.EndsWith("Client", StringComparison.Ordinal) || type.Name.EndsWith("Service", StringComparison.Ordinal)
            || type.Name.EndsWith("Generator", StringComparison.Ordinal) || type.Name.EndsWith("Agent", StringComparison.Ordinal) || type.Name is "Kernel" or "GoogleAI" or "GoogleAi" or "VertexAI";

    private static bool IsOptions(ITypeSymbol type)
        => type.Name.EndsWith("Options", StringComparison.Ordinal) || type.Name.EndsWith("Config", StringComparison.Ordinal) || type.Name.EndsWith("Configuration", StringComparison.Ordinal);

    private static bool IsHarmless(ITypeSymbol type)
        => type.SpecialType != SpecialType.None || type.TypeKind is TypeKind.Enum or TypeKind.Struct or TypeKind.Array
            || type.Name is "Uri" or "ILogger" or "ILoggerFactory" or "ApiKeyCredential" or "AzureKeyCredential" or "IServiceProvider"
            || type.Name.EndsWith("Credential", StringComparison.Ordinal) || type.Name.EndsWith("Credentials", StringComparison.Ordinal)
            || IsCollection(type) || IsRequestPart(type);

    private static bool IsCollection(ITypeSymbol type) => type.AllInterfaces.Any(static face => face.SpecialType == SpecialType.System_Collections_IEnumerable);

    // What a request is made of: the system instruction, tools, safety settings.
    private static bool IsRequestPart(ITypeSymbol type)
        => ModelSenders.Of(type) is not null && type.TypeKind == TypeKind.Class && !IsClient(type) && !type.Name.EndsWith("Policy", StringComparison.Ordinal) && !type.Name.EndsWith("Handler", StringComparison.Ordinal);

    // What is known so far of a client that is being read.
    private sealed class Reading(ModelSender sender)
    {
        public ModelSender Sender => sender;

        // What the options say of the library's own retry.
        public ClientOrigin? Said { get; set; }

        // What the parts come to that the client is made of.
        public ClientOrigin Rest { get; set; } = Plain;

        public bool HasHttpClient { get; set; }

        public bool HasClient { get; set; }

        public ClientOrigin Result => sender.Retry switch
        {
            // A face that is given no client of a library has one that is not in sight.
            OwnRetry.Behind => HasClient ? Rest : default,
            OwnRetry.On => ClientOrigin.Both(Said ?? Retrying, Rest),
            OwnRetry.UnlessGivenClient => ClientOrigin.Both(HasHttpClient ? Plain : Retrying, Rest),
            _ => ClientOrigin.Both(Said ?? Plain, Rest),
        };
    }
}

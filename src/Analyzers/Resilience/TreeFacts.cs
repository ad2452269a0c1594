using System.Runtime.CompilerServices;
using GeminiGen.Analyzers.ModelCalls;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace GeminiGen.Analyzers.Resilience;

/// <summary>
/// What one file says about calls, by spelling alone: what is called or handed over by which name, which methods there are, and which clients are registered. Kept with the syntax
/// tree, so an edit of one file reads one file.
/// </summary>
internal sealed class TreeFacts
{
    private static readonly ConditionalWeakTable<SyntaxTree, TreeFacts> Cache = new();

    private readonly Dictionary<string, List<SyntaxNode>> _uses = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<SyntaxNode>> _methods = new(StringComparer.Ordinal);
    private readonly List<ClientRegistration> _registrations = [];
    private readonly List<BaseObjectCreationExpressionSyntax> _clients = [];
    private readonly List<InvocationExpressionSyntax> _services = [];
    private readonly List<InvocationExpressionSyntax> _layers = [];
    private readonly HashSet<string> _plainHandlers = new(StringComparer.Ordinal);
    private readonly HashSet<string> _addedHandlers = new(StringComparer.Ordinal);

    private TreeFacts(SyntaxNode root, CancellationToken cancellationToken)
    {
        bool namesClient = false;
        foreach (SyntaxNode node in root.DescendantNodes())
        {
            cancellationToken.ThrowIfCancellationRequested();
            namesClient |= node is IdentifierNameSyntax identifier && ModelSenders.MayMakeClient(identifier.Identifier.ValueText);
            switch (node)
            {
                case InvocationExpressionSyntax call when RetryShapes.NameOf(call) is { } name:
                    AddCall(call, name, cancellationToken);
                    break;
                // "Retry(AskAsync)": a method handed over.
                case ArgumentSyntax { Expression: IdentifierNameSyntax name }:
                    Add(_uses, name.Identifier.ValueText, node);
                    break;
                case ArgumentSyntax { Expression: MemberAccessExpressionSyntax member }:
                    Add(_uses, member.Name.Identifier.ValueText, node);
                    break;
                case MethodDeclarationSyntax method:
                    Add(_methods, method.Identifier.ValueText, node);
                    break;
                case LocalFunctionStatementSyntax method:
                    Add(_methods, method.Identifier.ValueText, node);
                    break;
                case ClassDeclarationSyntax { BaseList.Types: { } bases } type:
                    AddClass(type, bases);
                    break;
                case ImplicitObjectCreationExpressionSyntax { Parent: EqualsValueClauseSyntax or AssignmentExpressionSyntax or ArrowExpressionClauseSyntax or ReturnStatementSyntax } creation:
                    _clients.Add(creation);
                    break;
                case ObjectCreationExpressionSyntax creation when ModelSenders.MayMakeClient(SimpleName(creation.Type)):
                    _clients.Add(creation);
                    break;
                case AssignmentExpressionSyntax { Right: LiteralExpressionSyntax { Token.Value: 1 }, Left: { } left } when NameOf(left) == WellKnownNames.MaxAttempts:
                    TurnsRetryOff = true;
                    break;
                case SimpleNameSyntax { Identifier.ValueText: { } name } when name.EndsWith("Reducer", StringComparison.Ordinal) && name.IndexOf("Chat", StringComparison.Ordinal) + name.IndexOf("History", StringComparison.Ordinal) > -2:
                    ShortensRequests = true;
                    break;
                case GenericNameSyntax { TypeArgumentList.Arguments: { } options } name when name.Identifier.ValueText.IndexOf("Options", StringComparison.Ordinal) + name.Identifier.ValueText.IndexOf("Configure", StringComparison.Ordinal) > -2
                    && options.Any(static option => SimpleName(option) is "HttpStandardResilienceOptions" or "HttpStandardHedgingResilienceOptions"):
                    SetsHandlerLimits = true;
                    break;
                case SimpleNameSyntax name when RetryShapes.IsResilienceName(name.Identifier.ValueText):
                    AddResilience(name);
                    break;
            }
        }

        string text = root.ToString();
        SpeaksOfVertex = Mentions(text, "vertex") || Mentions(text, "aiplatform") || Mentions(text, "enterprise");

        // "new()" is of some type that the file names.
        if (!namesClient)
        {
            _clients.Clear();
        }
    }

    /// <summary>True when the file names a resilience handler, a delegating handler, or defaults for all clients.</summary>
    public bool HasResilience { get; private set; }

    /// <summary>True when one of these may reach the client of contracts, which takes the resilience that defaults bring off itself.</summary>
    public bool HasResilienceForContracts { get; private set; }

    /// <summary>True when the file names what adds handlers to all clients.</summary>
    public bool HasDefaults { get; private set; }

    /// <summary>True when the file turns off the retry of contracts.</summary>
    public bool TurnsRetryOff { get; }

    /// <summary>True when the file has a client of its own for models, or a filter around their calls: it may do anything.</summary>
    public bool HasOwnClients { get; private set; }

    /// <summary>True when the file names a reducer of chat histories, or puts code of its own around a client for chats.</summary>
    public bool ShortensRequests { get; private set; }

    /// <summary>True when the file sets options of the standard handlers by their type: <c>Configure&lt;HttpStandardResilienceOptions&gt;(…)</c>.</summary>
    public bool SetsHandlerLimits { get; private set; }

    /// <summary>True when the file speaks of Vertex AI, under its old or its new name.</summary>
    public bool SpeaksOfVertex { get; }

    /// <summary>Creations of what may be the client of a library.</summary>
    public IReadOnlyList<BaseObjectCreationExpressionSyntax> Clients => _clients;

    /// <summary>Calls that may register a model's service: <c>AddGoogleAIGeminiChatCompletion</c>.</summary>
    public IReadOnlyList<InvocationExpressionSyntax> Services => _services;

    /// <summary>Calls that may put something around a client: <c>UseLogging</c>.</summary>
    public IReadOnlyList<InvocationExpressionSyntax> Layers => _layers;

    /// <summary>The names of the file's handlers that pass every request on once.</summary>
    public IReadOnlyCollection<string> PlainHandlers => _plainHandlers;

    /// <summary>The names of the handlers that the file adds to clients.</summary>
    public IReadOnlyCollection<string> AddedHandlers => _addedHandlers;

    /// <summary>The clients the file registers.</summary>
    public IReadOnlyList<ClientRegistration> Registrations => _registrations;

    /// <summary>The facts of a file.</summary>
    public static TreeFacts Of(SyntaxTree tree, CancellationToken cancellationToken)
    {
        if (!Cache.TryGetValue(tree, out TreeFacts? facts))
        {
            facts = new TreeFacts(tree.GetRoot(cancellationToken), cancellationToken);
            facts = Cache.GetValue(tree, _ => facts);
        }

        return facts;
    }

    /// <summary>The calls of something of this name, and the arguments that may hand it over.</summary>
    public IReadOnlyList<SyntaxNode> UsesOf(string name) => _uses.TryGetValue(name, out List<SyntaxNode>? uses) ? uses : [];

    /// <summary>The declarations of methods and local functions of this name.</summary>
    public IReadOnlyList<SyntaxNode> MethodsOf(string name) => _methods.TryGetValue(name, out List<SyntaxNode>? methods) ? methods : [];

    private void AddCall(InvocationExpressionSyntax call, string name, CancellationToken cancellationToken)
    {
        Add(_uses, name, call);
        if (name.StartsWith("Use", StringComparison.Ordinal))
        {
            _layers.Add(call);
            ShortensRequests |= IsShortening(call, name);
        }
        else if (name.StartsWith("Add", StringComparison.Ordinal) && ModelServices.IsName(name))
        {
            _services.Add(call);
        }

        if (name == ClientRegistration.MethodName)
        {
            _registrations.Add(ClientRegistration.Read(call, cancellationToken));
        }
    }

    private static bool Mentions(string text, string word) => text.IndexOf(word, StringComparison.OrdinalIgnoreCase) >= 0;

    // "UseChatReducer(…)", "client.AsBuilder().Use(…)".
    private static bool IsShortening(InvocationExpressionSyntax call, string name)
        => name.IndexOf("Reduc", StringComparison.Ordinal) >= 0
            || (name == "Use" && call.Expression.DescendantNodes().OfType<SimpleNameSyntax>().Any(static part => part.Identifier.ValueText is "AsBuilder" or "ChatClientBuilder" or "AddChatClient" or "AddKeyedChatClient"));

    private void AddClass(ClassDeclarationSyntax type, SeparatedSyntaxList<BaseTypeSyntax> bases)
    {
        foreach (BaseTypeSyntax baseType in bases)
        {
            string? name = SimpleName(baseType.Type);
            HasOwnClients |= name is "IChatClient" or "DelegatingChatClient" or "IChatCompletionService" or "IFunctionInvocationFilter" or "IAutoFunctionInvocationFilter" or "IEmbeddingGenerator" or "DelegatingAIAgent";
            if (name == "DelegatingHandler" && OwnHandlers.PassOn(type))
            {
                _plainHandlers.Add(type.Identifier.ValueText);
            }
        }
    }

    private void AddResilience(SimpleNameSyntax name)
    {
        string text = name.Identifier.ValueText;
        if (text == "DelegatingHandler" && name.Parent is SimpleBaseTypeSyntax { Parent.Parent: ClassDeclarationSyntax type } && OwnHandlers.PassOn(type))
        {
            return;
        }

        if (text == "AddHttpMessageHandler" && HandlerName(name) is { } handler)
        {
            _addedHandlers.Add(handler);
            return;
        }

        HasDefaults |= text is "ConfigureHttpClientDefaults" or "AddServiceDefaults";
        HasResilience = true;
        HasResilienceForContracts |= !RetryShapes.IsForOtherClients(name);
    }

    // "AddHttpMessageHandler<Auth>()", "AddHttpMessageHandler(() => new Auth())".
    private static string? HandlerName(SimpleNameSyntax method)
        => method is GenericNameSyntax { TypeArgumentList.Arguments: [var type] } ? SimpleName(type)
            : method.FirstAncestorOrSelf<InvocationExpressionSyntax>()?.ArgumentList.DescendantNodes().OfType<ObjectCreationExpressionSyntax>().FirstOrDefault() is { } made ? SimpleName(made.Type)
            : null;

    private static string? SimpleName(TypeSyntax type) => type switch
    {
        QualifiedNameSyntax qualified => qualified.Right.Identifier.ValueText,
        AliasQualifiedNameSyntax alias => alias.Name.Identifier.ValueText,
        SimpleNameSyntax simple => simple.Identifier.ValueText,
        NullableTypeSyntax nullable => SimpleName(nullable.ElementType),
        _ => null,
    };

    private static string? NameOf(ExpressionSyntax target) => target switch
    {
        IdentifierNameSyntax name => name.Identifier.ValueText,
        MemberAccessExpressionSyntax member => member.Name.Identifier.ValueText,
        _ => null,
    };

    private static void Add(Dictionary<string, List<SyntaxNode>> nodes, string name, SyntaxNode node)
    {
        if (!nodes.TryGetValue(name, out List<SyntaxNode>? known))
        {
            nodes[name] = known = [];
        }

        known.Add(node);
    }
}

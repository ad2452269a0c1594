using GeminiGen.Analyzers.Keys;
using GeminiGen.Analyzers.ModelCalls;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace GeminiGen.Analyzers.Resilience;

/// <summary>
/// What the whole project says about retries. Nothing is read before a rule has a call that nothing near it repeats, which in most projects never happens.
/// </summary>
internal sealed class ProjectFacts(Compilation compilation)
{
    private readonly Wrappers _wrappers = new(compilation);
    private readonly object _gate = new();
    private bool? _hasModels;
    private bool? _knowsResilience;
    private bool? _speaksOfVertex;
    private bool? _knowsResilienceForContracts;
    private readonly Dictionary<string, ClientOrigin> _origins = new(StringComparer.Ordinal);

    /// <summary>True when the project references a test framework: tests turn retries off to see single answers.</summary>
    public bool IsTestProject { get; } = compilation.ReferencedAssemblyNames.Any(static library
        => library.Name is "xunit.core" or "xunit.v3.core" or "nunit.framework" or "TUnit.Core" or "MSTest.TestFramework" or "Microsoft.VisualStudio.TestPlatform.TestFramework");

    /// <summary>True when the project has to do with a model at all: it uses a library of one, or one of its files speaks of one. Nothing is looked for in any other.</summary>
    public bool HasModels(CancellationToken cancellationToken)
    {
        lock (_gate)
        {
            return _hasModels ??= compilation.SourceModule.ReferencedAssemblySymbols.Any(IsOfModels)
                || ModelFiles.AreIn(compilation, cancellationToken);
        }
    }

    // Our own runtime is there wherever the rules are; a library with contracts is not.
    private static bool IsOfModels(IAssemblySymbol library) => !IsOurs(library.Name)
        && (ModelWords.In(library.Name) == ModelMention.Model || library.Modules.Any(static part => part.ReferencedAssemblies.Any(static used => used.Name == WellKnownNames.Namespace)));

    private static bool IsOurs(string name) => name == WellKnownNames.Namespace || name.StartsWith(WellKnownNames.Namespace + ".", StringComparison.Ordinal);

    /// <summary>True when the project, or a library it uses that is not the framework's, may put retries around clients from outside.</summary>
    public bool KnowsResilience(CancellationToken cancellationToken)
    {
        lock (_gate)
        {
            return _knowsResilience ??= AnyTree(static facts => facts.HasResilience, cancellationToken) || AddsUnknownHandler(cancellationToken) || AnyLibraryUses(IsResilience);
        }
    }

    /// <summary>The same for the client of contracts, which takes off the resilience handlers that defaults for all clients bring.</summary>
    public bool KnowsResilienceForContracts(CancellationToken cancellationToken)
    {
        lock (_gate)
        {
            return _knowsResilienceForContracts ??= AnyTree(static facts => facts.HasResilienceForContracts, cancellationToken) || AddsUnknownHandler(cancellationToken) || AnyLibraryUses(IsPipeline);
        }
    }

    /// <summary>True when the code in which a call stands repeats it: around it, beside it, or by a method that is handed it.</summary>
    public bool IsRepeated(InvocationExpressionSyntax call, CancellationToken cancellationToken)
        => _wrappers.AreAround(call, cancellationToken) || Resends.AreBeside(call);

    /// <summary>True when a member, or one that calls it, however far up, is called where it is repeated.</summary>
    public bool IsRepeated(ISymbol member, CancellationToken cancellationToken) => new CallGraph(compilation, _wrappers).IsRepeated(member, cancellationToken);

    /// <summary>Which call tells a finding that several could.</summary>
    public FindingOwners Owners { get; } = new();

    /// <summary>True for a program. Whoever uses a library can put handlers into the clients it is given, even where it registers them itself.</summary>
    public bool IsProgram { get; } = compilation.Options.OutputKind
        is OutputKind.ConsoleApplication or OutputKind.WindowsApplication or OutputKind.WindowsRuntimeApplication;

    /// <summary>The registrations of clients for one of these types, or under this name.</summary>
    public IEnumerable<ClientRegistration> RegistrationsOf(IReadOnlyCollection<string> typeNames, string? clientName, CancellationToken cancellationToken)
    {
        foreach (SyntaxTree tree in compilation.SyntaxTrees)
        {
            foreach (ClientRegistration registration in TreeFacts.Of(tree, cancellationToken).Registrations)
            {
                if (registration.TypeNames.Any(typeNames.Contains) || (clientName is not null && registration.Name == clientName))
                {
                    yield return registration;
                }
            }
        }
    }

    /// <summary>True when requests are sent through a registered client, and nothing repeats any of them.</summary>
    public bool IsUsedWithoutRetry(ClientRegistration registration, CancellationToken cancellationToken)
    {
        List<InvocationExpressionSyntax> users = new ClientUsers(compilation, cancellationToken).Of(registration);
        return users.Count > 0 && users.TrueForAll(user => !IsRepeatedAnywhere(user, cancellationToken));
    }

    /// <summary>True when a client is registered for a model's address, and nothing is chained to it that could take the handlers of all clients off.</summary>
    public bool HasModelClientWithoutHandler(CancellationToken cancellationToken)
        => AnyTree(facts => facts.Registrations.Any(registration => registration.Handlers == RegisteredHandlers.None && (registration.Provider ?? ProviderOfUsers(registration, cancellationToken)) is not null), cancellationToken);

    // A client whose address its users name.
    private ModelProvider? ProviderOfUsers(ClientRegistration registration, CancellationToken cancellationToken)
        => new ClientUsers(compilation, cancellationToken).Of(registration)
            .Select(user => user.ArgumentList.Arguments.FirstOrDefault()?.Expression is { } address && SourceAddress.Read(address, model: null, cancellationToken) is { } text ? ModelHosts.ProviderOf(text) : null)
            .FirstOrDefault(static provider => provider is not null);

    /// <summary>True when the project names what sets the time limits of the standard handlers elsewhere than where they are added.</summary>
    public bool SetsHandlerLimits(CancellationToken cancellationToken) => AnyTree(static facts => facts.SetsHandlerLimits, cancellationToken);

    private bool IsRepeatedAnywhere(InvocationExpressionSyntax call, CancellationToken cancellationToken)
    {
        SyntaxNode type = call.FirstAncestorOrSelf<TypeDeclarationSyntax>() ?? call.SyntaxTree.GetRoot(cancellationToken);
        if (IsRepeated(call, cancellationToken) || OverloadTests.AreAround(call, [type]))
        {
            return true;
        }

        if (RetryShapes.EnclosingMember(call) is not { } member)
        {
            return false;
        }

        // The users of a client stand in any file of the project, and a rule is given the model of one.
#pragma warning disable RS1030
        SemanticModel model = compilation.GetSemanticModel(call.SyntaxTree);
#pragma warning restore RS1030
        return model.GetDeclaredSymbol(member, cancellationToken) is not { } symbol || IsRepeated(symbol, cancellationToken);
    }

    /// <summary>True when something puts handlers into all clients of the project, as far as that is to be seen.</summary>
    public bool HasDefaultHandlers(CancellationToken cancellationToken) => AnyTree(static facts => facts.HasDefaults, cancellationToken) || AnyLibraryUses(IsResilience);

    /// <summary>True when the project puts something around clients for models that may send fewer messages than it is given.</summary>
    public bool MayShortenRequests(CancellationToken cancellationToken) => AnyTree(static facts => facts.HasOwnClients || facts.ShortensRequests, cancellationToken);

    /// <summary>True when a file of the project speaks of Vertex AI: a client of a library may then go there.</summary>
    public bool SpeaksOfVertex(CancellationToken cancellationToken)
    {
        lock (_gate)
        {
            return _speaksOfVertex ??= AnyTree(static facts => facts.SpeaksOfVertex, cancellationToken);
        }
    }

    /// <summary>True when the project turns off the retry of contracts somewhere.</summary>
    public bool TurnsRetryOff(CancellationToken cancellationToken) => AnyTree(static facts => facts.TurnsRetryOff, cancellationToken);

    /// <summary>
    /// What the clients of a library come to that the project makes, for a call whose own client comes from elsewhere: plain when all are plain, wherever they go.
    /// </summary>
    public ClientOrigin OriginOfAll(ModelSender sender, CancellationToken cancellationToken)
    {
        lock (_gate)
        {
            if (!_origins.TryGetValue(sender.Name, out ClientOrigin origin))
            {
                _origins[sender.Name] = origin = new LibraryUse(compilation, cancellationToken).OriginOfAll(sender);
            }

            return origin;
        }
    }

    // Handlers that the project does not declare, or that do more than to pass requests on.
    private bool AddsUnknownHandler(CancellationToken cancellationToken)
    {
        var plain = new HashSet<string>(StringComparer.Ordinal);
        var added = new HashSet<string>(StringComparer.Ordinal);
        foreach (SyntaxTree tree in compilation.SyntaxTrees)
        {
            TreeFacts facts = TreeFacts.Of(tree, cancellationToken);
            plain.UnionWith(facts.PlainHandlers);
            added.UnionWith(facts.AddedHandlers);
        }

        return !added.IsSubsetOf(plain);
    }

    private bool AnyTree(Func<TreeFacts, bool> test, CancellationToken cancellationToken)
    {
        foreach (SyntaxTree tree in compilation.SyntaxTrees)
        {
            if (test(TreeFacts.Of(tree, cancellationToken)))
            {
                return true;
            }
        }

        return false;
    }

    // A shared library of defaults, as templates make it, hides its handlers behind a method of its own.
    private bool AnyLibraryUses(Func<string, bool> isMeant)
    {
        foreach (IModuleSymbol module in compilation.Assembly.Modules)
        {
            foreach (IAssemblySymbol library in module.ReferencedAssemblySymbols)
            {
                if (!IsFrameworks(library.Name) && library.Modules.Any(part => part.ReferencedAssemblies.Any(used => isMeant(used.Name))))
                {
                    return true;
                }
            }
        }

        return false;
    }

    // Our own runtime uses Polly for its own calls and leaves every other client alone.
    private static bool IsFrameworks(string name)
        => name == WellKnownNames.Namespace || name.StartsWith("System.", StringComparison.Ordinal) || name.StartsWith("Microsoft.", StringComparison.Ordinal)
            || name.StartsWith("Polly", StringComparison.Ordinal);

    private static bool IsResilience(string name) => IsPipeline(name) || name is "Microsoft.Extensions.Http.Resilience" or "Microsoft.Extensions.Http.Polly";

    private static bool IsPipeline(string name) => name.StartsWith("Polly", StringComparison.Ordinal) || name == "Microsoft.Extensions.Resilience";
}

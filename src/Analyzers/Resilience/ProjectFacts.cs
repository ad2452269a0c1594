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
    private bool? _knowsResilience;
    private bool? _knowsResilienceForContracts;

    /// <summary>True when the project references a test framework: tests turn retries off to see single answers.</summary>
    public bool IsTestProject { get; } = compilation.ReferencedAssemblyNames.Any(static library
        => library.Name is "xunit.core" or "xunit.v3.core" or "nunit.framework" or "TUnit.Core" or "MSTest.TestFramework" or "Microsoft.VisualStudio.TestPlatform.TestFramework");

    /// <summary>True when the project, or a library it uses that is not the framework's, may put retries around clients from outside.</summary>
    public bool KnowsResilience(CancellationToken cancellationToken)
    {
        lock (_gate)
        {
            return _knowsResilience ??= AnyTree(static facts => facts.HasResilience, cancellationToken) || AnyLibraryUses(IsResilience);
        }
    }

    /// <summary>The same for the client of contracts, which takes off the resilience handlers that defaults for all clients bring.</summary>
    public bool KnowsResilienceForContracts(CancellationToken cancellationToken)
    {
        lock (_gate)
        {
            return _knowsResilienceForContracts ??= AnyTree(static facts => facts.HasResilienceForContracts, cancellationToken) || AnyLibraryUses(IsPipeline);
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

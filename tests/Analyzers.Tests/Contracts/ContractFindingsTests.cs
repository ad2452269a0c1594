using System.Reflection;
using GeminiGen.Analyzers.Rules;
using GeminiGen.TestHarness;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace GeminiGen.Analyzers.Tests.Contracts;

/// <summary>Contracts are read once, whoever asks for their findings.</summary>
public sealed class ContractFindingsTests
{
    private static readonly CSharpCompilation Compilation = new ConsumerProject("using GeminiGen; [GeminiPrompts] public interface IDesk { } public interface IOther { }").Compile();

    [Fact]
    public void A_contract_is_visited_once()
    {
        int visits = 0;
        Action<string, CancellationToken> find = Create(_ => Interlocked.Increment(ref visits));

        Parallel.For(0, 20, _ => find("IDesk", CancellationToken.None));
        find("IOther", CancellationToken.None);

        Assert.Equal(1, visits);
    }

    [Fact]
    public void A_cancelled_visit_leaves_nothing_behind()
    {
        int visits = 0;
        Action<string, CancellationToken> find = Create(cancellationToken =>
        {
            visits++;
            cancellationToken.ThrowIfCancellationRequested();
        });

        Assert.ThrowsAny<OperationCanceledException>(() => find("IDesk", new CancellationToken(canceled: true)));
        find("IDesk", CancellationToken.None);

        Assert.Equal(2, visits);
    }

    // The type is the analyzers' own: they show nothing but rules.
    private static Action<string, CancellationToken> Create(Action<CancellationToken> visited)
    {
        Assembly analyzers = typeof(PromptInterfaceAnalyzer).Assembly;
        Action<INamedTypeSymbol, AttributeData, Compilation, Action<Diagnostic>, CancellationToken> visit = (_, _, _, _, cancellationToken) => visited(cancellationToken);
        Type findingsType = analyzers.GetType("GeminiGen.Analyzers.Prompts.ContractFindings", throwOnError: true)!;
        object findings = Activator.CreateInstance(
            findingsType,
            Compilation.GetTypeByMetadataName("GeminiGen.GeminiPromptsAttribute")!,
            Delegate.CreateDelegate(analyzers.GetType("GeminiGen.Analyzers.Prompts.ContractVisit", throwOnError: true)!, visit.Target, visit.Method))!;
        MethodInfo find = findingsType.GetMethod("Find", BindingFlags.Instance | BindingFlags.NonPublic)!;
        return (name, cancellationToken) => find.Invoke(findings, BindingFlags.DoNotWrapExceptions, null, [Compilation.GetTypeByMetadataName(name), Compilation, cancellationToken], null);
    }
}

using System.Collections.Immutable;
using GeminiGen.Generator.Emission;
using Microsoft.CodeAnalysis;

namespace GeminiGen.Generator.Fakes;

/// <summary>The fakes of contracts that tests ask for; nothing where <c>GeminiGen.Testing</c> is not referenced, because then nobody can ask.</summary>
internal static class FakePipeline
{
    /// <summary>Registers the steps.</summary>
    /// <param name="context">The generator's context.</param>
    /// <param name="contracts">The contracts of this compilation.</param>
    public static void Register(IncrementalGeneratorInitializationContext context, IncrementalValuesProvider<PromptInterfaceModel> contracts)
    {
        IncrementalValueProvider<ImmutableArray<ServedContract>> served = contracts.Select(static (contract, _) => ServedContract.Of(contract)).Collect();
        IncrementalValuesProvider<FakeModel> asked = context.SyntaxProvider
            .CreateSyntaxProvider(static (node, _) => FakeMemo.IsCandidate(node), static (found, cancellationToken) => FakeMemo.GetOrRead(found, cancellationToken))
            .Where(static fake => fake is not null)
            .Select(static (fake, _) => fake!)
            .WithTrackingName(TrackingNames.Fake)
            .Collect()
            .SelectMany(static (fakes, _) => GetEachOnce(fakes));
        IncrementalValuesProvider<FakeModel> outputs = asked
            .Combine(served)
            .Select(static (fake, _) => fake.Left.IsOwn ? Complete(fake.Left, fake.Right) : fake.Left)
            .WithTrackingName(TrackingNames.FakeOutput);

        context.RegisterSourceOutput(outputs, static (production, fake) => production.AddSource(HintNames.Create(fake.MetadataName + ".Fake"), FakeEmitter.Emit(fake)));
    }

    private static ImmutableArray<FakeModel> GetEachOnce(ImmutableArray<FakeModel> fakes)
    {
        HashSet<string> seen = new(StringComparer.Ordinal);
        ImmutableArray<FakeModel>.Builder once = ImmutableArray.CreateBuilder<FakeModel>();
        foreach (FakeModel fake in fakes)
        {
            if (seen.Add(fake.MetadataName))
            {
                once.Add(fake);
            }
        }

        return once.ToImmutable();
    }

    /// <summary>A contract whose class is not generated has its own errors; its fake then shows no prompts.</summary>
    private static FakeModel Complete(FakeModel fake, ImmutableArray<ServedContract> served)
    {
        foreach (ServedContract contract in served)
        {
            if (contract.MetadataName == fake.MetadataName)
            {
                return contract.Complete(fake);
            }
        }

        return new ServedContract(fake.MetadataName, false, false, default).Complete(fake) with { Renderer = null };
    }
}

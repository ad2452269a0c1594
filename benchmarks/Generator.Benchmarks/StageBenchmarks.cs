using BenchmarkDotNet.Attributes;
using GeminiGen.TestHarness;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace GeminiGen.Generator.Benchmarks;

/// <summary>The stages by themselves, without a driver.</summary>
public class StageBenchmarks
{
    private readonly CompilationFacts _facts = new(IsRuntimeReferenced: true, HasUtf8Literals: true, AssemblyName: "Corpus");
    private PromptInterfaceModel[] _models = null!;
    private PromptInterfaceModel[] _sameModels = null!;
    private CSharpCompilation _compilation = null!;

    /// <summary>How many contracts the project has.</summary>
    [Params(1000)]
    public int Contracts { get; set; }

    /// <summary>Reads the contracts of two compilations of one text.</summary>
    [GlobalSetup]
    public void ReadTwice()
    {
        _models = Read(ContractCorpus.Create(Contracts).Compile());
        _sameModels = Read(ContractCorpus.Create(Contracts).Compile());
    }

    /// <summary>Makes a compilation nobody has looked into.</summary>
    [IterationSetup]
    public void Parse() => _compilation = ContractCorpus.Create(Contracts).Compile();

    /// <summary>The parser, with all the binding it asks for.</summary>
    [Benchmark(Description = "Parser alone")]
    public object Parser() => Read(_compilation);

    /// <summary>The emitter.</summary>
    [Benchmark(Description = "Emitter alone")]
    public int Emitter()
    {
        int length = 0;
        foreach (PromptInterfaceModel model in _models)
        {
            length += Emission.Emitter.Emit(model, _facts).Length;
        }

        return length;
    }

    /// <summary>Comparing equal models, which the driver does after each reading.</summary>
    [Benchmark(Description = "Model equality")]
    public bool Equality() => _models.AsSpan().SequenceEqual(_sameModels);

    private PromptInterfaceModel[] Read(CSharpCompilation compilation)
    {
        var models = new PromptInterfaceModel[Contracts];
        for (int i = 0; i < models.Length; i++)
        {
            INamedTypeSymbol contract = compilation.GetTypeByMetadataName($"Corpus.Area{i % 10}.{ContractCorpus.ContractName(i)}")!;
            models[i] = PromptInterfaceParser.Parse(contract, contract.GetAttributes()[0], compilation, sink: null, files: null, CancellationToken.None)!;
        }

        return models;
    }
}

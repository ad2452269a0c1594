using BenchmarkDotNet.Attributes;
using GeminiGen.Generator.Benchmarks.References;
using GeminiGen.TestHarness;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Text;

namespace GeminiGen.Generator.Benchmarks;

/// <summary>A build: a new driver over freshly parsed files.</summary>
public class ColdBenchmarks
{
    private readonly Dictionary<string, SourceText> _texts = [];
    private ConsumerProject _project = null!;
    private CSharpCompilation _compilation = null!;
    private GeneratorDriver _finder = null!;
    private GeneratorDriver _ready = null!;
    private GeneratorDriver _prompts = null!;

    /// <summary>How many contracts the project has.</summary>
    [Params(10, 100, 1000)]
    public int Contracts { get; set; }

    /// <summary>Creates the drivers, none of which has run.</summary>
    [GlobalSetup]
    public void CreateDrivers()
    {
        _project = ContractCorpus.Create(Contracts);
        _finder = GeneratorDrivers.Create(new AttributeFinder(), _project);
        _prompts = GeneratorDrivers.Create(new PromptGenerator(), _project);
        foreach (GeneratedSourceResult source in _prompts.RunGenerators(_project.Compile()).GetRunResult().Results[0].GeneratedSources)
        {
            string contract = source.HintName.Split('.').First(part => part.StartsWith("IDesk", StringComparison.Ordinal));
            _texts[contract.Split('-', '_')[0]] = source.SourceText;
        }

        _ready = GeneratorDrivers.Create(new ReadyTextGenerator(_texts), _project);
    }

    /// <summary>Parses everything anew, so that no symbol and no syntax of an earlier iteration helps.</summary>
    [IterationSetup]
    public void Parse() => _compilation = _project.Compile();

    /// <summary>The reference.</summary>
    [Benchmark(Baseline = true, Description = "Cold: attribute finder")]
    public object Finder() => _finder.RunGenerators(_compilation);

    /// <summary>The least any generator of these texts costs.</summary>
    [Benchmark(Description = "Cold: attribute finder handing over ready texts")]
    public object ReadyTexts() => _ready.RunGenerators(_compilation);

    /// <summary>Ours.</summary>
    [Goal(2.0, 1000)]
    [Benchmark(Description = "Cold: GeminiGen")]
    public object GeminiGen() => _prompts.RunGenerators(_compilation);
}

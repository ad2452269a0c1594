using System.Globalization;
using BenchmarkDotNet.Attributes;
using GeminiGen.Generator.Benchmarks.References;
using GeminiGen.TestHarness;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace GeminiGen.Generator.Benchmarks;

/// <summary>Typing: a driver that has run, and a compilation that differs by one file.</summary>
public abstract class IncrementalBenchmarks
{
    private ConsumerProject _project = null!;
    private CSharpCompilation _before = null!;
    private CSharpCompilation _after = null!;
    private SyntaxTree _replaced = null!;
    private GeneratorDriver _finder = null!;
    private GeneratorDriver _prompts = null!;
    private int _edits;

    /// <summary>How many contracts the project has.</summary>
    [Params(1000)]
    public int Contracts { get; set; }

    /// <summary>Runs both drivers once.</summary>
    [GlobalSetup]
    public void Prime()
    {
        _project = ContractCorpus.Create(Contracts);
        _before = _project.Compile();
        _replaced = _before.SyntaxTrees.Single(tree => tree.FilePath == EditedPath);
        _finder = GeneratorDrivers.Create(new AttributeFinder(), _project).RunGenerators(_before);
        _prompts = GeneratorDrivers.Create(new PromptGenerator(), _project).RunGenerators(_before);
    }

    /// <summary>Makes the next edit: a text never seen before, in a compilation nobody has looked into.</summary>
    [IterationSetup]
    public void Edit()
    {
        string unique = (++_edits).ToString(CultureInfo.InvariantCulture);
        _after = _before.ReplaceSyntaxTree(_replaced, _project.Parse(Edited(unique)));
    }

    /// <summary>The reference.</summary>
    [Benchmark(Baseline = true, Description = "attribute finder")]
    public object Finder() => _finder.RunGenerators(_after);

    /// <summary>The path of the edited file.</summary>
    protected abstract string EditedPath { get; }

    /// <summary>The file after an edit.</summary>
    /// <param name="unique">Text that makes the edit differ from all others.</param>
    protected abstract SourceFile Edited(string unique);

    /// <summary>Runs our driver on the edited compilation.</summary>
    protected object RunPrompts() => _prompts.RunGenerators(_after);
}

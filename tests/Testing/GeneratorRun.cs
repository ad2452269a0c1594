using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace GeminiGen.TestHarness;

/// <summary>What one run of a generator left behind.</summary>
public sealed class GeneratorRun
{
    private readonly GeneratorRunResult _result;

    /// <summary>Creates the view of one run.</summary>
    public GeneratorRun(GeneratorRunResult result, Compilation output, ImmutableArray<Diagnostic> diagnostics)
    {
        _result = result;
        Output = output;
        Diagnostics = diagnostics;
    }

    /// <summary>The user's code together with the generated code.</summary>
    public Compilation Output { get; }

    /// <summary>What the generator itself reported; ours reports nothing, ever.</summary>
    public ImmutableArray<Diagnostic> Diagnostics { get; }

    /// <summary>The generated files in the order of the driver.</summary>
    public ImmutableArray<GeneratedSourceResult> Sources => _result.GeneratedSources;

    /// <summary>The names of the generated files.</summary>
    public IReadOnlyList<string> HintNames => [.. Sources.Select(source => source.HintName)];

    /// <summary>The generated texts by hint name.</summary>
    public IReadOnlyDictionary<string, string> Texts => Sources.ToDictionary(source => source.HintName, source => source.SourceText.ToString());

    /// <summary>The text of the only generated file.</summary>
    /// <exception cref="TestCheckException">There is none, or more than one.</exception>
    public string SingleText => Sources.Length == 1
        ? Sources[0].SourceText.ToString()
        : throw new TestCheckException($"Expected one generated file, found {Sources.Length}: {string.Join(", ", HintNames)}");

    /// <summary>The texts of all generated files, one after the other.</summary>
    public string AllText => string.Join("\n", Sources.OrderBy(static source => source.HintName, StringComparer.Ordinal).Select(static source => source.SourceText));

    /// <summary>The reasons of all outputs of a tracked step, in the driver's order.</summary>
    public IReadOnlyList<IncrementalStepRunReason> Reasons(string stepName) => [.. Outputs(stepName).Select(output => output.Reason)];

    /// <summary>All outputs of a tracked step.</summary>
    public IEnumerable<(object Value, IncrementalStepRunReason Reason)> Outputs(string stepName) =>
        _result.TrackedSteps.TryGetValue(stepName, out ImmutableArray<IncrementalGeneratorRunStep> steps)
            ? steps.SelectMany(step => step.Outputs)
            : [];

    /// <summary>The reasons of the file-writing steps, in the driver's order.</summary>
    public IReadOnlyList<IncrementalStepRunReason> OutputReasons =>
        [.. _result.TrackedOutputSteps.Values.SelectMany(steps => steps).SelectMany(step => step.Outputs).Select(output => output.Reason)];

    /// <summary>Every tracked step by name, with the output steps.</summary>
    public ImmutableDictionary<string, ImmutableArray<IncrementalGeneratorRunStep>> TrackedSteps => _result.TrackedSteps;
}

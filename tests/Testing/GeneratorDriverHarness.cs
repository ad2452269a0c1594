using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace GeminiGen.TestHarness;

/// <summary>
/// Runs one generator as the compiler and an editor do, with step tracking on. The driver is kept between runs, so a second
/// <see cref="Run(Compilation)"/> shows what an edit costs.
/// </summary>
public sealed class GeneratorDriverHarness
{
    private GeneratorDriver _driver;

    /// <summary>Creates a harness with a driver that has not run yet.</summary>
    /// <param name="generator">The generator.</param>
    /// <param name="project">The project whose parse options the driver uses.</param>
    public GeneratorDriverHarness(IIncrementalGenerator generator, ConsumerProject project)
    {
        var options = new GeneratorDriverOptions(IncrementalGeneratorOutputKind.None, trackIncrementalGeneratorSteps: true);
        _driver = CSharpGeneratorDriver.Create([generator.AsSourceGenerator()], parseOptions: project.ParseOptions, driverOptions: options);
    }

    /// <summary>Runs a fresh driver once.</summary>
    public static GeneratorRun RunOnce(IIncrementalGenerator generator, ConsumerProject project) =>
        new GeneratorDriverHarness(generator, project).Run(project.Compile());

    /// <summary>Runs the driver over the next state of the project.</summary>
    /// <exception cref="TestCheckException">The generator threw.</exception>
    public GeneratorRun Run(Compilation compilation)
    {
        _driver = _driver.RunGeneratorsAndUpdateCompilation(compilation, out Compilation output, out ImmutableArray<Diagnostic> diagnostics);
        GeneratorRunResult result = _driver.GetRunResult().Results.Single();
        if (result.Exception is { } exception)
        {
            throw new TestCheckException($"The generator threw.{Environment.NewLine}{exception}");
        }

        return new GeneratorRun(result, output, diagnostics);
    }
}

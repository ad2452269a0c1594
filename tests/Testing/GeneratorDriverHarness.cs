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
    private readonly Dictionary<string, AdditionalFile> _files;
    private GeneratorDriver _driver;

    /// <summary>Creates a harness with a driver that has not run yet.</summary>
    /// <param name="generator">The generator.</param>
    /// <param name="project">The project whose parse options the driver uses.</param>
    public GeneratorDriverHarness(IIncrementalGenerator generator, ConsumerProject project)
    {
        var options = new GeneratorDriverOptions(IncrementalGeneratorOutputKind.None, trackIncrementalGeneratorSteps: true);
        _files = project.AdditionalFiles.ToDictionary(static file => file.Path, static file => new AdditionalFile(file));
        Config = new ProjectConfig(project.BuildProperties.Add("ProjectDir", ConsumerProject.Folder).ToDictionary(static property => "build_property." + property.Key, static property => property.Value));
        _driver = CSharpGeneratorDriver.Create([generator.AsSourceGenerator()], _files.Values, project.ParseOptions, Config, options);
    }

    /// <summary>The compiler's options, as the generator sees them.</summary>
    public ProjectConfig Config { get; }

    /// <summary>The files that are no sources, as the generator sees them.</summary>
    public IReadOnlyDictionary<string, AdditionalFile> Files => _files;

    /// <summary>Changes the text of a file that is no source, as saving it does. The next run sees it.</summary>
    /// <param name="path">Its path.</param>
    /// <param name="text">Its new text.</param>
    public void Edit(string path, string text)
    {
        AdditionalFile edited = new(new SourceFile(path, text));
        _driver = _driver.ReplaceAdditionalText(_files[path], edited);
        _files[path] = edited;
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

using GeminiGen.TestHarness;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace GeminiGen.Generator.Benchmarks;

/// <summary>Drivers as the compiler makes them: without step tracking, which costs more than what it tracks.</summary>
internal static class GeneratorDrivers
{
    /// <summary>Creates a driver that has not run.</summary>
    public static GeneratorDriver Create(IIncrementalGenerator generator, ConsumerProject project) =>
        CSharpGeneratorDriver.Create(
            [generator.AsSourceGenerator()],
            project.AdditionalFiles.Select(static file => new AdditionalFile(file)),
            project.ParseOptions);
}

using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Testing;

namespace GeminiGen.TestHarness;

/// <summary>Applies <see cref="TestProjectOptions"/> to a test of the markup package.</summary>
internal static class MarkupProject
{
    /// <summary>An empty set: the references are those of the running framework, so nothing is downloaded.</summary>
    private static readonly ReferenceAssemblies NoDownload = new(string.Empty);

    /// <summary>The rules that have something to say of nearly every request sent by hand; a test of theirs names them.</summary>
    private static readonly string[] RulesOfRawRequests = ["GG4002", "GG4003", "GG4004", "GG4005", "GG4006", "GG4007", "GG4008", "GG4009", "GG4010", "GG4011", "GG4012"];

    /// <summary>Sets references, language, kind and configuration.</summary>
    public static void Apply(AnalyzerTest<DefaultVerifier> test, SolutionState state, TestProjectOptions options, DiagnosticAnalyzer analyzer)
    {
        test.ReferenceAssemblies = NoDownload;
        // Rules that say the same of different cases have a descriptor for each message, under one id.
        // "$$" begins a raw string, not a position.
        test.MarkupOptions = MarkupOptions.UseFirstDescriptor | MarkupOptions.TreatPositionIndicatorsAsCode;
        state.AdditionalReferences.AddRange(options.References);
        state.OutputKind = options.OutputKind;
        test.DisabledDiagnostics.AddRange(options.Only.Count > 0 ? analyzer.SupportedDiagnostics.Select(static descriptor => descriptor.Id).Except(options.Only) : RulesOfRawRequests);

        foreach (SourceFile file in options.OtherFiles)
        {
            state.Sources.Add((file.Path, file.Text));
        }

        foreach (SourceFile file in options.AdditionalFiles)
        {
            state.AdditionalFiles.Add((ConsumerProject.Folder + file.Path, file.Text));
        }

        if (options.EditorConfig.Length > 0)
        {
            state.AnalyzerConfigFiles.Add(("/.editorconfig", "root = true\n[*.cs]\n" + options.EditorConfig + "\n"));
        }

        string folder = options.AdditionalFiles.Count > 0 ? "build_property.ProjectDir = " + ConsumerProject.Folder + "\n" : "";
        if (options.GlobalConfig.Length > 0 || folder.Length > 0)
        {
            state.AnalyzerConfigFiles.Add(("/.globalconfig", "is_global = true\n" + folder + options.GlobalConfig + "\n"));
        }

        test.SolutionTransforms.Add((solution, id) =>
        {
            Project project = solution.GetProject(id)!;
            var compilation = (CSharpCompilationOptions)project.CompilationOptions!;
            var parse = (CSharpParseOptions)project.ParseOptions!;
            return solution
                .WithProjectCompilationOptions(id, compilation.WithNullableContextOptions(options.Nullable))
                .WithProjectParseOptions(id, parse.WithLanguageVersion(options.LanguageVersion));
        });
    }
}

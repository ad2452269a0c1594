using System.Collections.Immutable;
using GeminiGen.Analyzers.Rules;
using GeminiGen.TestHarness;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;

namespace GeminiGen.Analyzers.Tests.Settings;

/// <summary>Runs the analyzer of settings files over any number of files at once. An analyzer that throws fails the run.</summary>
internal static class SettingsRun
{
    private static readonly CSharpCompilation Compilation = CSharpCompilation.Create(
        "Settings", [CSharpSyntaxTree.ParseText("class C { }")], ReferenceSet.Framework, new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary));

    /// <summary>The findings in files.</summary>
    public static Task<ImmutableArray<Diagnostic>> RunAsync(IEnumerable<SourceFile> files, CancellationToken cancellationToken = default)
        => RunAsync([.. files.Select(static file => (AdditionalText)new AdditionalFile(file))], cancellationToken);

    /// <summary>The findings in files of any kind.</summary>
    public static Task<ImmutableArray<Diagnostic>> RunAsync(ImmutableArray<AdditionalText> files, CancellationToken cancellationToken = default)
    {
        var options = new CompilationWithAnalyzersOptions(
            new AnalyzerOptions(files, new ProjectConfig(new Dictionary<string, string>())),
            static (exception, _, _) => throw new InvalidOperationException("The analyzer threw.", exception),
            concurrentAnalysis: true,
            logAnalyzerExecutionTime: false);
        return new CompilationWithAnalyzers(Compilation, [new SettingsFileAnalyzer()], options).GetAnalyzerDiagnosticsAsync(cancellationToken);
    }

    /// <summary>The findings in one file.</summary>
    public static Task<ImmutableArray<Diagnostic>> RunAsync(string name, string text) => RunAsync([new SourceFile(name, text)]);

    /// <summary>The characters of a text that a finding marks.</summary>
    public static string GetMarked(Diagnostic finding, string text) => text.Substring(finding.Location.SourceSpan.Start, finding.Location.SourceSpan.Length);
}

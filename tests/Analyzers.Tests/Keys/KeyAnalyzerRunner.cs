using System.Collections.Immutable;
using GeminiGen.Analyzers.Rules;
using GeminiGen.TestHarness;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;

namespace GeminiGen.Analyzers.Tests.Keys;

/// <summary>Runs the key rules over many files at once. The files need not compile together, or at all.</summary>
internal static class KeyAnalyzerRunner
{
    /// <summary>The findings of each file, in the order of the files; AD0001 among them.</summary>
    public static async Task<IReadOnlyList<IReadOnlyList<Diagnostic>>> RunAsync(IReadOnlyList<string> sources)
    {
        SyntaxTree[] trees = [.. sources.Select(static (source, index) => CSharpSyntaxTree.ParseText(source, new CSharpParseOptions(LanguageVersion.Latest), "/src/" + index + ".cs"))];
        var compilation = CSharpCompilation.Create("Corpus", trees, ReferenceSet.Framework, new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary));
        CompilationWithAnalyzers analysis = compilation.WithAnalyzers(ImmutableArray.Create<DiagnosticAnalyzer>(new KeyAnalyzer()));
        ImmutableArray<Diagnostic> findings = await analysis.GetAnalyzerDiagnosticsAsync();
        ILookup<string, Diagnostic> byFile = findings.ToLookup(static finding => finding.Location.SourceTree?.FilePath ?? "");
        Assert.Empty(byFile[""]);
        return [.. trees.Select(tree => (IReadOnlyList<Diagnostic>)[.. byFile[tree.FilePath]])];
    }
}

using System.Collections.Immutable;
using System.Reflection;
using GeminiGen.Analyzers.Rules;
using GeminiGen.TestHarness;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;

namespace GeminiGen.Analyzers.Tests.Samples;

/// <summary>What the rules find in samples/LeakyApp is what its list says. That its repaired twin has no finding, its build holds: there each one is an error.</summary>
public sealed class LeakyAppTests
{
    // What the SDK adds to every project.
    private const string ImplicitUsings =
        "global using System; global using System.Collections.Generic; global using System.IO; global using System.Linq; global using System.Net.Http; global using System.Threading; global using System.Threading.Tasks;";

    [Fact]
    public async Task Every_finding_stands_in_the_list_and_the_other_way_round()
    {
        string folder = Path.Combine(FindRoot(), "samples", "LeakyApp");
        SyntaxTree[] trees =
        [
            CSharpSyntaxTree.ParseText(ImplicitUsings),
            .. Directory.EnumerateFiles(folder, "*.cs").Order(StringComparer.Ordinal).Select(static path => CSharpSyntaxTree.ParseText(File.ReadAllText(path), path: path)),
        ];
        var compilation = CSharpCompilation.Create(
            "LeakyApp", trees, ReferenceSet.Framework, new CSharpCompilationOptions(OutputKind.ConsoleApplication, nullableContextOptions: NullableContextOptions.Enable));
        Assert.Empty(compilation.GetDiagnostics().Where(static diagnostic => diagnostic.Severity == DiagnosticSeverity.Error));

        ImmutableArray<Diagnostic> findings = await compilation.WithAnalyzers([.. Analyzers()]).GetAnalyzerDiagnosticsAsync();

        IEnumerable<string> lines = findings
            .Where(static finding => finding.Severity > DiagnosticSeverity.Hidden)
            .Select(static finding => (Span: finding.Location.GetLineSpan(), finding.Id))
            .OrderBy(static finding => finding.Span.Path, StringComparer.Ordinal).ThenBy(static finding => finding.Span.StartLinePosition).ThenBy(static finding => finding.Id, StringComparer.Ordinal)
            .Select(static finding => $"{Path.GetFileName(finding.Span.Path)}({finding.Span.StartLinePosition.Line + 1}): {finding.Id}");
        Assert.Equal(string.Join('\n', File.ReadAllLines(Path.Combine(folder, "findings.txt"))), string.Join('\n', lines));
    }

    [Fact]
    public void Every_fault_of_the_table_has_a_finding_and_the_other_way_round()
    {
        string folder = Path.Combine(FindRoot(), "samples", "LeakyApp");
        IEnumerable<string> faults = File.ReadLines(Path.Combine(folder, "README.md")).Where(static line => line.StartsWith("| ", StringComparison.Ordinal) && line.Contains("| GG", StringComparison.Ordinal))
            .Select(static line => line.Split('|')[^2].Trim());
        IEnumerable<string> findings = File.ReadLines(Path.Combine(folder, "findings.txt")).Select(static line => line.Split(' ')[^1]);

        Assert.Equal(findings.Distinct().Order(StringComparer.Ordinal), faults.Distinct().Order(StringComparer.Ordinal));
    }

    private static IEnumerable<DiagnosticAnalyzer> Analyzers()
        => typeof(KeyAnalyzer).Assembly.GetTypes()
            .Where(static type => type.IsSubclassOf(typeof(DiagnosticAnalyzer)) && !type.IsAbstract)
            .Select(static type => (DiagnosticAnalyzer)Activator.CreateInstance(type)!);

    private static string FindRoot()
        => typeof(LeakyAppTests).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(static metadata => metadata.Key == "RepositoryRoot").Value!;
}

using System.Collections.Immutable;
using System.Reflection;
using GeminiGen.Analyzers.Rules;
using GeminiGen.Analyzers.Tests.Resilience;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;

namespace GeminiGen.Analyzers.Tests.FalseAlarms;

/// <summary>Whole programs of today that call models as one should, with all that stands beside such calls: no rule has a word to say about them.</summary>
public sealed class CleanProgramTests
{
    private const string Folder = "Clean";

    public static TheoryData<string> Programs => [.. ProgramCorpus.Files(Folder)];

    private static ImmutableArray<DiagnosticAnalyzer> Analyzers { get; } =
    [
        .. typeof(KeyAnalyzer).Assembly.GetTypes()
            .Where(static type => type.GetCustomAttribute<DiagnosticAnalyzerAttribute>() is not null && typeof(DiagnosticAnalyzer).IsAssignableFrom(type) && !typeof(DiagnosticSuppressor).IsAssignableFrom(type))
            .Select(static type => (DiagnosticAnalyzer)Activator.CreateInstance(type)!),
    ];

    [Theory]
    [MemberData(nameof(Programs))]
    public async Task No_rule_has_anything_to_say(string name)
    {
        CSharpCompilation compilation = ProgramCorpus.Compile(ProgramCorpus.Read(Folder, name), name);
        Assert.Empty(compilation.GetDiagnostics().Where(static diagnostic => diagnostic.Severity == DiagnosticSeverity.Error).Select(static diagnostic => diagnostic.ToString()));

        ImmutableArray<Diagnostic> findings = await compilation.WithAnalyzers(Analyzers).GetAnalyzerDiagnosticsAsync();

        Assert.Empty(findings.Select(static finding => finding.ToString()));
    }
}

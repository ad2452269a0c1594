using System.Collections.Immutable;
using System.Reflection;
using GeminiGen.TestHarness;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;

namespace GeminiGen.Analyzers.Tests.Suppressors;

/// <summary>Microsoft's own analyzers, as the .NET SDK brings them, with or without our suppressors beside them.</summary>
internal static class NetAnalyzers
{
    private static readonly ImmutableArray<DiagnosticAnalyzer> All = [.. Load()];

    /// <summary>The ids of one rule's warnings that a user sees.</summary>
    public static async Task<IReadOnlyList<string>> RunAsync(string source, string rule, params DiagnosticSuppressor[] suppressors)
    {
        ImmutableArray<DiagnosticAnalyzer> analyzers = [.. All.Where(analyzer => analyzer.SupportedDiagnostics.Any(descriptor => descriptor.Id == rule)), .. suppressors];
        Assert.NotEqual(suppressors.Length, analyzers.Length);
        CSharpCompilation compilation = new ConsumerProject(source) { Documentation = DocumentationMode.Parse }.Compile();
        Assert.DoesNotContain(compilation.GetDiagnostics(), static diagnostic => diagnostic.Severity == DiagnosticSeverity.Error);
        compilation = compilation.WithOptions(compilation.Options.WithGeneralDiagnosticOption(ReportDiagnostic.Default).WithSpecificDiagnosticOptions([KeyValuePair.Create(rule, ReportDiagnostic.Warn)]));
        ImmutableArray<Diagnostic> diagnostics = await compilation.WithAnalyzers(analyzers).GetAnalyzerDiagnosticsAsync();
        return [.. diagnostics.Where(static diagnostic => !diagnostic.IsSuppressed).Select(static diagnostic => diagnostic.Id)];
    }

    private static IEnumerable<DiagnosticAnalyzer> Load()
        => Assembly.LoadFrom(Path.Combine(AppContext.BaseDirectory, "NetAnalyzers", "Microsoft.CodeAnalysis.NetAnalyzers.dll")).GetTypes()
            .Where(static type => !type.IsAbstract && type.GetCustomAttributes<DiagnosticAnalyzerAttribute>().Any(static mark => mark.Languages.Contains(LanguageNames.CSharp)))
            .Select(static type => (DiagnosticAnalyzer)Activator.CreateInstance(type)!);
}

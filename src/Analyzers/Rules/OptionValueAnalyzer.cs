using System.Collections.Immutable;
using GeminiGen.Analyzers.Diagnostics;
using GeminiGen.Analyzers.Models;
using GeminiGen.Analyzers.Options;
using GeminiGen.Shared.Catalog;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace GeminiGen.Analyzers.Rules;

/// <summary>GG9006: a rule's option has a value that the rule does not know, so that its default is in force. The compiler does not say where an option stands, so the finding has no place.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class OptionValueAnalyzer : DiagnosticAnalyzer
{
    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = ImmutableArray.Create(Descriptors.UnknownOptionValue);

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        context.EnableConcurrentExecution();
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.RegisterCompilationAction(Check);
    }

    private static void Check(CompilationAnalysisContext context)
    {
        if (!RuleSwitch.IsOn(context.Options))
        {
            return;
        }

        // Files of one folder share their options, and all files an option that is set for all.
        HashSet<AnalyzerConfigOptions> seen = [];
        HashSet<(RuleOption Option, string Value)> told = [];
        ModelCatalog catalog = ProjectCatalog.Of(context.Options, context.CancellationToken);
        AnalyzerConfigOptionsProvider provider = context.Options.AnalyzerConfigOptionsProvider;
        foreach (AnalyzerConfigOptions options in context.Compilation.SyntaxTrees.Select(provider.GetOptions).Concat(context.Options.AdditionalFiles.Select(provider.GetOptions)))
        {
            context.CancellationToken.ThrowIfCancellationRequested();
            if (seen.Add(options))
            {
                Check(options, catalog, told, context.ReportDiagnostic);
            }
        }
    }

    private static void Check(AnalyzerConfigOptions options, ModelCatalog catalog, HashSet<(RuleOption Option, string Value)> told, Action<Diagnostic> report)
    {
        foreach (RuleOption option in RuleOptions.All)
        {
            if (option.Find(options) is { } value && !option.Accepts(value, catalog) && told.Add((option, value)))
            {
                report(Diagnostic.Create(Descriptors.UnknownOptionValue, Location.None, option.Key, value, option.Expected));
            }
        }
    }
}

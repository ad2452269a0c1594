using System.Collections.Immutable;
using GeminiGen.Analyzers.Baselines;
using GeminiGen.Analyzers.Diagnostics;
using GeminiGen.Analyzers.Keys;
using GeminiGen.Analyzers.Models;
using GeminiGen.Analyzers.Options;
using GeminiGen.Analyzers.Prompts;
using GeminiGen.Analyzers.Resilience;
using GeminiGen.Analyzers.Symbols;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace GeminiGen.Analyzers.Rules;

/// <summary>Host of the rules about what a contract's attributes say: visits every contract once.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class ContractSettingsAnalyzer : DiagnosticAnalyzer
{
    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = ImmutableArray.Create(
        Descriptors.AnswerTypeRefusedByApi,
        Descriptors.ToolNotDescribable,
        Descriptors.RefusedByModel,
        Descriptors.IgnoredByModel,
        Descriptors.RetryTurnedOff,
        Descriptors.OutputTokensAboveLimit,
        Descriptors.OutputTokensAboveLimitWithoutStream,
        Descriptors.OutputTokensTooFew,
        Descriptors.PromptLarge,
        Descriptors.PromptLargeWithArguments,
        Descriptors.SettingOutOfRange,
        Descriptors.RequestAboveQuota,
        Descriptors.PromptAboveWindow,
        Descriptors.SafetyOff,
        Descriptors.CostlyModel,
        Descriptors.SensitiveData,
        Descriptors.RetiredModel,
        Descriptors.DeprecatedModel,
        Descriptors.ReplacedModel,
        Descriptors.UnknownModelNearest,
        Descriptors.UnknownModel,
        Descriptors.ModelWithoutText,
        Descriptors.ModelWithoutEmbeddings,
        Descriptors.MisspeltModel);

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        context.EnableConcurrentExecution();
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.RegisterCompilationStartAction(static start =>
        {
            if (GeminiSymbols.TryCreate(start.Compilation, out GeminiSymbols? symbols) && ModelFiles.AreIn(start.Compilation, start.CancellationToken))
            {
                Register(start, symbols);
            }
        });
    }

    private static void Register(CompilationStartAnalysisContext start, GeminiSymbols symbols)
    {
        ProjectPrompts prompts = new(start.Options);
        ContractRules rules = new(symbols, new ProjectFacts(start.Compilation), ProjectCatalog.Of(start.Options, start.CancellationToken), prompts, start.Options);
        bool isOn = RuleSwitch.IsOn(start.Options);
        Baseline baseline = Baseline.Of(start.Options, start.CancellationToken);
        ContractFindings findings = new(symbols.GeminiPrompts, (contract, attribute, _, report, cancellationToken) =>
            new ContractSettingsVisit(rules, contract, attribute, isOn ? baseline.Filter(report) : finding => ReportOfContract(finding, report), cancellationToken).Run());
        start.RegisterSymbolAction(findings.ReportInCode, SymbolKind.NamedType);
        if (prompts.HasFiles)
        {
            start.RegisterAdditionalFileAction(findings.ReportInFile);
        }
    }

    /// <summary>GG0xxx stay where the others are switched off.</summary>
    private static void ReportOfContract(Diagnostic finding, Action<Diagnostic> report)
    {
        if (finding.Id is DiagnosticIds.RefusedByModel or DiagnosticIds.AnswerTypeRefusedByApi)
        {
            report(finding);
        }
    }
}

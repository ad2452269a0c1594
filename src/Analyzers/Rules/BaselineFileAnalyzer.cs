using System.Collections.Immutable;
using GeminiGen.Analyzers.Baselines;
using GeminiGen.Analyzers.Diagnostics;
using GeminiGen.Analyzers.Options;
using GeminiGen.Shared.Json;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace GeminiGen.Analyzers.Rules;

/// <summary>GG9004: the project's <c>geminigen.baseline.json</c> cannot be read, so nothing of it is accepted.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class BaselineFileAnalyzer : DiagnosticAnalyzer
{
    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = ImmutableArray.Create(Descriptors.BaselineUnreadable);

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        context.EnableConcurrentExecution();
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.RegisterAdditionalFileAction(Check);
    }

    private static void Check(AdditionalFileAnalysisContext context)
    {
        AdditionalText file = context.AdditionalFile;
        if (Baseline.IsPath(file.Path)
            && RuleSwitch.IsOn(context.Options)
            && !Baseline.TryRead(file, context.CancellationToken, out _, out JsonSyntaxException? fault))
        {
            string text = file.GetText(context.CancellationToken)?.ToString() ?? "";
            Location location = new FileSite(new PromptFile(file.Path, text)).Locate(fault!.Position.Offset, 1);
            context.ReportDiagnostic(Diagnostic.Create(Descriptors.BaselineUnreadable, location, fault.Reason.TrimEnd('.')));
        }
    }
}

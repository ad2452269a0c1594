using System.Collections.Immutable;
using GeminiGen.Analyzers.Baselines;
using GeminiGen.Analyzers.Diagnostics;
using GeminiGen.Analyzers.Options;
using GeminiGen.Analyzers.Settings;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace GeminiGen.Analyzers.Rules;

/// <summary>Host of the rules about settings files, which the package's targets hand to the compiler. Each file is read once.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class SettingsFileAnalyzer : DiagnosticAnalyzer
{
    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = ImmutableArray.Create(
        Descriptors.KeyInSettingsFile, Descriptors.NamelessKeyInSettingsFile, Descriptors.UnprefixedKeyInSettingsFile, Descriptors.UnknownGoogleKeyInSettingsFile, Descriptors.KeyInPublicFile);

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        context.EnableConcurrentExecution();
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.RegisterCompilationStartAction(static start =>
        {
            if (RuleSwitch.IsOn(start.Options))
            {
                Baseline baseline = Baseline.Of(start.Options, start.CancellationToken);
                start.RegisterAdditionalFileAction(file => Check(file, baseline));
            }
        });
    }

    private static void Check(AdditionalFileAnalysisContext context, Baseline baseline)
    {
        AdditionalText file = context.AdditionalFile;
        SettingsFormat format = SettingsFile.GetFormat(file.Path);
        if (format != SettingsFormat.None
            && !RuleOptions.IsSkipped(context.Options, file)
            && !BinaryFile.Is(file.Path)
            && file.GetText(context.CancellationToken) is { } text)
        {
            KeyInSettingsFileRule.Check(file.Path, format, text, context.Options.AnalyzerConfigOptionsProvider.GetOptions(file), baseline.Filter(context.ReportDiagnostic), context.CancellationToken);
        }
    }
}

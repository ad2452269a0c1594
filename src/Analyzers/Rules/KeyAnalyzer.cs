using System.Collections.Immutable;
using GeminiGen.Analyzers.Baselines;
using GeminiGen.Analyzers.Diagnostics;
using GeminiGen.Analyzers.Keys;
using GeminiGen.Analyzers.Options;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace GeminiGen.Analyzers.Rules;

/// <summary>
/// Host of the key rules. Each file is looked at once, as characters: a text alone costs nothing more and allocates nothing. The syntax is asked only where the characters could be a
/// key, and the compiler only where a piece of one meets a name.
/// </summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class KeyAnalyzer : DiagnosticAnalyzer
{
    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = ImmutableArray.Create(
        Descriptors.GeminiKeyInSource,
        Descriptors.ProviderKeyInSource,
        Descriptors.OpaqueKey,
        Descriptors.UnknownGoogleKey,
        Descriptors.KeyInUrl,
        Descriptors.FallbackKey,
        Descriptors.UnprefixedFallbackKey,
        Descriptors.KeyWrittenOut,
        Descriptors.EncodedKey,
        Descriptors.KeyInComment,
        Descriptors.OldKeyCheck);

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
                var beginnings = new KeyBeginnings(start.Compilation);
                start.RegisterSemanticModelAction(file => new KeyFileVisit(file, baseline.Filter(file.ReportDiagnostic), beginnings).Run());
            }
        });
    }
}

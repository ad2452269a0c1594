using System.Collections.Concurrent;
using System.Collections.Immutable;
using GeminiGen.Analyzers.Diagnostics;
using GeminiGen.Analyzers.Locks;
using GeminiGen.Analyzers.Symbols;
using GeminiGen.Shared.Locks;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace GeminiGen.Analyzers.Rules;

/// <summary>
/// GG9003: with <c>GeminiGenLock=check</c>, what <c>geminigen.lock.json</c> has is not what contracts send. Speaks whatever <c>GeminiGenAnalyzers</c> says, for it was asked by name.
/// </summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class PromptLockAnalyzer : DiagnosticAnalyzer
{
    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = ImmutableArray.Create(
        Descriptors.LockRowStale,
        Descriptors.LockRowMissing,
        Descriptors.LockRowLeftOver,
        Descriptors.LockFileMissing,
        Descriptors.LockFileUnreadable,
        Descriptors.LockFileNewer);

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        context.EnableConcurrentExecution();
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.RegisterCompilationStartAction(static start =>
        {
            if (LockOptions.AsksForComparison(start.Options.AnalyzerConfigOptionsProvider.GlobalOptions)
                && start.Compilation.GetTypeByMetadataName(WellKnownNames.GeminiPromptsAttributeMetadataName) is { } marker)
            {
                ConcurrentBag<INamedTypeSymbol> contracts = [];
                start.RegisterSymbolAction(context => Collect((INamedTypeSymbol)context.Symbol, marker, contracts), SymbolKind.NamedType);
                start.RegisterCompilationEndAction(context => new PromptLockVisit(context, contracts).Run());
            }
        });
    }

    private static void Collect(INamedTypeSymbol type, INamedTypeSymbol marker, ConcurrentBag<INamedTypeSymbol> contracts)
    {
        if (type.TypeKind == TypeKind.Interface && type.FindAttribute(marker) is not null)
        {
            contracts.Add(type);
        }
    }
}

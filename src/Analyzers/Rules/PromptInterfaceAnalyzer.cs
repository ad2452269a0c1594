using System.Collections.Immutable;
using GeminiGen.Analyzers.Diagnostics;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace GeminiGen.Analyzers.Rules;

/// <summary>
/// Host of the rules about contracts (GG0xxx): runs the generator's own parser and reports what it finds. These rules stay on when
/// <c>GeminiGenAnalyzers</c> is <c>false</c>: without them a method that throws would be a riddle.
/// </summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class PromptInterfaceAnalyzer : DiagnosticAnalyzer
{
    private static readonly ImmutableArray<DiagnosticDescriptor> Rules = ImmutableArray.Create(
        Descriptors.InvalidContractType,
        Descriptors.UnsupportedReturnType,
        Descriptors.UnsupportedParameterType,
        Descriptors.MethodWithoutPrompt,
        Descriptors.PlaceholderWithoutParameter,
        Descriptors.UnusedParameter,
        Descriptors.TemplateSyntaxError,
        Descriptors.AnswerTypeRefusedByApi,
        Descriptors.AnswerTypeNotConstructible,
        Descriptors.GeneratedNameClash,
        Descriptors.ConflictingAttributes,
        Descriptors.UntrustedInstruction,
        Descriptors.ToolNotDescribable);

    private static readonly ImmutableDictionary<string, DiagnosticDescriptor> RulesById = Rules.ToImmutableDictionary(static rule => rule.Id);

    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics => Rules;

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        context.EnableConcurrentExecution();
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.RegisterCompilationStartAction(static start =>
        {
            bool isRuntimeReferenced = start.Compilation.GetTypeByMetadataName(WellKnownNames.PromptCallsMetadataName) is not null;
            if (isRuntimeReferenced && start.Compilation.GetTypeByMetadataName(WellKnownNames.GeminiPromptsAttributeMetadataName) is { } marker)
            {
                start.RegisterSymbolAction(new Visitor(marker).Visit, SymbolKind.NamedType);
            }
        });
    }

    private sealed class Visitor(INamedTypeSymbol marker)
    {
        public void Visit(SymbolAnalysisContext context)
        {
            var type = (INamedTypeSymbol)context.Symbol;
            foreach (AttributeData attribute in type.GetAttributes())
            {
                if (SymbolEqualityComparer.Default.Equals(attribute.AttributeClass, marker))
                {
                    PromptInterfaceParser.Parse(type, attribute, context.Compilation, issue => Report(context, issue), context.CancellationToken);
                    return;
                }
            }
        }

        private static void Report(SymbolAnalysisContext context, ContractIssue issue)
            => context.ReportDiagnostic(Diagnostic.Create(RulesById[issue.Id], issue.Location, issue.Properties, [.. issue.Arguments]));
    }
}

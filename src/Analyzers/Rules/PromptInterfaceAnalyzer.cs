using System.Collections.Immutable;
using GeminiGen.Analyzers.Diagnostics;
using GeminiGen.Analyzers.Keys;
using GeminiGen.Analyzers.Prompts;
using GeminiGen.Analyzers.Texts;
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
        Descriptors.PromptFileNotUsable,
        Descriptors.AnswerTypeRefusedByApi,
        Descriptors.AnswerTypeNotConstructible,
        Descriptors.GeneratedNameClash,
        Descriptors.ConflictingAttributes,
        Descriptors.UntrustedInstruction,
        Descriptors.ToolNotDescribable,
        Descriptors.ForeignPlaceholder);

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
            if (!isRuntimeReferenced || !ModelFiles.AreIn(start.Compilation, start.CancellationToken) || start.Compilation.GetTypeByMetadataName(WellKnownNames.GeminiPromptsAttributeMetadataName) is not { } marker)
            {
                return;
            }

            ProjectPrompts project = new(start.Options);
            ContractFindings findings = new(marker, (contract, attribute, compilation, report, cancellationToken) =>
                PromptInterfaceParser.Parse(contract, attribute, compilation, issue => report(Create(issue)), project.Files, cancellationToken));
            start.RegisterSymbolAction(findings.ReportInCode, SymbolKind.NamedType);
            start.RegisterSymbolAction(ReportOnToolSet, SymbolKind.NamedType);
            start.RegisterSymbolAction(context => VisitSnapshot(context, findings), SymbolKind.NamedType);
            if (project.HasFiles)
            {
                start.RegisterAdditionalFileAction(findings.ReportInFile);
            }
        });
    }

    private static void ReportOnToolSet(SymbolAnalysisContext context)
    {
        var type = (INamedTypeSymbol)context.Symbol;
        if (type.TypeKind == TypeKind.Class && type.FindAttribute(WellKnownNames.Namespace, WellKnownNames.ToolSetOfAttribute) is { } attribute)
        {
            ToolSetClassParser.Parse(type, attribute, context.Compilation, issue => context.ReportDiagnostic(Create(issue)), context.CancellationToken);
        }
    }

    /// <summary>What is wrong with a snapshot is told where a contract streams it, and at itself where none does.</summary>
    private static void VisitSnapshot(SymbolAnalysisContext context, ContractFindings findings)
    {
        var type = (INamedTypeSymbol)context.Symbol;
        if (AnswerTypeParser.FindSnapshotOf(type) is { } attribute && !findings.GetContracts(context.Compilation, context.CancellationToken).Exists(contract => Streams(contract, type)))
        {
            SnapshotParser.Parse(type, attribute, context.Compilation, issue => context.ReportDiagnostic(Create(issue)), context.CancellationToken);
        }
    }

    private static bool Streams(INamedTypeSymbol contract, INamedTypeSymbol snapshot)
    {
        foreach (INamedTypeSymbol type in contract.AllInterfaces.Insert(0, contract))
        {
            foreach (ISymbol member in type.GetMembers())
            {
                if (member is IMethodSymbol { ReturnType: INamedTypeSymbol { Arity: 1 } stream } && SymbolEqualityComparer.Default.Equals(stream.TypeArguments[0], snapshot))
                {
                    return true;
                }
            }
        }

        return false;
    }

    // Names are one word; what has several is a reason.
    private static Diagnostic Create(ContractIssue issue)
        => Diagnostic.Create(RulesById[issue.Id], issue.Location, issue.Properties, [.. issue.Arguments.Select(static argument => argument.IndexOf(' ') > 0 ? new ReasonText(argument) : (object)argument)]);
}

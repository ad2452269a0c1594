using System.Collections.Immutable;
using GeminiGen.Analyzers.Diagnostics;
using GeminiGen.Analyzers.Prompts;
using GeminiGen.Analyzers.Symbols;
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
            if (!isRuntimeReferenced || start.Compilation.GetTypeByMetadataName(WellKnownNames.GeminiPromptsAttributeMetadataName) is not { } marker)
            {
                return;
            }

            ProjectPrompts project = new(start.Options);
            start.RegisterSymbolAction(new Visitor(marker, project).VisitType, SymbolKind.NamedType);
            if (project.HasFiles)
            {
                start.RegisterAdditionalFileAction(new FileVisitor(marker, project).VisitFile);
            }
        });
    }

    private static Diagnostic Create(ContractIssue issue) => Diagnostic.Create(RulesById[issue.Id], issue.Location, issue.Properties, [.. issue.Arguments]);

    /// <summary>Reports what is wrong in code.</summary>
    private sealed class Visitor(INamedTypeSymbol marker, ProjectPrompts project)
    {
        public void VisitType(SymbolAnalysisContext context)
        {
            var type = (INamedTypeSymbol)context.Symbol;
            if (type.FindAttribute(marker) is { } attribute)
            {
                PromptInterfaceParser.Parse(type, attribute, context.Compilation, issue => Report(context, issue), project.Files, context.CancellationToken);
            }
        }

        private static void Report(SymbolAnalysisContext context, ContractIssue issue)
        {
            if (issue.Location.Kind != LocationKind.ExternalFile)
            {
                context.ReportDiagnostic(Create(issue));
            }
        }
    }

    /// <summary>
    /// Reports what is wrong in prompt files, where editors ask for each file's findings. All are found together, the first time anybody asks.
    /// </summary>
    private sealed class FileVisitor(INamedTypeSymbol marker, ProjectPrompts project)
    {
        private readonly object _lock = new();
        private List<ContractIssue>? _issues;

        public void VisitFile(AdditionalFileAnalysisContext context)
        {
            if (!PromptFile.IsPath(context.AdditionalFile.Path))
            {
                return;
            }

            foreach (ContractIssue issue in FindIssues(context.Compilation, context.CancellationToken))
            {
                if (issue.Location.GetLineSpan().Path == context.AdditionalFile.Path)
                {
                    context.ReportDiagnostic(Create(issue));
                }
            }
        }

        private List<ContractIssue> FindIssues(Compilation compilation, CancellationToken cancellationToken)
        {
            lock (_lock)
            {
                if (_issues is null)
                {
                    List<ContractIssue> issues = [];
                    Collect(compilation.Assembly.GlobalNamespace, compilation, issues, cancellationToken);
                    _issues = issues;
                }

                return _issues;
            }
        }

        private void Collect(INamespaceOrTypeSymbol scope, Compilation compilation, List<ContractIssue> issues, CancellationToken cancellationToken)
        {
            cancellationToken.ThrowIfCancellationRequested();
            foreach (ISymbol member in scope.GetMembers())
            {
                if (member is not INamespaceOrTypeSymbol inner)
                {
                    continue;
                }

                if (inner is INamedTypeSymbol { TypeKind: TypeKind.Interface } type && type.FindAttribute(marker) is { } attribute)
                {
                    PromptInterfaceParser.Parse(type, attribute, compilation, issue => Add(issues, issue), project.Files, cancellationToken);
                }

                Collect(inner, compilation, issues, cancellationToken);
            }
        }

        private static void Add(List<ContractIssue> issues, ContractIssue issue)
        {
            if (issue.Location.Kind == LocationKind.ExternalFile)
            {
                issues.Add(issue);
            }
        }
    }
}

using System.Collections.Immutable;
using GeminiGen.Analyzers.Diagnostics;
using GeminiGen.Analyzers.Limits;
using GeminiGen.Analyzers.Models;
using GeminiGen.Analyzers.Options;
using GeminiGen.Analyzers.Resilience;
using GeminiGen.Analyzers.Symbols;
using GeminiGen.Shared.Catalog;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace GeminiGen.Analyzers.Rules;

/// <summary>Host of the rules about what a contract's attributes say: visits every contract once.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class ContractSettingsAnalyzer : DiagnosticAnalyzer
{
    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = ImmutableArray.Create(
        Descriptors.RefusedByModel,
        Descriptors.RetryTurnedOff,
        Descriptors.OutputTokensAboveLimit,
        Descriptors.OutputTokensAboveLimitWithoutStream,
        Descriptors.PromptLarge,
        Descriptors.SettingOutOfRange,
        Descriptors.PromptAboveWindow,
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
            if (RuleSwitch.IsOn(start.Options) && GeminiSymbols.TryCreate(start.Compilation, out GeminiSymbols? symbols))
            {
                var visitor = new Visitor(symbols, new ProjectFacts(start.Compilation), ProjectCatalog.Of(start.Options, start.CancellationToken));
                start.RegisterSymbolAction(visitor.VisitType, SymbolKind.NamedType);
            }
        });
    }

    private sealed class Visitor(GeminiSymbols symbols, ProjectFacts project, ModelCatalog catalog)
    {
        public void VisitType(SymbolAnalysisContext context)
        {
            var type = (INamedTypeSymbol)context.Symbol;
            if (type.TypeKind != TypeKind.Interface || type.FindAttribute(symbols.GeminiPrompts) is not { } contract)
            {
                return;
            }

            ModelUse use = GetUse(type);
            CatalogModel? model = VisitModel(context, contract, use);
            VisitSettings(context, type, model);
            var largeTexts = new HashSet<Location>();
            foreach (ISymbol member in type.GetMembers())
            {
                if (member is IMethodSymbol { MethodKind: MethodKind.Ordinary } method)
                {
                    CatalogModel? own = VisitOwnModel(context, method, model);
                    VisitSettings(context, method, own);
                    VisitTexts(context, method, own, largeTexts);
                    VisitFeatures(context, type, method, own);
                    VisitEmbed(context, method, use == ModelUse.Text ? model : null);
                }
            }
        }

        private CatalogModel? VisitModel(SymbolAnalysisContext context, AttributeData contract, ModelUse use)
        {
            if (contract.GetText(WellKnownNames.Model) is not { } id
                || contract.FindArgument(WellKnownNames.Model, context.CancellationToken) is not { } location)
            {
                return null;
            }

            ModelRules.Check(id, use, location, catalog, context.ReportDiagnostic);
            return catalog.TryResolve(id, out CatalogModel? model) ? model : null;
        }

        // Vectors alone want another model than prompts; where a contract has both, its model is for the prompts.
        private ModelUse GetUse(INamedTypeSymbol type)
        {
            bool hasEmbeddings = false;
            foreach (ISymbol member in type.AllInterfaces.SelectMany(static contract => contract.GetMembers()).Concat(type.GetMembers()))
            {
                if (member is not IMethodSymbol { MethodKind: MethodKind.Ordinary, IsAbstract: true, IsStatic: false })
                {
                    continue;
                }

                if (member.FindAttribute(symbols.Embed) is null)
                {
                    return ModelUse.Text;
                }

                hasEmbeddings = true;
            }

            return hasEmbeddings ? ModelUse.Embedding : ModelUse.Text;
        }

        private void VisitFeatures(SymbolAnalysisContext context, INamedTypeSymbol type, IMethodSymbol method, CatalogModel? model)
        {
            if (model is not null && method.IsAbstract && method.FindAttribute(symbols.Embed) is null)
            {
                new RefusedByModelRule(symbols, type, model, context.ReportDiagnostic).Check(method, context.CancellationToken);
            }
        }

        private void VisitEmbed(SymbolAnalysisContext context, IMethodSymbol method, CatalogModel? contractModel)
        {
            if (method.FindAttribute(symbols.Embed) is not { } embed)
            {
                return;
            }

            if (embed.GetText(WellKnownNames.Model) is { } id && embed.FindArgument(WellKnownNames.Model, context.CancellationToken) is { } location)
            {
                ModelRules.Check(id, ModelUse.Embedding, location, catalog, context.ReportDiagnostic);
            }
            else if (contractModel is not null)
            {
                ModelWithoutEmbeddingsRule.Check(embed, contractModel, context.ReportDiagnostic, context.CancellationToken);
            }
        }

        /// <summary>Checks the model a method names itself.</summary>
        /// <returns>The model the method asks.</returns>
        private CatalogModel? VisitOwnModel(SymbolAnalysisContext context, IMethodSymbol method, CatalogModel? ofContract)
        {
            if (method.FindAttribute(symbols.Model) is not { } attribute
                || attribute.GetFirstText() is not { } id
                || string.IsNullOrWhiteSpace(id)
                || attribute.FindArgument(null, context.CancellationToken) is not { } location)
            {
                return ofContract;
            }

            ModelRules.Check(id, ModelUse.Text, location, catalog, context.ReportDiagnostic);
            return catalog.TryResolve(id, out CatalogModel? model) ? model : null;
        }

        private void VisitSettings(SymbolAnalysisContext context, ISymbol symbol, CatalogModel? model)
        {
            foreach (AttributeData attribute in symbol.GetAttributes())
            {
                if (symbols.Safety is not null && SymbolEqualityComparer.Default.Equals(attribute.AttributeClass, symbols.Safety))
                {
                    SettingOutOfRangeRule.CheckSafety(attribute, context.ReportDiagnostic, context.CancellationToken);
                }

                if (!HasSettings(attribute.AttributeClass))
                {
                    continue;
                }

                foreach (KeyValuePair<string, TypedConstant> argument in attribute.NamedArguments)
                {
                    if (attribute.FindArgument(argument.Key, context.CancellationToken) is { } location)
                    {
                        var setting = new Setting(attribute.AttributeClass!.Name, argument.Key, argument.Value, location, model);
                        OutputTokensAboveLimitRule.Check(setting, symbol, symbols, context.ReportDiagnostic);
                        SettingOutOfRangeRule.Check(setting, context.ReportDiagnostic);
                        NoRetryRule.Check(setting, symbol, project, context.ReportDiagnostic, context.CancellationToken);
                    }
                }
            }
        }

        private void VisitTexts(SymbolAnalysisContext context, IMethodSymbol method, CatalogModel? model, HashSet<Location> reported)
        {
            if (model is null || method.FindAttribute(symbols.Prompt) is not { } prompt)
            {
                return;
            }

            AttributeData? instruction = method.FindAttribute(symbols.SystemInstruction) ?? method.ContainingType.FindAttribute(symbols.SystemInstruction);
            var texts = new PromptTexts(
                prompt.GetFirstText(),
                prompt.FindArgument(null, context.CancellationToken),
                instruction?.GetFirstText(),
                instruction?.FindArgument(null, context.CancellationToken))
            {
                Examples = GetExamples(method),
            };
            if (texts.Location is { SourceTree: { } tree } location)
            {
                double percent = RuleOptions.GetPromptShare(context.Options, tree);
                PromptSizeRule.Check(method.Name, texts, model, percent, finding => Report(context, finding, location, reported));
            }
        }

        private ImmutableArray<string> GetExamples(IMethodSymbol method)
        {
            ImmutableArray<string>.Builder examples = ImmutableArray.CreateBuilder<string>();
            foreach (AttributeData attribute in method.GetAttributes())
            {
                if (symbols.Example is not null && SymbolEqualityComparer.Default.Equals(attribute.AttributeClass, symbols.Example))
                {
                    examples.Add(attribute.GetText(WellKnownNames.User) ?? "");
                    examples.Add(attribute.GetText(WellKnownNames.Model) ?? "");
                }
            }

            return examples.ToImmutable();
        }

        // An instruction of the whole contract is said once, not once a method.
        private static void Report(SymbolAnalysisContext context, Diagnostic finding, Location location, HashSet<Location> reported)
        {
            if (reported.Add(location))
            {
                context.ReportDiagnostic(finding);
            }
        }

        private bool HasSettings(INamedTypeSymbol? type)
            => type is not null && (Is(type, symbols.Generation) || Is(type, symbols.Retry) || Is(type, symbols.Repair) || Is(type, symbols.Timeout) || Is(type, symbols.Embed));

        private static bool Is(INamedTypeSymbol type, INamedTypeSymbol? known) => SymbolEqualityComparer.Default.Equals(type, known);
    }
}

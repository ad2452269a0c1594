using System.Collections.Immutable;
using GeminiGen.Analyzers.Baselines;
using GeminiGen.Analyzers.CallSites;
using GeminiGen.Analyzers.Diagnostics;
using GeminiGen.Analyzers.ModelCalls;
using GeminiGen.Analyzers.Models;
using GeminiGen.Analyzers.Options;
using GeminiGen.Analyzers.Resilience;
using GeminiGen.Analyzers.Symbols;
using GeminiGen.Shared.Catalog;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace GeminiGen.Analyzers.Rules;

/// <summary>
/// Host of the rules about calls: what is set and sent, how often, and what becomes of the answer. Each names the symbols it waits for, or looks at the calls that a file was found to
/// make, and the source is walked once for all of them. What some mark seldom stands at the call, and editors ask again only for what is near a change, so a file is looked at as a
/// whole; but none of a project that has nothing to do with a model.
/// </summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class CallSiteAnalyzer : DiagnosticAnalyzer
{
    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = ImmutableArray.Create(
        Descriptors.NoRetryAroundCall,
        Descriptors.NoRetryAroundOtherCall,
        Descriptors.RetryTurnedOff,
        Descriptors.NoRetryInLibrary,
        Descriptors.ClientWithoutResilience,
        Descriptors.ShortTimeLimits,
        Descriptors.ShortClientTimeout,
        Descriptors.ShortTimeoutForThinking,
        Descriptors.RetryWithoutWait,
        Descriptors.RetryWithoutLimit,
        Descriptors.PermanentErrorRetried,
        Descriptors.StackedRetry,
        Descriptors.RetryAfterStreamBegan,
        Descriptors.TokenNotPassed,
        Descriptors.NoTimeLimit,
        Descriptors.UnboundedParallelCalls,
        Descriptors.ServerWaitIgnored,
        Descriptors.WholeFileInline,
        Descriptors.WholeFileInMemory,
        Descriptors.OutputTokensAboveLimit,
        Descriptors.OutputTokensAboveLimitWithoutStream,
        Descriptors.OutputTokensTooFew,
        Descriptors.UnboundedHistory,
        Descriptors.SettingOutOfRange,
        Descriptors.MediaLarge,
        Descriptors.MediaBoundLarge,
        Descriptors.MediaAboveLimit,
        Descriptors.LoopAboveQuota,
        Descriptors.LoggedText,
        Descriptors.UnboundedLoop,
        Descriptors.SafetyOff,
        Descriptors.StorageOn,
        Descriptors.KeyInClientApp,
        Descriptors.SensitiveData,
        Descriptors.RetiredModel,
        Descriptors.DeprecatedModel,
        Descriptors.ReplacedModel,
        Descriptors.UnknownModelNearest,
        Descriptors.UnknownModel,
        Descriptors.ModelWithoutText,
        Descriptors.ModelWithoutEmbeddings,
        Descriptors.MisspeltModel,
        Descriptors.UncheckedAnswer,
        Descriptors.UncheckedChoice,
        Descriptors.UnreadFinishReason,
        Descriptors.ErrorTakenForAnswer,
        Descriptors.StrippedFences,
        Descriptors.WrongBodyName,
        Descriptors.MisplacedBodyName,
        Descriptors.WrongBodyValue,
        Descriptors.PastedText,
        Descriptors.HandParsedStream,
        Descriptors.CountedTokens,
        Descriptors.DroppedSignature,
        Descriptors.DroppedCallId,
        Descriptors.RawCall,
        Descriptors.ClientPerCall,
        Descriptors.ClientPerObject);

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
                var project = new ProjectFacts(start.Compilation);
                Compilation compilation = start.Compilation;
                AnalyzerOptions options = start.Options;

                // Looking up the types of all libraries takes its time, and most projects have nothing to do with a model. What outlives one run of the analyzers must not end with it.
                var registrar = new Lazy<CallSiteRegistrar>(() => CreateRegistrar(compilation, project, ProjectCatalog.Of(options, CancellationToken.None)));
                start.RegisterSemanticModelAction(context => Visit(new CallSiteFile(context, baseline.Filter(context.ReportDiagnostic)), registrar, project));
            }
        });
    }

    private static void Visit(CallSiteFile file, Lazy<CallSiteRegistrar> registrar, ProjectFacts project)
    {
        if (project.HasModels(file.CancellationToken))
        {
            new CallSiteWalk(file, registrar.Value).Run();
        }

        // A test sends what it knows to be wrong, and fails where an answer is missing.
        if (!project.IsTestProject)
        {
            AnswerRules.Check(file);
        }
    }

    private static CallSiteRegistrar CreateRegistrar(Compilation compilation, ProjectFacts project, ModelCatalog catalog)
    {
        var registrar = new CallSiteRegistrar();
        _ = GeminiSymbols.TryCreate(compilation, out GeminiSymbols? symbols);
        var models = new CalledModelRules(project, catalog);
        var calls = new ModelCallRules(project, models);
        calls.Add(registrar, compilation);
        models.Add(registrar, compilation);
        RequestConfigRules.Add(registrar, compilation, symbols);
        LoggedTextRule.Add(registrar, compilation);
        WholeFileInlineRule.Add(registrar, compilation);
        KeyInClientAppRule.Add(registrar, compilation, symbols);
        if (symbols is not null)
        {
            calls.AddContracts(registrar, symbols.GeminiPrompts, compilation);
            AddOptions(registrar, symbols, project);
            AddModels(registrar, symbols, compilation, catalog);
        }

        return registrar;
    }

    private static void AddOptions(CallSiteRegistrar registrar, GeminiSymbols symbols, ProjectFacts project)
    {
        registrar.OnSet(symbols.RetryOptions, WellKnownNames.MaxAttempts, (context, _, value) =>
        {
            SettingOutOfRangeRule.CheckAttempts(value, context.ReportDiagnostic);
            NoRetryRule.CheckAttempts(value, project, context.ReportDiagnostic, context.CancellationToken);
        });
        foreach (string name in new[] { "Timeout", "AttemptTimeout", "StreamIdleTimeout" })
        {
            registrar.OnSet(symbols.Options, name, static (context, target, value) =>
                SettingOutOfRangeRule.CheckTimeLimit(target.Property.Name, value, context.ReportDiagnostic));
        }
    }

    private static void AddModels(CallSiteRegistrar registrar, GeminiSymbols symbols, Compilation compilation, ModelCatalog catalog)
    {
        registrar.OnSet(symbols.Options, "DefaultModel", (context, _, value) => CheckModel(context, value, ModelUse.Text, catalog));

        // options.Models["IContract"] = "…", or the same in an initializer, or Models.Add("IContract", "…").
        INamedTypeSymbol? dictionary = compilation.GetTypeByMetadataName("System.Collections.Generic.IDictionary`2");
        registrar.OnSet(dictionary, "this[]", (context, target, value) =>
        {
            if (IsModels(target.Instance, target, symbols))
            {
                CheckModel(context, value, ModelUse.Either, catalog);
            }
        });
        registrar.OnCall(dictionary, ["Add"], (context, call) =>
        {
            if (call.Arguments.Length == 2 && IsModels(call.Instance, call, symbols))
            {
                CheckModel(context, call.Arguments[1].Value, ModelUse.Either, catalog);
            }
        });
    }

    private static bool IsModels(IOperation? instance, IOperation use, GeminiSymbols symbols)
    {
        IOperation? owner = instance is IInstanceReferenceOperation ? Initialized(use) : instance;
        return owner is IPropertyReferenceOperation { Property: { Name: "Models", ContainingType: { } type } } && SymbolEqualityComparer.Default.Equals(type, symbols.Options);
    }

    private static IOperation? Initialized(IOperation use)
    {
        IOperation? operation = use;
        while (operation is not null and not IMemberInitializerOperation)
        {
            operation = operation.Parent;
        }

        return (operation as IMemberInitializerOperation)?.InitializedMember;
    }

    private static void CheckModel(CallSite context, IOperation value, ModelUse use, ModelCatalog catalog)
    {
        if (value.ConstantValue is { HasValue: true, Value: string id })
        {
            Location location = value.Syntax.GetLocation();
            ModelRules.Check(id, use, location, catalog, context.ReportDiagnostic);
        }
    }
}

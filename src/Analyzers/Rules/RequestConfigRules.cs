using GeminiGen.Analyzers.CallSites;
using GeminiGen.Analyzers.ModelCalls;
using GeminiGen.Analyzers.Models;
using GeminiGen.Analyzers.Requests;
using GeminiGen.Analyzers.Symbols;
using GeminiGen.Shared.Catalog;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace GeminiGen.Analyzers.Rules;

/// <summary>Shows the objects in which client libraries take settings and media to the rules about limits and safety.</summary>
internal static class RequestConfigRules
{
    // Google.GenAI 1.x, Mscc.GenerativeAI 2.x and 3.x, Google_GenerativeAI 3.x, the Google connector of Semantic Kernel 1.x.
    private static readonly string[] ConfigTypes =
    [
        "Google.GenAI.Types.GenerateContentConfig",
        "Mscc.GenerativeAI.GenerationConfig",
        "Mscc.GenerativeAI.Types.GenerationConfig",
        "GenerativeAI.Types.GenerationConfig",
        "Microsoft.SemanticKernel.Connectors.Google.GeminiPromptExecutionSettings",
    ];

    private static readonly string[] RequestTypes =
    [
        "Google.GenAI.Types.GenerateContentConfig", "Mscc.GenerativeAI.GenerateContentRequest", "Mscc.GenerativeAI.Types.GenerateContentRequest", "GenerativeAI.Types.GenerateContentRequest",
        "Microsoft.SemanticKernel.Connectors.Google.GeminiPromptExecutionSettings",
    ];

    /// <summary>Waits for them, where the project references the library.</summary>
    public static void Add(CallSiteRegistrar registrar, Compilation compilation, GeminiSymbols? symbols)
    {
        foreach (string name in ConfigTypes)
        {
            registrar.OnCreate(compilation.GetTypeByMetadataName(name), CheckSettings);
        }

        foreach (string name in RequestTypes)
        {
            registrar.OnCreate(compilation.GetTypeByMetadataName(name), CheckSafety);
        }

        foreach (string name in InlineBlobs.TypeNames)
        {
            registrar.OnCreate(compilation.GetTypeByMetadataName(name), static (context, creation) => CheckBytes(creation, context));
        }

        registrar.OnCall(compilation.GetTypeByMetadataName("Google.GenAI.Types.Part"), ["FromBytes"], static (context, call) => CheckBytes(call, context));
        registrar.OnCreate(symbols?.PromptOptions, CheckSettings);
        registrar.OnCreate(symbols?.PromptOptions, CheckSafety);
    }

    private static void CheckSettings(CallSite context, IObjectCreationOperation creation)
    {
        if (creation is not { SemanticModel: { } model, Initializer: not null })
        {
            return;
        }

        ValueFlow flow = new(model, context.CancellationToken);
        RequestValue config = new RequestReader(flow).Read(creation);
        string? id = config.Find("model")?.Constant as string ?? config.Find("modelid")?.Constant as string ?? ConfigUse.FindModel(creation, flow, context.CancellationToken);
        CatalogModel? known = id is not null && ProjectCatalog.Of(context.Options, context.CancellationToken).TryResolve(id, out CatalogModel? found) ? found : null;
        RequestSettingRules.Check(new RequestSettings(config, known), isAnsweredWhole: false, context.ReportDiagnostic);
    }

    private static void CheckSafety(CallSite context, IObjectCreationOperation creation)
    {
        if (creation is { SemanticModel: { } model, Initializer: not null })
        {
            SafetyOffRule.Check(new RequestReader(new ValueFlow(model, context.CancellationToken)).Read(creation), context.ReportDiagnostic);
        }
    }

    private static void CheckBytes(IOperation made, CallSite context)
    {
        if (made.SemanticModel is { } model && InlineBlobs.Read(made, new ValueFlow(model, context.CancellationToken)) is { } blob)
        {
            MediaSizeRule.Check(blob.Bytes, context.ReportDiagnostic);
        }
    }
}

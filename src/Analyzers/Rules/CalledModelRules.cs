using GeminiGen.Analyzers.CallSites;
using GeminiGen.Analyzers.ModelCalls;
using GeminiGen.Analyzers.Models;
using GeminiGen.Analyzers.Requests;
using GeminiGen.Analyzers.Resilience;
using GeminiGen.Shared.Catalog;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace GeminiGen.Analyzers.Rules;

/// <summary>
/// Shows the model ids that code names without a contract to the rules about models: in the address or the body of a request by hand, and in what a client library is handed. Only
/// where the Gemini API answers: Vertex AI keeps the same models for another time, and under a proxy's ids may stand anything.
/// </summary>
/// <param name="project">The project.</param>
/// <param name="catalog">What it knows of models.</param>
internal sealed class CalledModelRules(ProjectFacts project, ModelCatalog catalog)
{
    // Types and methods that take a model's id once for all requests; the same versions as of the senders.
    private static readonly (string TypeName, string[] Methods)[] Makers =
    [
        ("Google.GenAI.GoogleGenAIExtensions", ["AsIChatClient", "AsIEmbeddingGenerator"]),
        ("Mscc.GenerativeAI.GoogleAI", ["GenerativeModel"]),
        ("GenerativeAI.GoogleAi", ["CreateGenerativeModel", "CreateGeminiModel", "CreateEmbeddingModel"]),
        ("Microsoft.SemanticKernel.GoogleAIKernelBuilderExtensions", ["AddGoogleAIGeminiChatCompletion", "AddGoogleAIEmbeddingGeneration", "AddGoogleAIEmbeddingGenerator", "AddGoogleAIGeminiChatClient"]),
        ("Microsoft.SemanticKernel.GoogleAIServiceCollectionExtensions", ["AddGoogleAIGeminiChatCompletion", "AddGoogleAIEmbeddingGeneration", "AddGoogleAIEmbeddingGenerator", "AddGoogleAIGeminiChatClient"]),
        ("Microsoft.SemanticKernel.GoogleAIMemoryBuilderExtensions", ["WithGoogleAITextEmbeddingGeneration"]),
    ];

    private static readonly string[] MadeTypes =
    [
        "Mscc.GenerativeAI.GenerativeModel", "GenerativeAI.GenerativeModel", "GenerativeAI.GeminiModel", "GenerativeAI.EmbeddingModel",
        "Microsoft.SemanticKernel.Connectors.Google.GoogleAIGeminiChatCompletionService", "Microsoft.SemanticKernel.Connectors.Google.GoogleAIEmbeddingGenerator",
        "Microsoft.SemanticKernel.Connectors.Google.GoogleAITextEmbeddingGenerationService", "OpenAI.Chat.ChatClient", "OpenAI.Embeddings.EmbeddingClient",
    ];

    private static readonly string[] OptionTypes = ["GeminiDotnet.GeminiClientOptions", "Microsoft.Extensions.AI.ChatOptions", "Microsoft.Extensions.AI.EmbeddingGenerationOptions"];

    // The part of a type's name that Google's libraries keep for the Gemini API.
    private const string OwnName = "GoogleA";

    /// <summary>Waits for what makes clients for a model.</summary>
    public void Add(CallSiteRegistrar registrar, Compilation compilation)
    {
        foreach ((string typeName, string[] methods) in Makers)
        {
            bool isProven = Names(typeName, OwnName);
            registrar.OnCall(compilation.GetTypeByMetadataName(typeName), methods, (site, call) => CheckArguments(site, call.Arguments, UseOf(call.TargetMethod.Name), isProven));
        }

        foreach (string typeName in MadeTypes)
        {
            registrar.OnCreate(compilation.GetTypeByMetadataName(typeName), CheckMade);
        }

        // Options for any client say whose the model is only beside a library for Gemini.
        if (ModelSenders.All.Any(sender => sender.Provider == ModelProvider.Gemini && sender.Methods.Any(methods => compilation.GetTypeByMetadataName(methods.TypeName) is not null)))
        {
            foreach (string typeName in OptionTypes)
            {
                registrar.OnSet(compilation.GetTypeByMetadataName(typeName), "ModelId", (site, _, value) => CheckValue(site, value, UseOf(typeName), isProven: false));
            }
        }
    }

    /// <summary>Checks a call that reaches a model.</summary>
    public void Check(ModelCall call, ModelRequest? request, CallSite site)
    {
        if (!call.IsGemini || call.Sender == ModelSenders.Contracts || project.IsTestProject)
        {
            return;
        }

        if (call.Sender is not null)
        {
            CheckArguments(site, call.Operation.Arguments, UseOf(call.Operation.TargetMethod.Name), isProven: false);
        }
        else if (request is { NamedModel: var (id, method, location) })
        {
            Report(id, UseOf(method), location, call.Syntax, site);
        }
        else if (request is { Body: { } body } && body.Find("model") is { Constant: string named } value && MayBeMeant(named))
        {
            Report(named, request.IsOpenAI && request.Address.EndsWith("/embeddings", StringComparison.Ordinal) ? ModelUse.Embedding : ModelUse.Content, value.Location, call.Syntax, site);
        }
    }

    private void CheckMade(CallSite site, IObjectCreationOperation creation)
    {
        string type = creation.Type!.Name;
        bool isOpenAI = creation.Type.ContainingNamespace.ToDisplayString().StartsWith("OpenAI", StringComparison.Ordinal);
        if (!isOpenAI || IsOfGemini(creation, site))
        {
            CheckArguments(site, creation.Arguments, UseOf(type), isOpenAI || Names(type, OwnName));
        }
    }

    // new ChatClient(model, credential, new OpenAIClientOptions { Endpoint = new Uri("https://generativelanguage.googleapis.com/v1beta/openai/") })
    private static bool IsOfGemini(IObjectCreationOperation creation, CallSite site)
    {
        ValueFlow flow = new(site.File.Model, site.CancellationToken);
        foreach (IArgumentOperation argument in creation.Arguments)
        {
            if (flow.Trace(argument.Value) is IObjectCreationOperation { Type.Name: "OpenAIClientOptions" } options
                && new RequestReader(flow).Read(options).Find("endpoint")?.Operation is { } endpoint
                && ModelHosts.ProviderOf(new AddressText(flow).Read(endpoint).Text) == ModelProvider.Gemini)
            {
                return true;
            }
        }

        return false;
    }

    private void CheckArguments(CallSite site, IEnumerable<IArgumentOperation> arguments, ModelUse use, bool isProven)
    {
        foreach (IArgumentOperation argument in arguments)
        {
            if (argument is { ArgumentKind: ArgumentKind.Explicit, Parameter.Name: "model" or "modelId" or "modelName" or "defaultModelId" })
            {
                CheckValue(site, argument.Value, use, isProven);
            }
        }
    }

    private void CheckValue(CallSite site, IOperation value, ModelUse use, bool isProven)
    {
        IOperation made = new ValueFlow(site.File.Model, site.CancellationToken).Trace(value);
        if (made.ConstantValue is { HasValue: true, Value: string id } && MayBeMeant(id) && !project.IsTestProject && (isProven || !project.SpeaksOfVertex(site.CancellationToken)))
        {
            Report(id, use, made.Syntax.GetLocation(), site.Operation.Syntax, site);
        }
    }

    // Several calls may name what one constant says.
    private void Report(string id, ModelUse use, Location location, SyntaxNode owner, CallSite site)
        => ModelRules.Check(id, use, location, catalog, finding =>
        {
            if (project.Owners.MayTell(owner, finding))
            {
                site.ReportDiagnostic(finding);
            }
        });

    // Another's model, or a path, is no model of this API.
    private bool MayBeMeant(string id)
        => ModelCatalog.WithoutPrefix(id).StartsWith("gem", StringComparison.OrdinalIgnoreCase) || catalog.TryGet(id, out _);

    // By the name of a method of the API or of a library, or of a class. A client for all methods may be used for any.
    private static ModelUse UseOf(string name)
        => Names(name, "embed") ? ModelUse.Embedding
            : Names(name, "generateContent") || Names(name, "Chat") ? ModelUse.Content
            : Names(name, "Gemini") || Names(name, "GenerativeModel") ? ModelUse.Either
            : ModelUse.Special;

    private static bool Names(string name, string word) => name.IndexOf(word, StringComparison.OrdinalIgnoreCase) >= 0;
}

using GeminiGen.Emulator.Admin;
using GeminiGen.Emulator.Answers;
using GeminiGen.Emulator.Batches;
using GeminiGen.Emulator.Caches;
using GeminiGen.Emulator.Cloud;
using GeminiGen.Emulator.Endpoints;
using GeminiGen.Emulator.Files;
using GeminiGen.Emulator.Interactions;
using GeminiGen.Emulator.Models;
using GeminiGen.Emulator.OpenAI;
using GeminiGen.Emulator.Status;

namespace GeminiGen.Emulator.Routing;

/// <summary>Every path the emulator answers, and the parts behind them. A new endpoint is a class of its own and a row here.</summary>
internal static class RouteTable
{
    private const string Gemini = "/{version=v1beta|v1}";

    /// <summary>What the smaller version 1 has not got.</summary>
    private const string Beta = "/{version=v1beta}";

    private const string Publisher = "/publishers/{publisher=google}/models/{model*}";

    /// <summary>Google Cloud's models by project and place.</summary>
    private const string Project = "/{version=v1|v1beta1}/projects/{project}/locations/{location}" + Publisher;

    /// <summary>The same by a key alone.</summary>
    private const string Express = "/{version=v1|v1beta1}" + Publisher;

    public static IReadOnlyList<Route> Build(EmulatorState state)
    {
        GeminiEmulatorOptions options = state.Options;
        var directory = new ModelDirectory(options.TimeProvider);
        var gate = new FaultGate(state.Faults, options.TimeProvider, state.Quotas);
        var files = new FileStore(options);
        var caches = new CacheStore(options.TimeProvider);
        var credentials = new Credentials(options);
        var answers = new AnswerService(directory, files, caches, gate, options);
        return
        [
            .. Own(new AdminEndpoint(state), new StatusEndpoint(state)),
            .. Models(new ModelsEndpoint(directory, credentials)),
            .. Answers(new GenerateEndpoint(answers, credentials, options), new CountTokensEndpoint(directory, caches, gate, credentials)),
            .. Embeddings(new EmbedEndpoint(directory, gate, credentials)),
            .. Files(new FilesEndpoint(files, credentials), new UploadEndpoint(files, new FaultGate(state.UploadFaults, options.TimeProvider), credentials)),
            .. Batches(new BatchesEndpoint(directory, new BatchStore(options), files, answers, gate, credentials)),
            .. Caches(new CachesEndpoint(directory, caches, credentials)),
            .. OpenAI(
                new ChatEndpoint(directory, answers, credentials, options),
                new OpenAIEmbeddingsEndpoint(directory, gate, credentials),
                new OpenAIModelsEndpoint(directory, credentials)),
            .. Interactions(new InteractionsEndpoint(new InteractionStore(options.TimeProvider), answers, credentials, options)),
            .. Cloud(Project, new CloudGenerateEndpoint(answers, credentials, options), new CloudCountTokensEndpoint(directory, gate, credentials)),
            .. Cloud(Express, new CloudGenerateEndpoint(answers, credentials, options), new CloudCountTokensEndpoint(directory, gate, credentials)),
        ];
    }

    /// <summary>About the emulator itself. The API has nothing outside its versions, so these paths meet none of its.</summary>
    private static Route[] Own(AdminEndpoint admin, StatusEndpoint status) =>
    [
        new("GET", "/", LocalOnly.Guard(status.ListAsync)) { IsOwn = true },
        new("GET", "/status", LocalOnly.Guard(status.ListAsync)) { IsOwn = true },
        new("GET", "/status/{id}", LocalOnly.Guard(status.CallAsync)) { IsOwn = true },
        new("GET", "/admin", LocalOnly.Guard(admin.SummaryAsync)) { IsOwn = true },
        new("GET", "/admin/requests", LocalOnly.Guard(admin.RequestsAsync)) { IsOwn = true },
        new("GET", "/admin/quotas", LocalOnly.Guard(admin.QuotasAsync)) { IsOwn = true },
        new("GET", "/admin/faults", LocalOnly.Guard(admin.FaultsAsync)) { IsOwn = true },
        new("POST", "/admin/reset", LocalOnly.Guard(admin.ResetAsync)) { IsOwn = true },
    ];

    private static Route[] Models(ModelsEndpoint models) =>
    [
        new("GET", Gemini + "/models", models.ListAsync),
        new("GET", Gemini + "/models/{model*}", models.GetAsync),
    ];

    private static Route[] Answers(GenerateEndpoint generate, CountTokensEndpoint count) =>
    [
        new("POST", Gemini + "/models/{model*}:generateContent", generate.AnswerAsync),
        new("POST", Gemini + "/models/{model*}:streamGenerateContent", generate.StreamAsync, ErrorShape.Stream),
        new("POST", Gemini + "/models/{model*}:countTokens", count.AnswerAsync),
    ];

    private static Route[] Embeddings(EmbedEndpoint embed) =>
    [
        new("POST", Gemini + "/models/{model*}:embedContent", embed.AnswerAsync),
        new("POST", Gemini + "/models/{model*}:batchEmbedContents", embed.AnswerBatchAsync),
    ];

    private static Route[] Files(FilesEndpoint files, UploadEndpoint uploads) =>
    [
        new("POST", "/upload" + Gemini + "/files", uploads.AnswerAsync),
        new("GET", Gemini + "/files", files.ListAsync),
        new("GET", Gemini + "/files/{id}", files.GetAsync),
        new("DELETE", Gemini + "/files/{id}", files.DeleteAsync),
        new("GET", Gemini + "/files/{id}:download", files.DownloadAsync),
        new("GET", "/download" + Gemini + "/files/{id}:download", files.DownloadAsync),
    ];

    private static Route[] Batches(BatchesEndpoint batches) =>
    [
        new("POST", Gemini + "/models/{model*}:batchGenerateContent", batches.CreateAsync),
        new("POST", Gemini + "/models/{model*}:asyncBatchEmbedContent", batches.CreateEmbeddingsAsync),
        new("GET", Gemini + "/batches", batches.ListAsync),
        new("GET", Gemini + "/batches/{id}", batches.GetAsync),
        new("POST", Gemini + "/batches/{id}:cancel", batches.CancelAsync),
        new("DELETE", Gemini + "/batches/{id}", batches.DeleteAsync),
    ];

    private static Route[] Caches(CachesEndpoint caches) =>
    [
        new("POST", Gemini + "/cachedContents", caches.CreateAsync),
        new("GET", Gemini + "/cachedContents", caches.ListAsync),
        new("GET", Gemini + "/cachedContents/{id}", caches.GetAsync),
        new("PATCH", Gemini + "/cachedContents/{id}", caches.UpdateAsync),
        new("DELETE", Gemini + "/cachedContents/{id}", caches.DeleteAsync),
    ];

    private static Route[] OpenAI(ChatEndpoint chat, OpenAIEmbeddingsEndpoint embeddings, OpenAIModelsEndpoint models) =>
    [
        new("POST", Beta + "/openai/chat/completions", chat.AnswerAsync, ErrorShape.InArray),
        new("POST", Beta + "/openai/embeddings", embeddings.AnswerAsync, ErrorShape.InArray),
        new("GET", Beta + "/openai/models", models.ListAsync, ErrorShape.InArray),
        new("GET", Beta + "/openai/models/{model*}", models.GetAsync, ErrorShape.InArray),
    ];

    private static Route[] Interactions(InteractionsEndpoint interactions) =>
    [
        new("POST", Gemini + "/interactions", interactions.CreateAsync, ErrorShape.Word),
        new("GET", Gemini + "/interactions/{id}", interactions.GetAsync, ErrorShape.Word),
        new("POST", Gemini + "/interactions/{id}/cancel", interactions.CancelAsync, ErrorShape.Word),
        new("DELETE", Gemini + "/interactions/{id}", interactions.DeleteAsync, ErrorShape.Word),
    ];

    private static Route[] Cloud(string path, CloudGenerateEndpoint generate, CloudCountTokensEndpoint count) =>
    [
        new("POST", path + ":generateContent", generate.AnswerAsync),
        new("POST", path + ":streamGenerateContent", generate.StreamAsync, ErrorShape.Stream),
        new("POST", path + ":countTokens", count.AnswerAsync),
    ];
}

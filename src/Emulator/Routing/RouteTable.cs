using GeminiGen.Emulator.Answers;
using GeminiGen.Emulator.Caches;
using GeminiGen.Emulator.Endpoints;
using GeminiGen.Emulator.Files;
using GeminiGen.Emulator.Models;
using GeminiGen.Emulator.Scripting;

namespace GeminiGen.Emulator.Routing;

/// <summary>Every path the emulator answers, and the parts behind them. A new endpoint is a class of its own and a row here.</summary>
internal static class RouteTable
{
    private const string Gemini = "/{version=v1beta|v1}";

    public static IReadOnlyList<Route> Build(GeminiEmulatorOptions options, FaultQueue faults, FaultQueue uploadFaults)
    {
        var directory = new ModelDirectory(options.TimeProvider);
        var gate = new FaultGate(faults, options.TimeProvider);
        var files = new FileStore(options);
        var caches = new CacheStore(options.TimeProvider);
        var credentials = new Credentials(options);
        var answers = new AnswerService(directory, files, caches, gate);
        return
        [
            .. Models(new ModelsEndpoint(directory, credentials)),
            .. Answers(new GenerateEndpoint(answers, credentials, options), new CountTokensEndpoint(directory, caches, gate, credentials)),
            .. Embeddings(new EmbedEndpoint(directory, gate, credentials)),
            .. Files(new FilesEndpoint(files, credentials), new UploadEndpoint(files, new FaultGate(uploadFaults, options.TimeProvider), credentials)),
            .. Caches(new CachesEndpoint(directory, caches, credentials)),
        ];
    }

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

    private static Route[] Caches(CachesEndpoint caches) =>
    [
        new("POST", Gemini + "/cachedContents", caches.CreateAsync),
        new("GET", Gemini + "/cachedContents", caches.ListAsync),
        new("GET", Gemini + "/cachedContents/{id}", caches.GetAsync),
        new("PATCH", Gemini + "/cachedContents/{id}", caches.UpdateAsync),
        new("DELETE", Gemini + "/cachedContents/{id}", caches.DeleteAsync),
    ];
}

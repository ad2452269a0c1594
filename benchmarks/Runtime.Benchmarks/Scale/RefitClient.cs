using System.Globalization;
using System.Text.Json;
using Refit;

namespace GeminiGen.Benchmarks.Scale;

/// <summary>The text call through a generated Refit client with source-generated JSON.</summary>
internal sealed class RefitClient(HttpClient http)
{
    private readonly IRefitGemini _api = RestService.For<IRefitGemini>(http, new RefitSettings
    {
        ContentSerializer = new SystemTextJsonContentSerializer(new JsonSerializerOptions(RefitJsonContext.Default.Options) { TypeInfoResolver = RefitJsonContext.Default }),
    });

    internal async Task<string> SummarizeAsync(string document, int sentences, CancellationToken cancellationToken)
    {
        string prompt = string.Create(CultureInfo.InvariantCulture, $"Summarise in {sentences} sentences:\n{document}");
        var request = new GenerateRequest(
            new Content(null, [new Part(BenchmarkPrompts.Instruction)]),
            [new Content("user", [new Part(prompt)])],
            new GenerationConfig(4000, 0.2));
        GenerateResponse response = await _api.GenerateAsync(Server.CannedServer.TextModel, BenchmarkHost.Key, request, cancellationToken).ConfigureAwait(false);
        return response.Candidates![0].Content!.Parts[0].Text!;
    }
}

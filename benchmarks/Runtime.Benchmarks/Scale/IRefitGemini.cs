using Refit;

namespace GeminiGen.Benchmarks.Scale;

/// <summary>The same API as a Refit contract, for scale.</summary>
internal interface IRefitGemini
{
    /// <summary>Calls <c>generateContent</c>.</summary>
    [Post("/v1beta/models/{model}:generateContent")]
    Task<GenerateResponse> GenerateAsync(string model, [Header("x-goog-api-key")] string apiKey, [Body] GenerateRequest body, CancellationToken cancellationToken);
}

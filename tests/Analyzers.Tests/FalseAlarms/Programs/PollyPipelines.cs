using System.Text.Json;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Logging;
using Polly;
using Polly.Retry;
using Polly.Timeout;

var services = new ServiceCollection();
services.AddLogging();
services.AddSingleton<IConfiguration>(new ConfigurationBuilder().Build());
services.AddSingleton(new ResiliencePipelineBuilder<HttpResponseMessage>()
    .AddTimeout(TimeSpan.FromMinutes(4))
    .AddRetry(new RetryStrategyOptions<HttpResponseMessage>
    {
        MaxRetryAttempts = 4,
        BackoffType = DelayBackoffType.Exponential,
        Delay = TimeSpan.FromSeconds(2),
        UseJitter = true,
        ShouldHandle = new PredicateBuilder<HttpResponseMessage>()
            .Handle<TimeoutRejectedException>()
            .HandleResult(response => response.StatusCode is HttpStatusCode.TooManyRequests or HttpStatusCode.RequestTimeout or >= HttpStatusCode.InternalServerError),
        DelayGenerator = arguments => ValueTask.FromResult(arguments.Outcome.Result?.Headers.RetryAfter?.Delta),
    })
    .AddTimeout(TimeSpan.FromSeconds(80))
    .Build());
services.AddHttpClient("gemini", http => http.BaseAddress = new Uri("https://generativelanguage.googleapis.com/"));
services.AddTransient<Translator>();
await using ServiceProvider provider = services.BuildServiceProvider();
Console.WriteLine(await provider.GetRequiredService<Translator>().TranslateAsync("Guten Morgen", "en", CancellationToken.None));

internal sealed class Translator(IHttpClientFactory factory, IConfiguration configuration, ResiliencePipeline<HttpResponseMessage> pipeline, ILogger<Translator> logger)
{
    public async Task<string?> TranslateAsync(string text, string language, CancellationToken cancellationToken)
    {
        using HttpResponseMessage response = await pipeline.ExecuteAsync(
            async token =>
            {
                using HttpClient http = factory.CreateClient("gemini");
                using var request = new HttpRequestMessage(HttpMethod.Post, "v1beta/models/gemini-3.5-flash-lite:generateContent");
                request.Headers.TryAddWithoutValidation("x-goog-api-key", configuration["Gemini:ApiKey"]);
                request.Content = JsonContent.Create(new
                {
                    contents = new[] { new { parts = new[] { new { text = $"Translate into {language}: {text}" } } } },
                    generationConfig = new { temperature = 0, responseMimeType = "text/plain" },
                });
                return await http.SendAsync(request, token);
            },
            cancellationToken);
        response.EnsureSuccessStatusCode();
        using JsonDocument answer = JsonDocument.Parse(await response.Content.ReadAsStreamAsync(cancellationToken));
        if (!answer.RootElement.TryGetProperty("candidates", out JsonElement candidates) || candidates.GetArrayLength() == 0)
        {
            logger.LogWarning("No answer: {Feedback}", answer.RootElement.TryGetProperty("promptFeedback", out JsonElement feedback) ? feedback.GetRawText() : "none");
            return null;
        }

        JsonElement first = candidates[0];
        if (first.GetProperty("finishReason").GetString() != "STOP")
        {
            logger.LogWarning("The answer stopped for {Reason}", first.GetProperty("finishReason").GetString());
            return null;
        }

        return first.GetProperty("content").GetProperty("parts")[0].GetProperty("text").GetString();
    }
}

using System.Text.Json;
using System.Text.Json.Serialization;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

var builder = Host.CreateApplicationBuilder(args);
builder.Services.AddOptions<GeminiSettings>().Bind(builder.Configuration.GetSection("Gemini"));
builder.Services.AddHttpClient<GeminiApi>((services, http) =>
    {
        GeminiSettings settings = services.GetRequiredService<IOptions<GeminiSettings>>().Value;
        http.BaseAddress = new Uri(settings.BaseAddress);
        http.DefaultRequestHeaders.Add("x-goog-api-key", settings.ApiKey ?? throw new InvalidOperationException("Gemini:ApiKey is not set."));
        http.Timeout = Timeout.InfiniteTimeSpan;
    })
    .AddStandardResilienceHandler(options =>
    {
        options.AttemptTimeout.Timeout = TimeSpan.FromSeconds(90);
        options.TotalRequestTimeout.Timeout = TimeSpan.FromMinutes(5);
        options.CircuitBreaker.SamplingDuration = TimeSpan.FromMinutes(3);
        options.Retry.MaxRetryAttempts = 4;
        options.Retry.UseJitter = true;
    });
builder.Services.AddSingleton<Summaries>();
IHost app = builder.Build();
using var stop = new CancellationTokenSource(TimeSpan.FromMinutes(10));
foreach (string summary in await app.Services.GetRequiredService<Summaries>().OfAllAsync(Directory.GetFiles("articles"), stop.Token))
{
    Console.WriteLine(summary);
}

public sealed class GeminiSettings
{
    public string BaseAddress { get; set; } = "https://generativelanguage.googleapis.com/v1beta/";

    public string? ApiKey { get; set; }

    public string Model { get; set; } = "gemini-3.8-flash";
}

public sealed class GeminiApi(HttpClient http, IOptions<GeminiSettings> options, ILogger<GeminiApi> logger)
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull };

    public async Task<string> GenerateAsync(string instruction, string text, CancellationToken cancellationToken)
    {
        var request = new GenerateRequest(
            [new Content("user", [new Part(text)])],
            new Content(null, [new Part(instruction)]),
            new GenerationConfig(MaxOutputTokens: 8192, Temperature: 0.4));
        using HttpResponseMessage response = await http.PostAsJsonAsync($"models/{options.Value.Model}:generateContent", request, Json, cancellationToken);
        if (!response.IsSuccessStatusCode)
        {
            string error = await response.Content.ReadAsStringAsync(cancellationToken);
            throw new HttpRequestException($"Gemini answered {(int)response.StatusCode}: {ErrorOf(error)}", null, response.StatusCode);
        }

        GenerateResponse? answer = await response.Content.ReadFromJsonAsync<GenerateResponse>(Json, cancellationToken);
        if (answer?.PromptFeedback?.BlockReason is { } reason)
        {
            throw new InvalidOperationException($"The prompt was blocked: {reason}.");
        }

        Candidate candidate = answer?.Candidates?.FirstOrDefault() ?? throw new InvalidOperationException("There was no candidate.");
        if (candidate.FinishReason is not "STOP")
        {
            throw new InvalidOperationException($"The answer ended early: {candidate.FinishReason}.");
        }

        logger.LogInformation("Gemini used {Tokens} tokens in {Model}.", answer.UsageMetadata?.TotalTokenCount, options.Value.Model);
        return string.Concat(candidate.Content?.Parts?.Select(part => part.Text) ?? []);
    }

    private static string ErrorOf(string body)
    {
        using JsonDocument document = JsonDocument.Parse(body);
        return document.RootElement.TryGetProperty("error", out JsonElement error) && error.TryGetProperty("message", out JsonElement message) ? message.GetString() ?? "" : "no message";
    }
}

public sealed class Summaries(GeminiApi api)
{
    public async Task<IReadOnlyList<string>> OfAllAsync(IReadOnlyList<string> paths, CancellationToken cancellationToken)
    {
        string[] summaries = new string[paths.Count];
        await Parallel.ForEachAsync(Enumerable.Range(0, paths.Count), new ParallelOptions { MaxDegreeOfParallelism = 4, CancellationToken = cancellationToken }, async (i, token) =>
        {
            string text = await File.ReadAllTextAsync(paths[i], token);
            summaries[i] = await api.GenerateAsync("Summarise in three sentences.", text, token);
        });
        return summaries;
    }
}

public sealed record GenerateRequest(IReadOnlyList<Content> Contents, Content? SystemInstruction, GenerationConfig GenerationConfig);

public sealed record GenerationConfig(int MaxOutputTokens, double Temperature);

public sealed record Content(string? Role, IReadOnlyList<Part>? Parts);

public sealed record Part(string? Text);

public sealed record GenerateResponse(IReadOnlyList<Candidate>? Candidates, PromptFeedback? PromptFeedback, UsageMetadata? UsageMetadata);

public sealed record Candidate(Content? Content, string? FinishReason);

public sealed record PromptFeedback(string? BlockReason);

public sealed record UsageMetadata(int TotalTokenCount);

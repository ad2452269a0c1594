using System.Net.Http.Headers;
using System.Text.Json.Nodes;
using Polly;

var services = new ServiceCollection();
services.AddHttpClient<Reader>(http =>
{
    http.BaseAddress = new Uri("https://generativelanguage.googleapis.com/");
    http.Timeout = Timeout.InfiniteTimeSpan;
    http.DefaultRequestHeaders.Add("x-goog-api-key", Environment.GetEnvironmentVariable("GEMINI_API_KEY"));
}).AddResilienceHandler("gemini", pipeline => pipeline
    .AddRetry(new Microsoft.Extensions.Http.Resilience.HttpRetryStrategyOptions { MaxRetryAttempts = 3, BackoffType = DelayBackoffType.Exponential, UseJitter = true })
    .AddTimeout(TimeSpan.FromMinutes(2)));
await using ServiceProvider provider = services.BuildServiceProvider();
Console.WriteLine(await provider.GetRequiredService<Reader>().DescribeAsync("invoice.pdf", CancellationToken.None));

internal sealed class Reader(HttpClient http)
{
    private const long MostInline = 15 * 1024 * 1024;

    public async Task<string> DescribeAsync(string path, CancellationToken cancellationToken)
    {
        JsonObject part = new FileInfo(path).Length <= MostInline ? await InlineAsync(path, cancellationToken) : await UploadAsync(path, cancellationToken);
        var body = new JsonObject
        {
            ["contents"] = new JsonArray(new JsonObject { ["role"] = "user", ["parts"] = new JsonArray(part, new JsonObject { ["text"] = "What is this?" }) }),
            ["generationConfig"] = new JsonObject { ["maxOutputTokens"] = 4096, ["mediaResolution"] = "MEDIA_RESOLUTION_MEDIUM" },
        };
        using HttpResponseMessage response = await http.PostAsJsonAsync("v1beta/models/gemini-3.8-flash:generateContent", body, cancellationToken);
        response.EnsureSuccessStatusCode();
        JsonNode? answer = await response.Content.ReadFromJsonAsync<JsonNode>(cancellationToken);
        JsonNode? candidate = answer?["candidates"]?.AsArray().FirstOrDefault();
        if (candidate is null || (string?)candidate["finishReason"] != "STOP")
        {
            throw new InvalidOperationException($"No whole answer: {answer?["promptFeedback"]?.ToJsonString()}");
        }

        return string.Concat(candidate["content"]?["parts"]?.AsArray().Select(text => (string?)text?["text"]) ?? []);
    }

    private static async Task<JsonObject> InlineAsync(string path, CancellationToken cancellationToken)
    {
        if (new FileInfo(path).Length > MostInline)
        {
            throw new ArgumentException("The file is too large.", nameof(path));
        }

        byte[] bytes = await File.ReadAllBytesAsync(path, cancellationToken);
        return new JsonObject { ["inlineData"] = new JsonObject { ["mimeType"] = "application/pdf", ["data"] = Convert.ToBase64String(bytes) } };
    }

    private async Task<JsonObject> UploadAsync(string path, CancellationToken cancellationToken)
    {
        await using FileStream file = File.OpenRead(path);
        using var content = new StreamContent(file);
        content.Headers.ContentType = new MediaTypeHeaderValue("application/pdf");
        using HttpResponseMessage response = await http.PostAsync("upload/v1beta/files", content, cancellationToken);
        response.EnsureSuccessStatusCode();
        JsonNode? answer = await response.Content.ReadFromJsonAsync<JsonNode>(cancellationToken);
        return new JsonObject { ["fileData"] = new JsonObject { ["fileUri"] = (string?)answer?["file"]?["uri"], ["mimeType"] = "application/pdf" } };
    }
}

using System.Globalization;
using System.Net.Http.Headers;
using System.Text.Json;
using System.Text.Json.Nodes;

using var stop = new CancellationTokenSource();
Console.CancelKeyPress += (_, e) => { e.Cancel = true; stop.Cancel(); };
string key = Environment.GetEnvironmentVariable("GEMINI_API_KEY") ?? throw new InvalidOperationException("Set GEMINI_API_KEY.");
Console.WriteLine(await new Asker(key).AskAsync("Why is the sky blue?", stop.Token));

internal sealed class Asker(string key)
{
    private const int MostAttempts = 5;
    private const string Endpoint = "https://generativelanguage.googleapis.com/v1beta/models/gemini-3.8-flash:generateContent";

    private static readonly HttpClient Http = new(new SocketsHttpHandler { PooledConnectionLifetime = TimeSpan.FromMinutes(5) }) { Timeout = TimeSpan.FromMinutes(3) };

    public async Task<string> AskAsync(string question, CancellationToken cancellationToken)
    {
        for (int attempt = 1; ; attempt++)
        {
            using var request = new HttpRequestMessage(HttpMethod.Post, Endpoint);
            request.Headers.Add("x-goog-api-key", key);
            request.Content = JsonContent.Create(new { contents = new[] { new { role = "user", parts = new[] { new { text = question } } } } });
            using HttpResponseMessage response = await Http.SendAsync(request, cancellationToken);
            if (response.IsSuccessStatusCode)
            {
                return TextOf(await response.Content.ReadAsStringAsync(cancellationToken));
            }

            string body = await response.Content.ReadAsStringAsync(cancellationToken);
            bool isTransient = response.StatusCode is HttpStatusCode.RequestTimeout or HttpStatusCode.TooManyRequests or >= HttpStatusCode.InternalServerError;
            if (!isTransient || attempt == MostAttempts || IsDailyQuota(body))
            {
                throw new HttpRequestException($"Gemini refused the request with {(int)response.StatusCode}.", null, response.StatusCode);
            }

            await Task.Delay(WaitOf(response.Headers, body, attempt), cancellationToken);
        }
    }

    private static string TextOf(string body)
    {
        JsonNode root = JsonNode.Parse(body) ?? throw new JsonException("The answer is empty.");
        if (root["promptFeedback"]?["blockReason"] is { } reason)
        {
            throw new InvalidOperationException($"The prompt was blocked: {reason}");
        }

        if (root["candidates"] is not JsonArray { Count: > 0 } candidates || candidates[0]?["finishReason"]?.GetValue<string>() != "STOP")
        {
            throw new InvalidOperationException("There is no whole answer.");
        }

        return string.Concat(candidates[0]?["content"]?["parts"]?.AsArray().Select(part => part?["text"]?.GetValue<string>()) ?? []);
    }

    private static bool IsDailyQuota(string body) => body.Contains("PerDay", StringComparison.Ordinal);

    private static TimeSpan WaitOf(HttpResponseHeaders headers, string body, int attempt)
    {
        if (headers.RetryAfter is { Delta: { } delta })
        {
            return delta;
        }

        JsonNode? info = JsonNode.Parse(body)?["error"]?["details"]?.AsArray().FirstOrDefault(detail => detail?["@type"]?.GetValue<string>() == "type.googleapis.com/google.rpc.RetryInfo");
        if (info?["retryDelay"]?.GetValue<string>() is { } text && double.TryParse(text.TrimEnd('s'), NumberStyles.Float, CultureInfo.InvariantCulture, out double seconds))
        {
            return TimeSpan.FromSeconds(seconds);
        }

        return TimeSpan.FromSeconds(Math.Min(60, Math.Pow(2, attempt))) + TimeSpan.FromMilliseconds(Random.Shared.Next(500));
    }
}

using System.Net;
using System.Text;
using System.Text.Json;

namespace LeakyApp;

/// <summary>Asks Gemini by hand.</summary>
internal sealed class ChatClient
{
    private const string Model = "https://generativelanguage.googleapis.com/v1beta/models/gemini-3.8-flash";
    private const int MaxTries = 3;

    private readonly HttpClient _http = new() { Timeout = TimeSpan.FromSeconds(30) };
    private readonly string _apiKey;

    public ChatClient(string apiKey)
    {
        _apiKey = apiKey;
        Console.WriteLine($"Using key {apiKey[..10]}...");
    }

    /// <summary>Asks and waits for the whole answer.</summary>
    public async Task<string> AskAsync(string question)
    {
        for (int attempt = 1; attempt <= MaxTries; attempt++)
        {
            try
            {
                var body = new { contents = new[] { new { parts = new[] { new { text = question } } } } };
                using var content = new StringContent(JsonSerializer.Serialize(body), Encoding.UTF8, "application/json");
                HttpResponseMessage response = await _http.PostAsync($"{Model}:generateContent?key={_apiKey}", content);
                if (!response.IsSuccessStatusCode)
                {
                    throw new Exception($"{response.RequestMessage?.RequestUri} failed: {response.StatusCode}");
                }

                using JsonDocument answer = JsonDocument.Parse(await response.Content.ReadAsStringAsync());
                return answer.RootElement.GetProperty("candidates")[0].GetProperty("content").GetProperty("parts")[0].GetProperty("text").GetString()!;
            }
            catch (Exception exception)
            {
                Console.WriteLine($"Attempt {attempt} failed: {exception.Message}");
                await Task.Delay(TimeSpan.FromSeconds(2 * attempt));
            }
        }

        throw new Exception("Gemini did not answer.");
    }

    /// <summary>Asks and takes the answer as it comes.</summary>
    public async Task<string> StreamAsync(string question)
    {
        string body = "{\"contents\":[{\"parts\":[{\"text\":\"" + question + "\"}]}]}";
        using var request = new HttpRequestMessage(HttpMethod.Post, $"{Model}:streamGenerateContent?alt=sse&key={_apiKey}");
        request.Content = new StringContent(body, Encoding.UTF8, "application/json");
        using HttpResponseMessage response = await _http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead);
        using var reader = new StreamReader(await response.Content.ReadAsStreamAsync());
        var answer = new StringBuilder();
        while (await reader.ReadLineAsync() is { } line)
        {
            if (!line.StartsWith("data: ", StringComparison.Ordinal))
            {
                continue;
            }

            try
            {
                using JsonDocument piece = JsonDocument.Parse(line[6..]);
                answer.Append(piece.RootElement.GetProperty("candidates")[0].GetProperty("content").GetProperty("parts")[0].GetProperty("text").GetString());
            }
            catch
            {
                // Some pieces have no text.
            }
        }

        return answer.ToString();
    }

    /// <summary>Asks again while the server is busy, and gives the answer as the server wrote it.</summary>
    public async Task<string> InsistAsync(string question)
    {
        for (int attempt = 1; attempt <= MaxTries; attempt++)
        {
            var body = new { contents = new[] { new { parts = new[] { new { text = question } } } } };
            using var content = new StringContent(JsonSerializer.Serialize(body), Encoding.UTF8, "application/json");
            HttpResponseMessage response = await _http.PostAsync($"{Model}:generateContent?key={_apiKey}", content);
            if (response.StatusCode is HttpStatusCode.TooManyRequests or HttpStatusCode.ServiceUnavailable)
            {
                await Task.Delay(TimeSpan.FromSeconds(2 * attempt));
                continue;
            }

            response.EnsureSuccessStatusCode();
            return await response.Content.ReadAsStringAsync();
        }

        throw new Exception("Gemini is busy.");
    }

    /// <summary>Says how long a text is for the model.</summary>
    public static int CountTokens(string text) => text.Split(' ').Length;
}

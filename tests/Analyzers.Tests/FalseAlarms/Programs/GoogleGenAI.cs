using System.Text;
using System.Text.Json;
using Google.GenAI;
using Google.GenAI.Types;

string key = Environment.GetEnvironmentVariable("GOOGLE_API_KEY") ?? throw new InvalidOperationException("GOOGLE_API_KEY is not set.");
await using var client = new Client(apiKey: key, httpOptions: new HttpOptions
{
    Timeout = 180_000,
    RetryOptions = new HttpRetryOptions { Attempts = 4, InitialDelay = 1, MaxDelay = 30, ExpBase = 2, Jitter = 0.2, HttpStatusCodes = [408, 429, 500, 502, 503, 504] },
});
using var stop = new CancellationTokenSource(TimeSpan.FromMinutes(5));
var config = new GenerateContentConfig
{
    SystemInstruction = new Content { Parts = [new Part { Text = "Answer in English." }] },
    Temperature = 0.7,
    MaxOutputTokens = 16_384,
};
var answer = new StringBuilder();
await foreach (GenerateContentResponse chunk in client.Models.GenerateContentStreamAsync("gemini-3.8-flash", "Tell a story.", config, stop.Token))
{
    answer.Append(chunk.Text);
    Console.Write(chunk.Text);
}

GenerateContentResponse json = await client.Models.GenerateContentAsync(
    "gemini-3.8-flash", $"Name the people of this story: {answer}", config with { ResponseMimeType = "application/json" }, stop.Token);
foreach (string name in JsonSerializer.Deserialize<string[]>(json.Text ?? "[]") ?? [])
{
    Console.WriteLine(name);
}

using System.Globalization;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using Google.GenAI;
using Google.GenAI.Types;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Logging;

// A project that calls a model once, and does a hundred other things beside it.
var builder = Host.CreateApplicationBuilder(args);
builder.Services.AddHttpClient<GitHub>(http =>
{
    http.BaseAddress = new Uri("https://api.github.com/");
    http.Timeout = TimeSpan.FromSeconds(10);
    http.DefaultRequestHeaders.UserAgent.Add(new ProductInfoHeaderValue("notes", "1.0"));
});
builder.Services.AddHttpClient<Maps>(http => http.BaseAddress = new Uri("https://maps.googleapis.com/maps/api/"));
builder.Services.AddSingleton(new Client(httpOptions: new HttpOptions { Timeout = 60_000, RetryOptions = new HttpRetryOptions { Attempts = 3, InitialDelay = 1 } }));
builder.Services.AddHostedService<Worker>();
await builder.Build().RunAsync();

internal sealed class GitHub(HttpClient http)
{
    public async Task<string[]> NamesAsync(string owner, CancellationToken cancellationToken)
    {
        string json = await http.GetStringAsync($"users/{owner}/repos?per_page=100", cancellationToken);
        using JsonDocument document = JsonDocument.Parse(json);
        return [.. document.RootElement.EnumerateArray().Select(repository => repository.GetProperty("name").GetString()!)];
    }

    public async Task<string> FirstAsync(CancellationToken cancellationToken)
    {
        using JsonDocument document = JsonDocument.Parse(await http.GetStringAsync("search/repositories?q=roslyn", cancellationToken));
        return document.RootElement.GetProperty("items")[0].GetProperty("full_name").GetString()!;
    }
}

internal sealed class Maps(HttpClient http, IConfiguration configuration)
{
    public Task<string> FindAsync(string address) => http.GetStringAsync($"geocode/json?address={Uri.EscapeDataString(address)}&key={configuration["Maps:Key"]}");
}

internal sealed class Worker(GitHub gitHub, Client gemini, ILogger<Worker> logger) : BackgroundService
{
    private const string ListUri = "https://example.com/list?key=chapter-7&page=2";
    private readonly List<string> _log = [];

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(TimeSpan.FromHours(6));
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            string[] names = await gitHub.NamesAsync("dotnet", stoppingToken);
            _log.Add($"{names.Length} names");
            logger.LogInformation("Found {Names} at {Uri}", names.Length, ListUri);
            GenerateContentResponse answer = await gemini.Models.GenerateContentAsync("gemini-3.8-flash", "Which of these is about compilers? " + string.Join(", ", names.Take(50)), cancellationToken: stoppingToken);
            await File.WriteAllTextAsync("answer.txt", answer.Text, stoppingToken);
        }
    }
}

internal static class Reports
{
    // JSON that goes into a file, by hand and rightly so.
    public static string ToJson(int id, string state) => $$"""{ "id": {{id}}, "state": "{{JsonEncodedText.Encode(state)}}", "at": "{{DateTime.UtcNow.ToString("O", CultureInfo.InvariantCulture)}}" }""";

    public static int CountWords(string text) => text.Split(' ').Length;

    public static string StripQuotes(string markdown) => markdown.Replace("> ", "", StringComparison.Ordinal).Replace("```", "", StringComparison.Ordinal);

    public static string ToDataUri(string path) => "data:image/png;base64," + Convert.ToBase64String(File.ReadAllBytes(path));

    public static async Task<string> WaitForAsync(HttpClient http, Uri job, CancellationToken cancellationToken)
    {
        while (true)
        {
            string state = await http.GetStringAsync(job, cancellationToken);
            if (state is "done" or "failed")
            {
                return state;
            }

            await Task.Delay(1000, cancellationToken);
        }
    }

    public static async Task<string> TryThriceAsync(Func<Task<string>> read)
    {
        for (int i = 0; i < 3; i++)
        {
            try
            {
                return await read();
            }
            catch (IOException) when (i < 2)
            {
                // A file that another still writes.
            }
        }

        return "";
    }

    public static async Task<IReadOnlyList<byte[]>> HashAllAsync(IEnumerable<string> paths)
        => await Task.WhenAll(paths.Select(async path => System.Security.Cryptography.SHA256.HashData(await File.ReadAllBytesAsync(path))));

    public static IEnumerable<string> EventsOf(TextReader reader)
    {
        while (reader.ReadLine() is { } line)
        {
            if (line.StartsWith("data: ", StringComparison.Ordinal))
            {
                yield return line["data: ".Length..];
            }
        }
    }

    public static string Table(IEnumerable<(string Name, int Count)> rows)
    {
        var text = new StringBuilder();
        foreach ((string name, int count) in rows)
        {
            text.Append(CultureInfo.InvariantCulture, $"{name,-20} {count,8}").AppendLine();
        }

        return text.ToString();
    }
}

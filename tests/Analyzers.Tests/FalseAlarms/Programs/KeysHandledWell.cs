using System.Text.RegularExpressions;
using Google.GenAI;
using Google.GenAI.Types;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Logging;

// Keys that come from outside, are checked, masked, rotated and kept out of logs.
IConfiguration configuration = new ConfigurationBuilder().AddEnvironmentVariables().Build();
using ILoggerFactory loggers = LoggerFactory.Create(_ => { });
ILogger logger = loggers.CreateLogger("keys");
string apiKey = configuration["Gemini:ApiKey"] ?? configuration["GEMINI_API_KEY"] ?? throw new InvalidOperationException("No key: run 'dotnet user-secrets set Gemini:ApiKey <key>'.");
if (!Keys.IsPlausible(apiKey))
{
    logger.LogError("The key of {Length} characters has no known form.", apiKey.Length);
    return;
}

logger.LogInformation("Using the key {Key}", Keys.Mask(apiKey));
await using var client = new Client(apiKey: apiKey, httpOptions: new HttpOptions { Timeout = 90_000, RetryOptions = new HttpRetryOptions { Attempts = 4, InitialDelay = 1 } });
try
{
    GenerateContentResponse answer = await client.Models.GenerateContentAsync("gemini-3.8-flash", "hi");
    Console.WriteLine(answer.Text);
}
catch (ClientError error)
{
    logger.LogError("Gemini refused the request with {Status}.", error.StatusCode);
}

internal static class Keys
{
    public const string NewPrefix = "AQ.";
    public const string OldPrefix = "AIza";

    private static readonly Regex Any = new("AIza[0-9A-Za-z_-]{35}|AQ\\.[0-9A-Za-z_-]{40,}|sk-[A-Za-z0-9]{20,}");

    public static bool IsPlausible(string key) => key.StartsWith(OldPrefix, StringComparison.Ordinal) || key.StartsWith(NewPrefix, StringComparison.Ordinal);

    public static string Mask(string key) => key.Length < 8 ? "****" : key[..4] + new string('*', 8);

    public static string Redact(string line) => Any.Replace(line, "[key]");

    public static string Next(IReadOnlyList<string> keys, ref int at) => keys[Interlocked.Increment(ref at) % keys.Count];

    public static string Usage() => "usage: ask --key <AIza…|AQ.…> <question>";
}

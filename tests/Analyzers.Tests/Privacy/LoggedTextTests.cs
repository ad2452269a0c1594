using GeminiGen.Analyzers.Tests.Requests;

namespace GeminiGen.Analyzers.Tests.Privacy;

/// <summary>GG5001.</summary>
public sealed class LoggedTextTests
{
    private const string Ask = "var response = await _http.PostAsJsonAsync(\"URL\", new { contents = new[] { new { parts = new[] { new { text = prompt } } } } }); ";

    [Theory]
    [InlineData("var body = await response.Content.ReadAsStringAsync(); _logger.LogInformation(\"Answer {Body}\", {|GG5001:body|});")]
    [InlineData("var body = await response.Content.ReadAsStringAsync(); _logger.LogInformation({|GG5001:$\"Answer {body}\"|});")]
    [InlineData("var body = await response.Content.ReadAsStringAsync(); _logger.LogInformation({|GG5001:\"Answer \" + body|});")]
    [InlineData("_logger.LogWarning(\"Answer {Body}\", {|GG5001:await response.Content.ReadAsStringAsync()|});")]
    [InlineData("response.EnsureSuccessStatusCode(); using var doc = JsonDocument.Parse(await response.Content.ReadAsStringAsync()); var text = doc.RootElement.GetProperty(\"candidates\")[0].GetProperty(\"content\").GetProperty(\"parts\")[0].GetProperty(\"text\").GetString(); _logger.LogInformation(\"Got {Text}\", {|GG5001:text|});")]
    [InlineData("var node = await response.Content.ReadFromJsonAsync<JsonNode>(); string? answer = node?[\"candidates\"]?[0]?[\"content\"]?.ToString(); _logger.LogError(\"Got {Text}\", {|GG5001:answer|});")]
    [InlineData("_logger.LogInformation(\"Asked {Prompt}\", {|GG5001:prompt|});")]
    [InlineData("_logger.Log(LogLevel.Information, \"Asked {Prompt}\", {|GG5001:prompt|});")]
    [InlineData("Log.Asked(_logger, {|GG5001:prompt|});")]
    public Task Prompt_and_answer_in_a_kept_log_trigger(string statements) => VerifyAsync(Ask + statements);

    [Theory]
    [InlineData("var body = await response.Content.ReadAsStringAsync(); _logger.LogDebug(\"Answer {Body}\", body);")]
    [InlineData("_logger.LogTrace(\"Asked {Prompt}\", prompt);")]
    [InlineData("_logger.Log(LogLevel.Debug, \"Asked {Prompt}\", prompt);")]
    [InlineData("_logger.LogInformation(\"Asked {Length} characters, status {Status} {Reason}\", prompt.Length, response.StatusCode, response.ReasonPhrase);")]
    [InlineData("if (!response.IsSuccessStatusCode) { var error = await response.Content.ReadAsStringAsync(); _logger.LogError(\"Failed: {Error}\", error); }")]
    [InlineData("var body = await response.Content.ReadAsStringAsync(); if ((int)response.StatusCode >= 400) { _logger.LogError(\"Failed: {Error}\", body); }")]
    [InlineData("var body = await response.Content.ReadAsStringAsync(); _logger.LogInformation(\"Answer of {Length} characters\", body.Length);")]
    [InlineData("var body = await response.Content.ReadAsStringAsync(); _logger.LogInformation(\"Answer {Text}\", Redact(body));")]
    [InlineData("using var doc = JsonDocument.Parse(await response.Content.ReadAsStringAsync()); _logger.LogInformation(\"Tokens {Tokens}\", doc.RootElement.GetProperty(\"usageMetadata\").GetProperty(\"totalTokenCount\").GetInt32());")]
    [InlineData("using var doc = JsonDocument.Parse(await response.Content.ReadAsStringAsync()); var usage = doc.RootElement.GetProperty(\"usageMetadata\"); _logger.LogInformation(\"Usage {Usage}\", usage.ToString());")]
    [InlineData("_logger.LogInformation(\"Sending to {Path}\", path);")]
    [InlineData("_logger.LogInformation(\"Asked about {Prompt}\", \"something\");")]
    [InlineData("Log.Timed(_logger, prompt);")]
    public Task Facts_errors_and_debug_logs_do_not(string statements) => VerifyAsync(Ask + statements);

    [Theory]
    [InlineData("var answer = await desk.AskAsync(question); _logger.LogInformation(\"{Question} {Answer}\", {|GG5001:question|}, {|GG5001:answer|});")]
    [InlineData("var answer = await desk.RateAsync(question); _logger.LogInformation(\"Rated {Answer}\", answer);")]
    [InlineData("var answer = await desk.AskAsync(documentId); _logger.LogInformation(\"Asked for {Id}\", documentId);")]
    public Task Calls_of_a_contract_are_seen(string statements)
        => RequestVerifier.VerifyAsync(
            "[GeminiPrompts] public interface IDesk { [Prompt(\"{question}\")] Task<string> AskAsync(string question); [Prompt(\"{question}\")] Task<int> RateAsync(string question); }\n"
            + "class C { readonly ILogger _logger = null!; async Task M(IDesk desk, string question, string documentId) { " + statements + " } }");

    [Fact]
    public Task Logs_of_a_member_without_a_model_call_are_none_of_its_business()
        => RequestVerifier.VerifyAsync("class C { readonly ILogger _logger = null!; void M(string prompt) => _logger.LogInformation(\"{Prompt}\", prompt); }");

    private static Task VerifyAsync(string statements)
        => RequestVerifier.VerifyAsync(
            "class C { readonly HttpClient _http = new(); readonly ILogger _logger = null!; static string Redact(string s) => \"\"; async Task M(string prompt, string path) { " + statements + " } }\n"
            + "static partial class Log { [LoggerMessage(Level = LogLevel.Information, Message = \"{prompt}\")] public static partial void Asked(ILogger logger, string prompt); [LoggerMessage(2, LogLevel.Debug, \"{prompt}\")] public static partial void Timed(ILogger logger, string prompt); "
            + "public static partial void Asked(ILogger logger, string prompt) { } public static partial void Timed(ILogger logger, string prompt) { } }");
}

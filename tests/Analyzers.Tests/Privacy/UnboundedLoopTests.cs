using GeminiGen.Analyzers.Tests.Requests;

namespace GeminiGen.Analyzers.Tests.Privacy;

/// <summary>GG5002.</summary>
public sealed class UnboundedLoopTests
{
    private const string Send = "{|GG5002:_http.PostAsJsonAsync|}(\"URL\", other)";
    private const string Fine = "_http.PostAsJsonAsync(\"URL\", other)";

    [Theory]
    [InlineData("while (true) { await " + Send + "; }")]
    [InlineData("for (;;) { await " + Send + "; }")]
    [InlineData("do { await " + Send + "; } while (true);")]
    [InlineData("while (!token.IsCancellationRequested) { await " + Send + "; }")]
    [InlineData("while (true) { var r = await " + Send + "; var text = await r.Content.ReadAsStringAsync(); if (text.Contains(\"DONE\")) { break; } }")]
    [InlineData("while (true) { var r = await " + Send + "; var text = await r.Content.ReadAsStringAsync(); if (!text.Contains(\"functionCall\")) { return; } await RunToolAsync(text); }")]
    [InlineData("bool done = false; while (!done) { var r = await " + Send + "; var text = await r.Content.ReadAsStringAsync(); done = text.Contains(\"DONE\"); }")]
    [InlineData("string text; do { var r = await " + Send + "; text = await r.Content.ReadAsStringAsync(); } while (!text.Contains(\"DONE\"));")]
    [InlineData("while (true) { var r = await " + Send + "; var text = await r.Content.ReadAsStringAsync(); var calls = text.Split(',').Select(c => c).ToList(); if (!calls.Any() || text == \"\") { break; } BuildPrompt(text); }")]
    public Task A_loop_that_only_the_model_ends_triggers(string statements) => VerifyAsync(statements);

    [Theory]
    // Counted.
    [InlineData("for (int i = 0; i < 5; i++) { await " + Fine + "; }")]
    [InlineData("int rounds = 0; while (true) { await " + Fine + "; if (++rounds >= 10) { break; } }")]
    [InlineData("int rounds = 0; while (rounds++ < 10) { await " + Fine + "; }")]
    [InlineData("foreach (var x in items) { await " + Fine + "; }")]
    // Waiting for somebody or something.
    [InlineData("while (true) { var line = Console.ReadLine(); if (line == null) { break; } await " + Fine + "; }")]
    [InlineData("while (Console.ReadLine() is { } line) { await " + Fine + "; }")]
    [InlineData("while (!token.IsCancellationRequested) { await " + Fine + "; await Task.Delay(1000, token); }")]
    [InlineData("await foreach (var item in channel.Reader.ReadAllAsync(token)) { await " + Fine + "; }")]
    [InlineData("while (await channel.Reader.WaitToReadAsync(token)) { await " + Fine + "; }")]
    [InlineData("while (true) { var item = await channel.Reader.ReadAsync(token); await " + Fine + "; }")]
    // A retry: it ends when the request succeeds.
    [InlineData("while (true) { var r = await " + Fine + "; if (r.IsSuccessStatusCode) { return; } }")]
    [InlineData("while (true) { try { await " + Fine + "; return; } catch (HttpRequestException) { } }")]
    [InlineData("bool ok = false; while (!ok) { var r = await " + Fine + "; ok = r.IsSuccessStatusCode; }")]
    // Something else decides.
    [InlineData("while (true) { await " + Fine + "; if (File.Exists(\"stop\")) { break; } }")]
    [InlineData("while (items.Count != 0) { await " + Fine + "; items.Clear(); }")]
    [InlineData("Func<Task> later = () => " + Fine + "; while (true) { items.Clear(); }")]
    public Task Loops_that_something_else_ends_do_not(string statements) => VerifyAsync(statements);

    [Fact]
    public Task A_stream_of_questions_given_by_the_caller_does_not()
        => RequestVerifier.VerifyAsync("class C { readonly HttpClient _http = new(); async IAsyncEnumerable<object> M(object other) { while (true) { yield return await _http.PostAsJsonAsync(\"URL\", other); } } }");

    [Fact]
    public Task A_contract_is_seen()
        => RequestVerifier.VerifyAsync(
            "[GeminiPrompts] public interface IDesk { [Prompt(\"{question}\")] Task<string> AskAsync(string question); }\n"
            + "class C { async Task M(IDesk desk) { string text = \"\"; while (true) { text = await {|GG5002:desk.AskAsync|}(text); if (text == \"done\") { break; } } } }");

    private static Task VerifyAsync(string statements)
        => RequestVerifier.VerifyAsync("class C { readonly HttpClient _http = new(); Task RunToolAsync(string s) => Task.CompletedTask; void BuildPrompt(string s) { } async Task M(object other, CancellationToken token, List<int> items, Channel<int> channel) { " + statements + " } }");
}

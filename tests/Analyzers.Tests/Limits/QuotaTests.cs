using GeminiGen.Analyzers.Rules;
using GeminiGen.Analyzers.Tests.Requests;
using GeminiGen.TestHarness;

namespace GeminiGen.Analyzers.Tests.Limits;

/// <summary>GG3008, and [MaxLength] in GG3005.</summary>
public sealed class QuotaTests
{
    private const string Usings = "using System.ComponentModel.DataAnnotations; using System.Threading.Tasks; using GeminiGen;\n";
    private const string Day = "dotnet_code_quality.GG3008.requests_per_day = 250";

    [Theory]
    [InlineData("for (int i = 0; i < 500; i++) { await {|GG3008:_http.PostAsJsonAsync|}(\"URL\", other); }")]
    [InlineData("const int Count = 300; for (int i = 1; i <= Count; i++) { await {|GG3008:_http.PostAsJsonAsync|}(\"URL\", other); }")]
    [InlineData("foreach (var i in Enumerable.Range(0, 1000)) { await {|GG3008:_http.PostAsJsonAsync|}(\"URL\", other); }")]
    [InlineData("foreach (var c in prompt.Take(400)) { await {|GG3008:_http.PostAsJsonAsync|}(\"URL\", other); }")]
    [InlineData("var all = Enumerable.Range(0, 300).ToArray(); foreach (var i in all) { await {|GG3008:_http.PostAsJsonAsync|}(\"URL\", other); }")]
    [InlineData("await Task.WhenAll(Enumerable.Range(0, 300).Select(i => {|GG3008:_http.PostAsJsonAsync|}(\"URL\", other)));")]
    [InlineData("for (int i = 0; i < 20; i++) { for (int k = 0; k < 20; k++) { await {|GG3008:_http.PostAsJsonAsync|}(\"URL\", other); } }")]
    [InlineData("for (int i = 0; i < 250; i++) { await _http.PostAsJsonAsync(\"URL\", other); }")]
    [InlineData("for (int i = 0; i < prompt.Length; i++) { await _http.PostAsJsonAsync(\"URL\", other); }")]
    [InlineData("for (int i = 0; i < 500; i++) { var r = await _http.PostAsJsonAsync(\"URL\", other); if (r.IsSuccessStatusCode) { break; } }")]
    [InlineData("foreach (var c in prompt) { await _http.PostAsJsonAsync(\"URL\", other); }")]
    [InlineData("while (prompt.Length > 3) { for (int i = 0; i < 500; i++) { await _http.PostAsJsonAsync(\"URL\", other); } }")]
    public Task A_loop_above_the_requests_of_a_day_is_found(string statements) => RequestVerifier.VerifyBodyAsync(statements, Day);

    [Theory]
    [InlineData("")]
    [InlineData("dotnet_code_quality.GG3008.requests_per_day = many")]
    [InlineData("dotnet_code_quality.GG3008.requests_per_day = 0")]
    public Task Nothing_is_known_of_a_quota_that_is_not_configured(string config)
        => RequestVerifier.VerifyBodyAsync("for (int i = 0; i < 100000; i++) { await _http.PostAsJsonAsync(\"URL\", other); }", config);

    [Theory]
    [InlineData("[Prompt({|GG3008:\"Say {text}\"|})] Task<string> AskAsync([MaxLength(8000)] string text);")]
    [InlineData("[Prompt({|GG3008:\"Say {text} {more}\"|})] Task<string> AskAsync([StringLength(3000)] string text, [MaxLength(3000)] string more);")]
    [InlineData("[Prompt(\"Say {text}\")] Task<string> AskAsync([MaxLength(3000)] string text);")]
    [InlineData("[Prompt(\"Say {text}\")] Task<string> AskAsync(string text);")]
    public Task One_call_above_the_tokens_of_a_minute_is_found(string method)
        => AnalyzerVerifier.VerifyAsync<ContractSettingsAnalyzer>(
            Usings + "[GeminiPrompts] interface I { " + method + " }",
            new TestProjectOptions { EditorConfig = "dotnet_code_quality.GG3008.tokens_per_minute = 1000" });

    [Theory]
    [InlineData("[Prompt({|GG3005:\"Say {text}\"|})] Task<string> AskAsync([MaxLength(2_200_000)] string text);")]
    [InlineData("[Prompt(\"Say {text}\")] Task<string> AskAsync([MaxLength(2_000_000)] string text);")]
    [InlineData("[Prompt(\"Say {text}\")] Task<string> AskAsync([MaxLength(-1)] string text);")]
    public Task Bounded_arguments_count_for_the_share_of_the_window(string method)
        => AnalyzerVerifier.VerifyAsync<ContractSettingsAnalyzer>(Usings + "[GeminiPrompts(Model = \"gemini-3.8-flash\")] interface I { " + method + " }");
}

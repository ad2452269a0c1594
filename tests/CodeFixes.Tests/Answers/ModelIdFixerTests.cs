using GeminiGen.Analyzers.Rules;
using GeminiGen.CodeFixes.Answers;
using GeminiGen.TestHarness;

namespace GeminiGen.CodeFixes.Tests.Answers;

/// <summary>The fix of GG4001, GG4013 and GG4015.</summary>
public sealed class ModelIdFixerTests
{
    private const string Host = "https://generativelanguage.googleapis.com/v1beta/";

    [Theory]
    [InlineData("GG4001", "Http.PostAsync(\"HOSTmodels/{|GG4001:gemini-2.0-flash-lite|}:generateContent\", c)", "Http.PostAsync(\"HOSTmodels/gemini-3.1-flash-lite:generateContent\", c)")]
    [InlineData("GG4001", "Http.PostAsync($\"HOSTmodels/{|GG4001:gemini-2.0-flash-lite|}:generateContent?alt={k}\", c)", "Http.PostAsync($\"HOSTmodels/gemini-3.1-flash-lite:generateContent?alt={k}\", c)")]
    [InlineData("GG4001", "Http.PostAsJsonAsync(\"HOSTopenai/chat/completions\", new { model = {|GG4001:\"gemini-2.0-flash-lite\"|} })", "Http.PostAsJsonAsync(\"HOSTopenai/chat/completions\", new { model = \"gemini-3.1-flash-lite\" })")]
    [InlineData("GG4015", "Http.PostAsync(\"HOSTmodels/{|GG4015:gemini-3.8-flahs|}:generateContent\", c)", "Http.PostAsync(\"HOSTmodels/gemini-3.8-flash:generateContent\", c)")]
    [InlineData("GG4013", "Http.PostAsync(\"HOSTmodels/{|GG4013:gemini-38-flash|}:generateContent\", c)", "Http.PostAsync(\"HOSTmodels/gemini-3.8-flash:generateContent\", c)")]
    public async Task Writes_the_id_that_the_message_names(string rule, string call, string repaired)
        => await CodeFixVerifier.VerifyAsync<CallSiteAnalyzer, ModelIdFixer>(Source(call), Source(repaired), "GG4001.Use", new TestProjectOptions { Only = [rule] });

    [Fact]
    public async Task Writes_it_in_options()
        => await CodeFixVerifier.VerifyAsync<CallSiteAnalyzer, ModelIdFixer>(
            "class C { void M(GeminiGen.GeminiOptions o) { o.DefaultModel = {|GG4001:\"models/gemini-2.0-flash-lite\"|}; } }",
            "class C { void M(GeminiGen.GeminiOptions o) { o.DefaultModel = \"models/gemini-3.1-flash-lite\"; } }",
            "GG4001.Use",
            new TestProjectOptions { Only = ["GG4001"] });

    private static string Source(string call)
        => "using System.Net.Http;\nusing System.Net.Http.Json;\nusing System.Threading.Tasks;\n\nclass C\n{\n    static readonly HttpClient Http = new();\n    Task M(HttpContent c, string k) => " + call.Replace("HOST", Host, StringComparison.Ordinal) + ";\n}\n";
}

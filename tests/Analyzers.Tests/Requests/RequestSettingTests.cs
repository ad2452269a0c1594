using GeminiGen.Analyzers.Rules;
using GeminiGen.TestHarness;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;

namespace GeminiGen.Analyzers.Tests.Requests;

/// <summary>GG3002, GG3003 and GG3006 in requests that are sent by hand, whatever they are spelled in, and in the settings of client libraries.</summary>
public sealed class RequestSettingTests
{
    private const string Sdk = """
        namespace Google.GenAI
        {
            public class Client { public Models Models { get; } = new(); }
            public class Models { public Task<object> GenerateContentAsync(string model, string contents, Types.GenerateContentConfig? config = null) => Task.FromResult<object>(""); }
        }
        namespace Google.GenAI.Types
        {
            public class GenerateContentConfig { public int? MaxOutputTokens { get; set; } public double? Temperature { get; set; } public double? TopP { get; set; } public int? CandidateCount { get; set; } public List<string>? StopSequences { get; set; } public ThinkingConfig? ThinkingConfig { get; set; } }
            public class ThinkingConfig { public int? ThinkingBudget { get; set; } }
        }
        """;

    [Theory]
    [InlineData("await _http.PostAsJsonAsync(\"URL\", new { contents = other, generationConfig = new { maxOutputTokens = {|GG3002:100000|} } });")]
    [InlineData("await _http.PostAsJsonAsync(\"URL\", new { generation_config = new { max_output_tokens = {|GG3002:100_000|} } });")]
    [InlineData("var body = new { generationConfig = new { maxOutputTokens = {|GG3002:100000|} } }; await _http.PostAsJsonAsync(\"URL\", body);")]
    [InlineData("var json = JsonSerializer.Serialize(new { generationConfig = new { maxOutputTokens = {|GG3002:100000|} } }); await _http.PostAsync(\"URL\", new StringContent(json, Encoding.UTF8, \"application/json\"));")]
    [InlineData("const int Limit = 100000; using var content = JsonContent.Create(new { generationConfig = new { maxOutputTokens = {|GG3002:Limit|} } }); await _http.PostAsync(\"URL\", content);")]
    [InlineData("await _http.PostAsJsonAsync(\"URL\", new JsonObject { [\"generationConfig\"] = new JsonObject { [\"maxOutputTokens\"] = {|GG3002:100000|} } });")]
    [InlineData("await _http.PostAsJsonAsync(\"URL\", new Dictionary<string, object> { { \"generationConfig\", new Dictionary<string, object> { [\"maxOutputTokens\"] = {|GG3002:100000|} } } });")]
    [InlineData("var request = new HttpRequestMessage(HttpMethod.Post, \"URL\") { Content = JsonContent.Create(new { generationConfig = new { maxOutputTokens = {|GG3002:100000|} } }) }; await _http.SendAsync(request);")]
    [InlineData("var request = new HttpRequestMessage(HttpMethod.Post, \"URL\"); request.Content = JsonContent.Create(new { generationConfig = new { maxOutputTokens = {|GG3002:100000|} } }); await _http.SendAsync(request);")]
    [InlineData("await _http.PostAsync(\"URL\", new StringContent(\"{\\\"generationConfig\\\":{\\\"maxOutputTokens\\\":{|GG3002:100000|}}}\"));")]
    [InlineData("await _http.PostAsync(\"URL\", new StringContent($\"{{\\\"contents\\\":[{{\\\"parts\\\":[{{\\\"text\\\":\\\"{prompt}\\\"}}]}}],\\\"generationConfig\\\":{{\\\"maxOutputTokens\\\":{|GG3002:100000|}}}}}\"));")]
    [InlineData("await _http.PostAsync(\"URL\", new StringContent($@\"{{\"\"contents\"\":[{{\"\"parts\"\":[{{\"\"text\"\":{JsonSerializer.Serialize(prompt)}}}]}}],\"\"generationConfig\"\":{{\"\"maxOutputTokens\"\":{|GG3002:100000|}}}}}\"));")]
    [InlineData("string model = \"gemini-2.5-flash\"; await _http.PostAsJsonAsync($\"https://generativelanguage.googleapis.com/v1beta/models/{model}:generateContent\", new { generationConfig = new { maxOutputTokens = {|GG3002:100000|} } });")]
    public Task More_output_tokens_than_the_model_has_are_found_in_every_spelling(string statements) => RequestVerifier.VerifyBodyAsync(statements);

    [Theory]
    [InlineData("gemini-4-argon:generateContent", "{|GG3002:40000|}")]
    [InlineData("gemini-4-argon:streamGenerateContent?alt=sse", "40000")]
    [InlineData("gemini-4-argon:streamGenerateContent?alt=sse", "{|GG3002:2000000|}")]
    [InlineData("gemini-2.5-flash:generateContent", "65536")]
    [InlineData("some-new-model:generateContent", "1000000")]
    public Task The_limit_is_that_of_the_model_in_the_address(string model, string tokens)
        => RequestVerifier.VerifyBodyAsync("await _http.PostAsJsonAsync(\"https://generativelanguage.googleapis.com/v1beta/models/" + model + "\", new { generationConfig = new { maxOutputTokens = " + tokens + " } });");

    // Two dollars would be a cursor in markup.
    [Fact]
    public async Task Marks_the_number_in_an_interpolated_raw_string_of_several_lines()
    {
        string source = RequestVerifier.Usings + """""
            class C
            {
                async Task M(HttpClient http, string prompt)
                {
                    var json = $$"""
                        {
                          "contents": [ { "role": "user", "parts": [ { "text": "{{prompt}}" } ] } ],

                          "generationConfig": {
                            "temperature": 2.5,
                            "maxOutputTokens": 50
                          }
                        }
                        """;
                    await http.PostAsync("URL", new StringContent(json));
                }
            }
            """"".Replace("URL", RequestVerifier.Url, StringComparison.Ordinal);
        var compilation = CSharpCompilation.Create("Raw", [CSharpSyntaxTree.ParseText(source)], ReferenceSet.FrameworkAndRuntime, new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary));

        IEnumerable<Diagnostic> found = await compilation.WithAnalyzers([new CallSiteAnalyzer()]).GetAnalyzerDiagnosticsAsync();

        Assert.Equal(
            [("GG3003", "50"), ("GG3006", "2.5")],
            found.Where(static finding => finding.Id.StartsWith("GG3", StringComparison.Ordinal)).Select(finding => (finding.Id, source.Substring(finding.Location.SourceSpan.Start, finding.Location.SourceSpan.Length))).Order());
    }

    [Fact]
    public Task Marks_the_number_in_a_constant_raw_string()
        => RequestVerifier.VerifyBodyAsync("""""
            const string Json = """
                {
                  "contents": [],
                  "generationConfig": { "maxOutputTokens": {|GG3003:50|} }
                }
                """;
            await _http.PostAsync("URL", new StringContent(Json));
            """"");

    [Theory]
    [InlineData("temperature = {|GG3006:2.5|}")]
    [InlineData("temperature = {|GG3006:-1|}")]
    [InlineData("topP = {|GG3006:1.5|}")]
    [InlineData("top_p = {|GG3006:7|}")]
    [InlineData("topK = {|GG3006:0|}")]
    [InlineData("candidateCount = {|GG3006:9|}")]
    [InlineData("stopSequences = {|GG3006:new[] { \"a\", \"b\", \"c\", \"d\", \"e\", \"f\" }|}")]
    [InlineData("stopSequences = {|GG3006:new List<string> { \"a\", \"\" }|}")]
    [InlineData("maxOutputTokens = {|GG3006:0|}")]
    [InlineData("responseMimeType = {|GG3006:\"text/json\"|}")]
    [InlineData("logprobs = {|GG3006:21|}")]
    [InlineData("thinkingConfig = new { thinkingBudget = {|GG3006:30000|} }")]
    [InlineData("thinkingConfig = new { thinkingBudget = {|GG3006:-5|} }")]
    [InlineData("temperature = 2, topP = 1, topK = 40, candidateCount = 1, stopSequences = new[] { \"a\" }, maxOutputTokens = 4096, responseMimeType = \"application/json\"")]
    [InlineData("temperature = 0.2f, thinkingConfig = new { thinkingBudget = 1024, includeThoughts = true }")]
    [InlineData("temperature = other, topP = (double?)null, maxOutputTokens = prompt.Length")]
    public Task Values_out_of_range_are_found(string settings) => RequestVerifier.VerifyBodyAsync("await _http.PostAsJsonAsync(\"URL\", new { generationConfig = new { " + settings + " } });");

    [Theory]
    [InlineData("tools = new[] { new { functionDeclarations = new[] { new { name = {|GG3006:\"get weather\"|} } } } }")]
    [InlineData("tools = new[] { new { functionDeclarations = new[] { new { name = \"get_weather\" }, new { name = \"a.b:c-d\" } } } }")]
    [InlineData("contents = new[] { new { parts = new object[] { new { inlineData = new { mimeType = {|GG3006:\"image/gif\"|}, data = prompt } } } } }")]
    [InlineData("contents = new[] { new { parts = new object[] { new { inlineData = new { mimeType = {|GG3006:\"application/msword\"|}, data = prompt } } } } }")]
    [InlineData("contents = new[] { new { parts = new object[] { new { inlineData = new { mimeType = {|GG3006:\"application/vnd.openxmlformats-officedocument.wordprocessingml.document\"|}, data = prompt } } } } }")]
    [InlineData("contents = new[] { new { parts = new object[] { new { inline_data = new { mime_type = {|GG3006:\"png\"|}, data = prompt } } } } }")]
    [InlineData("contents = new[] { new { parts = new object[] { new { inlineData = new { mimeType = \"image/png\", data = prompt } } } } }")]
    public Task Names_of_functions_and_types_of_media_are_checked(string body) => RequestVerifier.VerifyBodyAsync("await _http.PostAsJsonAsync(\"URL\", new { " + body + " });");

    [Theory]
    [InlineData("maxOutputTokens = {|GG3003:100|}")]
    [InlineData("maxOutputTokens = {|GG3003:1023|}")]
    [InlineData("maxOutputTokens = {|GG3003:100|}, thinkingConfig = new { thinkingBudget = -1 }")]
    [InlineData("maxOutputTokens = {|GG3003:2000|}, thinkingConfig = new { thinkingBudget = 4096 }")]
    [InlineData("maxOutputTokens = 100, thinkingConfig = new { thinkingBudget = 0 }")]
    [InlineData("maxOutputTokens = 1024")]
    [InlineData("maxOutputTokens = 2000, thinkingConfig = new { thinkingBudget = 1024 }")]
    [InlineData("maxOutputTokens = 100, thinkingConfig = other")]
    [InlineData("maxOutputTokens = 100, thinkingConfig = new { thinkingBudget = prompt.Length }")]
    public Task Tokens_too_few_for_thinking_are_found(string settings) => RequestVerifier.VerifyBodyAsync("await _http.PostAsJsonAsync(\"URL\", new { generationConfig = new { " + settings + " } });");

    [Theory]
    [InlineData("client.Models.GenerateContentAsync(\"gemini-2.5-pro\", \"a\", new GenerateContentConfig { MaxOutputTokens = {|GG3002:70000|} })")]
    [InlineData("client.Models.GenerateContentAsync(model: \"gemini-2.5-pro\", contents: \"a\", config: new GenerateContentConfig { MaxOutputTokens = {|GG3003:64|}, Temperature = {|GG3006:3|} })")]
    [InlineData("client.Models.GenerateContentAsync(\"gemini-2.5-flash\", \"a\", new() { MaxOutputTokens = 64, ThinkingConfig = new() { ThinkingBudget = 0 } })")]
    [InlineData("client.Models.GenerateContentAsync(\"gemini-2.5-flash\", \"a\", new() { MaxOutputTokens = {|GG3003:512|}, StopSequences = [\"END\"] })")]
    [InlineData("client.Models.GenerateContentAsync(name, \"a\", new() { MaxOutputTokens = 100000 })")]
    public Task Settings_of_a_client_library_are_checked_for_the_model_beside_them(string call)
        => RequestVerifier.VerifyAsync("using Google.GenAI; using Google.GenAI.Types; class C { Task M(Client client, string name) => " + call + "; }", files: [new SourceFile("Sdk.cs", RequestVerifier.Usings + Sdk)]);

    [Fact]
    public Task Settings_in_a_variable_are_checked_for_the_model_of_the_call()
        => RequestVerifier.VerifyAsync(
            "using Google.GenAI; using Google.GenAI.Types; class C { Task M(Client client) { var config = new GenerateContentConfig { MaxOutputTokens = {|GG3002:9000|} }; return client.Models.GenerateContentAsync(\"gemini-2.0-flash\", \"a\", config); } }",
            files: [new SourceFile("Sdk.cs", RequestVerifier.Usings + Sdk)]);

    [Theory]
    [InlineData("new PromptOptions { Model = \"gemini-2.5-flash\", MaxOutputTokens = {|GG3003:100|} }")]
    [InlineData("new PromptOptions { Model = \"gemini-2.5-flash\", MaxOutputTokens = {|GG3002:100000|} }")]
    [InlineData("new PromptOptions { Temperature = {|GG3006:2.5|} }")]
    [InlineData("new PromptOptions { MaxOutputTokens = 100 }")]
    public Task Options_of_a_call_of_ours_are_checked(string creation) => RequestVerifier.VerifyAsync("class C { PromptOptions M() => " + creation + "; }");

    [Fact]
    public Task A_body_that_two_calls_share_is_told_once()
        => RequestVerifier.VerifyAsync("""
            class C
            {
                readonly HttpClient _http = new();
                static object Body(string text) => new { contents = text, store = {|GG5004:true|}, generationConfig = new { temperature = {|GG3006:3|} } };
                Task Ask(string text) => _http.PostAsJsonAsync("URL", Body(text));
                Task Stream(string text) => _http.PostAsJsonAsync("https://generativelanguage.googleapis.com/v1beta/models/gemini-2.5-flash:streamGenerateContent", Body(text));
            }
            """);

    [Theory]
    [InlineData("await new HttpClient().PostAsJsonAsync(\"https://example.com/v1beta/models/gemini-2.5-flash:generateContent\", new { generationConfig = new { maxOutputTokens = 100000, temperature = 9 } });")]
    [InlineData("await _http.PostAsJsonAsync(\"URL\", new { settings = new { maxOutputTokens = 100000 } });")]
    [InlineData("await _http.PostAsync(\"URL\", new StringContent(\"{ not json maxOutputTokens 100000\"));")]
    [InlineData("object body = new { generationConfig = new { temperature = 5 } }; if (prompt.Length == 3) { body = other; } await _http.PostAsJsonAsync(\"URL\", body);")]
    public Task Does_not_trigger_elsewhere(string statements) => RequestVerifier.VerifyBodyAsync(statements);
}

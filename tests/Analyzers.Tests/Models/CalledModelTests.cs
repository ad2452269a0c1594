using GeminiGen.Analyzers.Rules;
using GeminiGen.Analyzers.Tests.Resilience;
using GeminiGen.TestHarness;

namespace GeminiGen.Analyzers.Tests.Models;

/// <summary>GG4001 and GG4013 to GG4016 on models that code names without a contract.</summary>
public sealed class CalledModelTests
{
    private const string Host = "https://generativelanguage.googleapis.com/v1beta/";

    [Theory]
    [InlineData("_http.PostAsync(\"HOSTmodels/{|GG4001:gemini-1.5-pro|}:generateContent\", c)")]
    [InlineData("_http.PostAsync($\"HOSTmodels/{|GG4001:gemini-1.5-pro|}:generateContent?key={k}\", c)")]
    [InlineData("_http.PostAsync(\"HOSTmodels/\" + Old + \":streamGenerateContent?alt=sse\", c)", "const string Old = \"{|GG4001:gemini-1.5-pro-002|}\";")]
    [InlineData("_http.PostAsync($\"{Base}models/{|GG4001:gemini-2.0-flash|}:countTokens\", c)", "const string Base = \"HOST\";")]
    [InlineData("_http.PostAsync(Url, c)", "const string Url = \"HOSTmodels/{|GG4001:gemini-1.5-flash|}:generateContent\";")]
    [InlineData("_http.SendAsync(new HttpRequestMessage(HttpMethod.Post, \"HOSTmodels/{|GG4001:gemini-pro|}:generateContent\"))")]
    [InlineData("_http.PostAsync(\"HOSTmodels/{|GG4015:gemini-3.8-flahs|}:generateContent\", c)")]
    [InlineData("_http.PostAsync(\"HOSTmodels/{|GG4013:gemini-4-xenon|}:generateContent\", c)")]
    [InlineData("_http.PostAsync(\"HOSTmodels/{|GG4014:gemini-embedding-001|}:generateContent\", c)")]
    [InlineData("_http.PostAsync(\"HOSTmodels/{|GG4016:gemini-3.8-flash|}:embedContent\", c)")]
    [InlineData("_http.PostAsJsonAsync(\"HOSTopenai/chat/completions\", new { model = {|GG4001:\"gemini-1.5-flash\"|}, messages = k })")]
    [InlineData("_http.PostAsync(\"HOSTopenai/chat/completions\", new StringContent(\"{\\\"model\\\":{|GG4001:\\\"gemini-1.5-flash\\\"|},\\\"messages\\\":[]}\"))")]
    public async Task Models_in_requests_by_hand_trigger(string call, string members = "")
        => await VerifyAsync($"class C {{ readonly HttpClient _http = new(); {members} Task M(HttpContent c, string k) => {call}; }}");

    [Theory]
    [InlineData("new Google.GenAI.Client().Models.GenerateContentAsync({|GG4001:\"gemini-1.5-flash\"|}, \"hi\")")]
    [InlineData("new Google.GenAI.Client().Models.GenerateContentAsync(contents: \"hi\", model: {|GG4001:\"models/gemini-2.0-flash\"|})")]
    [InlineData("new Google.GenAI.Client().Models.EmbedContentAsync({|GG4001:\"text-embedding-004\"|}, \"hi\")")]
    [InlineData("new Google.GenAI.Client().Models.EmbedContentAsync({|GG4016:\"gemini-3.8-flash\"|}, \"hi\")")]
    [InlineData("Google.GenAI.GoogleGenAIExtensions.AsIChatClient(new Google.GenAI.Client(), {|GG4001:\"gemini-1.5-flash\"|})")]
    [InlineData("new Mscc.GenerativeAI.GoogleAI(\"k\").GenerativeModel({|GG4001:\"gemini-1.5-pro\"|})")]
    [InlineData("chat.GetResponseAsync(\"p\", new ChatOptions { ModelId = {|GG4001:\"gemini-1.5-flash\"|} })")]
    [InlineData("Microsoft.SemanticKernel.Kernel.CreateBuilder().AddGoogleAIGeminiChatCompletion({|GG4001:\"gemini-1.5-flash\"|}, \"k\")")]
    [InlineData("new Microsoft.SemanticKernel.Connectors.Google.GoogleAIGeminiChatCompletionService({|GG4001:\"gemini-1.5-flash\"|}, \"k\")")]
    [InlineData("new OpenAI.Chat.ChatClient({|GG4001:\"gemini-1.5-flash\"|}, new ApiKeyCredential(\"k\"), new OpenAI.OpenAIClientOptions { Endpoint = new Uri(\"HOSTopenai/\") })")]
    public async Task Models_that_libraries_are_handed_trigger(string expression) => await VerifyAsync($"class C {{ object M(IChatClient chat) => {expression}; }}");

    [Theory]
    [InlineData("_http.PostAsync(\"HOSTmodels/gemini-3.8-flash:generateContent\", c)")]
    [InlineData("_http.PostAsync(\"HOSTmodels/gemini-2.5-flash-preview-tts:generateContent\", c)")]
    [InlineData("_http.PostAsync(\"HOSTmodels/gemini-3-pro-image:generateContent\", c)")]
    [InlineData("_http.PostAsync(\"HOSTmodels/gemini-embedding-001:embedContent\", c)")]
    [InlineData("_http.PostAsync(\"HOSTmodels/imagen-9.0-generate:predict\", c)")]
    [InlineData("_http.PostAsync(\"HOSTtunedModels/gemini-1.5-pro-mine:generateContent\", c)")]
    [InlineData("_http.PostAsync($\"HOSTmodels/{k}:generateContent\", c)")]
    [InlineData("_http.PostAsync($\"HOSTmodels/gemini-1.5-pro{k}:generateContent\", c)")]
    // Other hosts keep models by rules of their own.
    [InlineData("_http.PostAsync(\"https://us-central1-aiplatform.googleapis.com/v1/projects/p/locations/l/publishers/google/models/gemini-1.5-pro:generateContent\", c)")]
    [InlineData("_http.PostAsync(\"https://proxy.example.com/v1beta/models/gemini-1.5-pro:generateContent\", c)")]
    [InlineData("_http.PostAsJsonAsync(\"https://openrouter.ai/api/v1/chat/completions\", new { model = \"google/gemini-1.5-flash\" })")]
    [InlineData("_http.PostAsJsonAsync(\"https://api.openai.com/v1/chat/completions\", new { model = \"gemini-1.5-flash\" })")]
    [InlineData("_chat.GetResponseAsync(\"p\", new ChatOptions { ModelId = \"gpt-4o\" })")]
    [InlineData("_chat.GetResponseAsync(\"p\", new ChatOptions { ModelId = k })")]
    [InlineData("_client.Models.GenerateContentAsync(\"projects/p/locations/l/endpoints/1\", \"hi\")")]
    [InlineData("Task.FromResult(new OpenAI.Chat.ChatClient(\"gemini-1.5-flash\", \"k\"))")]
    [InlineData("Task.FromResult(new OpenAI.Chat.ChatClient(\"gemini-1.5-flash\", new ApiKeyCredential(\"k\"), new OpenAI.OpenAIClientOptions { Endpoint = new Uri(\"https://proxy.example.com/\") }))")]
    [InlineData("Task.FromResult(\"gemini-1.5-pro\")")]
    public async Task Models_in_service_and_of_others_do_not_trigger(string call)
        => await VerifyAsync($"class C {{ readonly HttpClient _http = new(); readonly Google.GenAI.Client _client = new(); readonly IChatClient _chat; Task M(HttpContent c, string k) => {call}; }}");

    [Fact]
    public async Task A_client_that_may_go_to_Vertex_does_not_trigger()
        => await VerifyAsync("class C { readonly Google.GenAI.Client _client = new(vertexAI: true, project: \"p\", location: \"l\"); Task M() => _client.Models.GenerateContentAsync(\"gemini-1.5-flash\", \"hi\"); }");

    [Fact]
    public async Task One_constant_for_several_calls_is_told_once()
        => await VerifyAsync("class C { const string Id = {|GG4001:\"gemini-1.5-flash\"|}; readonly Google.GenAI.Client _client = new(); Task M() => _client.Models.GenerateContentAsync(Id, \"a\"); Task N() => _client.Models.GenerateContentAsync(Id, \"b\"); }");

    private static Task VerifyAsync(string source)
        => AnalyzerVerifier.VerifyAsync<CallSiteAnalyzer>(
            ResilienceVerifier.Usings + "using Microsoft.SemanticKernel;\n" + source.Replace("HOST", Host, StringComparison.Ordinal),
            ResilienceVerifier.Library with { EditorConfig = Off });

    private static string Off { get; } = string.Join('\n', Enumerable.Range(2001, 12).Concat([4012]).Select(static number => $"dotnet_diagnostic.GG{number}.severity = none"));
}

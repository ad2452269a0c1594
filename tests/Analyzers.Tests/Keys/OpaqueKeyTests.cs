using GeminiGen.Analyzers.Rules;
using GeminiGen.TestHarness;

namespace GeminiGen.Analyzers.Tests.Keys;

/// <summary>GG1003. In the sources, <c>KEY</c> stands for random characters and <c>HEX</c> for 32 hexadecimal digits, put in at run time.</summary>
public sealed class OpaqueKeyTests
{
    private const string Clients = """

        namespace OpenAI { public class OpenAIClient { public OpenAIClient(string apiKey) { } } public class Other { public Other(string name) { } } }
        namespace Azure { public class AzureKeyCredential { public AzureKeyCredential(string key) { } } }
        namespace Kernels { public static class Builders { public static void AddMistralChatCompletion(this object b, string modelId, string apiKey) { } } }
        """;

    [Theory]
    [InlineData("object O = new OpenAI.OpenAIClient({|GG1003:\"KEY\"|});")]
    [InlineData("object O = new OpenAI.OpenAIClient(apiKey: {|GG1003:\"KEY\"|});")]
    [InlineData("const string K = {|GG1003:\"KEY\"|}; object O = new OpenAI.OpenAIClient(K);")]
    [InlineData("object M() { var k = {|GG1003:\"KEY\"|}; return new OpenAI.OpenAIClient(k); }")]
    [InlineData("void M(object b) => Kernels.Builders.AddMistralChatCompletion(b, \"mistral-large\", {|GG1003:\"KEY\"|});")]
    [InlineData("object O = new Azure.AzureKeyCredential({|GG1003:\"HEX\"|});")]
    [InlineData("void M(HttpClient h) => h.DefaultRequestHeaders.Add(\"x-goog-api-key\", {|GG1003:\"KEY\"|});")]
    [InlineData("void M(HttpClient h) { h.BaseAddress = new Uri(\"https://api.mistral.ai\"); h.DefaultRequestHeaders.Add(\"Authorization\", {|GG1003:\"Bearer KEY\"|}); }")]
    [InlineData("void M(HttpClient h) { h.BaseAddress = new Uri(\"https://api.mistral.ai\"); h.DefaultRequestHeaders.Authorization = new System.Net.Http.Headers.AuthenticationHeaderValue(\"Bearer\", {|GG1003:\"KEY\"|}); }")]
    [InlineData("void M() => Environment.SetEnvironmentVariable(\"MISTRAL_API_KEY\", {|GG1003:\"KEY\"|});")]
    [InlineData("void M(Microsoft.Extensions.Configuration.IConfiguration c) => c[\"Gemini:ApiKey\"] = {|GG1003:\"KEY\"|};")]
    [InlineData("object O = new GeminiGen.GeminiOptions { ApiKey = {|GG1003:\"KEY\"|} };")]
    [InlineData("const string GeminiApiKey = {|GG1003:\"KEY\"|};")]
    [InlineData("class OpenAISettings { public string ApiKey { get; set; } = {|GG1003:\"KEY\"|}; }")]
    public async Task Triggers_at_the_places_of_keys(string member) => await VerifyAsync(member);

    [Theory]
    [InlineData("object O = new OpenAI.OpenAIClient(\"3F2504E0-4F89-11D3-9A0C-0305E82C3301\");")]
    [InlineData("object O = new OpenAI.OpenAIClient(\"HEX\");")]
    [InlineData("object O = new OpenAI.OpenAIClient(\"\");")]
    [InlineData("object O = new OpenAI.OpenAIClient(\"your-openai-api-key\");")]
    [InlineData("object O = new OpenAI.OpenAIClient(\"OPENAI_API_KEY\");")]
    [InlineData("object O = new OpenAI.OpenAIClient(\"TheKeyOfOurLocalProxyIsNotASecretAtAll1\");")]
    [InlineData("object O = new OpenAI.Other(\"KEY\");")]
    [InlineData("void M(HttpClient h) => h.DefaultRequestHeaders.Add(\"x-api-key\", \"KEY\");")]
    [InlineData("void M(HttpClient h) => h.DefaultRequestHeaders.Add(\"Authorization\", \"Bearer KEY\");")]
    [InlineData("void M() => Environment.SetEnvironmentVariable(\"BUILD_ID\", \"KEY\");")]
    [InlineData("string Id = \"KEY\";")]
    [InlineData("void M(HttpClient h) { h.BaseAddress = new Uri(\"https://places.googleapis.com\"); h.DefaultRequestHeaders.Add(\"x-goog-api-key\", \"KEY\"); }")]
    public async Task Does_not_trigger_elsewhere(string member) => await VerifyAsync(member);

    private static Task VerifyAsync(string member)
    {
        string hex = FamilyKeys.Create(KeyFamilies.All.Single(static family => family.Name == "DeepSeek key"), 3)[3..];
        string source = "using System; using System.Net.Http; class OpenAISample { " + member + " }" + Clients;
        return AnalyzerVerifier.VerifyAsync<KeyAnalyzer>(source
            .Replace("_API_KEY", "\0").Replace("KEY", "7h" + TestKeys.Random(31, 38) + "Q2").Replace("\0", "_API_KEY").Replace("HEX", hex));
    }
}

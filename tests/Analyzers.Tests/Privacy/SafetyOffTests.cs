using GeminiGen.Analyzers.Rules;
using GeminiGen.Analyzers.Tests.Requests;
using GeminiGen.TestHarness;

namespace GeminiGen.Analyzers.Tests.Privacy;

/// <summary>GG5003 and GG5004.</summary>
public sealed class SafetyOffTests
{
    private static readonly string[] Categories = ["HARASSMENT", "HATE_SPEECH", "SEXUALLY_EXPLICIT", "DANGEROUS_CONTENT"];

    private const string Usings = "using System.Threading.Tasks; using GeminiGen;\n";
    private const string Three = "Safety(HarmCategory.HateSpeech, HarmBlockThreshold.Off), Safety(HarmCategory.SexuallyExplicit, HarmBlockThreshold.BlockNone), Safety(HarmCategory.DangerousContent, HarmBlockThreshold.Off)";

    [Theory]
    [InlineData("[GeminiPrompts, {|GG5003:Safety(HarmCategory.Harassment, HarmBlockThreshold.Off)|}, " + Three + "] interface I { [Prompt(\"a\")] Task<string> AskAsync(); }")]
    [InlineData("[GeminiPrompts] interface I { [Prompt(\"a\"), {|GG5003:Safety(HarmCategory.Harassment, HarmBlockThreshold.BlockNone)|}, " + Three + "] Task<string> AskAsync(); }")]
    [InlineData("[GeminiPrompts, " + Three + "] interface I { [Prompt(\"a\")] Task<string> AskAsync(); }")]
    [InlineData("[GeminiPrompts, Safety(HarmCategory.Harassment, HarmBlockThreshold.BlockOnlyHigh), " + Three + "] interface I { [Prompt(\"a\")] Task<string> AskAsync(); }")]
    public Task A_contract_without_any_category_is_told(string source) => AnalyzerVerifier.VerifyAsync<ContractSettingsAnalyzer>(Usings + source);

    [Theory]
    [InlineData("BLOCK_NONE", "OFF", true)]
    [InlineData("OFF", "OFF", true)]
    [InlineData("BLOCK_ONLY_HIGH", "OFF", false)]
    public Task A_request_without_any_category_is_told(string first, string others, bool isTold)
    {
        string list = "new[] { " + string.Join(", ", Categories
            .Select(name => $"new {{ category = \"HARM_CATEGORY_{name}\", threshold = \"{(name == "HARASSMENT" ? first : others)}\" }}")) + " }";
        return RequestVerifier.VerifyBodyAsync("await _http.PostAsJsonAsync(\"URL\", new { contents = other, safetySettings = " + (isTold ? "{|GG5003:" + list + "|}" : list) + " });");
    }

    [Fact]
    public Task A_request_with_some_categories_is_not()
        => RequestVerifier.VerifyBodyAsync("await _http.PostAsJsonAsync(\"URL\", new { safetySettings = new[] { new { category = \"HARM_CATEGORY_HARASSMENT\", threshold = \"BLOCK_NONE\" } } });");

    [Theory]
    [InlineData("SafetySettings = {|GG5003:new List<SafetySetting> { new() { Category = HarmCategory.HarmCategoryHarassment, Threshold = HarmBlockThreshold.BlockNone }, new() { Category = HarmCategory.HarmCategoryHateSpeech, Threshold = HarmBlockThreshold.Off }, new() { Category = HarmCategory.HarmCategorySexuallyExplicit, Threshold = HarmBlockThreshold.Off }, new() { Category = HarmCategory.HarmCategoryDangerousContent, Threshold = HarmBlockThreshold.Off } }|}")]
    [InlineData("SafetySettings = {|GG5003:Enum.GetValues<HarmCategory>().Select(c => new SafetySetting { Category = c, Threshold = HarmBlockThreshold.BlockNone }).ToList()|}")]
    [InlineData("SafetySettings = Enum.GetValues<HarmCategory>().Select(c => new SafetySetting { Category = c, Threshold = HarmBlockThreshold.BlockOnlyHigh }).ToList()")]
    public Task Settings_of_a_client_library_are_checked(string member)
        => RequestVerifier.VerifyAsync(
            "class C { object M() => new Google.GenAI.Types.GenerateContentConfig { " + member.Replace("SafetySetting>", "Google.GenAI.Types.SafetySetting>", StringComparison.Ordinal).Replace("new SafetySetting ", "new Google.GenAI.Types.SafetySetting ", StringComparison.Ordinal).Replace("HarmCategory.", "Google.GenAI.Types.HarmCategory.", StringComparison.Ordinal).Replace("<HarmCategory>", "<Google.GenAI.Types.HarmCategory>", StringComparison.Ordinal).Replace("HarmBlockThreshold.", "Google.GenAI.Types.HarmBlockThreshold.", StringComparison.Ordinal) + " }; }",
            files:
            [
                new SourceFile("Sdk.cs", """
                    namespace Google.GenAI.Types
                    {
                        public enum HarmCategory { HarmCategoryHarassment, HarmCategoryHateSpeech, HarmCategorySexuallyExplicit, HarmCategoryDangerousContent }
                        public enum HarmBlockThreshold { BlockOnlyHigh, BlockNone, Off }
                        public class SafetySetting { public HarmCategory Category { get; set; } public HarmBlockThreshold Threshold { get; set; } }
                        public class GenerateContentConfig { public System.Collections.Generic.List<SafetySetting>? SafetySettings { get; set; } }
                    }
                    """),
            ]);

    [Theory]
    [InlineData("{|GG5004:new { model = \"gemini-3.8-flash\", input = prompt }|}")]
    [InlineData("new { model = \"gemini-3.8-flash\", input = prompt, store = {|GG5004:true|} }")]
    [InlineData("new { model = \"gemini-3.8-flash\", input = prompt, store = false }")]
    [InlineData("new { model = \"gemini-3.8-flash\", input = prompt, previous_interaction_id = path }")]
    [InlineData("new { model = \"gemini-3.8-flash\", input = prompt, store = path == null }")]
    [InlineData("other")]
    public Task Interactions_are_stored_unless_told_otherwise(string body)
        => RequestVerifier.VerifyBodyAsync("await _http.PostAsJsonAsync(\"https://generativelanguage.googleapis.com/v1beta/interactions\", " + body + ");");

    [Theory]
    [InlineData("new { contents = other }")]
    [InlineData("new { contents = other, store = {|GG5004:true|} }")]
    public Task Other_requests_are_stored_when_asked_to(string body) => RequestVerifier.VerifyBodyAsync("await _http.PostAsJsonAsync(\"URL\", " + body + ");");
}

using GeminiGen.Analyzers.Rules;
using GeminiGen.CodeFixes.Answers;
using GeminiGen.TestHarness;
using Microsoft.CodeAnalysis.CodeFixes;

namespace GeminiGen.CodeFixes.Tests.Answers;

/// <summary>The fixes of GG4004, GG4006, GG4007 and GG4009.</summary>
public sealed class RequestFixerTests
{
    private const string Usings = "using System;\nusing System.Collections.Generic;\nusing System.Net.Http;\nusing System.Net.Http.Json;\nusing System.Text;\nusing System.Text.Json;\nusing System.Threading.Tasks;\n\n";
    private const string Url = "https://generativelanguage.googleapis.com/v1beta/models/gemini-3.8-flash:generateContent";

    [Theory]
    [InlineData(
        "async Task<JsonDocument> M(HttpContent c) { var response = await Http.PostAsync(\"URL\", c); return JsonDocument.Parse(await {|GG4004:response.Content|}.ReadAsStringAsync()); }",
        "async Task<JsonDocument> M(HttpContent c) { var response = await Http.PostAsync(\"URL\", c); response.EnsureSuccessStatusCode(); return JsonDocument.Parse(await response.Content.ReadAsStringAsync()); }")]
    [InlineData(
        "async Task<JsonDocument> M(HttpContent c) => JsonDocument.Parse(await {|GG4004:(await Http.PostAsync(\"URL\", c)).Content|}.ReadAsStringAsync());",
        "async Task<JsonDocument> M(HttpContent c) => JsonDocument.Parse(await (await Http.PostAsync(\"URL\", c)).EnsureSuccessStatusCode().Content.ReadAsStringAsync());")]
    [InlineData(
        "async Task<JsonDocument> M(HttpContent c)\n    {\n        var response = await Http.PostAsync(\"URL\", c);\n\n        // Read it.\n        var json = await {|GG4004:response.Content|}.ReadAsStringAsync();\n        return JsonDocument.Parse(json);\n    }",
        "async Task<JsonDocument> M(HttpContent c)\n    {\n        var response = await Http.PostAsync(\"URL\", c);\n\n        response.EnsureSuccessStatusCode();\n        // Read it.\n        var json = await response.Content.ReadAsStringAsync();\n        return JsonDocument.Parse(json);\n    }")]
    public async Task Ensures_success(string members, string repaired) => await VerifyAsync<ErrorTakenForAnswerFixer>("GG4004", members, repaired, "GG4004.Ensure");

    [Theory]
    [InlineData(
        "Task M(string t) => Http.PostAsJsonAsync(\"URL\", new { {|GG4006:content|} = new[] { new { {|GG4006:part|} = new[] { new { text = t } } } } });",
        "Task M(string t) => Http.PostAsJsonAsync(\"URL\", new { contents = new[] { new { parts = new[] { new { text = t } } } } });")]
    [InlineData(
        "Task M() => Http.PostAsync(\"URL\", new StringContent(\"{\\\"contents\\\":[],\\\"generationConfig\\\":{\\\"{|GG4006:max_tokens|}\\\":5}}\"));",
        "Task M() => Http.PostAsync(\"URL\", new StringContent(\"{\\\"contents\\\":[],\\\"generationConfig\\\":{\\\"maxOutputTokens\\\":5}}\"));")]
    [InlineData(
        "Task M(string t) => Http.PostAsync(\"URL\", new StringContent($$\"\"\"\n        {\n          \"contents\": [ { \"{|GG4006:rule|}\": \"user\", \"parts\": [ { \"text\": {{JsonSerializer.Serialize(t)}} } ] } ]\n        }\n        \"\"\"));",
        "Task M(string t) => Http.PostAsync(\"URL\", new StringContent($$\"\"\"\n        {\n          \"contents\": [ { \"role\": \"user\", \"parts\": [ { \"text\": {{JsonSerializer.Serialize(t)}} } ] } ]\n        }\n        \"\"\"));")]
    [InlineData(
        "Task M(string t) => Http.PostAsJsonAsync(\"URL\", new Dictionary<string, object> { [\"contents\"] = new[] { new { role = \"{|GG4006:assistant|}\" } } });",
        "Task M(string t) => Http.PostAsJsonAsync(\"URL\", new Dictionary<string, object> { [\"contents\"] = new[] { new { role = \"model\" } } });")]
    public async Task Renames_at_the_exact_characters(string members, string repaired) => await VerifyAsync<WrongBodyNameFixer>("GG4006", members, repaired, "GG4006.Rename");

    [Theory]
    [InlineData("Task M(string t) => Http.PostAsJsonAsync(\"URL\", new { {|GG4006:messages|} = new[] { t } });")]
    [InlineData("Task M(string t) => Http.PostAsJsonAsync(\"URL\", new { contents = new[] { t }, {|GG4006:temperature|} = 1 });")]
    public async Task Does_not_rename_where_the_value_is_of_another_shape(string members)
        => await CodeFixVerifier.VerifyNotOfferedAsync<CallSiteAnalyzer, WrongBodyNameFixer>(Wrap(members), new TestProjectOptions { Only = ["GG4006"] });

    [Theory]
    [InlineData(
        "Task M(string prompt) => Http.PostAsync(\"URL\", new StringContent($\"{{\\\"contents\\\":[{{\\\"parts\\\":[{{\\\"text\\\":\\\"{{|GG4007:prompt|}}\\\"}}]}}]}}\"));",
        "Task M(string prompt) => Http.PostAsync(\"URL\", new StringContent($\"{{\\\"contents\\\":[{{\\\"parts\\\":[{{\\\"text\\\":\\\"{JsonEncodedText.Encode(prompt)}\\\"}}]}}]}}\"));")]
    [InlineData(
        "Task M(string a, string b) => Http.PostAsync(\"URL\", new StringContent(\"{\\\"contents\\\":[{\\\"parts\\\":[{\\\"text\\\":\\\"\" + {|GG4007:a|} + \"\\\"},{\\\"text\\\":\\\"\" + {|GG4007:b|} + \"\\\"}]}]}\"));",
        "Task M(string a, string b) => Http.PostAsync(\"URL\", new StringContent(\"{\\\"contents\\\":[{\\\"parts\\\":[{\\\"text\\\":\\\"\" + JsonEncodedText.Encode(a).ToString() + \"\\\"},{\\\"text\\\":\\\"\" + JsonEncodedText.Encode(b).ToString() + \"\\\"}]}]}\"));")]
    [InlineData(
        "Task M() { var line = Console.ReadLine(); return Http.PostAsync(\"URL\", new StringContent(\"{\\\"contents\\\":[{\\\"parts\\\":[{\\\"text\\\":\\\"\" + {|GG4007:line|} + \"\\\"}]}]}\")); }",
        "Task M() { var line = Console.ReadLine(); return Http.PostAsync(\"URL\", new StringContent(\"{\\\"contents\\\":[{\\\"parts\\\":[{\\\"text\\\":\\\"\" + JsonEncodedText.Encode(line ?? \"\").ToString() + \"\\\"}]}]}\")); }")]
    public async Task Encodes_the_text(string members, string repaired) => await VerifyAsync<PastedTextFixer>("GG4007", members, repaired, "GG4007.Encode");

    [Theory]
    [InlineData("void M(string prompt) { int tokens = {|GG4009:prompt.Split(' ').Length|}; Console.WriteLine(tokens); }", "void M(string prompt) { int tokens = GeminiGen.TokenEstimator.Estimate(prompt); Console.WriteLine(tokens); }")]
    [InlineData("int CountTokens(string text) => {|GG4009:text.Length / 4|};", "int CountTokens(string text) => GeminiGen.TokenEstimator.Estimate(text);")]
    public async Task Estimates_tokens(string members, string repaired)
        => await VerifyAsync<CountedTokensFixer>("GG4009", "Task Ask(HttpContent c) => Http.PostAsync(\"URL\", c); " + members, "Task Ask(HttpContent c) => Http.PostAsync(\"URL\", c); " + repaired, "GG4009.Estimate");

    [Fact]
    public async Task Does_not_estimate_where_the_number_has_decimals()
        => await CodeFixVerifier.VerifyNotOfferedAsync<CallSiteAnalyzer, CountedTokensFixer>(
            Wrap("Task Ask(HttpContent c) => Http.PostAsync(\"URL\", c); double Tokens(string text) => {|GG4009:text.Length / 4.0|};"),
            new TestProjectOptions { Only = ["GG4009"] });

    [Fact]
    public async Task Puts_a_contract_in_place_of_a_raw_call()
        => await CodeFixVerifier.VerifyAsync<CallSiteAnalyzer, RawCallFixer>(
            Usings + """
            class Desk
            {
                static readonly HttpClient Http = new();

                // Sums up.
                public async Task<string> SummarizeAsync(string document, bool log, System.Threading.CancellationToken token = default)
                {
                    var body = new { systemInstruction = new { parts = new[] { new { text = "Be {brief}." } } }, contents = new[] { new { parts = new[] { new { text = $"Summarise: {document}" } } } } };
                    var response = await {|GG4012:Http.PostAsJsonAsync|}("URL", body, token);
                    return await response.Content.ReadAsStringAsync(token);
                }
            }
            """.Replace("URL", Url, StringComparison.Ordinal),
            Usings + """
            class Desk
            {
                static readonly HttpClient Http = new();

                private static readonly GeminiGen.GeminiClient SharedGeminiClient = new(new GeminiGen.GeminiOptions());

                // Sums up.
                public async Task<string> SummarizeAsync(string document, bool log, System.Threading.CancellationToken token = default)
                {
                    return await new DeskPrompts(SharedGeminiClient).SummarizeAsync(document, token);
                }
            }

            /// <summary>What DeskPrompts asks the model.</summary>
            [GeminiGen.GeminiPrompts(Model = "gemini-3.8-flash")]
            public partial interface IDeskPrompts
            {
                /// <summary>Asks the model.</summary>
                [GeminiGen.SystemInstruction("Be {{brief}}.")]
                [GeminiGen.Prompt("Summarise: {document}")]
                System.Threading.Tasks.Task<string> SummarizeAsync(string document, System.Threading.CancellationToken token = default);
            }
            """,
            "GG4012.Contract",
            new TestProjectOptions
            {
                Only = ["GG4012"],
                // What the generator makes.
                OtherFiles = [new SourceFile("DeskPrompts.cs", "global using Made;\nnamespace Made { class DeskPrompts { public DeskPrompts(GeminiGen.GeminiClient client) { } public System.Threading.Tasks.Task<string> SummarizeAsync(string a, System.Threading.CancellationToken b) => throw null!; } }")],
            });

    [Fact]
    public async Task Puts_a_contract_in_place_of_a_raw_call_in_a_class_on_one_line()
        => await CodeFixVerifier.VerifyAsync<CallSiteAnalyzer, RawCallFixer>(
            Usings + """
            class Desk { static readonly HttpClient Http = new(); public async Task<string> AskAsync(string text) { var body = new { contents = new[] { new { parts = new[] { new { text = $"Say: {text}" } } } } }; var response = await {|GG4012:Http.PostAsJsonAsync|}("URL", body); return await response.Content.ReadAsStringAsync(); } }
            """.Replace("URL", Url, StringComparison.Ordinal),
            Usings + """
            class Desk { static readonly HttpClient Http = new(); private static readonly GeminiGen.GeminiClient SharedGeminiClient = new(new GeminiGen.GeminiOptions()); public async Task<string> AskAsync(string text) {
                return await new DeskPrompts(SharedGeminiClient).AskAsync(text);
            } }

            /// <summary>What DeskPrompts asks the model.</summary>
            [GeminiGen.GeminiPrompts(Model = "gemini-3.8-flash")]
            public partial interface IDeskPrompts
            {
                /// <summary>Asks the model.</summary>
                [GeminiGen.Prompt("Say: {text}")]
                System.Threading.Tasks.Task<string> AskAsync(string text, System.Threading.CancellationToken cancellationToken = default);
            }
            """,
            "GG4012.Contract",
            new TestProjectOptions
            {
                Only = ["GG4012"],
                OtherFiles = [new SourceFile("DeskPrompts.cs", "global using Made;\nnamespace Made { class DeskPrompts { public DeskPrompts(GeminiGen.GeminiClient client) { } public System.Threading.Tasks.Task<string> AskAsync(string a) => throw null!; } }")],
            });

    private static Task VerifyAsync<TFixer>(string id, string members, string repaired, string key)
        where TFixer : CodeFixProvider, new()
        => CodeFixVerifier.VerifyAsync<CallSiteAnalyzer, TFixer>(Wrap(members), Wrap(repaired), key, new TestProjectOptions { Only = [id] });

    private static string Wrap(string members)
        => Usings + "class C\n{\n    static readonly HttpClient Http = new();\n    " + members.Replace("URL", Url, StringComparison.Ordinal) + "\n}\n";
}

using GeminiGen.Analyzers.Rules;
using GeminiGen.CodeFixes.Answers;
using GeminiGen.TestHarness;

namespace GeminiGen.CodeFixes.Tests.Answers;

/// <summary>The fix of GG4005. <c>URL</c> stands for the address of a model, <c>BODY</c> for the request, <c>TEXT</c> for how the text comes out of the answer.</summary>
public sealed class StrippedFencesFixerTests
{
    private const string Usings = "using System;\nusing System.Collections.Generic;\nusing System.IO;\nusing System.Net.Http;\nusing System.Net.Http.Json;\nusing System.Text.Json;\nusing System.Threading;\nusing System.Threading.Tasks;\n\n";
    private const string Body = "var body = new { contents = new[] { new { parts = new[] { new { text = $\"A recipe with {ingredients}, as JSON like {{\\\"name\\\": \\\"\\\"}}.\" } } } } };";
    private const string Text = "var root = (await response.Content.ReadFromJsonAsync<JsonElement>(token)); var text = root.GetProperty(\"candidates\")[0].GetProperty(\"content\").GetProperty(\"parts\")[0].GetProperty(\"text\").GetString()!;";
    private const string Recipe = "\n\nclass Recipe\n{\n    public string Name { get; set; } = \"\";\n    public List<string> Steps { get; set; } = new();\n}\n";

    // What the generator makes.
    private const string Generated = "namespace Made { class DeskPrompts { public DeskPrompts(GeminiGen.GeminiClient client) { } public System.Threading.Tasks.Task<ANSWER> SuggestAsync(string a, System.Threading.CancellationToken b) => throw null!; } }";

    [Theory]
    [InlineData("Recipe", "return JsonSerializer.Deserialize<Recipe>(json)!;")]
    [InlineData("Recipe", "var recipe = JsonSerializer.Deserialize<Recipe>(json, new JsonSerializerOptions { PropertyNameCaseInsensitive = true });\n        return recipe ?? throw new InvalidOperationException(\"No recipe.\");")]
    [InlineData("List<Recipe>", "return JsonSerializer.Deserialize<List<Recipe>>(json)!;")]
    public async Task Asks_for_the_type(string answer, string parse)
        => await CodeFixVerifier.VerifyAsync<CallSiteAnalyzer, StrippedFencesFixer>(
            Wrap(answer, $"var json = text.Replace({{|GG4005:\"```json\"|}}, \"\").Replace(\"```\", \"\").Trim();\n        {parse}"),
            Usings + $$"""
            class Desk
            {
                static readonly HttpClient Http = new();

                private static readonly GeminiGen.GeminiClient SharedGeminiClient = new(new GeminiGen.GeminiOptions());

                // Suggests.
                public async Task<{{answer}}> SuggestAsync(string ingredients, CancellationToken token)
                {
                    return await new DeskPrompts(SharedGeminiClient).SuggestAsync(ingredients, token);
                }
            }

            /// <summary>What DeskPrompts asks the model.</summary>
            [GeminiGen.GeminiPrompts(Model = "gemini-3.8-flash")]
            internal partial interface IDeskPrompts
            {
                /// <summary>Asks the model.</summary>
                [GeminiGen.Prompt("A recipe with {ingredients}, as JSON like {{"{{"}}\"name\": \"\"{{"}}"}}.")]
                System.Threading.Tasks.Task<{{answer}}> SuggestAsync(string ingredients, CancellationToken token);
            }
            """ + Recipe,
            "GG4005.Contract",
            Options(answer));

    [Theory]
    // A failure gives something else; the text is kept, told, or parsed elsewhere.
    [InlineData("Recipe", "var json = text.Replace({|GG4005:\"```json\"|}, \"\"); try { return JsonSerializer.Deserialize<Recipe>(json)!; } catch (JsonException) { return new Recipe(); }")]
    [InlineData("Recipe", "var json = text.Replace({|GG4005:\"```json\"|}, \"\"); return JsonSerializer.Deserialize<Recipe>(json) ?? new Recipe();")]
    [InlineData("Recipe", "var json = text.Replace({|GG4005:\"```json\"|}, \"\"); File.WriteAllText(\"last.json\", json); return JsonSerializer.Deserialize<Recipe>(json)!;")]
    [InlineData("Recipe", "var json = text.Replace({|GG4005:\"```json\"|}, \"\"); _last = json; return JsonSerializer.Deserialize<Recipe>(json)!;")]
    [InlineData("Recipe", "var json = text.Replace({|GG4005:\"```json\"|}, \"\"); if (json.Length == 0) { return new Recipe(); } return JsonSerializer.Deserialize<Recipe>(json)!;")]
    [InlineData("string", "var json = text.Replace({|GG4005:\"```json\"|}, \"\"); return JsonSerializer.Deserialize<Recipe>(json)!.Name;")]
    // No answer of a contract.
    [InlineData("Shape", "var json = text.Replace({|GG4005:\"```json\"|}, \"\"); return JsonSerializer.Deserialize<Shape>(json)!;")]
    [InlineData("Secret", "var json = text.Replace({|GG4005:\"```json\"|}, \"\"); return JsonSerializer.Deserialize<Secret>(json)!;")]
    public async Task Is_not_offered_where_it_would_not_be_right(string answer, string statements)
        => await CodeFixVerifier.VerifyNotOfferedAsync<CallSiteAnalyzer, StrippedFencesFixer>(
            Wrap(answer, statements).Replace("public async", "async", StringComparison.Ordinal) + "abstract class Shape { public string Name { get; set; } = \"\"; }\n",
            Options("string"));

    private static string Wrap(string answer, string statements)
        => Usings + $$"""
            class Desk
            {
                static readonly HttpClient Http = new();

                // Suggests.
                public async Task<{{answer}}> SuggestAsync(string ingredients, CancellationToken token)
                {
                    {{Body}}
                    var response = await Http.PostAsJsonAsync("https://generativelanguage.googleapis.com/v1beta/models/gemini-3.8-flash:generateContent", body, token);
                    response.EnsureSuccessStatusCode();
                    {{Text}}
                    {{statements}}
                }
            FIELD}
            """.Replace(
                "FIELD",
                statements.Contains("_last", StringComparison.Ordinal) ? "    string _last = \"\";\n"
                    : answer == "Secret" ? "    class Secret { public string Name { get; set; } = \"\"; }\n"
                    : "",
                StringComparison.Ordinal) + Recipe;

    private static TestProjectOptions Options(string answer) => new()
    {
        Only = ["GG4005"],
        OtherFiles = [new SourceFile("DeskPrompts.cs", "global using Made;\nusing System.Collections.Generic;\n" + Generated.Replace("ANSWER", answer, StringComparison.Ordinal))],
    };
}

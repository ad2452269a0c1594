using GeminiGen.Analyzers.Rules;
using GeminiGen.TestHarness;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Testing;

namespace GeminiGen.Analyzers.Tests.Models;

/// <summary>GG0013.</summary>
public sealed class RefusedByModelTests
{
    private const string Usings = "using System; using System.Collections.Generic; using System.Threading.Tasks; using GeminiGen;\n";
    private const string Tools = "\npublic class T { [Tool(\"a\")] public static void Get() { } }";
    private const string Old = "gemini-2.5-flash-lite";

    [Theory]
    [InlineData(Old, "[Prompt(\"a\"), Tools(typeof(T))] Task<int> {|GG0013:AskAsync|}();")]
    [InlineData(Old, "[Prompt(\"a\"), Tools(typeof(T))] Task<PromptResult<int[]>> {|GG0013:AskAsync|}();")]
    [InlineData(Old, "[Prompt(\"a\"), GoogleSearch] Task<int> {|GG0013:AskAsync|}();")]
    [InlineData(Old, "[Prompt(\"a\"), CodeExecution] IAsyncEnumerable<int> {|GG0013:AskAsync|}();")]
    [InlineData(Old, "[Prompt(\"a\"), Tools(typeof(T)), UrlContext] Task<string> {|GG0013:AskAsync|}();")]
    [InlineData(Old, "[Prompt(\"a\"), UrlContext] Task<string> {|GG0013:AskAsync|}([Tools] T tools);")]
    [InlineData("gemini-3-pro-image", "[Prompt(\"a\"), Tools(typeof(T))] Task<string> {|GG0013:AskAsync|}();")]
    public Task Triggers(string model, string method) => VerifyAsync("\"" + model + "\"", method);

    [Theory]
    [InlineData("[{|GG0013:UrlContext|}]")]
    [InlineData("[{|GG0013:GoogleSearch|}, {|GG0013:CodeExecution|}]")]
    public Task Triggers_on_tools_a_model_does_not_have(string attributes)
        => VerifyAsync("{|GG4001:\"gemini-2.0-flash-lite\"|}", "[Prompt(\"a\")] " + attributes + " Task<string> AskAsync();");

    [Theory]
    [InlineData("Media")]
    [InlineData("IReadOnlyList<Media>")]
    [InlineData("Media[]")]
    public Task Triggers_on_media_where_text_is_read(string type)
        => VerifyAsync("{|GG4001:\"gemini-1.0-pro\"|}", "[Prompt(\"{a}\")] Task<string> AskAsync(" + type + " {|GG0013:a|});");

    [Theory]
    [InlineData(Old, "[Prompt(\"a\"), Tools(typeof(T))] Task<string> AskAsync();")]
    [InlineData(Old, "[Prompt(\"a\"), GoogleSearch, UrlContext] PromptStream<string> AskAsync();")]
    [InlineData(Old, "[Prompt(\"a\")] Task<int> AskAsync(Media a);")]
    [InlineData(Old, "[Prompt(\"a\"), Tools] Task<int> AskAsync();")]
    [InlineData(Old, "[GoogleSearch] Task<int> AskAsync() => Task.FromResult(1);")]
    [InlineData("gemini-3.8-flash", "[Prompt(\"a\"), Tools(typeof(T)), GoogleSearch] Task<int> AskAsync();")]
    [InlineData("gemini-4-argon", "[Prompt(\"a\"), CodeExecution] Task<string> AskAsync();")]
    [InlineData("tunedModels/mine", "[Prompt(\"a\"), Tools(typeof(T))] Task<int> AskAsync();")]
    public Task Does_not_trigger(string model, string method) => VerifyAsync("\"" + model + "\"", method);

    [Theory]
    [InlineData("gemini-3.8-flash", "Temperature = {|GG0013:0.5|}, TopP = {|GG0013:0.5|}, TopK = {|GG0013:5|}")]
    [InlineData("gemini-4-argon", "ThinkingBudget = {|GG0013:100|}")]
    [InlineData(Old, "Thinking = {|GG0013:ThinkingLevel.Low|}")]
    [InlineData("gemini-2.5-flash-image", "Thinking = {|GG0013:ThinkingLevel.Low|}")]
    [InlineData("gemini-2.5-flash-image", "ThinkingBudget = {|GG0013:100|}")]
    [InlineData("gemini-2.5-flash-image", "ThinkingBudget = 0")]
    [InlineData("gemini-3.8-flash", "ThinkingBudget = 100")]
    [InlineData("gemini-3.5-flash-lite", "Temperature = 0.5, TopP = 0.5, TopK = 5")]
    [InlineData(Old, "Temperature = 0.5, ThinkingBudget = 600")]
    [InlineData("tunedModels/mine", "Temperature = 0.5, Thinking = ThinkingLevel.Low")]
    public Task Triggers_on_settings_that_the_model_ignores_or_refuses(string model, string settings)
        => VerifyAsync("\"" + model + "\"", "[Prompt(\"a\"), Generation(" + settings + ")] Task<string> AskAsync();");

    [Fact]
    public Task Stays_on_where_other_rules_are_switched_off()
        => AnalyzerVerifier.VerifyAsync<ContractSettingsAnalyzer>(
            Usings + "[GeminiPrompts(Model = \"gemini-2.0-flash-lite\")] public interface I { [Prompt(\"a\"), {|GG0013:UrlContext|}] Task<string> AskAsync(); }",
            new TestProjectOptions { GlobalConfig = "build_property.GeminiGenAnalyzers = false" });

    [Fact]
    public Task The_contracts_tools_count_for_each_method()
        => AnalyzerVerifier.VerifyAsync<ContractSettingsAnalyzer>(
            Usings + "[GeminiPrompts(Model = \"gemini-2.5-flash-lite\"), GoogleSearch] interface I { [Prompt(\"a\")] Task<int> {|#0:AskAsync|}(); [Prompt(\"a\")] Task<string> ThinkAsync(); }",
            null,
            new DiagnosticResult("GG0013", DiagnosticSeverity.Warning).WithLocation(0).WithMessage(
                "A tool with a typed answer of 'I.AskAsync' is refused by model 'gemini-2.5-flash-lite': it takes one of the two; return text, or name a model of the third generation or later"));

    [Fact]
    public Task Is_silent_without_our_types()
        => AnalyzerVerifier.VerifyAsync<ContractSettingsAnalyzer>(
            "using System; class GoogleSearchAttribute : Attribute { } interface I { [GoogleSearch] int Ask(); }",
            new TestProjectOptions { References = ReferenceSet.Framework });

    private static Task VerifyAsync(string model, string method)
        => AnalyzerVerifier.VerifyAsync<ContractSettingsAnalyzer>(Usings + "[GeminiPrompts(Model = " + model + ")] public interface I { " + method + " }" + Tools);
}

using GeminiGen.Analyzers.Rules;
using GeminiGen.TestHarness;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Testing;

namespace GeminiGen.Analyzers.Tests.Limits;

/// <summary>GG3002 and GG3006: settings of contracts and options against the catalogue and the API's bounds.</summary>
public sealed class SettingRulesTests
{
    private const string Usings = "using System; using System.Collections.Generic; using System.Threading.Tasks; using GeminiGen;\n";

    [Theory]
    [InlineData("gemini-3.8-flash", "65537")]
    [InlineData("models/gemini-3.8-flash", "65537")]
    [InlineData("gemini-flash-latest", "65537")]
    [InlineData("gemma-4-31b-it", "32769")]
    public async Task Output_tokens_above_the_limit_trigger(string model, string tokens)
        => await VerifyAsync(model, "Generation(MaxOutputTokens = {|GG3002:" + tokens + "|})");

    [Theory]
    [InlineData("gemini-3.8-flash", "65536")]
    [InlineData("gemma-4-31b-it", "32768")]
    [InlineData("tunedModels/mine", "9999999")]
    public async Task Output_tokens_within_the_limit_or_of_an_unknown_model_do_not_trigger(string model, string tokens)
        => await VerifyAsync(model, "Generation(MaxOutputTokens = " + tokens + ")");

    [Theory]
    [InlineData("[Prompt(\"a\"), Generation(MaxOutputTokens = {|GG3002:32769|})] Task<string> AskAsync();")]
    [InlineData("[Prompt(\"a\"), Generation(MaxOutputTokens = {|GG3002:65536|})] ValueTask<int> AskAsync();")]
    [InlineData("[Prompt(\"a\"), Generation(MaxOutputTokens = {|GG3002:1048577|})] IAsyncEnumerable<string> AskAsync();")]
    [InlineData("[Prompt(\"a\"), Generation(MaxOutputTokens = 32768)] Task<string> AskAsync();")]
    [InlineData("[Prompt(\"a\"), Generation(MaxOutputTokens = 200000)] IAsyncEnumerable<string> AskAsync();")]
    [InlineData("[Prompt(\"a\"), Generation(MaxOutputTokens = 200000)] PromptStream<string> AskAsync();")]
    public async Task A_model_that_answers_more_in_a_stream_is_checked_by_method(string method)
        => await AnalyzerVerifier.VerifyAsync<ContractSettingsAnalyzer>(Usings + "[GeminiPrompts(Model = \"gemini-4-argon\")] interface I { " + method + " }");

    [Theory]
    [InlineData("{|GG3002:200000|}", "[Prompt(\"a\")] Task<string> AskAsync(); [Prompt(\"a\")] IAsyncEnumerable<string> TellAsync();")]
    [InlineData("200000", "[Prompt(\"a\"), Generation(MaxOutputTokens = 2048)] Task<string> AskAsync(); [Prompt(\"a\")] IAsyncEnumerable<string> TellAsync();")]
    [InlineData("200000", "[Prompt(\"a\")] IAsyncEnumerable<string> TellAsync();")]
    public async Task A_setting_of_the_contract_counts_for_methods_without_one(string tokens, string methods)
        => await AnalyzerVerifier.VerifyAsync<ContractSettingsAnalyzer>(Usings + "[GeminiPrompts(Model = \"gemini-4-argon\"), Generation(MaxOutputTokens = " + tokens + ")] interface I { " + methods + " }");

    [Fact]
    public async Task A_setting_of_the_contract_counts_for_inherited_methods()
        => await AnalyzerVerifier.VerifyAsync<ContractSettingsAnalyzer>(
            Usings + "interface IBase { [Prompt(\"a\")] Task<string> AskAsync(); } [GeminiPrompts(Model = \"gemini-4-argon\"), Generation(MaxOutputTokens = {|GG3002:200000|})] interface I : IBase { }");

    [Fact]
    public async Task Output_tokens_are_not_checked_without_a_model()
        => await AnalyzerVerifier.VerifyAsync<ContractSettingsAnalyzer>(Usings + "[GeminiPrompts, Generation(MaxOutputTokens = 9999999)] interface I { [Prompt(\"a\")] Task<string> AskAsync(); }");

    [Fact]
    public async Task Settings_of_the_whole_contract_are_checked_once()
        => await AnalyzerVerifier.VerifyAsync<ContractSettingsAnalyzer>(Usings + """
            [GeminiPrompts(Model = GeminiModels.Gemini38Flash), Generation(MaxOutputTokens = {|GG3002:70000|})]
            interface I { [Prompt("a")] Task<string> AskAsync(); [Prompt("b")] Task<string> TellAsync(); }
            """);

    [Theory]
    [InlineData("Generation(Temperature = {|GG3006:2.1|})")]
    [InlineData("Generation(Temperature = {|GG3006:-0.1|})")]
    [InlineData("Generation(Temperature = {|GG3006:double.NaN|})")]
    [InlineData("Generation(TopP = {|GG3006:1.01|})")]
    [InlineData("Generation(TopK = {|GG3006:0|})")]
    [InlineData("Generation(MaxOutputTokens = {|GG3006:0|})")]
    [InlineData("Generation(StopSequences = {|GG3006:new[] { \"a\", \"b\", \"c\", \"d\", \"e\", \"f\" }|})")]
    [InlineData("Generation(StopSequences = {|GG3006:new[] { \"a\", \"\" }|})")]
    [InlineData("Generation(StopSequences = {|GG3006:new string[] { null }|})")]
    [InlineData("Generation(Thinking = {|GG3006:(ThinkingLevel)42|})")]
    [InlineData("Timeout(Seconds = {|GG3006:2147484|})")]
    [InlineData("Timeout(Seconds = {|GG3006:1e12|})")]
    [InlineData("Timeout(Seconds = {|GG3006:double.PositiveInfinity|})")]
    [InlineData("Generation(ThinkingBudget = {|GG3006:-2|})")]
    [InlineData("Retry(MaxAttempts = {|GG3006:0|})")]
    [InlineData("Retry(MaxAttempts = {|GG3006:101|})")]
    [InlineData("Repair(MaxAttempts = {|GG3006:-1|})")]
    [InlineData("Repair(MaxAttempts = {|GG3006:6|})")]
    [InlineData("Timeout(Seconds = {|GG3006:0|})")]
    [InlineData("Timeout(Seconds = {|GG3006:-1.5|})")]
    public async Task Settings_out_of_range_trigger(string attribute) => await VerifyAsync("gemini-3.8-flash", attribute);

    [Theory]
    [InlineData("Generation(Temperature = 0, TopP = 0, TopK = 1, MaxOutputTokens = 1)")]
    [InlineData("Generation(Temperature = 2, TopP = 1, TopK = 1000)")]
    public async Task Sampling_in_range_does_not_trigger(string attribute) => await VerifyAsync("gemini-2.5-flash-lite", attribute);

    [Theory]
    [InlineData("Generation(StopSequences = new[] { \"a\", \"b\", \"c\", \"d\", \"e\" })")]
    [InlineData("Generation(StopSequences = null)")]
    [InlineData("Retry(MaxAttempts = 100)")]
    [InlineData("Repair(MaxAttempts = 0)")]
    [InlineData("Repair(MaxAttempts = 5)")]
    [InlineData("Timeout(Seconds = 0.5)")]
    [InlineData("Timeout(Seconds = 2147483)")]
    [InlineData("Generation(StopSequences = new[] { \" \" })")]
    [InlineData("Generation(Seed = -5)")]
    public async Task Settings_in_range_do_not_trigger(string attribute) => await VerifyAsync("gemini-3.8-flash", attribute);

    [Theory]
    [InlineData("gemini-2.5-flash-lite", "511")]
    [InlineData("gemini-2.5-flash-lite", "24577")]
    public async Task Thinking_budgets_outside_of_the_models_range_trigger(string model, string budget)
        => await VerifyAsync(model, "Generation(ThinkingBudget = {|GG3006:" + budget + "|})");

    [Theory]
    [InlineData("gemini-2.5-flash-lite", "0")]
    [InlineData("gemini-2.5-flash-lite", "-1")]
    [InlineData("gemini-2.5-flash-lite", "512")]
    [InlineData("gemini-2.5-flash-lite", "24576")]
    [InlineData("gemini-3.8-flash", "1000")]
    [InlineData("tunedModels/mine", "1")]
    public async Task Thinking_budgets_in_range_or_of_models_without_one_do_not_trigger(string model, string budget)
        => await VerifyAsync(model, "Generation(ThinkingBudget = " + budget + ")");

    [Fact]
    public async Task A_model_that_cannot_stop_thinking_has_no_budget_of_0()
        => await AnalyzerVerifier.VerifyAsync<ContractSettingsAnalyzer>(
            Usings + "[GeminiPrompts(Model = {|GG4001:\"gemini-2.5-pro\"|})] interface I { [Prompt(\"a\"), Generation(ThinkingBudget = {|GG3006:0|})] Task<string> AskAsync(); }");

    [Theory]
    [InlineData("gemini-3.8-flash", "{|GG3006:ThinkingLevel.Minimal|}")]
    [InlineData("gemini-4-argon", "{|GG3006:ThinkingLevel.Minimal|}")]
    [InlineData("gemini-3.8-flash", "ThinkingLevel.Low")]
    [InlineData("gemini-3.6-flash", "ThinkingLevel.Minimal")]
    [InlineData("gemma-4-31b-it", "ThinkingLevel.Low")]
    [InlineData("tunedModels/mine", "ThinkingLevel.Minimal")]
    public async Task Thinking_levels_are_those_of_the_model(string model, string level) => await VerifyAsync(model, "Generation(Thinking = " + level + ")");

    [Theory]
    [InlineData("o.Retry.MaxAttempts = {|GG3006:0|}")]
    [InlineData("o.Retry.MaxAttempts = {|GG3006:-1|}")]
    [InlineData("o.Retry.MaxAttempts = {|GG3006:1000|}")]
    [InlineData("o.Timeout = {|GG3006:TimeSpan.Zero|}")]
    [InlineData("o.Timeout = {|GG3006:TimeSpan.FromSeconds(0)|}")]
    [InlineData("o.AttemptTimeout = {|GG3006:TimeSpan.FromMinutes(-5)|}")]
    [InlineData("o.AttemptTimeout = {|GG3006:default(TimeSpan)|}")]
    [InlineData("o.Timeout = {|GG3006:TimeSpan.FromDays(25)|}")]
    [InlineData("o.Timeout = {|GG3006:TimeSpan.MaxValue|}")]
    [InlineData("o.StreamIdleTimeout = {|GG3006:TimeSpan.FromHours(1000)|}")]
    [InlineData("o.Timeout = TimeSpan.FromDays(24)")]
    [InlineData("o.Timeout = TimeSpan.FromDays(seconds)")]
    [InlineData("o.Timeout = TimeSpan.FromSeconds(1)")]
    [InlineData("o.Timeout = System.Threading.Timeout.InfiniteTimeSpan")]
    [InlineData("o.Timeout = TimeSpan.FromMilliseconds(-1)")]
    [InlineData("o.Timeout = TimeSpan.FromSeconds(seconds)")]
    [InlineData("o.Retry.MaxAttempts = (int)seconds")]
    public async Task Options_are_checked_where_constant(string statement)
        => await AnalyzerVerifier.VerifyAsync<CallSiteAnalyzer>(Usings + "class C { void M(GeminiOptions o, double seconds) { " + statement + "; } }");

    [Fact]
    public async Task Messages_name_value_range_and_model()
    {
        string source = Usings + """
            [GeminiPrompts(Model = "gemini-3.8-flash")]
            interface I { [Prompt("a"), Generation(MaxOutputTokens = {|#0:65537|}, Temperature = {|#1:2.5|}, Thinking = {|#2:ThinkingLevel.Minimal|}, StopSequences = {|#3:new[] { "" }|})] Task<string> AskAsync(); }
            """;
        await AnalyzerVerifier.VerifyAsync<ContractSettingsAnalyzer>(
            source,
            null,
            new DiagnosticResult("GG3002", DiagnosticSeverity.Error).WithLocation(0).WithArguments(65537, "gemini-3.8-flash", 65536),
            new DiagnosticResult("GG3006", DiagnosticSeverity.Error).WithLocation(1).WithArguments("Temperature", "2.5", "from 0 to 2"),
            new DiagnosticResult("GG3006", DiagnosticSeverity.Error).WithLocation(3).WithArguments("StopSequences", "{\"\"}", "texts of one character or more"),
            new DiagnosticResult("GG3006", DiagnosticSeverity.Error).WithLocation(2).WithArguments("Thinking", "Minimal", "one of Low, Medium, High for this model"));
    }

    [Fact]
    public async Task Is_off_with_GeminiGenAnalyzers_false()
        => await AnalyzerVerifier.VerifyAsync<ContractSettingsAnalyzer>(
            Usings + "[GeminiPrompts(Model = \"gemini-2.0-flash\"), Generation(MaxOutputTokens = 9999999, TopP = 7)] interface I { }",
            new TestProjectOptions { GlobalConfig = "build_property.GeminiGenAnalyzers = false" });

    private static Task VerifyAsync(string model, string attribute)
        => AnalyzerVerifier.VerifyAsync<ContractSettingsAnalyzer>(
            Usings + "[GeminiPrompts(Model = \"" + model + "\")] interface I { [Prompt(\"a\"), " + attribute + "] Task<string> AskAsync(); }");
}

using GeminiGen.Analyzers.Rules;
using GeminiGen.TestHarness;

namespace GeminiGen.Analyzers.Tests.Models;

/// <summary>Rules about models and settings look at the model a method names itself.</summary>
public sealed class MethodModelTests
{
    [Theory]
    [InlineData("[Prompt(\"a\"), Model({|GG4001:\"gemini-1.5-pro\"|})] Task<string> AskAsync();")]
    [InlineData("[Prompt(\"a\"), Model({|GG4015:\"gemini-3.8-flahs\"|})] Task<string> AskAsync();")]
    [InlineData("[Prompt(\"a\"), Model({|GG4001:\"gemini-2.5-pro\"|}), Generation(ThinkingBudget = {|GG3006:5|})] Task<string> AskAsync();")]
    [InlineData("[Prompt(\"a\"), Model({|GG4001:\"gemini-2.5-pro\"|}), Generation(Thinking = {|GG0013:ThinkingLevel.Low|})] Task<string> AskAsync();")]
    [InlineData("[Prompt(\"a\"), Model(\"gemini-2.5-flash-lite\"), Generation(Thinking = {|GG0013:ThinkingLevel.Low|})] Task<string> AskAsync();")]
    [InlineData("[Prompt(\"a\"), Model(\"gemini-4-argon\"), Generation(ThinkingBudget = {|GG0013:500|})] Task<string> AskAsync();")]
    [InlineData("[Prompt(\"a\"), Model(\"gemini-3.8-flash\"), Generation(Temperature = {|GG0013:0.5|}, TopK = {|GG0013:3|}, TopP = {|GG0013:0.5|})] Task<string> AskAsync();")]
    [InlineData("[Prompt(\"a\"), Model(\"gemma-4-31b-it\"), Generation(MaxOutputTokens = {|GG3002:40000|})] Task<string> AskAsync();")]
    public Task Triggers(string method) => VerifyAsync(method);

    [Theory]
    [InlineData("[Prompt(\"a\"), Model(\"gemini-3.5-flash-lite\")] Task<string> AskAsync();")]
    [InlineData("[Prompt(\"a\"), Model(\"tunedModels/mine\"), Generation(MaxOutputTokens = 9999999)] Task<string> AskAsync();")]
    [InlineData("[Prompt(\"a\"), Model(\"\"), Generation(MaxOutputTokens = 65536)] Task<string> AskAsync();")]
    public Task Does_not_trigger(string method) => VerifyAsync(method);

    [Theory]
    [InlineData("[Prompt(\"a\"), {|GG3006:Safety((HarmCategory)7, HarmBlockThreshold.Off)|}] Task<string> AskAsync();")]
    [InlineData("[Prompt(\"a\"), {|GG3006:Safety(HarmCategory.Harassment, (HarmBlockThreshold)(-1))|}] Task<string> AskAsync();")]
    [InlineData("[Prompt(\"a\"), Safety(HarmCategory.Harassment, HarmBlockThreshold.BlockNone)] Task<string> AskAsync();")]
    public Task Safety_settings_are_members_of_their_enums(string method) => VerifyAsync(method);

    [Theory]
    [InlineData("MaxOutputTokens = 60000", "Model({|GG3002:\"gemma-4-31b-it\"|})")]
    [InlineData("MaxOutputTokens = 60000", "Model(\"gemma-4-31b-it\"), Generation(MaxOutputTokens = 5)")]
    [InlineData("MaxOutputTokens = 60000", "Model(\"gemini-3.5-flash-lite\")")]
    [InlineData("Thinking = ThinkingLevel.Low", "Model({|GG0013:\"gemini-2.5-flash-lite\"|})")]
    [InlineData("Thinking = ThinkingLevel.Low", "Model(\"gemini-2.5-flash-lite\"), Generation(ThinkingBudget = 600)")]
    [InlineData("Thinking = {|GG3006:(ThinkingLevel)9|}", "Model(\"gemini-3.5-flash-lite\")")]
    [InlineData("Temperature = {|GG3006:7|}", "Model(\"gemini-3.5-flash-lite\")")]
    public Task What_the_contract_sets_for_all_is_held_against_a_methods_own_model(string setting, string attributes)
        => AnalyzerVerifier.VerifyAsync<ContractSettingsAnalyzer>(
            "using System.Threading.Tasks; using GeminiGen;\n[GeminiPrompts(Model = \"gemini-3.8-flash\"), Generation(" + setting + ")] interface I { [Prompt(\"a\"), " + attributes + "] Task<string> AskAsync(); }");

    [Fact]
    public Task What_the_contract_sets_is_not_held_against_its_own_model_where_every_method_has_another()
        => AnalyzerVerifier.VerifyAsync<ContractSettingsAnalyzer>(
            "using System.Threading.Tasks; using GeminiGen;\n[GeminiPrompts(Model = \"gemini-4-argon\"), Generation(MaxOutputTokens = 60000)] interface I { [Prompt(\"a\"), Model(\"gemini-3.8-flash\")] Task<string> AskAsync(); }");

    private static Task VerifyAsync(string method)
        => AnalyzerVerifier.VerifyAsync<ContractSettingsAnalyzer>(
            "using System.Threading.Tasks; using GeminiGen;\n[GeminiPrompts(Model = \"gemini-3.8-flash\")] interface I { " + method + " }");
}

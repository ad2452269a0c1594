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

    private static Task VerifyAsync(string method)
        => AnalyzerVerifier.VerifyAsync<ContractSettingsAnalyzer>(
            "using System.Threading.Tasks; using GeminiGen;\n[GeminiPrompts(Model = \"gemini-3.8-flash\")] interface I { " + method + " }");
}

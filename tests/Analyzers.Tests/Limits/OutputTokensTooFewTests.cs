using GeminiGen.Analyzers.Rules;
using GeminiGen.TestHarness;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Testing;

namespace GeminiGen.Analyzers.Tests.Limits;

/// <summary>GG3003 in contracts and prompt files.</summary>
public sealed class OutputTokensTooFewTests
{
    private const string Usings = "using System.Collections.Generic; using System.Threading.Tasks; using GeminiGen;\n#pragma warning disable GG4001\n";

    [Theory]
    [InlineData("gemini-3.8-flash", "MaxOutputTokens = {|GG3003:100|}")]
    [InlineData("gemini-3.8-flash", "MaxOutputTokens = 1024")]
    [InlineData("gemini-3.8-flash", "MaxOutputTokens = {|GG3003:1000|}, Thinking = ThinkingLevel.High")]
    [InlineData("gemini-3.8-flash", "MaxOutputTokens = {|GG3003:255|}, Thinking = ThinkingLevel.Low")]
    [InlineData("gemini-3.8-flash", "MaxOutputTokens = 256, Thinking = ThinkingLevel.Low")]
    [InlineData("gemini-3.6-flash", "MaxOutputTokens = 10, Thinking = ThinkingLevel.Minimal")]
    [InlineData("gemini-3.5-flash-lite", "MaxOutputTokens = 10")]
    [InlineData("gemini-3.5-flash-lite", "MaxOutputTokens = {|GG3003:10|}, Thinking = ThinkingLevel.Medium")]
    [InlineData("gemini-2.5-pro", "MaxOutputTokens = {|GG3003:500|}")]
    [InlineData("gemini-2.5-pro", "MaxOutputTokens = {|GG3003:500|}, ThinkingBudget = 500")]
    [InlineData("gemini-2.5-pro", "MaxOutputTokens = 500, ThinkingBudget = 128")]
    [InlineData("gemini-2.5-flash", "MaxOutputTokens = 10, ThinkingBudget = 0")]
    [InlineData("gemini-2.5-flash", "MaxOutputTokens = {|GG3003:10|}, ThinkingBudget = -1")]
    [InlineData("gemini-2.5-flash-lite", "MaxOutputTokens = 10")]
    [InlineData("gemini-2.0-flash", "MaxOutputTokens = 10")]
    [InlineData("gemma-4-31b-it", "MaxOutputTokens = 10")]
    [InlineData("some-model", "MaxOutputTokens = 10")]
    public Task Goes_by_how_the_model_thinks(string model, string settings)
        => AnalyzerVerifier.VerifyAsync<ContractSettingsAnalyzer>(
            Usings + "#pragma warning disable GG4013\n[GeminiPrompts(Model = \"" + model + "\")] interface I { [Prompt(\"a\"), Generation(" + settings + ")] Task<string> AskAsync(); }");

    [Theory]
    [InlineData("MaxOutputTokens = {|GG3003:100|}", "[Prompt(\"a\")] Task<string> AskAsync(); [Prompt(\"a\")] Task<string> TellAsync();")]
    [InlineData("MaxOutputTokens = 100", "[Prompt(\"a\"), Generation(Thinking = ThinkingLevel.Minimal)] Task<string> AskAsync();")]
    [InlineData("MaxOutputTokens = 100, Thinking = ThinkingLevel.Minimal", "[Prompt(\"a\")] Task<string> AskAsync(); [Prompt(\"b\"), Generation(MaxOutputTokens = 50)] Task<string> TellAsync();")]
    [InlineData("Thinking = ThinkingLevel.Minimal", "[Prompt(\"b\"), Generation(MaxOutputTokens = {|GG3003:50|}, Thinking = ThinkingLevel.High)] Task<string> TellAsync();")]
    public Task What_the_contract_sets_counts_for_methods_that_add_nothing(string settings, string methods)
        => AnalyzerVerifier.VerifyAsync<ContractSettingsAnalyzer>(Usings + "[GeminiPrompts(Model = \"gemini-3.6-flash\"), Generation(" + settings + ")] interface I { " + methods + " }");

    [Fact]
    public Task Says_how_many_are_needed()
        => AnalyzerVerifier.VerifyAsync<ContractSettingsAnalyzer>(
            Usings + "[GeminiPrompts(Model = \"gemini-2.5-pro\")] interface I { [Prompt(\"a\"), Generation(MaxOutputTokens = {|#0:2000|}, ThinkingBudget = 4096)] Task<string> AskAsync(); }",
            null,
            new DiagnosticResult("GG3003", DiagnosticSeverity.Warning).WithLocation(0).WithArguments(2000, "gemini-2.5-pro", 4097));
}

using GeminiGen.Analyzers.Rules;
using GeminiGen.TestHarness;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Testing;

namespace GeminiGen.Analyzers.Tests.Privacy;

/// <summary>GG5005, which is off until it is asked for.</summary>
public sealed class CostlyModelTests
{
    private const string On = "dotnet_diagnostic.GG5005.severity = suggestion\n";
    private const string Config = On + "dotnet_code_quality.GG5005.classification = gemini-3.5-flash-lite\ndotnet_code_quality.GG5005.text = gemini-3.8-flash\n";

    [Theory]
    [InlineData("gemini-3.1-pro-preview", "Task<bool> {|GG5005:AskAsync|}();")]
    [InlineData("gemini-3.1-pro-preview", "Task<PromptResult<Kind>> {|GG5005:AskAsync|}();")]
    [InlineData("gemini-3.1-pro-preview", "Task<string> {|GG5005:AskAsync|}();")]
    [InlineData("gemini-3.1-pro-preview", "IAsyncEnumerable<string> {|GG5005:AskAsync|}();")]
    [InlineData("gemini-3.1-pro-preview", "Task<Answer> AskAsync();")]
    [InlineData("gemini-3.8-flash", "Task<string> AskAsync();")]
    [InlineData("gemini-3.5-flash-lite", "Task<string> AskAsync();")]
    [InlineData("some-model", "Task<string> AskAsync();")]
    public Task A_model_that_costs_more_than_that_for_the_task_is_told(string model, string method) => VerifyAsync(model, method, Config);

    [Theory]
    [InlineData("")]
    [InlineData(On)]
    [InlineData(On + "dotnet_code_quality.GG5005.classification = no-such-model\n")]
    public Task Nothing_is_told_of_what_is_not_configured(string config) => VerifyAsync("gemini-3.1-pro-preview", "Task<bool> AskAsync();", config);

    [Fact]
    public Task Says_which_model_and_why()
        => AnalyzerVerifier.VerifyAsync<ContractSettingsAnalyzer>(
            Source("gemini-3.1-pro-preview", "Task<bool> {|#0:AskAsync|}();"),
            new TestProjectOptions { EditorConfig = Config },
            new DiagnosticResult("GG5005", DiagnosticSeverity.Info).WithLocation(0).WithArguments("gemini-3.1-pro-preview", "a classification", "gemini-3.5-flash-lite"));

    private static Task VerifyAsync(string model, string method, string config) => AnalyzerVerifier.VerifyAsync<ContractSettingsAnalyzer>(Source(model, method), new TestProjectOptions { EditorConfig = config });

    private static string Source(string model, string method)
        => "using System.Collections.Generic; using System.Threading.Tasks; using GeminiGen;\n#pragma warning disable GG4001, GG4013\n[GeminiPrompts(Model = \"" + model + "\")] interface I { [Prompt(\"a\")] " + method + " } enum Kind { A } record Answer(string Text);";
}

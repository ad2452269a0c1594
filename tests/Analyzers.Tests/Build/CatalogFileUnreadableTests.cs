using GeminiGen.Analyzers.Rules;
using GeminiGen.TestHarness;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Testing;

namespace GeminiGen.Analyzers.Tests.Build;

/// <summary>GG9002, and what rules make of a file that can be read.</summary>
public sealed class CatalogFileUnreadableTests
{
    private const string Name = "gemini-models.json";

    [Theory]
    [InlineData("[{\"id\":\"a\",{|GG9002:\"limit\"|}:1}]")]
    [InlineData("[\n  {\"id\":\"a\",\n   \"inputTokenLimit\":{|GG9002:-1|}}]")]
    [InlineData("[{\"id\":\"a\",\"status\":{|GG9002:\"stabel\"|}}]")]
    [InlineData("[{\"id\":\"a\",\"status\":{|GG9002:nul|}}]")]
    [InlineData("[{|GG9002:{|}}]")]
    [InlineData("[{\"id\":\"a\"}{|GG9002:|}")]
    public Task Triggers_at_the_place(string json) => VerifyAsync<CatalogFileAnalyzer>("", json);

    [Theory]
    [InlineData("[]")]
    [InlineData("[{\"id\":\"gemini-3.8-flash\",\"outputTokenLimit\":10}]")]
    public Task Does_not_trigger_on_a_file_that_can_be_read(string json) => VerifyAsync<CatalogFileAnalyzer>("", json);

    [Fact]
    public Task Does_not_trigger_on_another_file()
        => AnalyzerVerifier.VerifyAsync<CatalogFileAnalyzer>("", new TestProjectOptions { AdditionalFiles = [new SourceFile("models.json", "nonsense")] });

    [Fact]
    public Task Is_silent_without_our_types()
        => AnalyzerVerifier.VerifyAsync<CatalogFileAnalyzer>("", new TestProjectOptions { AdditionalFiles = [new SourceFile(Name, "nonsense")], References = ReferenceSet.Framework });

    [Fact]
    public Task Speaks_with_GeminiGenAnalyzers_false()
        => AnalyzerVerifier.VerifyAsync<CatalogFileAnalyzer>(
            "",
            new TestProjectOptions { AdditionalFiles = [new SourceFile(Name, "{|GG9002:nonsense|}")], GlobalConfig = "build_property.GeminiGenAnalyzers = false" });

    [Fact]
    public Task Message_says_what_is_wrong()
        => AnalyzerVerifier.VerifyAsync<CatalogFileAnalyzer>(
            "",
            new TestProjectOptions { AdditionalFiles = [new SourceFile(Name, "{|#0:nonsense|}")] },
            new DiagnosticResult("GG9002", DiagnosticSeverity.Error).WithLocation(0).WithArguments("Expected a value"));

    [Theory]
    [InlineData("[{\"id\":\"gemini-3.8-flash\",\"outputTokenLimit\":100}]", "\"gemini-3.8-flash\"", "MaxOutputTokens = {|GG3002:101|}")]
    [InlineData("[{\"id\":\"gemini-3.8-flash\",\"outputTokenLimit\":1000000}]", "\"gemini-3.8-flash\"", "MaxOutputTokens = 999999")]
    [InlineData("[{\"id\":\"house-model\",\"outputTokenLimit\":100}]", "\"house-model\"", "MaxOutputTokens = {|GG3002:101|}")]
    [InlineData("[{\"id\":\"house-model\"}]", "\"house-model\"", "MaxOutputTokens = 101")]
    [InlineData("[{\"id\":\"house-model\"}]", "{|GG4015:\"hause-model\"|}", "MaxOutputTokens = 101")]
    [InlineData("[{\"id\":\"gemini-3.8-flash\",\"status\":\"shut-down\",\"replacement\":\"house-model\"},{\"id\":\"house-model\"}]", "{|GG4001:\"gemini-3.8-flash\"|}", "MaxOutputTokens = 2048")]
    [InlineData("[{\"id\":\"house-model\",\"outputModalities\":[\"embedding\"]}]", "{|GG4014:\"house-model\"|}", "MaxOutputTokens = 101")]
    [InlineData("[{\"id\":\"gemini-3.8-flash\",\"outputTokenLimit\":100},nonsense]", "\"gemini-3.8-flash\"", "MaxOutputTokens = 2048")]
    public Task Rules_about_contracts_go_by_the_file(string json, string model, string setting)
        => VerifyAsync<ContractSettingsAnalyzer>(
            "using System.Threading.Tasks; using GeminiGen; [GeminiPrompts(Model = " + model + ")] interface I { [Prompt(\"a\"), Generation(" + setting + ")] Task<string> AskAsync(); }",
            json);

    [Fact]
    public Task Rules_about_options_go_by_the_file()
        => VerifyAsync<CallSiteAnalyzer>(
            "using GeminiGen; class C { void M(GeminiOptions o) { o.DefaultModel = {|GG4001:\"house-model\"|}; o.DefaultModel = \"other-model\"; } }",
            "[{\"id\":\"house-model\",\"status\":\"shut-down\",\"replacement\":\"other-model\"},{\"id\":\"other-model\"}]");

    private static Task VerifyAsync<TAnalyzer>(string source, string json)
        where TAnalyzer : Microsoft.CodeAnalysis.Diagnostics.DiagnosticAnalyzer, new()
        => AnalyzerVerifier.VerifyAsync<TAnalyzer>(source, new TestProjectOptions { AdditionalFiles = [new SourceFile(Name, json)] });
}

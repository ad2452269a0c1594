using GeminiGen.Analyzers.Rules;
using GeminiGen.TestHarness;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Testing;

namespace GeminiGen.Analyzers.Tests.Models;

/// <summary>GG4001 and GG4013 to GG4015, on contracts and in options.</summary>
public sealed class ModelRulesTests
{
    private const string Usings = "using System; using System.Threading.Tasks; using GeminiGen;\n";

    [Theory]
    [InlineData("gemini-2.0-flash")]
    [InlineData("models/gemini-2.0-flash")]
    [InlineData("gemini-1.5-pro")]
    [InlineData("gemini-1.5-pro-002")]
    [InlineData("models/gemini-1.5-flash-8b-latest")]
    [InlineData("gemini-2.0-flash-001")]
    [InlineData("gemini-2.0-flash-lite-preview-02-05")]
    [InlineData("gemini-pro")]
    [InlineData("gemini-1.0-pro-001")]
    [InlineData("gemini-2.5-pro")]
    [InlineData("gemini-3.7-flash")]
    public async Task Retired_models_trigger(string model) => await VerifyAsync("{|GG4001:\"" + model + "\"|}");

    [Theory]
    [InlineData("gemini-3.8-flash")]
    [InlineData("gemini-3.1-flash-lite")]
    [InlineData("gemini-3.1-pro-preview")]
    [InlineData("gemini-flash-latest")]
    [InlineData("models/gemini-3.8-flash")]
    [InlineData("tunedModels/gemini-2.0-flash-mine")]
    [InlineData("")]
    public async Task Models_in_service_and_a_projects_own_do_not_trigger(string model) => await VerifyAsync("\"" + model + "\"");

    [Theory]
    [InlineData("gemini-38-flash")]
    [InlineData("gemini-9-flash")]
    [InlineData("gemini-3.9-flash")]
    [InlineData("gemini-3.8-pro")]
    [InlineData("gemini-3.8-flash-live")]
    [InlineData("gemini-3.1-flash-live")]
    [InlineData("gemini-3.8-flashlite")]
    [InlineData("gemini-4-xenon")]
    [InlineData("google/gemini-3.8-flash")]
    [InlineData("gemini-2.0-flash-live-001")]
    [InlineData("gemini-1.5-pro-mine")]
    [InlineData("gemini-3.8-flash-001")]
    [InlineData("completely-else")]
    public async Task Unknown_models_are_a_hint(string model) => await VerifyAsync("{|GG4013:\"" + model + "\"|}");

    [Theory]
    [InlineData("gemini-embedding-001")]
    [InlineData("models/gemini-embedding-2")]
    [InlineData("gemini-2.5-flash-preview-tts")]
    [InlineData("text-embedding-004")]
    public async Task Models_without_text_trigger_whatever_else_is_true_of_them(string model) => await VerifyAsync("{|GG4014:\"" + model + "\"|}");

    [Theory]
    [InlineData("gemini-3-pro-image")]
    [InlineData("gemini-3.8-live")]
    [InlineData("gemma-4-31b-it")]
    public async Task Models_that_give_text_among_others_do_not_trigger(string model) => await VerifyAsync("\"" + model + "\"");

    [Theory]
    [InlineData("gemini-3.8-flahs")]
    [InlineData("gemini-3.8-flsh")]
    [InlineData("gemini-3.8-flassh")]
    [InlineData("gemini-3.8-flush")]
    [InlineData("gemni-3.5-flash-lite")]
    [InlineData("gemini-3.8-flas")]
    [InlineData("Gemini-3.8-Flash")]
    [InlineData("models/gemini-2.0-flahs")]
    public async Task Slips_of_the_pen_are_a_warning(string model) => await VerifyAsync("{|GG4015:\"" + model + "\"|}");

    [Theory]
    [InlineData("gemini-embeding-001")]
    [InlineData("gemini-embedding-01")]
    public async Task A_model_that_gives_no_text_is_not_proposed(string model) => await VerifyAsync("{|GG4013:\"" + model + "\"|}");

    [Fact]
    public async Task Constants_of_the_catalogue_do_not_trigger()
    {
        await AnalyzerVerifier.VerifyAsync<ContractSettingsAnalyzer>(Usings + "[GeminiPrompts(Model = GeminiModels.Gemini38Flash)] interface I { }");
        await AnalyzerVerifier.VerifyAsync<ContractSettingsAnalyzer>(Usings + "[GeminiPrompts] interface I { }");
    }

    [Theory]
    [InlineData("o.DefaultModel = {|GG4001:\"gemini-1.5-flash\"|}")]
    [InlineData("o.DefaultModel = {|GG4015:\"gemini-3.8-flahs\"|}")]
    [InlineData("o.DefaultModel = {|GG4014:\"gemini-embedding-001\"|}")]
    [InlineData("o.DefaultModel = \"gemini-3.8-flash\"")]
    [InlineData("o.DefaultModel = name")]
    [InlineData("o.DefaultModel = null")]
    [InlineData("o.Models[\"I\"] = {|GG4001:\"gemini-1.5-flash\"|}")]
    [InlineData("o.Models[\"I\"] = \"gemini-3.8-flash\"")]
    [InlineData("o.Models.Add(\"I\", {|GG4001:\"gemini-1.5-flash\"|})")]
    [InlineData("o = new GeminiOptions { DefaultModel = {|GG4001:\"gemini-1.5-flash\"|}, Models = { [\"I\"] = {|GG4015:\"gemini-3.8-flahs\"|} } }")]
    [InlineData("new System.Collections.Generic.Dictionary<string, string>()[\"I\"] = \"gemini-1.5-flash\"")]
    [InlineData("((System.Collections.Generic.IDictionary<string, string>)new System.Collections.Generic.Dictionary<string, string>())[\"I\"] = \"gemini-1.5-flash\"")]
    public async Task Options_are_checked_where_constant(string statement)
        => await AnalyzerVerifier.VerifyAsync<CallSiteAnalyzer>(Usings + "class C { void M(GeminiOptions o, string name) { " + statement + "; } }");

    [Theory]
    [InlineData("gemini-2.0-flash", "GG4001", "Model 'gemini-2.0-flash' is shut down and refuses calls: use 'gemini-3.1-flash-lite'")]
    [InlineData("gemini-2.5-flash-preview-09-2025", "GG4001", "Model 'gemini-2.5-flash-preview-09-2025' is shut down and refuses calls: use 'gemini-3.5-flash-lite'")]
    [InlineData("gemini-1.5-pro", "GG4001", "Model 'gemini-1.5-pro' is shut down and refuses calls: use 'gemini-3.1-pro-preview'")]
    [InlineData("gemini-1.5-pro-002", "GG4001", "Model 'gemini-1.5-pro-002' is shut down and refuses calls: use 'gemini-3.1-pro-preview'")]
    [InlineData("gemini-pro", "GG4001", "Model 'gemini-pro' is shut down and refuses calls: use 'gemini-3.1-pro-preview'")]
    [InlineData("gemini-9-ultra", "GG4013", "Model 'gemini-9-ultra' is not in the catalogue: check its id")]
    [InlineData("gemini-2.5-pro", "GG4001", "Model 'gemini-2.5-pro' is deprecated, with 2026-12-01 as its announced last day: use 'gemini-3.8-flash'")]
    [InlineData("gemini-3.7-flash", "GG4001", "Model 'gemini-3.7-flash' is deprecated in favour of 'gemini-3.8-flash', which may answer in its place: use 'gemini-3.8-flash'")]
    [InlineData("gemini-38-flash", "GG4013", "Model 'gemini-38-flash' is not in the catalogue: did you mean 'gemini-3.8-flash'?")]
    [InlineData("gemini-3.8-flahs", "GG4015", "No model is called 'gemini-3.8-flahs': write 'gemini-3.8-flash'")]
    [InlineData("gemini-2.0-flahs", "GG4015", "No model is called 'gemini-2.0-flahs': write 'gemini-3.1-flash-lite'")]
    [InlineData("gemini-embedding-01", "GG4013", "Model 'gemini-embedding-01' is not in the catalogue: check its id")]
    [InlineData("text-embedding-004", "GG4014", "Model 'text-embedding-004' gives embedding and no text, so it cannot answer a prompt: name a model that generates text")]
    [InlineData("completely-else", "GG4013", "Model 'completely-else' is not in the catalogue: check its id")]
    public async Task Messages_name_what_to_use(string model, string id, string message)
    {
        DiagnosticSeverity severity = id == "GG4013" ? DiagnosticSeverity.Info : DiagnosticSeverity.Warning;
        await AnalyzerVerifier.VerifyAsync<ContractSettingsAnalyzer>(
            Usings + "[GeminiPrompts(Model = {|#0:\"" + model + "\"|})] interface I { }",
            null,
            new DiagnosticResult(id, severity).WithLocation(0).WithMessage(message));
    }

    [Fact]
    public async Task Is_silent_without_our_types()
        => await AnalyzerVerifier.VerifyAsync<ContractSettingsAnalyzer>(
            "using System; class GeminiPromptsAttribute : Attribute { public string? Model { get; set; } } [GeminiPrompts(Model = \"gemini-1.5-pro\")] interface I { }",
            new TestProjectOptions { References = ReferenceSet.Framework });

    private static Task VerifyAsync(string model)
        => AnalyzerVerifier.VerifyAsync<ContractSettingsAnalyzer>(Usings + "[GeminiPrompts(Model = " + model + ")] interface I { [Prompt(\"a\")] Task<string> AskAsync(); }");
}

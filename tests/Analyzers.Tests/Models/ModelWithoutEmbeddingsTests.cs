using GeminiGen.Analyzers.Rules;
using GeminiGen.TestHarness;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Testing;

namespace GeminiGen.Analyzers.Tests.Models;

/// <summary>GG4016, and the other model rules where vectors are wanted.</summary>
public sealed class ModelWithoutEmbeddingsTests
{
    private const string Usings = "using System; using System.Threading.Tasks; using GeminiGen;\n";
    private const string Prompt = " [Prompt(\"a\")] Task<string> AskAsync(); ";
    private const string Vector = "Task<float[]> EmbedAsync(string text); ";

    [Theory]
    [InlineData("[GeminiPrompts(Model = {|GG4016:\"gemini-3.8-flash\"|})] interface I { [Embed] " + Vector + "}")]
    [InlineData("[GeminiPrompts(Model = {|GG4016:\"gemini-2.0-flash\"|})] interface I { [Embed] " + Vector + "}")]
    [InlineData("[GeminiPrompts(Model = \"gemini-3.8-flash\")] interface I {" + Prompt + "[{|GG4016:Embed|}] " + Vector + "}")]
    [InlineData("[GeminiPrompts(Model = \"gemini-3.8-flash\")] interface I {" + Prompt + "[Embed(Model = {|GG4016:\"gemini-3.8-flash\"|})] " + Vector + "}")]
    [InlineData("[GeminiPrompts] interface I {" + Prompt + "[Embed(Model = {|GG4016:GeminiModels.Gemini38Flash|})] " + Vector + "}")]
    public Task Triggers(string source) => AnalyzerVerifier.VerifyAsync<ContractSettingsAnalyzer>(Usings + source);

    [Theory]
    [InlineData("[GeminiPrompts(Model = \"gemini-embedding-001\")] interface I { [Embed] " + Vector + "}")]
    [InlineData("[GeminiPrompts(Model = \"gemini-3.8-flash\")] interface I {" + Prompt + "[Embed(Model = \"gemini-embedding-2\")] " + Vector + "}")]
    [InlineData("[GeminiPrompts] interface I { [Embed] " + Vector + "}")]
    [InlineData("[GeminiPrompts(Model = \"tunedModels/mine\")] interface I { [Embed] " + Vector + "}")]
    public Task Does_not_trigger(string source) => AnalyzerVerifier.VerifyAsync<ContractSettingsAnalyzer>(Usings + source);

    [Theory]
    [InlineData("[GeminiPrompts(Model = {|GG4014:\"gemini-embedding-001\"|})] interface I {" + Prompt + "[Embed] " + Vector + "}")]
    [InlineData("[GeminiPrompts(Model = {|GG4001:\"text-embedding-004\"|})] interface I { [Embed] " + Vector + "}")]
    [InlineData("[GeminiPrompts(Model = {|GG4015:\"gemini-embeding-001\"|})] interface I { [Embed] " + Vector + "}")]
    [InlineData("[GeminiPrompts(Model = {|GG4013:\"some-embedding\"|})] interface I { [Embed] " + Vector + "}")]
    [InlineData("[GeminiPrompts] interface I { [Embed(OutputDimensionality = {|GG3006:64|})] " + Vector + "}")]
    [InlineData("[GeminiPrompts] interface I { [Embed(OutputDimensionality = {|GG3006:4096|})] " + Vector + "}")]
    [InlineData("[GeminiPrompts] interface I { [Embed(OutputDimensionality = 128, TaskType = {|GG3006:(EmbeddingTask)77|})] " + Vector + "}")]
    public Task Other_rules_know_what_is_wanted(string source) => AnalyzerVerifier.VerifyAsync<ContractSettingsAnalyzer>(Usings + source);

    [Theory]
    [InlineData("[GeminiPrompts(Model = \"gemini-3.8-flash\")] interface I {" + Prompt + "[Embed(Model = \"gemini-embedding-2\"), Generation(MaxOutputTokens = 70000, TopK = 3)] " + Vector + "}")]
    [InlineData("[GeminiPrompts(Model = \"gemini-embedding-001\"), Generation(MaxOutputTokens = 9000, Thinking = ThinkingLevel.Low)] interface I { [Embed] " + Vector + "}")]
    public Task Settings_of_prompts_are_not_held_against_models_of_vectors_nor_the_other_way_round(string source) => AnalyzerVerifier.VerifyAsync<ContractSettingsAnalyzer>(Usings + source);

    [Fact]
    public Task Options_may_name_a_model_of_either_kind()
        => AnalyzerVerifier.VerifyAsync<CallSiteAnalyzer>(Usings + "class C { void M(GeminiOptions o) { o.Models[\"I\"] = \"gemini-embedding-2\"; o.Models[\"I\"] = {|GG4014:\"gemini-2.5-flash-preview-tts\"|}; } }");

    [Fact]
    public Task The_message_says_where_to_name_one()
        => AnalyzerVerifier.VerifyAsync<ContractSettingsAnalyzer>(
            Usings + "[GeminiPrompts(Model = {|#0:\"gemini-3.8-flash\"|})] interface I { [Embed] " + Vector + "}",
            null,
            new DiagnosticResult("GG4016", DiagnosticSeverity.Warning).WithLocation(0)
                .WithMessage("Model 'gemini-3.8-flash' gives no embeddings: set [Embed(Model = …)] to one that does, as GeminiModels.GeminiEmbedding2"));

    [Fact]
    public Task Is_silent_without_our_types()
        => AnalyzerVerifier.VerifyAsync<ContractSettingsAnalyzer>(
            "using System; class EmbedAttribute : Attribute { public string? Model { get; set; } } interface I { [Embed(Model = \"gemini-3.8-flash\")] float[] Embed(string text); }",
            new TestProjectOptions { References = ReferenceSet.Framework });
}

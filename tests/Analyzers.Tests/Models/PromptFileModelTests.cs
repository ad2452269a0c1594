using GeminiGen.Analyzers.Rules;
using GeminiGen.TestHarness;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Testing;

namespace GeminiGen.Analyzers.Tests.Models;

/// <summary>Rules about models, settings and sizes in the front matter of prompt files.</summary>
public sealed class PromptFileModelTests
{
    private const string Usings = "#pragma warning disable GG4014\nusing System.Threading.Tasks; using GeminiGen;\n";
    private const string Ask = "[PromptFile(\"Ask.prompt\")] Task<string> AskAsync();";

    [Theory]
    [InlineData("model: {|GG4001:gemini-1.5-pro|}")]
    [InlineData("model: {|GG4001:googleai/gemini-1.5-pro|}")]
    [InlineData("model: {|GG4001:\"gemini-1.5-pro\"|}")]
    [InlineData("model: {|GG4013:gemini-9-flash|}")]
    [InlineData("model: {|GG4015:gemini-3.8-flahs|}")]
    [InlineData("model: {|GG4014:gemini-embedding-001|}")]
    public Task The_model_is_checked_at_its_characters(string frontMatter) => VerifyAsync(Ask, frontMatter);

    [Theory]
    [InlineData("model: gemini-3.8-flash")]
    [InlineData("model: tunedModels/mine")]
    [InlineData("model:")]
    [InlineData("model: [a]")]
    [InlineData("model: openai/gpt-4")]
    [InlineData("model: x\nmodel: y")]
    [InlineData("config: { maxOutputTokens: 65536, thinking: low }")]
    [InlineData("config: { maxOutputTokens: many, thinking: much, temperature: 9 }")]
    public Task Does_not_trigger(string frontMatter) => VerifyAsync(Ask, frontMatter);

    [Theory]
    [InlineData("model: gemma-4-31b-it\nconfig:\n  maxOutputTokens: {|GG3002:32769|}")]
    [InlineData("config:\n  maxOutputTokens: {|GG3002:65537|}")]
    [InlineData("config: { thinking: {|GG3006:minimal|} }")]
    [InlineData("config: { temperature: {|GG0013:0.5|} }")]
    [InlineData("model: gemini-2.5-flash-lite\nconfig: { thinkingConfig: { thinkingBudget: {|GG3006:511|} } }")]
    [InlineData("model: gemini-2.5-flash-lite\nconfig: { thinkingConfig: { thinkingLevel: {|GG0013:low|} } }")]
    public Task Settings_are_held_against_the_files_model_else_the_contracts(string frontMatter) => VerifyAsync(Ask, frontMatter);

    [Fact]
    public Task The_methods_own_model_and_settings_win_over_the_files()
        => VerifyAsync(
            "[PromptFile(\"Ask.prompt\"), Model(\"gemma-4-31b-it\"), Generation(TopP = 0.5, Thinking = ThinkingLevel.High)] Task<string> AskAsync();",
            "model: gemini-1.5-pro\nconfig: { maxOutputTokens: {|GG3002:40000|}, topP: 9, thinkingConfig: { thinkingBudget: 5 } }");

    [Fact]
    public Task What_the_contract_sets_for_all_is_told_at_the_files_model()
        => AnalyzerVerifier.VerifyAsync<ContractSettingsAnalyzer>(
            Usings + "[GeminiPrompts(Model = \"gemini-3.8-flash\"), Generation(MaxOutputTokens = 60000)] interface I { " + Ask + " }",
            Files("---\nmodel: {|GG3002:gemma-4-31b-it|}\n---\nSay.\n"));

    [Fact]
    public Task A_feature_the_files_model_refuses_is_told_in_code()
        => VerifyAsync("[PromptFile(\"Ask.prompt\"), GoogleSearch] Task<int> {|GG0013:AskAsync|}();", "model: gemini-2.5-flash-lite");

    [Fact]
    public Task A_file_of_several_methods_is_told_of_once()
        => VerifyAsync(Ask + " [PromptFile(\"Ask.prompt\")] Task<string> TellAsync();", "model: {|GG4001:gemini-1.5-pro|}");

    [Theory]
    [InlineData(5000, "{|GG3005:TEXT|}\n")]
    [InlineData(11000, "\n{|GG3009:Say.\nTEXT|}\n\n")]
    [InlineData(3000, "TEXT\n")]
    public Task The_text_counts_without_its_front_matter(int tokens, string body)
        => VerifyTextAsync("[PromptFile(\"Ask.prompt\")]", "---\n# " + new string('7', 5000) + "\nmodel: gemini-2.5-flash-preview-tts\n---\n" + body, "", tokens);

    [Fact]
    public Task Included_files_count()
        => VerifyTextAsync("[PromptFile(\"Ask.prompt\")]", "---\nmodel: gemini-2.5-flash-preview-tts\n---\n{|GG3005:{#if a}{> More.prompt}{/if}|}", "TEXT {> Ask.prompt}", 5000);

    [Fact]
    public Task Included_files_count_in_attributes()
        => VerifyTextAsync("[Model(\"gemini-2.5-flash-preview-tts\"), Prompt({|GG3005:\"{> More.prompt}{> More.prompt}\"|})]", "a", "TEXT", 2500);

    [Fact]
    public Task Partials_of_Handlebars_count()
        => VerifyTextAsync("[PromptFile(\"Ask.prompt\", Syntax = PromptSyntax.Handlebars)]", "---\nmodel: gemini-2.5-flash-preview-tts\n---\n{|GG3005:{{> more}}|}", "TEXT", 5000, "_more.prompt");

    [Fact]
    public Task Switched_off_leaves_the_rules_about_contracts()
        => AnalyzerVerifier.VerifyAsync<ContractSettingsAnalyzer>(
            Usings + "[GeminiPrompts(Model = \"gemini-1.5-pro\")] interface I { [PromptFile(\"Ask.prompt\"), GoogleSearch] Task<int> {|GG0013:AskAsync|}(); }",
            Files("---\nmodel: gemini-2.5-pro\nconfig: { maxOutputTokens: 999999, thinking: {|GG0013:low|} }\n---\nSay.\n") with { GlobalConfig = "build_property.GeminiGenAnalyzers = false" });

    [Fact]
    public Task Messages_are_those_of_attributes()
        => AnalyzerVerifier.VerifyAsync<ContractSettingsAnalyzer>(
            Usings + "[GeminiPrompts] interface I { " + Ask + " }",
            Files("---\nmodel: gemini-3.8-flash\nconfig:\n  maxOutputTokens: {|#0:65537|}\n  topK: {|#1:3|}\n---\nSay.\n"),
            new DiagnosticResult("GG3002", DiagnosticSeverity.Error).WithLocation(0).WithMessage("'MaxOutputTokens = 65537' is more than 'gemini-3.8-flash' can answer: set it to 65536 or less"),
            new DiagnosticResult("GG0013", DiagnosticSeverity.Warning).WithLocation(1).WithMessage("'TopK' of 'I.AskAsync' is ignored by model 'gemini-3.8-flash': remove it"));

    private static Task VerifyAsync(string methods, string frontMatter)
        => AnalyzerVerifier.VerifyAsync<ContractSettingsAnalyzer>(
            "using System.Threading.Tasks; using GeminiGen;\n[GeminiPrompts(Model = \"gemini-3.8-flash\")] interface I { " + methods + " }",
            Files("---\n" + frontMatter + "\n---\nSay.\n"));

    // A digit is a token, and the model's window 8,192 of them.
    private static Task VerifyTextAsync(string attributes, string ask, string more, int tokens, string moreName = "More.prompt")
    {
        string text = new('7', tokens);
        return AnalyzerVerifier.VerifyAsync<ContractSettingsAnalyzer>(
            Usings + "[GeminiPrompts] interface I { " + attributes + " Task<string> AskAsync(bool a); }",
            new TestProjectOptions
            {
                AdditionalFiles =
                [
                    new SourceFile("Ask.prompt", ask.Replace("TEXT", text, StringComparison.Ordinal)),
                    new SourceFile(moreName, more.Replace("TEXT", text, StringComparison.Ordinal)),
                ],
                EditorConfig = "[*.prompt]\ndotnet_diagnostic.GG4014.severity = none",
                GlobalConfig = "dotnet_diagnostic.GG4014.severity = none",
            });
    }

    private static TestProjectOptions Files(string text) => new() { AdditionalFiles = [new SourceFile("Ask.prompt", text)] };
}

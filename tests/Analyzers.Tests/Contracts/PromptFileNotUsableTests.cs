using GeminiGen.TestHarness;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Testing;

namespace GeminiGen.Analyzers.Tests.Contracts;

/// <summary>GG0008, and the rules about templates in files.</summary>
public sealed class PromptFileNotUsableTests
{
    private const string Ask = "[PromptFile(\"Prompts/Ask.prompt\")] Task<string> AskAsync(string text);";

    [Fact]
    public Task Triggers_on_a_missing_file_and_names_the_nearest()
        => ContractVerifier.VerifyFilesAsync(
            "[PromptFile(\"{|#0:Promts/Ask.prompt|}\")] Task<string> AskAsync(string text);",
            [new SourceFile("Prompts/Ask.prompt", "Say {text}.")],
            "",
            Expect("there is no file 'Promts/Ask.prompt'; write 'Prompts/Ask.prompt'", 0));

    [Theory]
    [InlineData("none.prompt", "there is no file 'none.prompt' among the project's AdditionalFiles; add it to the project, as a file whose name ends with '.prompt'")]
    [InlineData("rolls.prompt", "there is no file 'rolls.prompt'; write 'Prompts/roles.prompt'")]
    public Task Names_no_file_that_was_not_meant(string path, string message)
        => ContractVerifier.VerifyFilesAsync(
            "[PromptFile(\"{|#0:" + path + "|}\")] Task<string> AskAsync(string text);",
            [new SourceFile("Prompts/roles.prompt", "Say {text}.")],
            "",
            Expect(message, 0));

    [Fact]
    public Task Triggers_on_a_missing_file_when_there_is_none_at_all()
        => ContractVerifier.VerifyFilesAsync("[PromptFile(\"{|GG0008:Ask.prompt|}\")] Task<string> AskAsync(string text);", []);

    [Fact]
    public Task Triggers_on_two_prompts()
        => ContractVerifier.VerifyFilesAsync(
            "[Prompt(\"Say {text}\")] [{|GG0008:PromptFile(\"Prompts/Ask.prompt\")|}] Task<string> AskAsync(string text);",
            [new SourceFile("Prompts/Ask.prompt", "Say {text}.")]);

    [Theory]
    [InlineData("Say {text}. {> {|GG0008:Tone.prompt|}}")]
    [InlineData("Say {text}. {> {|GG0008:../Tone.prompt|}}")]
    [InlineData("Say {text}. {> {|GG0008:Ask.prompt|}}")]
    [InlineData("Say {text}. {> {|GG0008:Config.prompt|}}")]
    public Task Triggers_on_an_include_at_its_path(string text)
        => ContractVerifier.VerifyFilesAsync(Ask, [new SourceFile("Prompts/Ask.prompt", text), new SourceFile("Prompts/Config.prompt", "---\nmodel: gemini-3.8-flash\n---\nHi")]);

    [Fact]
    public Task Triggers_on_an_include_in_code()
        => ContractVerifier.VerifyFilesAsync("[Prompt(\"Say {text}. {> {|GG0008:Tone.prompt|}}\")] Task<string> AskAsync(string text);", []);

    [Fact]
    public Task Names_the_cycle()
        => ContractVerifier.VerifyFilesAsync(
            Ask,
            [
                new SourceFile("Prompts/Ask.prompt", "{text} {> Shared/A.prompt}"),
                new SourceFile("Prompts/Shared/A.prompt", "{> B.prompt}"),
                new SourceFile("Prompts/Shared/B.prompt", "{#if text}{> {|#0:A.prompt|}}{/if}"),
            ],
            "",
            Expect("'Prompts/Shared/A.prompt' includes itself: 'Prompts/Shared/A.prompt' → 'Prompts/Shared/B.prompt' → 'Prompts/Shared/A.prompt'; remove one of the includes", 0));

    [Theory]
    [InlineData("Say\n  {{|GG0005:txt|}} and {text}")]
    [InlineData("Say\r\n  {{|GG0005:txt|}} and {text}")]
    [InlineData("Say {text.{|GG0007:Lenght|}}")]
    [InlineData("\n\nSay {text} {|GG0007:{|}\n")]
    [InlineData("{|GG0007:{#if text}|}Say {text}")]
    public Task Faults_of_the_template_are_found_in_the_file(string text)
        => ContractVerifier.VerifyFilesAsync(Ask, [new SourceFile("Prompts/Ask.prompt", text)]);

    [Fact]
    public Task Faults_of_an_included_file_are_found_there()
        => ContractVerifier.VerifyFilesAsync(
            "[Prompt(\"{> Shared/Tone.prompt}{#each texts as text}{> Shared/Text.prompt}{/each}\")] Task<string> AskAsync(string[] texts);",
            [new SourceFile("Shared/Text.prompt", "{text.Length}: {text.{|GG0007:Missing|}}"), new SourceFile("Shared/Tone.prompt", "Be\n{{|GG0005:brief|}}.")]);

    [Fact]
    public Task What_a_file_does_to_parameters_is_told_at_the_parameter()
        => ContractVerifier.VerifyFilesAsync(
            "[PromptFile(\"Prompts/Ask.prompt\")] Task<string> AskAsync({|GG0003:object|} text, string {|GG0006:other|}, {|GG0003:CancellationToken|} token);",
            [new SourceFile("Prompts/Ask.prompt", "Say {text} {token}")]);

    [Theory]
    [InlineData("Say {text} {> Shared/Tone.prompt}")]
    [InlineData("Say {text} {> ./Shared/../Shared/Tone.prompt} {> Shared/Tone.prompt}")]
    [InlineData("Say {text} {> Tone.prompt}")]
    public Task Does_not_trigger(string text)
        => ContractVerifier.VerifyFilesAsync(
            Ask,
            [new SourceFile("Prompts/Ask.prompt", text), new SourceFile("Prompts/Shared/Tone.prompt", "Be brief about {text}.\n"), new SourceFile("Unused.prompt", "{ {")]);

    private static DiagnosticResult Expect(string message, int location)
        => new DiagnosticResult("GG0008", DiagnosticSeverity.Error).WithLocation(location).WithMessage($"The prompt file of 'IDesk.AskAsync' cannot be used: {message}");
}

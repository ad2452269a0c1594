using GeminiGen.TestHarness;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Testing;

namespace GeminiGen.Analyzers.Tests.Contracts;

/// <summary>GG0018.</summary>
public sealed class ForeignPlaceholderTests
{
    [Theory]
    [InlineData("[Prompt(\"Say {|GG0018:{{what}}|}.\")] Task<string> AskAsync(string what);")]
    [InlineData("[Prompt(\"Say {|GG0018:{{ what }}|}.\")] Task<string> AskAsync(string what);")]
    [InlineData("[Prompt(\"Say {|GG0018:{{$what}}|}, {|GG0018:{{what}}|}.\")] Task<string> AskAsync(string what);")]
    [InlineData("[Prompt(\"Say {|GG0018:{{what.Length}}|}.\")] Task<string> AskAsync(string what);")]
    [InlineData("[Prompt(\"Say {|GG0018:${what}|}.\")] Task<string> AskAsync(string what);")]
    [InlineData("[Prompt(\"Say {|GG0018:${what}|} to {|GG0018:${whom}|}.\")] Task<string> AskAsync(string what, string whom);")]
    [InlineData("[Prompt(\"Go.\"), SystemInstruction(\"Say {|GG0018:{{what}}|}.\")] Task<string> AskAsync(string what);")]
    public Task Triggers_and_says_nothing_else_of_the_parameter(string member) => ContractVerifier.VerifyMembersAsync(member);

    [Theory]
    [InlineData("[Prompt(\"Say {what}, not {{what}}.\")] Task<string> AskAsync(string what);")]
    [InlineData("[Prompt(\"Say {{{what}}}.\")] Task<string> AskAsync(string what);")]
    [InlineData("[Prompt(\"Say {{word}} {what}.\")] Task<string> AskAsync(string what);")]
    [InlineData("[Prompt(\"Say {{what}}.\")] Task<string> AskAsync([NotInPrompt] string what);")]
    [InlineData("[Prompt(\"It costs ${price}.\")] Task<string> AskAsync(decimal price);")]
    [InlineData("[Prompt(\"{what} costs ${price}.\")] Task<string> AskAsync(string what, string price);")]
    [InlineData("[Prompt(\"JSON: {{\\\"what\\\": 1}} {what}\")] Task<string> AskAsync(string what);")]
    [InlineData("[Prompt(\"{{token}}\")] Task<string> AskAsync(CancellationToken token);")]
    [InlineData("[Prompt(\"{{ {{what {what}\")] Task<string> AskAsync(string what);")]
    public Task Does_not_trigger(string member) => ContractVerifier.VerifyMembersAsync(member);

    [Fact]
    public Task A_file_in_Handlebars_that_nobody_called_so_is_told_at_its_characters()
        => ContractVerifier.VerifyFilesAsync(
            "[PromptFile(\"Ask.prompt\")] Task<string> AskAsync(string what);",
            [new SourceFile("Ask.prompt", "---\nmodel: gemini-3.8-flash\n---\nSay {|#0:{{what}}|}.\n")],
            "",
            new DiagnosticResult("GG0018", DiagnosticSeverity.Warning).WithLocation(0).WithMessage(
                "'{{what}}' in the template of 'IDesk.AskAsync' is sent as text, unless [PromptFile] says 'Syntax = PromptSyntax.Handlebars'; write '{what}'"));

    [Fact]
    public Task A_file_in_Handlebars_is_as_it_should_be()
        => ContractVerifier.VerifyFilesAsync(
            "[PromptFile(\"Ask.prompt\", Syntax = PromptSyntax.Handlebars)] Task<string> AskAsync(string what);",
            [new SourceFile("Ask.prompt", "Say {{what}}.\n")]);

    [Fact]
    public Task Says_what_to_write()
        => ContractVerifier.VerifyMembersAsync(
            "[Prompt(\"Say {|#0:${what}|}.\")] Task<string> AskAsync(string what);",
            "",
            new DiagnosticResult("GG0018", DiagnosticSeverity.Warning).WithLocation(0).WithMessage(
                "'${what}' in the template of 'IDesk.AskAsync' sends a dollar before the value; write '{what}'"));
}

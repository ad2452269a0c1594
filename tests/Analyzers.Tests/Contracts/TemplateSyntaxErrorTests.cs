using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Testing;

namespace GeminiGen.Analyzers.Tests.Contracts;

/// <summary>GG0007.</summary>
public sealed class TemplateSyntaxErrorTests
{
    [Theory]
    [InlineData("Say {|GG0007:{|}what", "")]
    [InlineData("Say {|GG0007:{|}a {what}", "string what")]
    [InlineData("Say {|GG0007:}|} what", "")]
    [InlineData("Say {|GG0007:{}|}", "")]
    [InlineData("Say {{|GG0007: |}what}", "string {|GG0006:what|}")]
    [InlineData("Say {{|GG0007:@|}what}", "string {|GG0006:what|}")]
    [InlineData("Say {what{|GG0007: |}}", "string {|GG0006:what|}")]
    [InlineData("Say {what{|GG0007:,10|}}", "int {|GG0006:what|}")]
    [InlineData("Say {what{|GG0007:,-10:N|}}", "int {|GG0006:what|}")]
    [InlineData("Say {what{|GG0007:.Length|}}", "string {|GG0006:what|}")]
    [InlineData("Say {{|GG0007:0|}}", "")]
    [InlineData("Say {what{|GG0007::|}}", "int {|GG0006:what|}")]
    [InlineData("Say {what:{|GG0007:N2|}}", "string what")]
    [InlineData("Say {what:{|GG0007:X|}}", "bool what")]
    [InlineData("Say {what:{|GG0007:X|}}", "DayOfWeek what")]
    public Task Triggers_at_the_exact_characters(string template, string parameter)
        => ContractVerifier.VerifyMembersAsync($"[Prompt(\"{template}\")] Task<string> AskAsync({parameter});");

    [Theory]
    [InlineData("Media")]
    [InlineData("Media[]?")]
    public Task Triggers_on_media_in_a_system_instruction(string type)
        => ContractVerifier.VerifyMembersAsync($"[SystemInstruction(\"Like {{|GG0007:{{photo}}|}}.\")] [Prompt(\"{{photo}}\")] Task<string> AskAsync({type} photo);");

    [Fact]
    public Task Triggers_on_a_format_of_media()
        => ContractVerifier.VerifyMembersAsync("[Prompt(\"{photo:{|GG0007:N|}}\")] Task<string> AskAsync(Media photo);");

    [Theory]
    [InlineData("{|GG0007:\"\"|}")]
    [InlineData("{|GG0007:null!|}")]
    [InlineData("\"{|GG0007: \\n|}\"")]
    public Task Triggers_on_a_template_without_text(string argument)
        => ContractVerifier.VerifyMembersAsync($"[Prompt({argument})] Task<string> AskAsync();");

    [Fact]
    public Task Says_how_to_write_a_brace()
        => ContractVerifier.VerifyMembersAsync(
            "[Prompt(\"a {|#0:{|} b\")] Task<string> AskAsync();",
            "",
            new DiagnosticResult("GG0007", DiagnosticSeverity.Error).WithLocation(0)
                .WithMessage("The template of 'IDesk.AskAsync' is not valid: '{' is not closed; write '{{' for a brace"));

    [Theory]
    [InlineData("{{ \\\"a\\\": 1 }}", "")]
    [InlineData("{what:yyyy-MM-dd}{what:HH:mm}", "DateTime what")]
    [InlineData("{what:D}", "DayOfWeek? what")]
    [InlineData("{_what1}", "string _what1")]
    [InlineData("{{{what}}}", "string what")]
    public Task Does_not_trigger(string template, string parameter)
        => ContractVerifier.VerifyMembersAsync($"[Prompt(\"{template}\")] Task<string> AskAsync({parameter});");
}

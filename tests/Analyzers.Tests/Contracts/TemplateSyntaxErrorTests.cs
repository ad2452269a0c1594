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
    [InlineData("Say {{|GG0007: |}what}", "string what")]
    [InlineData("Say {{|GG0007:@|}what}", "string what")]
    [InlineData("Say {what{|GG0007: |}}", "string what")]
    [InlineData("Say {what{|GG0007:,|}}", "int what")]
    [InlineData("Say {what{|GG0007:,0|}}", "int what")]
    [InlineData("Say {what{|GG0007:,1001|}:N}", "int what")]
    [InlineData("Say {what{|GG0007:,x|}:N}", "int what")]
    [InlineData("Say {what.{|GG0007:Lenght|}}", "string what")]
    [InlineData("Say {what.{|GG0007:ToString|}}", "string what")]
    [InlineData("Say {what.Year.{|GG0007:Century|}}", "DateTime what")]
    [InlineData("Say {what:{|GG0007:%|}}", "DateTime what")]
    [InlineData("Say {what:{|GG0007:Q|}}", "int what")]
    [InlineData("Say {what:{|GG0007:HH|}}", "DateOnly what")]
    [InlineData("Say {what:{|GG0007:yyyy|}}", "TimeOnly what")]
    [InlineData("Say {what:{|GG0007:Q|}}", "Guid? what")]
    [InlineData("{|GG0007:{#if what}|}Say", "bool what")]
    [InlineData("{|GG0007:{#if what}|}Say{|GG0007:{/each}|}", "bool what")]
    [InlineData("Say{|GG0007:{/if}|}", "")]
    [InlineData("Say{|GG0007:{:else}|}", "")]
    [InlineData("Say{|GG0007:{#unless x}|}", "")]
    [InlineData("{#if {|GG0007:what|}}Say{/if}", "int what")]
    [InlineData("{#if what {|GG0007:== 1|}}Say{/if}", "int? what")]
    [InlineData("{#if what}a{:else}b{|GG0007:{:else}|}c{/if}", "bool what")]
    [InlineData("{#if {|GG0007:what|}}Say{/if}", "IEnumerable<int> what")]
    [InlineData("{#each {|GG0007:what|} as item}{item}{/each}", "int what")]
    [InlineData("{#each what as {|GG0007:what|}}a{/each}", "int[] what")]
    [InlineData("{#each what as item}{item.{|GG0007:Nam|}}{/each}", "Uri[] what")]
    [InlineData("{#each what as item}{{|GG0007:item|}}{/each}", "List<int[]> what")]
    [InlineData("{{|GG0007:@index|}} {what}", "string what")]
    [InlineData("{#each what as item}{{|GG0007:@first|}}{/each}", "int[] what")]
    [InlineData("Say {{|GG0007:0|}}", "")]
    [InlineData("Say {what{|GG0007::|}}", "int what")]
    [InlineData("Say {what:{|GG0007:N2|}}", "string what")]
    [InlineData("Say {what:{|GG0007:X|}}", "bool what")]
    [InlineData("Say {what:{|GG0007:X|}}", "DayOfWeek what")]
    public Task Triggers_at_the_exact_characters(string template, string parameter)
        => ContractVerifier.VerifyMembersAsync($"[Prompt(\"{template}\")] Task<string> AskAsync({parameter});");

    [Theory]
    [InlineData("Media")]
    [InlineData("Media[]?")]
    public Task Triggers_on_media_in_a_system_instruction(string type)
        => ContractVerifier.VerifyMembersAsync($"[SystemInstruction(\"Like {{{{|GG0007:photo|}}}}.\")] [Prompt(\"{{photo}}\")] Task<string> AskAsync({type} photo);");

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
    [InlineData("{what.Length,5:D3}", "string what")]
    [InlineData("{what.Year}", "DateTime? what")]
    [InlineData("{what:'HH' d MMMM}", "DateOnly what")]
    [InlineData("{what:B8}{what:X}{what:#,##0}", "int what")]
    [InlineData("{what:R}", "double what")]
    [InlineData("{#if what}a{:else if !what}b{:else}c{/if}", "bool what")]
    [InlineData("{#each what as item}{@number,3}. {item.Key}={item.Value:0.0}{:separator}, {:empty}none{/each}", "Dictionary<string, double>? what")]
    [InlineData("{#each what as row}{#each row as cell}{cell}{:separator};{/each}{/each}", "IReadOnlyList<int[]> what")]
    [InlineData("{#if what}{#each what as item}{item}{/each}{/if}", "ICollection<string> what")]
    public Task Does_not_trigger(string template, string parameter)
        => ContractVerifier.VerifyMembersAsync($"[Prompt(\"{template}\")] Task<string> AskAsync({parameter});");
}

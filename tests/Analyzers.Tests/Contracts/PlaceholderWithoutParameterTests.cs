using GeminiGen.TestHarness;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Testing;

namespace GeminiGen.Analyzers.Tests.Contracts;

/// <summary>GG0005, at its exact characters in every kind of literal.</summary>
public sealed class PlaceholderWithoutParameterTests
{
    [Theory]
    [InlineData("\"Say {{|GG0005:what|}}\"")]
    [InlineData("\"\\t\\u00e9\\x41 \\U0001F600\\\" {{|GG0005:what|}:X}\"")]
    [InlineData("\"{{ {{|GG0005:what|}} }}\"")]
    [InlineData("@\"C:\\ \"\"quoted\"\" {{|GG0005:what|}}\"")]
    [InlineData("\"\"\"a \"quoted\" \\ {{|GG0005:what|}}\"\"\"")]
    [InlineData("\"first\" + \" {{|GG0005:what|}}\"")]
    [InlineData("(\"first\" + Texts.Intro) + \" {{|GG0005:what|}} last\"")]
    [InlineData("\"{{|GG0005:what|}} \" + Texts.Intro + nameof(Texts)")]
    [InlineData("$\"{Texts.Intro} {{{|GG0005:what|}}}\"")]
    [InlineData("template: \"Say {{|GG0005:what|}}\"")]
    public Task Triggers_at_the_name(string argument)
        => ContractVerifier.VerifyMembersAsync($"[Prompt({argument})] Task<string> AskAsync();", Texts);

    [Fact]
    public Task Triggers_in_raw_literals_of_many_lines()
        => ContractVerifier.VerifyMembersAsync(
            """"
                [Prompt("""
                    First

                      "second" {{|GG0005:what|}}
                    {{|GG0005:last|}}
                    """)]
                Task<string> AskAsync();
            """");

    [Fact]
    public Task Triggers_in_raw_literals_with_CRLF()
        => ContractVerifier.VerifyMembersAsync("[Prompt(\"\"\"\r\n  First\r\n\r\n  then {{|GG0005:what|}}\r\n  \"\"\")]\r\nTask<string> AskAsync();");

    [Fact]
    public Task Triggers_on_the_whole_argument_where_the_text_is_declared_elsewhere()
        => ContractVerifier.VerifyMembersAsync("[Prompt({|GG0005:Texts.Ask|})] Task<string> AskAsync();", Texts);

    [Fact]
    public Task Triggers_on_a_literal_whose_parts_before_are_declared_elsewhere()
        => ContractVerifier.VerifyMembersAsync("[Prompt({|GG0005:Texts.Intro + \"{what}\" + Texts.Intro|})] Task<string> AskAsync();", Texts);

    [Fact]
    public Task Triggers_on_another_case_and_names_the_nearest()
        => ContractVerifier.VerifyMembersAsync(
            "[Prompt(\"{{|#0:Question|}}\")] Task<string> AskAsync([NotInPrompt] string question);",
            "",
            new DiagnosticResult("GG0005", DiagnosticSeverity.Error).WithLocation(0)
                .WithMessage("Placeholder 'Question' names no parameter of 'IDesk.AskAsync'; write '{question}', or add a parameter 'Question'"));

    [Fact]
    public Task Triggers_on_the_contracts_instruction_for_each_method_without_the_parameter()
        => ContractVerifier.VerifyAsync(
            """
            [GeminiPrompts, SystemInstruction("Answer in {{|#0:language|}}")]
            public interface IDesk
            {
                [Prompt("a")] Task<string> AskAsync();
                [Prompt("a")] Task<string> TellAsync(string language);
                [Prompt("a"), SystemInstruction("b")] Task<string> SayAsync();
            }
            """,
            null,
            new DiagnosticResult("GG0005", DiagnosticSeverity.Error).WithLocation(0)
                .WithMessage("Placeholder 'language' names no parameter of 'IDesk.AskAsync'; add a parameter 'language', or write '{{language}}' for the text itself"));

    [Fact]
    public Task Does_not_trigger_on_parameters()
        => ContractVerifier.VerifyMembersAsync("[Prompt(\"{a} {b:N2} {{c}} {class} {größe}\")] Task<string> AskAsync(string a, int b, string @class, string größe);");

    [Fact]
    public Task Knows_literals_of_old_languages()
        => ContractVerifier.VerifyAsync(
            "[GeminiPrompts] public interface IDesk { [Prompt(@\"a\"\"{{|GG0005:what|}}\")] Task<string> AskAsync(); }",
            new TestProjectOptions { LanguageVersion = LanguageVersion.CSharp9 });

    private const string Texts = "static class Texts { public const string Intro = \"Hello \"; public const string Ask = \"Say {what}\"; }";
}

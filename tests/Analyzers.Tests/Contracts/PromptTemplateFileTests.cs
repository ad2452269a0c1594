using GeminiGen.TestHarness;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Testing;

namespace GeminiGen.Analyzers.Tests.Contracts;

/// <summary>Roles, media and the syntax of other tools in prompt files.</summary>
public sealed class PromptTemplateFileTests
{
    private const string Parameters = "(string text, bool strict, string[] tags, Line[] lines, Person person, Media? photo)";
    private const string Types = "public sealed record Line(string Item, int Count, string[] Parts); public sealed record Person(string? Name);";

    [Theory]
    [InlineData("{{role \"system\"}}Be brief.{{role \"user\"}}Say.{{role \"model\"}}Said.{{role \"user\"}}Now {{media url=photo}}")]
    [InlineData("First.\n{{role 'model'}}\nSaid.\n{{role 'user'}}\nAgain.")]
    [InlineData("{{role \"system\"}}\n{{role \"user\"}}\nSay.\n{{role \"model\"}}\n")]
    [InlineData("History: {{histories}}, {{{{history}}}}, {{{{#if strict}}}}, {{#1}}, {{section}}, {{\"json\": 1}}.")]
    public Task Roles(string text) => VerifyAsync(text, handlebars: false);

    [Theory]
    [InlineData("{{role \"{|GG0007:system|}\"}}Be brief.{{role \"{|GG0007:system|}\"}}Be nice.{{role \"user\"}}Say.", "[SystemInstruction(\"Be.\")] ")]
    [InlineData("{{role \"system\"}}Be brief.{{role \"{|GG0007:system|}\"}}Be nice.{{role \"user\"}}Say.")]
    [InlineData("{|GG0007:|}{{role \"system\"}}Be brief.")]
    [InlineData("Say.{{role \"{|GG0007:model|}\"}}Said.")]
    [InlineData("{|GG0007:{{role \"tool\"}}|}Say.")]
    [InlineData("{|GG0007:{{role user}}|}Say.")]
    [InlineData("{#if strict}{{role \"{|GG0007:user|}\"}}{/if}Say.")]
    [InlineData("{{role \"system\"}}Like {{media url={|GG0007:photo|}}}.{{role \"user\"}}Say.")]
    [InlineData("Say.{{role \"model\"}}{{|GG0007:photo|}}{{role \"user\"}}Say.")]
    [InlineData("{{media url={|GG0007:text|}}}")]
    [InlineData("{|GG0007:{{media url=\"http://x\"}}|}")]
    [InlineData("{|GG0007:{{history}}|}Say.")]
    [InlineData("{|GG0007:{{ history }}|}Say.")]
    [InlineData("{|GG0007:{{section \"code\"}}|}Say.")]
    [InlineData("Say {|GG0007:{{json text}}|}.")]
    [InlineData("{|GG0007:{{#if strict}}|}Say.")]
    public Task Roles_refused(string text, string attributes = "") => VerifyAsync(text, handlebars: false, attributes);

    [Theory]
    [InlineData("{{role \"user\"}}A.{{role \"model\"}}{card}{{role \"user\"}}{text}")]
    [InlineData("{#each shots as shot}{{role \"user\"}}{shot.Text}{{role \"model\"}}{shot.Card}{/each}{{role \"user\"}}{text}{card.Title}")]
    [InlineData("{{role \"system\"}}Be.\n{#each shots as shot}\n{{role \"user\"}}\n{#if shot.Text}{shot.Text}{/if}\n{{role \"model\"}}\n{shot.Card}\n{/each}\n{{role \"user\"}}\n{text}{card.Title}\n")]
    [InlineData("{{role \"user\"}}A.{{role \"model\"}}{{\"title\":\"b\",\"pages\":1}}{{role \"user\"}}{text}{card.Title}")]
    public Task Examples(string text) => VerifyExamplesAsync(text);

    [Theory]
    [InlineData("{{role \"user\"}}A.{{role \"model\"}}{card:F2}{{role \"user\"}}{text}", "{card:", "{{|GG0007:card|}:")]
    [InlineData("{{role \"user\"}}A.{{role \"model\"}}{card,5}{{role \"user\"}}{text}", "{card,", "{{|GG0007:card|},")]
    [InlineData("{#each shots as shot}{{role \"user\"}}{shot.Text}{{role \"model\"}}{shot.Card}{/each}", "\"model\"", "\"{|GG0007:model|}\"")]
    [InlineData("{#each shots as shot}{{role \"user\"}}{shot.Text}{{role \"model\"}}{shot.Card}{/each}{text}", "\"model\"", "\"{|GG0007:model|}\"")]
    [InlineData("{#each shots as shot}So: {{role \"user\"}}{shot.Text}{/each}{{role \"user\"}}{text}", "So: {{role \"user\"", "So: {{role \"{|GG0007:user|}\"")]
    [InlineData("{#each shots as shot}{{role \"user\"}}{shot.Text}{:empty}a{/each}{{role \"model\"}}{card}{{role \"user\"}}{text}", "shot}{{role \"user\"", "shot}{{role \"{|GG0007:user|}\"")]
    [InlineData("{#each shots as shot}{{role \"system\"}}{shot.Text}{/each}{{role \"user\"}}{text}", "\"system\"", "\"{|GG0007:system|}\"")]
    [InlineData("{#each shots as shot}{#if shot.Text}{{role \"user\"}}{/if}{/each}{text}", "\"user\"", "\"{|GG0007:user|}\"")]
    [InlineData("{{role \"user\"}}A.{{role \"model\"}}not json{{role \"user\"}}{text}", "\"model\"", "\"{|GG0012:model|}\"")]
    [InlineData("{{role \"user\"}}A.{{role \"model\"}}{{\"title\":1,\"pages\":1}}{{role \"user\"}}{text}", "\"model\"", "\"{|GG0012:model|}\"")]
    public Task Examples_refused(string text, string place, string marked) => VerifyExamplesAsync(text.Replace(place, marked, StringComparison.Ordinal));

    [Fact]
    public Task Files_reach_as_deep_as_the_types_of_the_project_do()
        => ContractVerifier.VerifyFilesAsync(
            "[PromptFile(\"Ask.prompt\")] Task<string> AskAsync(T0 a);",
            [new SourceFile("Ask.prompt", "{a.N.N.N.N.N.N.N.N.N.N.N.Name}{a.N.N.N.N.N.N.N.{|GG0007:Nam|}}\n")],
            string.Concat(Enumerable.Range(0, 12).Select(static step => $"public sealed record T{step}(T{step + 1} N, string Name);\n")) + "public sealed record T12(string Name);");

    [Fact]
    public Task Says_that_the_parameters_lead_to_too_many_types()
        => ContractVerifier.VerifyFilesAsync(
            "[PromptFile(\"Ask.prompt\")] Task<string> AskAsync(Root a);",
            [new SourceFile("Ask.prompt", "{a.M1099.{|#0:Name|}}\n")],
            string.Concat(Enumerable.Range(0, 1100).Select(static number => $"public sealed record P{number}(string Name);\n"))
                + $"public sealed record Root({string.Join(", ", Enumerable.Range(0, 1100).Select(static number => $"P{number} M{number}"))});",
            new DiagnosticResult("GG0007", DiagnosticSeverity.Error).WithLocation(0).WithArguments(
                "IDesk.AskAsync",
                "the parameters lead to more types than prompt files can reach, and nothing is known of 'P1099' any more; take a 'P1099', or what is needed of it, as a parameter of its own"));

    private static Task VerifyExamplesAsync(string text)
        => ContractVerifier.VerifyAsync(
            """
            [GeminiPrompts] public partial interface IDesk
            {
                [PromptFile("Prompts/Ask.prompt")] Task<Card> AskAsync(string text, Card card, Shot[] shots);
            }
            public sealed record Card(string Title, int Pages);
            public sealed record Shot(string Text, Card Card);
            """,
            new TestProjectOptions
            {
                EditorConfig = "dotnet_diagnostic.GG0006.severity = none",
                AdditionalFiles = [new SourceFile("Prompts/Ask.prompt", text)],
            });

    [Theory]
    [InlineData("{{text}} {{ person.Name }} \\{{text}} } { }} {{! remark }}{{!-- }} --}}")]
    [InlineData("{{#if strict}}a{{else if person.Name}}b{{else}}c{{/if}}{{#unless text}}d{{/unless}}")]
    [InlineData("{{#each lines}}{{Item}} {{this.Count}} {{@index}} {{../text}} {{#each Parts}}{{this}} {{../Item}} {{../../text}} {{@root.text}}{{/each}}{{else}}none{{/each}}")]
    [InlineData("{{#each lines as |line| }}{{#each line.Parts as | part | }}{{part}}{{line.Item}}{{/each}}{{/each}}")]
    [InlineData("{{#each tags}}{{#unless @first}}, {{/unless}}{{#if @first}}>{{/if}}{{this}}{{/each}}")]
    [InlineData("{{person.name}} {{#each lines}}{{item}} {{this.count}} {{#each parts}}{{this}} {{../item}}{{/each}}{{/each}}")]
    [InlineData("{{> tone}} {{>Shared/_tone.prompt}} {{> \"tone\"}}")]
    [InlineData("{{this.text}} {{./text}} {{#if strict}}a{{^}}b{{/if}}")]
    public Task Handlebars(string text) => VerifyAsync(text, handlebars: true);

    [Theory]
    [InlineData("{{{|GG0005:txt|}}}")]
    [InlineData("{{person.{|GG0007:nam|}}}")]
    [InlineData("{|GG0007:{{{text}}}|}")]
    [InlineData("{|GG0007:{{&text}}|}")]
    [InlineData("{|GG0007:{{~text}}|}")]
    [InlineData("{|GG0007:{{|}text")]
    [InlineData("{{{|GG0007:json text|}}}")]
    [InlineData("{{{|GG0007:history|}}}")]
    [InlineData("{|GG0007:{{}}|}")]
    [InlineData("{|GG0007:{{\"text\"}}|}")]
    [InlineData("{|GG0007:{{#with person}}|}{{text}}{|GG0007:{{/with}}|}")]
    [InlineData("{|GG0007:{{#if}}|}a{{/if}}")]
    [InlineData("{{#if strict {|GG0007:text|}}}a{{/if}}")]
    [InlineData("{|GG0007:{{#if strict}}|}a")]
    [InlineData("{{#if strict}}a{|GG0007:{{/each}}|}{{/if}}")]
    [InlineData("a{|GG0007:{{/if}}|}")]
    [InlineData("a{|GG0007:{{else}}|}")]
    [InlineData("{{#if strict}}a{{else}}b{|GG0007:{{else}}|}c{{/if}}")]
    [InlineData("{{#each lines}}{{{|GG0007:text|}}}{{/each}}")]
    [InlineData("{{#each lines}}{{../../{|GG0007:text|}}}{{/each}}")]
    [InlineData("{{../{|GG0007:text|}}}")]
    [InlineData("{{{|GG0007:this|}}}")]
    [InlineData("{{{|GG0007:@index|}}}")]
    [InlineData("{{#each tags}}{{{|GG0007:@last|}}}{{/each}}")]
    [InlineData("{{#each {|GG0007:text|}}}{{/each}}a")]
    [InlineData("{{> {|GG0008:missing|}}}")]
    [InlineData("{|GG0007:{{> tone text}}|}")]
    public Task Handlebars_refused(string text) => VerifyAsync(text, handlebars: true);

    private static Task VerifyAsync(string text, bool handlebars, string attributes = "")
    {
        string syntax = handlebars ? ", Syntax = PromptSyntax.Handlebars" : "";
        return ContractVerifier.VerifyAsync(
            $$"""
            [GeminiPrompts] public partial interface IDesk
            {
                {{attributes}}[PromptFile("Prompts/Ask.prompt"{{syntax}})] Task<string> AskAsync{{Parameters}};
            }
            {{Types}}
            """,
            new TestProjectOptions
            {
                EditorConfig = "dotnet_diagnostic.GG0006.severity = none",
                AdditionalFiles =
                [
                    new SourceFile("Prompts/Ask.prompt", text),
                    new SourceFile("Prompts/_tone.prompt", "Be nice."),
                    new SourceFile("Prompts/Shared/_tone.prompt", "Be nicer."),
                ],
            });
    }
}

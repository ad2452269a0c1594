using GeminiGen.TestHarness;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Testing;

namespace GeminiGen.Analyzers.Tests.Contracts;

/// <summary>GG0008 in front matter: what is not done is refused at its key.</summary>
public sealed class PromptFrontMatterTests
{
    [Theory]
    [InlineData("model: gemini-3.8-flash\nname: ask\nvariant: a\ndescription: x\nversion: 1\nmetadata:\n  a: b\ncustom.key: 1")]
    [InlineData("# A licence.\nmodel: googleai/gemini-3.8-flash")]
    [InlineData("config:\n  temperature: 0.5\n  topP: 1\n  topK: 3\n  maxOutputTokens: 100\n  seed: -1\n  stopSequences: [a]\n  thinking: HIGH")]
    [InlineData("config: { thinkingConfig: { thinkingBudget: -1 } }")]
    [InlineData("input:\n  schema:\n    text: string, what to say\n    count?: integer\n    tags(array): string\n    person:\n      Name: string\n      age?: number\n  default:\n    count: 3")]
    [InlineData("input:\n  default:\n    id: 5000000000\n    most: 18446744073709551615\n    amount: 12345678901234567.0001\n    share: 0.1\n    tiny: -128")]
    [InlineData("input:\n  default:\n    id: -9223372036854775808\n    amount: 1e3")]
    [InlineData("input:\n  schema:\n    tone(enum): [A, B]")]
    [InlineData("output:\n  format: text")]
    [InlineData("")]
    public Task Does_not_trigger(string frontMatter) => VerifyAsync(frontMatter);

    [Theory]
    [InlineData("{|GG0008:modle|}: gemini-3.8-flash")]
    [InlineData("{|GG0008:tools|}: [a]")]
    [InlineData("{|GG0008:candidates|}: 2")]
    [InlineData("model: {|GG0008:openai/gpt-4|}")]
    [InlineData("model: {|GG0008:[a]|}")]
    [InlineData("config: {|GG0008:5|}")]
    [InlineData("config:\n  {|GG0008:temprature|}: 1")]
    [InlineData("config:\n  {|GG0008:safetySettings|}: []")]
    [InlineData("config:\n  {|GG0008:apiKey|}: x")]
    [InlineData("config:\n  {|GG0008:version|}: x")]
    [InlineData("config:\n  temperature: {|GG0008:3|}")]
    [InlineData("config:\n  temperature: {|GG0008:\"1\"|}")]
    [InlineData("config:\n  topK: {|GG0008:0|}")]
    [InlineData("config:\n  topK: {|GG0008:1.5|}")]
    [InlineData("config:\n  stopSequences: {|GG0008:END|}")]
    [InlineData("config:\n  stopSequences: {|GG0008:[a, b, c, d, e, f]|}")]
    [InlineData("config:\n  thinking: {|GG0008:much|}")]
    [InlineData("config:\n  thinking: low\n  thinkingConfig:\n    thinkingBudget: {|GG0008:1|}")]
    [InlineData("config:\n  thinkingConfig:\n    {|GG0008:includeThoughts|}: true")]
    [InlineData("input:\n  schema: {|GG0008:Named|}")]
    [InlineData("input:\n  schema:\n    {|GG0008:txt|}: string")]
    [InlineData("input:\n  schema:\n    {|GG0008:token|}: string")]
    [InlineData("input:\n  schema:\n    count: {|GG0008:string|}")]
    [InlineData("input:\n  schema:\n    text: {|GG0008:text|}")]
    [InlineData("input:\n  schema:\n    {|GG0008:text(array)|}: string")]
    [InlineData("input:\n  schema:\n    {|GG0008:tags(set)|}: string")]
    [InlineData("input:\n  schema:\n    person:\n      {|GG0008:names|}: string")]
    [InlineData("input:\n  schema:\n    {|GG0008:(*)|}: string")]
    [InlineData("input:\n  schema:\n    {|GG0008:type|}: object\n    properties:\n      text:\n        type: string")]
    [InlineData("input:\n  default:\n    {|GG0008:text|}: x")]
    [InlineData("input:\n  default:\n    count: {|GG0008:many|}")]
    [InlineData("input:\n  default:\n    id: {|GG0008:9223372036854775808|}")]
    [InlineData("input:\n  default:\n    id: {|GG0008:1.5|}")]
    [InlineData("input:\n  default:\n    most: {|GG0008:-1|}")]
    [InlineData("input:\n  default:\n    tiny: {|GG0008:128|}")]
    [InlineData("input:\n  default:\n    amount: {|GG0008:0.12345678901234567890123456789012|}")]
    [InlineData("input:\n  default:\n    amount: {|GG0008:1e40|}")]
    [InlineData("input:\n  default:\n    share: {|GG0008:1e39|}")]
    [InlineData("input:\n  default:\n    {|GG0008:when|}: 2026-11-30")]
    [InlineData("input:\n  schema:\n    tone(enum): {|GG0008:A|}")]
    [InlineData("input:\n  {|GG0008:defaults|}: {}")]
    [InlineData("output:\n  format: {|GG0008:json|}")]
    [InlineData("output:\n  format: {|GG0008:xml|}")]
    [InlineData("output:\n  {|GG0008:schema|}: { a: string }")]
    [InlineData("model: {|GG0008:&|}x gemini")]
    [InlineData("model: x\n{|GG0008:model|}: y")]
    public Task Triggers_at_the_key_or_value(string frontMatter) => VerifyAsync(frontMatter);

    [Theory]
    [InlineData("title: string, The title.\n    kind(enum, What it is.): [A, B]\n    parts(array): { size?: integer }\n    counts: { (*): integer }\n    when: string\n    done?: boolean")]
    [InlineData("title: string\n    {|GG0008:titel|}: string")]
    [InlineData("title: {|GG0008:integer|}")]
    [InlineData("title: {|GG0008:string, Another title.|}")]
    [InlineData("{|GG0008:title?|}: string")]
    [InlineData("{|GG0008:title(array)|}: string")]
    [InlineData("kind(enum): [A, {|GG0008:C|}]")]
    [InlineData("kind(enum): {|GG0008:A|}")]
    [InlineData("parts(array): { {|GG0008:length|}: integer }")]
    [InlineData("counts: { {|GG0008:a|}: integer }")]
    [InlineData("title: { {|GG0008:a|}: integer }")]
    public Task Schemas_of_answers_are_checked_against_the_type(string schema)
        => ContractVerifier.VerifyFilesAsync(
            "[PromptFile(\"Ask.prompt\")] Task<Card> AskAsync();",
            [new SourceFile("Ask.prompt", "---\noutput:\n  format: json\n  schema:\n    " + schema + "\n---\nSay.\n")],
            """
            public enum Kind { A, B }
            public sealed record Part(int? Size);
            public sealed class Card
            {
                /// <summary>The title.</summary>
                public required string Title { get; init; }
                /// <summary>What it is.</summary>
                public Kind Kind { get; init; }
                public List<Part> Parts { get; init; } = [];
                public Dictionary<string, int> Counts { get; init; } = [];
                public DateOnly When { get; init; }
                public bool? Done { get; init; }
            }
            """);

    [Fact]
    public Task Types_are_called_as_a_reader_would()
        => ContractVerifier.VerifyFilesAsync(
            "[PromptFile(\"Ask.prompt\")] Task<List<Card>> AskAsync();",
            [new SourceFile("Ask.prompt", "---\noutput:\n  schema:\n    {|#0:titel|}: string\n---\nSay.\n")],
            "public sealed record Card(string Title);",
            new DiagnosticResult("GG0008", DiagnosticSeverity.Error).WithLocation(0).WithMessage(
                "The prompt file of 'IDesk.AskAsync' cannot be used: 'List<Card>' is no type with members; the answer's schema follows from the method's type"));

    [Fact]
    public Task Front_matter_that_is_not_closed_is_told_where_it_begins()
        => ContractVerifier.VerifyFilesAsync("[PromptFile(\"Ask.prompt\")] Task<string> AskAsync();", [new SourceFile("Ask.prompt", "{|GG0008:---|}\nmodel: x\nSay.\n")]);

    [Fact]
    public Task Says_where_examples_go()
        => ContractVerifier.VerifyFilesAsync(
            "[PromptFile(\"Ask.prompt\")] Task<string> AskAsync();",
            [new SourceFile("Ask.prompt", "---\n{|#0:examples|}:\n  - a\n---\nSay.\n")],
            "",
            new DiagnosticResult("GG0008", DiagnosticSeverity.Error).WithLocation(0).WithMessage(
                "The prompt file of 'IDesk.AskAsync' cannot be used: examples are turns of the body: write {{role \"user\"}} and {{role \"model\"}} before the last {{role \"user\"}}, and remove 'examples'"));

    [Fact]
    public Task Says_what_to_write()
        => ContractVerifier.VerifyFilesAsync(
            "[PromptFile(\"Ask.prompt\")] Task<string> AskAsync();",
            [new SourceFile("Ask.prompt", "---\nconfig:\n  {|#0:max_output_tokens|}: 5\n---\nSay.\n")],
            "",
            new DiagnosticResult("GG0008", DiagnosticSeverity.Error).WithLocation(0)
                .WithMessage("The prompt file of 'IDesk.AskAsync' cannot be used: 'max_output_tokens' is no setting; write 'maxOutputTokens'"));

    private static Task VerifyAsync(string frontMatter)
        => ContractVerifier.VerifyFilesAsync(
            "[PromptFile(\"Prompts/Ask.prompt\")] Task<string> AskAsync(string text, int? count, string[] tags, Person person, long? id, ulong? most, decimal? amount, float? share, sbyte? tiny, DateOnly? when, string tone, CancellationToken token);",
            [new SourceFile("Prompts/Ask.prompt", "---\n" + frontMatter + "\n---\nSay {text} {count} {#each tags as tag}{tag}{/each} {person.Name} {id}{most}{amount}{share}{tiny}{when}{tone}\n")],
            "public sealed record Person(string Name, double Age);");
}

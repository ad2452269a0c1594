using GeminiGen.Analyzers.Rules;
using GeminiGen.TestHarness;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Testing;

namespace GeminiGen.Analyzers.Tests.Models;

/// <summary>GG0009 by model, and GG0017 for arguments of functions.</summary>
public sealed class RecursiveAnswerTests
{
    private const string Usings = "using System; using System.Collections.Generic; using System.Text.Json.Serialization; using System.Threading.Tasks; using GeminiGen;\n";
    private const string Old = "gemini-old";
    private const string Catalogue = """[{"id":"gemini-picky","capabilities":{"responseJsonSchema":true,"refusedSchemaKeywords":["$ref"]}},{"id":"gemini-old","capabilities":{"responseJsonSchema":false}},{"id":"gemini-unsure","capabilities":{"responseJsonSchema":null}}]""";

    [Theory]
    [InlineData("Task<Card>", "public record Card(string Name, List<Card> {|GG0009:Parts|});")]
    [InlineData("Task<PromptResult<Card?>>", "public record Card(string Name, Card? {|GG0009:Next|});")]
    [InlineData("PromptStream<Card>", "public record Card(string Name, Part? Part); public record Part(IReadOnlyDictionary<string, Card[]> {|GG0009:Cards|});")]
    [InlineData("Task<List<Card>>", "[JsonDerivedType(typeof(A), \"a\")] public abstract class Card { } public sealed class A : Card { public Card? {|GG0009:Next|} { get; set; } public int B { get; set; } }")]
    [InlineData("PromptStream<Shot>", "public record Card(string Name, List<Card> {|GG0009:Parts|}); [SnapshotOf(typeof(Card))] public partial record Shot;")]
    public Task Triggers(string type, string types) => VerifyAsync(Old, $"[Prompt(\"a\")] {type} AskAsync();", types);

    [Fact]
    public Task Triggers_for_a_model_that_refuses_references()
        => VerifyAsync("gemini-picky", "[Prompt(\"a\")] Task<Card> AskAsync();", "public record Card(string Name, List<Card> {|GG0009:Parts|});");

    [Theory]
    [InlineData(Old, "Task<Card>", "public record Card(string Name, List<Part> Parts, Part A, Part B) { public Card Self => this; [JsonIgnore] public Card? Next { get; set; } } public record Part(int A);")]
    [InlineData("gemini-unsure", "Task<Card>", "public record Card(string Name, List<Card> Parts);")]
    [InlineData("gemini-3.8-flash", "Task<Card>", "public record Card(string Name, List<Card> Parts);")]
    [InlineData(Old, "Task<string>", "")]
    public Task Does_not_trigger(string model, string type, string types) => VerifyAsync(model, $"[Prompt(\"a\")] {type} AskAsync();", types);

    [Fact]
    public Task Says_once_what_several_methods_share_and_names_model_and_cure()
        => VerifyAsync(
            Old,
            "[Prompt(\"a\")] Task<Card> AskAsync(); [Prompt(\"a\")] Task<Card[]> ListAsync();",
            "public record Card(string Name, List<Card> {|#0:Parts|});",
            new DiagnosticResult("GG0009", DiagnosticSeverity.Error).WithLocation(0).WithMessage(
                "'Card.Parts' cannot be part of an answer: through it the type contains itself, which model 'gemini-old' of 'I.AskAsync' has no schema for; " +
                "name a model of generation 2.5 or later, or mark it [JsonIgnore]"));

    [Theory]
    [InlineData("[Prompt(\"a\"), Tools(typeof(ITools))] Task<string> AskAsync();", "List<Card> {|GG0017:cards|}")]
    [InlineData("[Prompt(\"a\")] Task<string> AskAsync([Tools] ITools tools);", "Card? {|GG0017:card|} = null")]
    [InlineData("[Prompt(\"a\"), Tools(typeof(ITools))] Task<string> AskAsync(); [Prompt(\"a\"), Tools(typeof(ITools))] Task<string> TellAsync();", "Card {|GG0017:card|}")]
    public Task Triggers_on_arguments_of_functions(string members, string parameter)
        => VerifyAsync(Old, members, "public interface ITools { [Tool(\"b\")] void Get(string name, " + parameter + "); void Other(Card card); }\npublic record Card(string Name, List<Card> Parts);");

    [Theory]
    [InlineData(Old, "[Tools] Task<string> AskAsync();", "Card card")]
    [InlineData(Old, "Task<string> AskAsync();", "Card card")]
    [InlineData(Old, "[Tools(typeof(ITools))] Task<string> AskAsync();", "[ToolService] Card card")]
    [InlineData(Old, "[Tools(typeof(ITools))] Task<string> AskAsync();", "Part part")]
    [InlineData("gemini-unsure", "[Tools(typeof(ITools))] Task<string> AskAsync();", "Card card")]
    [InlineData("gemini-3.8-flash", "[Tools(typeof(ITools))] Task<string> AskAsync();", "Card card")]
    public Task Does_not_trigger_on_arguments_of_functions(string model, string member, string parameter)
        => VerifyAsync(
            model,
            "[Prompt(\"a\")] " + member,
            "public interface ITools { [Tool(\"b\")] Card Get(" + parameter + "); }\npublic record Card(string Name, List<Card> Parts);\npublic record Part(int A);");

    [Fact]
    public Task Names_function_member_model_and_cure()
        => VerifyAsync(
            Old,
            "[Prompt(\"a\"), Tools(typeof(ITools))] Task<string> AskAsync();",
            "public interface ITools { [Tool(\"b\")] void Get(Card {|#0:card|}); }\npublic record Card(string Name, List<Card> Parts);",
            new DiagnosticResult("GG0017", DiagnosticSeverity.Error).WithLocation(0).WithMessage(
                "'ITools.Get(card)' cannot be offered to the model: through 'Card.Parts' its type contains itself, which model 'gemini-old' of 'I.AskAsync' has no schema for; " +
                "name a model of generation 2.5 or later, or mark that member [JsonIgnore]"));

    private static Task VerifyAsync(string model, string members, string types, params DiagnosticResult[] expected)
        => AnalyzerVerifier.VerifyAsync<ContractSettingsAnalyzer>(
            Usings + "[GeminiPrompts(Model = \"" + model + "\")] public interface I { " + members + " }\n" + types,
            new TestProjectOptions { AdditionalFiles = [new SourceFile("gemini-models.json", Catalogue)] },
            expected);
}

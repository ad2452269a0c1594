using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Testing;

namespace GeminiGen.Analyzers.Tests.Contracts;

/// <summary>GG0009.</summary>
public sealed class AnswerTypeRefusedByApiTests
{
    [Theory]
    [InlineData("Task<object>")]
    [InlineData("Task<dynamic>")]
    [InlineData("Task<byte[]>")]
    [InlineData("Task<int[,]>")]
    [InlineData("Task<Dictionary<int, int>>")]
    [InlineData("Task<Dictionary<AttributeTargets, int>>")]
    [InlineData("Task<SortedList<string, int>>")]
    [InlineData("Task<IReadOnlyDictionary<int, string>>")]
    [InlineData("Task<Queue<string>>")]
    [InlineData("Task<(int A, string B)>")]
    [InlineData("Task<Action>")]
    [InlineData("Task<System.Text.Json.JsonElement>")]
    [InlineData("Task<System.IO.MemoryStream>")]
    [InlineData("Task<PromptResult<object>>")]
    [InlineData("ValueTask<List<object>>")]
    public Task Triggers_on_the_return_type(string type)
        => ContractVerifier.VerifyAnswerAsync("{|GG0009:" + type + "|}", "");

    [Theory]
    [InlineData("public sealed class Card { }")]
    [InlineData("public sealed record Card { [JsonIgnore] public string? Name { get; init; } }")]
    [InlineData("public enum Card { }")]
    [InlineData("public enum Card { [JsonStringEnumMemberName(\"\")] None, Some }")]
    [InlineData("public enum Card { None, [JsonStringEnumMemberName(\" some\")] Some }")]
    [InlineData("public enum Card { None, [JsonStringEnumMemberName(\"None\")] Some }")]
    [InlineData("[JsonDerivedType(typeof(A))] public abstract record Card; public sealed record A(int B) : Card;")]
    [InlineData("[JsonDerivedType(typeof(Card), \"c\")] public record Card(int B);")]
    [InlineData("[JsonDerivedType(typeof(A), \"a\")] public record Card(int B); public sealed record A(int C);")]
    [InlineData("[JsonDerivedType(typeof(A), \"a\"), JsonDerivedType(typeof(C), \"a\")] public abstract record Card; public sealed record A(int B) : Card; public sealed record C(int B) : Card;")]
    [InlineData("[JsonPolymorphic(TypeDiscriminatorPropertyName = \"b\"), JsonDerivedType(typeof(A), \"a\")] public abstract record Card; public sealed record A(int B) : Card;")]
    [InlineData("[JsonConverter(typeof(C))] public sealed class Card { public int A { get; set; } }\npublic sealed class C : JsonConverter<Card> { public override Card Read(ref System.Text.Json.Utf8JsonReader r, Type t, System.Text.Json.JsonSerializerOptions o) => null!; public override void Write(System.Text.Json.Utf8JsonWriter w, Card c, System.Text.Json.JsonSerializerOptions o) { } }")]
    public Task Triggers_on_the_return_type_for_what_the_type_itself_lacks(string types)
        => ContractVerifier.VerifyAnswerAsync("{|GG0009:Task<Card>|}", types);

    [Theory]
    [InlineData("public sealed record Card(string Title, object {|GG0009:Anything|});")]
    [InlineData("public sealed class Card { public dynamic? {|GG0009:Anything|} { get; set; } }")]
    [InlineData("public sealed class Card { public Dictionary<Guid, string> {|GG0009:Tags|} { get; set; } = new(); }")]
    [InlineData("public sealed class Card { public Dictionary<string, object> {|GG0009:Tags|} { get; set; } = new(); }")]
    [InlineData("[Flags] public enum Rights { None } public sealed record Card(Rights {|GG0009:Rights|});")]
    [InlineData("public sealed record Card(string Title, Card {|GG0009:Parent|});")]
    [InlineData("public sealed record Card(string Title, [property: JsonRequired] Card? {|GG0009:Parent|});")]
    [InlineData("public sealed record Card(string Title, [property: Required] List<Card> {|GG0009:Parts|});")]
    [InlineData("public sealed record Card(string Title, Part {|GG0009:Part|});\npublic sealed record Part(string Name, List<Card> Cards);")]
    [InlineData("[JsonDerivedType(typeof(A), \"a\"), JsonDerivedType(typeof(B), \"b\")] public abstract record Card; public sealed record A(int C) : Card; public sealed record B(Card {|GG0009:Left|}, Card? Right) : Card;")]
    [InlineData("public sealed record Card(List<Card> Parts, object {|GG0009:Anything|});")]
    [InlineData("public sealed record Card(List<Part> Parts);\npublic struct Part { public System.IO.Stream {|GG0009:Content|} { get; set; } public string Name { get; set; } }")]
    [InlineData("public sealed class Card { public string Name { get; set; } = \"\"; [JsonPropertyName(\"name\")] public string {|GG0009:Other|} { get; set; } = \"\"; }")]
    [InlineData("public sealed record Card([System.ComponentModel.DataAnnotations.RegularExpression(\"[a\")] string {|GG0009:Code|});")]
    [InlineData("public sealed record Card(Empty {|GG0009:Inner|});\npublic sealed class Empty { }")]
    public Task Triggers_on_the_property(string types) => ContractVerifier.VerifyAnswerAsync("Task<Card>", types);

    [Theory]
    [InlineData("ReadOnlyCollection<int>")]
    [InlineData("ObservableCollection<string>")]
    [InlineData("ReadOnlyDictionary<string, int>")]
    [InlineData("System.Collections.Frozen.FrozenSet<string>")]
    [InlineData("System.Collections.Frozen.FrozenDictionary<string, int>")]
    [InlineData("System.Collections.Immutable.ImmutableSortedSet<string>")]
    [InlineData("System.Collections.Immutable.ImmutableSortedDictionary<string, int>")]
    [InlineData("System.Collections.Immutable.IImmutableList<int>")]
    [InlineData("System.Collections.Immutable.IImmutableSet<int>")]
    [InlineData("System.Collections.Concurrent.ConcurrentDictionary<string, int>")]
    public Task Does_not_trigger_on_collections_that_are_filled_at_once(string type)
        => ContractVerifier.VerifyAsync("using System.Collections.ObjectModel;\n[GeminiPrompts] public partial interface IDesk { [Prompt(\"a\")] Task<" + type + "> AskAsync(); }");

    [Fact]
    public Task Triggers_on_a_type_whose_parts_are_repeated_without_measure()
        => ContractVerifier.VerifyMembersAsync(
            "[Prompt(\"a\")] {|#0:Task<W0>|} AskAsync();\n[Prompt(\"a\")] Task<W5> TellAsync();",
            string.Concat(Enumerable.Range(0, 13).Select(static step => $"public sealed record W{step}(W{step + 1} A, W{step + 1} B);\n")) + "public sealed record W13(string A, string B);",
            new DiagnosticResult("GG0009", DiagnosticSeverity.Error).WithLocation(0).WithArguments(
                "W0", "its schema has more than 5000 members, because 'W1' is written out wherever it is used; give such values once, in a list beside the others, and refer to them by a key"));

    [Fact]
    public Task Triggers_on_types_that_grow_without_end()
        => ContractVerifier.VerifyAnswerAsync("Task<Node<int>>", "public sealed class Node<T> { public Node<List<T>>? {|GG0009:Next|} { get; set; } public int Value { get; set; } }");

    [Fact]
    public Task Says_for_each_method_that_its_type_is_at_fault()
        => ContractVerifier.VerifyMembersAsync(
            """
            [Prompt("a")] Task<Card> AskAsync();
            [Prompt("b")] {|GG0009:Task<List<Card>>|} ListAsync();
            """,
            "public sealed record Card(object {|GG0009:Anything|});");

    [Fact]
    public Task Says_once_that_a_type_contains_itself_for_good()
        => ContractVerifier.VerifyMembersAsync(
            """
            [Prompt("a")] Task<Card> AskAsync();
            [Prompt("b")] {|GG0009:Task<List<Card>>|} ListAsync();
            [Prompt("c")] Task<Fine> FineAsync();
            """,
            "public sealed record Card(Card {|GG0009:Next|}, int A); public sealed record Fine(List<Fine> Parts, string Name);");

    [Theory]
    [InlineData("[JsonDerivedType(typeof(A), \"a\")] public abstract record Base; public sealed record A([property: JsonPropertyName(\"$type\")] string Kind, Base? Next) : Base;")]
    public Task Finds_a_discriminator_that_a_type_which_contains_itself_has_as_a_member(string types)
        => ContractVerifier.VerifyAnswerAsync("Task<A>", types.Replace("Base? Next", "Base? {|GG0009:Next|}", StringComparison.Ordinal));

    [Theory]
    [InlineData("public sealed record Card(string Title, Card? Parent, IReadOnlyList<Card> Cards, Dictionary<string, Card> ByName);")]
    [InlineData("public sealed class Card { public required Card? Next { get; init; } public required List<Card> Cards { get; init; } }")]
    [InlineData("[JsonDerivedType(typeof(A), \"a\"), JsonDerivedType(typeof(B), \"b\")] public abstract record Card; public sealed record A(int C) : Card; public sealed record B(Card? Left, List<Card> Rest) : Card;")]
    [InlineData("public sealed record Card(Part? Part);\npublic sealed record Part(string Name, List<Card> Cards);")]
    [InlineData("public sealed record Card(Tree<int> Numbers, Tree<string?> Texts);\npublic sealed record Tree<T>(T Value, List<Tree<T>> Trees);")]
    [InlineData("public sealed class Card { public int A { get; set; } public List<Part> Parts { get; set; } = new(); }\npublic struct Part { public Card? Card { get; set; } public Part[] Parts { get; set; } }")]
    public Task Does_not_trigger_on_types_that_contain_themselves_and_may_end(string types) => ContractVerifier.VerifyAnswerAsync("Task<Card>", types);

    [Fact]
    public Task Says_what_is_wrong_with_a_type_wherever_it_is_named()
        => ContractVerifier.VerifyMembersAsync(
            "[Prompt(\"a\")] Task<Card> AskAsync();\n[Prompt(\"b\")] {|#2:Task<object>|} TellAsync();\n[Prompt(\"c\")] {|#3:Task<Card>|} AgainAsync();",
            "public sealed record Card(object {|#0:A|}, object {|#1:B|});",
            Refused(0, "Card.A", "'object' tells the API nothing about its shape; declare a record"),
            Refused(1, "Card.B", "'object' tells the API nothing about its shape; declare a record"),
            Refused(2, "object", "'object' tells the API nothing about its shape; declare a record"),
            Refused(3, "Card", "'Card.B' is not supported, as reported there; correct that member"));

    private static DiagnosticResult Refused(int place, string name, string cure)
        => new DiagnosticResult("GG0009", DiagnosticSeverity.Error).WithLocation(place).WithMessage($"'{name}' cannot be part of an answer: {cure}");

    [Theory]
    [InlineData("[Range(5, 1)] int")]
    [InlineData("[Range(5.5, 1)] double")]
    [InlineData("[Range(1, 1, MinimumIsExclusive = true)] double?")]
    [InlineData("[Range(1, 2, MinimumIsExclusive = true, MaximumIsExclusive = true)] int")]
    [InlineData("[Range(300, 400)] byte")]
    [InlineData("[Range(-5, -1)] ulong")]
    [InlineData("[Length(5, 2)] string")]
    [InlineData("[Length(5, 2)] List<int>")]
    [InlineData("[MaxLength(-5)] string")]
    [InlineData("[MinLength(-1)] string")]
    [InlineData("[StringLength(3, MinimumLength = 9)] string")]
    [InlineData("[MinLength(9), MaxLength(3)] string")]
    public Task Triggers_where_no_value_keeps_the_annotations(string member)
        => ContractVerifier.VerifyAnswerAsync("Task<Card>", "public sealed record Card(" + member + " {|GG0009:Some|}, int Other);");

    [Theory]
    [InlineData("[Range(1, 1)] int")]
    [InlineData("[Range(1, 3, MinimumIsExclusive = true, MaximumIsExclusive = true)] int")]
    [InlineData("[Range(-5, 300)] byte")]
    [InlineData("[Range(0, double.MaxValue)] decimal")]
    [InlineData("[Length(2, 2)] string")]
    [InlineData("[MaxLength(0)] string")]
    public Task Does_not_trigger_where_some_value_does(string member)
        => ContractVerifier.VerifyAnswerAsync("Task<Card>", "public sealed record Card(" + member + " Some, int Other);");

    [Theory]
    [InlineData("public sealed record Card(string Title, Kind Kind, IReadOnlyList<string> Topics, DateOnly? Due, Part Inner, Part? Other);\npublic enum Kind { A, B }\npublic readonly record struct Part(int X, int Y);")]
    [InlineData("public sealed class Card { public required string Title { get; init; } [JsonIgnore] public object? Cache { get; set; } public int Length => Title.Length; }")]
    [InlineData("public sealed class Card { public Part A { get; set; } = new(); public Part B { get; set; } = new(); }\npublic sealed class Part { public string Name { get; set; } = \"\"; }")]
    [InlineData("public sealed record Card([property: JsonConverter(typeof(JsonStringEnumConverter))] DayOfWeek Day);")]
    [InlineData("[Flags] public enum Rights { None, Read } public sealed record Card(Dictionary<string, List<Rights>> A, IReadOnlyDictionary<DayOfWeek, int?> B, SortedSet<string> C);")]
    [InlineData("[JsonDerivedType(typeof(A), \"a\"), JsonDerivedType(typeof(C), 2)] public interface Card { } public sealed record A(int B) : Card; public sealed record C(int D) : Card;")]
    [InlineData("public class Base { public int Id { get; set; } }\npublic sealed class Card : Base { public new string Id { get; set; } = \"\"; }")]
    public Task Does_not_trigger(string types) => ContractVerifier.VerifyAnswerAsync("Task<Card>", types);
}

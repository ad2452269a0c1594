using GeminiGen.CodeFixes.Contracts;

namespace GeminiGen.CodeFixes.Tests.Contracts;

/// <summary>Fixes of GG0009.</summary>
public sealed class AnswerTypeRefusedByApiFixerTests
{
    private const string Method = "[Prompt(\"a\")] Task<Card> AskAsync();\n    ";
    private const string Types = "\n    public sealed record Part(Card {|GG0009:Card|}, int B);";

    [Theory]
    [InlineData("public sealed record Card(int A, Card {|GG0009:Next|});", "public sealed record Card(int A, Card? Next);")]
    [InlineData("public sealed class Card { public Card {|GG0009:Next|} { get; set; } public int A { get; set; } }", "public sealed class Card { public Card? Next { get; set; } public int A { get; set; } }")]
    public Task Makes_a_member_nullable(string before, string after)
        => VerifyAsync(before, after, AnswerTypeRefusedByApiFixer.MakeNullableKey);

    [Fact]
    public Task Makes_all_members_of_a_cycle_nullable()
        => VerifyAsync(
            "public sealed record Card(Part {|GG0009:Part|}, Card {|GG0009:Next|});" + Types,
            "public sealed record Card(Part? Part, Card? Next);" + Types.Replace("Card {|GG0009:Card|}", "Card? Card", StringComparison.Ordinal),
            AnswerTypeRefusedByApiFixer.MakeNullableKey);

    [Theory]
    [InlineData("public sealed record Card(System.Collections.Generic.Dictionary<int, string> {|GG0009:Words|});", "public sealed record Card(System.Collections.Generic.Dictionary<string, string> Words);")]
    [InlineData(
        "public sealed class Card { public System.Collections.Generic.IReadOnlyDictionary<System.Guid, int>[]? {|GG0009:Words|} { get; set; } }",
        "public sealed class Card { public System.Collections.Generic.IReadOnlyDictionary<string, int>[]? Words { get; set; } }")]
    [InlineData(
        "public sealed class Card { public System.Collections.Generic.Dictionary<int, int> {|GG0009:Words|} { get; set; } = new(); }",
        "public sealed class Card { public System.Collections.Generic.Dictionary<string, int> Words { get; set; } = new(); }")]
    public Task Makes_texts_the_keys(string before, string after)
        => VerifyAsync(before, after, AnswerTypeRefusedByApiFixer.UseTextKeyKey);

    [Fact]
    public Task Makes_texts_the_keys_of_an_answer()
        => FixVerifier.VerifyAsync<AnswerTypeRefusedByApiFixer>(
            "[Prompt(\"a\")] {|GG0009:Task<System.Collections.Generic.Dictionary<int, string>>|} AskAsync();",
            "[Prompt(\"a\")] Task<System.Collections.Generic.Dictionary<string, string>> AskAsync();",
            AnswerTypeRefusedByApiFixer.UseTextKeyKey);

    [Theory]
    [InlineData(
        "public sealed class Card { [System.Text.Json.Serialization.JsonConverter(typeof(Own))] public int {|GG0009:A|} { get; set; } }",
        "public sealed class Card { public int A { get; set; } }")]
    [InlineData(
        "public sealed record Card([property: System.Text.Json.Serialization.JsonConverter(typeof(Own))] int {|GG0009:A|}, int B);",
        "public sealed record Card(int A, int B);")]
    public Task Removes_a_converter(string before, string after)
        => VerifyAsync(before + Converter, after + Converter, AnswerTypeRefusedByApiFixer.RemoveConverterKey);

    [Theory]
    [InlineData("public sealed record Card(object {|GG0009:Next|});")]
    [InlineData("public sealed record Card(int A, [property: System.Text.Json.Serialization.JsonRequired] Card? {|GG0009:Next|});")]
    [InlineData("public sealed class Card { public System.Collections.Generic.Dictionary<int, int> {|GG0009:Words|} { get; set; } = new System.Collections.Generic.Dictionary<int, int>(); }")]
    [InlineData("public sealed record Card(System.Collections.Generic.Dictionary<string, System.Collections.Generic.Dictionary<int, int>> {|GG0009:Words|});")]
    public Task Offers_nothing_where_it_takes_more(string types)
        => FixVerifier.VerifyNotOfferedAsync<AnswerTypeRefusedByApiFixer>(Method + types);

    private const string Converter =
        " public sealed class Own : System.Text.Json.Serialization.JsonConverter<int> { " +
        "public override int Read(ref System.Text.Json.Utf8JsonReader r, System.Type t, System.Text.Json.JsonSerializerOptions o) => 1; " +
        "public override void Write(System.Text.Json.Utf8JsonWriter w, int v, System.Text.Json.JsonSerializerOptions o) { } }";

    private static Task VerifyAsync(string before, string after, string key)
        => FixVerifier.VerifyAsync<AnswerTypeRefusedByApiFixer>(Method + before, Method + after, key);
}

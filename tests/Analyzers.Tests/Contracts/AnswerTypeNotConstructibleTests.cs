namespace GeminiGen.Analyzers.Tests.Contracts;

/// <summary>GG0010.</summary>
public sealed class AnswerTypeNotConstructibleTests
{
    [Theory]
    [InlineData("public interface Card { string Name { get; set; } }")]
    [InlineData("public abstract record Card(string Name);")]
    [InlineData("public sealed class Card { private Card() { } public string Name { get; set; } = \"\"; }")]
    [InlineData("public sealed class Card { public Card(string name) { } public Card(int name) { } public string Name { get; set; } = \"\"; }")]
    [InlineData("public sealed class Card { public Card(string other) { } public string Name { get; set; } = \"\"; }")]
    [InlineData("public sealed class Card { public Card(object name) { } public string Name { get; set; } = \"\"; }")]
    [InlineData("[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)] public sealed class Card { public string Name { get; set; } = \"\"; [JsonExtensionData] public Dictionary<string, object>? More { get; set; } }")]
    public Task Triggers_on_the_return_type(string types) => ContractVerifier.VerifyAnswerAsync("{|GG0010:Task<Card>|}", types);

    [Theory]
    [InlineData("public sealed class Card { public string Name { get; set; } = \"\"; public List<string> {|GG0010:Tags|} { get; } = new(); }")]
    [InlineData("public sealed class Card { public string Name { get; set; } = \"\"; public string {|GG0010:Other|} { get; private set; } = \"\"; }")]
    [InlineData("public sealed class Card { public required string {|GG0010:Field|}; public string Name { get; set; } = \"\"; }")]
    [InlineData("public sealed class Card { public string {|GG0010:Field|} = \"\"; public string Name { get; set; } = \"\"; }")]
    [InlineData("public struct Card { public int {|GG0010:X|}, {|GG0010:Y|}; }")]
    [InlineData("public class Base { public int {|GG0010:Id|}; } public sealed class Card : Base { public string Name { get; set; } = \"\"; }")]
    [InlineData("public sealed class Card { public string Name { get; set; } = \"\"; [JsonIgnore] public required string {|GG0010:Other|} { get; set; } }")]
    [InlineData("public sealed class Card { public string Name { get; set; } = \"\"; public IPart {|GG0010:Other|} { get; set; } = null!; }\npublic interface IPart { }")]
    public Task Triggers_on_the_property(string types) => ContractVerifier.VerifyAnswerAsync("Task<Card>", types);

    [Theory]
    [InlineData("public sealed record Card(string Name, int Pages = 1);")]
    [InlineData("internal sealed class Hidden { } public sealed class Card { internal Card() { } public string Name { get; set; } = \"\"; }")]
    [InlineData("public sealed class Card { public Card(int a) { } [JsonConstructor] public Card(string name) => Name = name; public string Name { get; } }")]
    [InlineData("public sealed class Card { public Card(string name, bool extra = false) => Name = name; public string Name { get; } }")]
    [InlineData("public readonly struct Card { public Card(string name) => Name = name; public string Name { get; } }")]
    [InlineData("public struct Card { public string Name { get; set; } }")]
    [InlineData("public sealed class Card { public const int Most = 3; public static int Count; private int _id; [JsonIgnore] public int Cache; public int Id { get => _id; set => _id = value; } }")]
    [InlineData("public sealed class Card { public required string Name { get; init; } public string Upper => Name.ToUpperInvariant(); }")]
    [InlineData("public sealed class Card { [System.Diagnostics.CodeAnalysis.SetsRequiredMembers] public Card(string name) => Name = name; public required string Name { get; init; } }")]
    public Task Does_not_trigger(string types) => ContractVerifier.VerifyAnswerAsync("Task<Card>", types);
}

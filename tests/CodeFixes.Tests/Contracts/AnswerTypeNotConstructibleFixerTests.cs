using GeminiGen.CodeFixes.Contracts;

namespace GeminiGen.CodeFixes.Tests.Contracts;

/// <summary>Fixes of GG0010.</summary>
public sealed class AnswerTypeNotConstructibleFixerTests
{
    private const string Method = "[Prompt(\"a\")] Task<Card> AskAsync();\n    ";

    [Theory]
    [InlineData("public string {|GG0010:Name|} = \"\";", "public string Name { get; set; } = \"\";")]
    [InlineData("public required int {|GG0010:Count|};", "public required int Count { get; set; }")]
    [InlineData("public readonly int {|GG0010:Count|};", "public int Count { get; init; }")]
    public Task Makes_a_property(string field, string property)
        => FixVerifier.VerifyAsync<AnswerTypeNotConstructibleFixer>(Wrap(field), Wrap(property), AnswerTypeNotConstructibleFixer.MakePropertyKey);

    [Fact]
    public Task Adds_init()
        => FixVerifier.VerifyAsync<AnswerTypeNotConstructibleFixer>(
            Wrap("public string {|GG0010:Name|} { get; } = \"\";"), Wrap("public string Name { get; init; } = \"\";"), AnswerTypeNotConstructibleFixer.AddInitKey);

    [Theory]
    [InlineData("public int {|GG0010:X|}, {|GG0010:Y|};")]
    [InlineData("public string {|GG0010:Name|} { get; private set; } = \"\";")]
    public Task Offers_nothing_where_it_takes_more(string member)
        => FixVerifier.VerifyNotOfferedAsync<AnswerTypeNotConstructibleFixer>(Wrap(member));

    private static string Wrap(string member) => Method + "public sealed class Card { public int Id { get; set; } " + member + " }";
}

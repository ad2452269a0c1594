namespace GeminiGen.Analyzers.Tests.Contracts;

/// <summary>GG0012.</summary>
public sealed class ConflictingAttributesTests
{
    [Theory]
    [InlineData("[Prompt(\"a\"), Generation(Thinking = ThinkingLevel.Low, {|GG0012:ThinkingBudget = 100|})] Task<string> AskAsync();")]
    [InlineData("[Prompt(\"{a}\")] Task<string> AskAsync([{|GG0012:NotInPrompt|}] string a);")]
    [InlineData("[Prompt(\"a\")] Task<string> AskAsync([{|GG0012:NotInPrompt|}] CancellationToken token);")]
    [InlineData("[{|GG0012:Prompt(\"a\")|}] Task<string> AskAsync() => Task.FromResult(\"\");")]
    public Task Triggers(string member) => ContractVerifier.VerifyMembersAsync(member);

    [Theory]
    [InlineData("public enum Card { [{|GG0012:System.Runtime.Serialization.EnumMember(Value = \"first\")|}] First }")]
    [InlineData("public enum Card { [{|GG0012:System.Runtime.Serialization.EnumMember(Value = \"a\")|}, JsonStringEnumMemberName(\"b\")] First }")]
    [InlineData("public enum Card { [System.Runtime.Serialization.EnumMember(Value = \"a\"), JsonStringEnumMemberName(\"a\")] First, [System.Runtime.Serialization.EnumMember] Second }")]
    public Task Triggers_on_names_of_other_serializers(string types) => ContractVerifier.VerifyAnswerAsync("Task<Card>", types);

    [Fact]
    public Task Triggers_once_on_the_contract()
        => ContractVerifier.VerifyAsync(
            """
            [GeminiPrompts, Generation(Thinking = ThinkingLevel.Low, {|GG0012:ThinkingBudget = 100|})]
            public interface IDesk { [Prompt("a")] Task<string> AskAsync(); [Prompt("b")] Task<string> TellAsync(); }
            """);

    [Fact]
    public Task Does_not_trigger_where_a_method_overrides_the_contract()
        => ContractVerifier.VerifyAsync(
            """
            [GeminiPrompts, Generation(Thinking = ThinkingLevel.Low)]
            public interface IDesk { [Prompt("a"), Generation(ThinkingBudget = 100)] Task<string> AskAsync([NotInPrompt] string tag); }
            """);
}

namespace GeminiGen.Analyzers.Tests.Contracts;

/// <summary>GG0006.</summary>
public sealed class UnusedParameterTests
{
    [Theory]
    [InlineData("[Prompt(\"a\")] Task<string> AskAsync(string {|GG0006:question|});")]
    [InlineData("[Prompt(\"{a}\")] Task<string> AskAsync(string a, int {|GG0006:b|}, object {|GG0006:c|});")]
    public Task Triggers_on_the_name(string member) => ContractVerifier.VerifyMembersAsync(member);

    [Theory]
    [InlineData("[Prompt(\"{a}\")] Task<string> AskAsync(string a, CancellationToken token = default);")]
    [InlineData("[Prompt(\"b\"), SystemInstruction(\"{a}\")] Task<string> AskAsync(string a);")]
    [InlineData("[Prompt(\"b\")] Task<string> AskAsync([NotInPrompt] string a);")]
    [InlineData("Task<string> AskAsync(string a) => Task.FromResult(a);")]
    [InlineData("[Prompt(\"{{|GG0005:nam|}}\")] Task<string> AskAsync(string name);")]
    public Task Does_not_trigger(string member) => ContractVerifier.VerifyMembersAsync(member);

    [Fact]
    public Task Does_not_trigger_where_the_contracts_instruction_names_it()
        => ContractVerifier.VerifyAsync(
            "[GeminiPrompts, SystemInstruction(\"Answer in {language}\")] public interface IDesk { [Prompt(\"a\")] Task<string> AskAsync(string language); }");
}

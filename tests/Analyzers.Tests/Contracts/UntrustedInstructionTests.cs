namespace GeminiGen.Analyzers.Tests.Contracts;

/// <summary>GG0016.</summary>
public sealed class UntrustedInstructionTests
{
    [Theory]
    [InlineData("[Prompt(\"a\"), SystemInstruction(\"You read \\\"{{|GG0016:mail|}}\\\".\")] Task<string> AskAsync([Untrusted] string mail);")]
    [InlineData("[Prompt(\"{mail}\"), SystemInstruction(\"{{|GG0016:mail.Length|}}\")] Task<string> AskAsync([Untrusted] string mail);")]
    [InlineData("[Prompt(\"a\"), SystemInstruction(\"{#each mails as mail}{{|GG0016:mail|}}{/each}\")] Task<string> AskAsync([Untrusted] List<string> mails);")]
    [InlineData("[Prompt(\"a\"), SystemInstruction(\"{#each mails as mail}{#each mail as c}{{|GG0016:c|}}{/each}{/each}\")] Task<string> AskAsync([Untrusted] char[][] mails);")]
    public Task Triggers(string member) => ContractVerifier.VerifyMembersAsync(member);

    [Fact]
    public Task Triggers_in_the_contracts_instruction()
        => ContractVerifier.VerifyAsync(
            """
            [GeminiPrompts, SystemInstruction("For {{|GG0016:name|}}")]
            public interface IDesk { [Prompt("a")] Task<string> AskAsync([Untrusted] string name); }
            """);

    [Theory]
    [InlineData("[Prompt(\"{mail}\"), SystemInstruction(\"You read mail for {reader}.\")] Task<string> AskAsync([Untrusted] string mail, string reader);")]
    [InlineData("[Prompt(\"{mail}\"), SystemInstruction(\"{#if mail}There is mail.{/if}\")] Task<string> AskAsync([Untrusted] string mail);")]
    [InlineData("[Prompt(\"a\"), SystemInstruction(\"{#each mails as mail}{@number}{/each}\")] Task<string> AskAsync([Untrusted] List<string> mails);")]
    public Task Does_not_trigger(string member) => ContractVerifier.VerifyMembersAsync(member);
}

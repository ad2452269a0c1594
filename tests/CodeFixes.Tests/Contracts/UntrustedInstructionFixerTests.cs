using GeminiGen.CodeFixes.Contracts;

namespace GeminiGen.CodeFixes.Tests.Contracts;

/// <summary>Fixes of GG0016.</summary>
public sealed class UntrustedInstructionFixerTests
{
    [Theory]
    [InlineData("\"Help {{|GG0016:a|}}.\"", "\"Ask.\"", "\"Help.\"", "\"Ask. {a}\"")]
    [InlineData("\"You help: {{|GG0016:a|},5}!\"", "\"\"\"Ask.\"\"\"", "\"You help:!\"", "\"\"\"Ask. {a,5}\"\"\"")]
    [InlineData("\"Help {{|GG0016:a|}} now, {{|GG0016:b|}}.\"", "\"Ask.\"", "\"Help now,.\"", "\"Ask. {a} {b}\"")]
    [InlineData("\"Help {{|GG0016:a|}} now.\"", "\"Ask {a}.\"", "\"Help now.\"", "\"Ask {a}.\"")]
    public Task Moves_the_placeholder_to_the_prompt(string instruction, string prompt, string repairedInstruction, string repairedPrompt)
        => FixVerifier.VerifyAsync<UntrustedInstructionFixer>(
            Member(instruction, prompt), Member(repairedInstruction, repairedPrompt), UntrustedInstructionFixer.MoveKey);

    [Theory]
    [InlineData("\"{{|GG0016:a|}}\"", "\"Ask.\"")]
    [InlineData("\"Help. {#if a}{{|GG0016:a|}}{/if}\"", "\"Ask.\"")]
    [InlineData("\"Help {{|GG0016:a|}}.\"", "Texts.Intro")]
    [InlineData("{|GG0016:Texts.Help|}", "\"Ask.\"")]
    public Task Is_not_offered(string instruction, string prompt) => FixVerifier.VerifyNotOfferedAsync<UntrustedInstructionFixer>(Member(instruction, prompt));

    private static string Member(string instruction, string prompt)
        => $"[Prompt({prompt})] [SystemInstruction({instruction})] Task<string> AskAsync([Untrusted] string a{(instruction.Contains("b|}", StringComparison.Ordinal) || prompt.Contains("{b}", StringComparison.Ordinal) ? ", [Untrusted] string b" : "")});";
}

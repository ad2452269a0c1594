using GeminiGen.CodeFixes.Contracts;

namespace GeminiGen.CodeFixes.Tests.Contracts;

/// <summary>Fixes of GG0012.</summary>
public sealed class ConflictingAttributesFixerTests
{
    [Theory]
    [InlineData(
        "[Prompt(\"a\"), Generation(Thinking = ThinkingLevel.Low, {|GG0012:ThinkingBudget = 100|})] Task<string> AskAsync();",
        "[Prompt(\"a\"), Generation(Thinking = ThinkingLevel.Low)] Task<string> AskAsync();")]
    [InlineData(
        "[Prompt(\"{a}\")] Task<string> AskAsync([{|GG0012:NotInPrompt|}] string a);",
        "[Prompt(\"{a}\")] Task<string> AskAsync(string a);")]
    [InlineData(
        "// Why.\n    [{|GG0012:Prompt(\"a\")|}] Task<string> AskAsync() => Task.FromResult(\"\");",
        "// Why.\n    Task<string> AskAsync() => Task.FromResult(\"\");")]
    [InlineData(
        "[{|GG0012:Prompt(\"a\")|}, Timeout(Seconds = 3)] Task<string> AskAsync() => Task.FromResult(\"\");",
        "[Timeout(Seconds = 3)] Task<string> AskAsync() => Task.FromResult(\"\");")]
    public Task Removes_what_has_no_effect(string members, string repaired)
        => FixVerifier.VerifyAsync<ConflictingAttributesFixer>(members, repaired, ConflictingAttributesFixer.RemoveKey);

    [Fact]
    public Task Names_the_enum_member_for_json()
        => FixVerifier.VerifyAsync<ConflictingAttributesFixer>(
            "[Prompt(\"a\")] Task<Kind> AskAsync();\n    public enum Kind { [{|GG0012:System.Runtime.Serialization.EnumMember(Value = \"first\")|}] First }",
            "[Prompt(\"a\")] Task<Kind> AskAsync();\n    public enum Kind { [System.Text.Json.Serialization.JsonStringEnumMemberName(\"first\")] First }",
            ConflictingAttributesFixer.RenameKey);
}

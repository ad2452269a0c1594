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
    [InlineData(
        "[Prompt(\"a\")] [{|GG0012:Repair|}, {|GG0012:Include(Thoughts = true)|}] Task<string> AskAsync();\n\n    // One.\n    [{|GG0012:Repair|}]\n    [Prompt(\"b\")] Task<string> TellAsync();",
        "[Prompt(\"a\")] Task<string> AskAsync();\n\n    // One.\n    [Prompt(\"b\")] Task<string> TellAsync();")]
    [InlineData(
        "[Prompt(\"a\"), {|GG0012:Model(\"\")|}, {|GG0012:Example|}] Task<string> AskAsync();",
        "[Prompt(\"a\")] Task<string> AskAsync();")]
    [InlineData(
        "[Embed, {|GG0012:Generation(TopK = 1)|}] Task<float[]> AskAsync(string text);",
        "[Embed] Task<float[]> AskAsync(string text);")]
    public Task Removes_what_has_no_effect(string members, string repaired)
        => FixVerifier.VerifyAsync<ConflictingAttributesFixer>(members, repaired, ConflictingAttributesFixer.RemoveKey);

    [Fact]
    public Task Names_the_enum_member_for_json()
        => FixVerifier.VerifyAsync<ConflictingAttributesFixer>(
            "[Prompt(\"a\")] Task<Kind> AskAsync();\n    public enum Kind { [{|GG0012:System.Runtime.Serialization.EnumMember(Value = \"first\")|}] First }",
            "[Prompt(\"a\")] Task<Kind> AskAsync();\n    public enum Kind { [System.Text.Json.Serialization.JsonStringEnumMemberName(\"first\")] First }",
            ConflictingAttributesFixer.RenameKey);

    [Fact]
    public Task Removes_an_approval_without_functions()
        => FixVerifier.VerifyAsync<ConflictingAttributesFixer>(
            "[Prompt(\"a\")] Task<string> AskAsync(ToolApproval {|GG0012:approval|}, CancellationToken token);",
            "[Prompt(\"a\")] Task<string> AskAsync(CancellationToken token);",
            ConflictingAttributesFixer.RemoveParameterKey);

    [Theory]
    [InlineData("[Prompt(\"a\")] Task<Card> AskAsync();\n    public sealed record Card([{|GG0012:System.ComponentModel.DataAnnotations.EmailAddress|}] string Mail);")]
    [InlineData("[Prompt(\"a\")] Task<string> AskAsync(ToolApproval {|GG0012:approval|});\n    [Prompt(\"b\")] Task<string> AskAsync();")]
    [InlineData("[Prompt(\"a\")] Task<string> AskAsync(ToolApproval {|GG0012:approval|});\n    class Fake : IDesk { public Task<string> AskAsync(ToolApproval approval) => Task.FromResult(\"\"); }")]
    public Task Removes_nothing_that_others_may_use(string members) => FixVerifier.VerifyNotOfferedAsync<ConflictingAttributesFixer>(members);
}

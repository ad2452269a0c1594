using GeminiGen.CodeFixes.Contracts;

namespace GeminiGen.CodeFixes.Tests.Contracts;

/// <summary>Fixes of GG0007.</summary>
public sealed class TemplateSyntaxErrorFixerTests
{
    [Theory]
    [InlineData("a {|GG0007:{|} b", "a {{ b")]
    [InlineData("a {|GG0007:}|} b", "a }} b")]
    public Task Doubles_a_lone_brace(string template, string repaired)
        => FixVerifier.VerifyAsync<TemplateSyntaxErrorFixer>(
            $"[Prompt(\"{template}\")] Task<string> AskAsync();", $"[Prompt(\"{repaired}\")] Task<string> AskAsync();", TemplateSyntaxErrorFixer.ReplaceKey);

    [Theory]
    [InlineData("\"a {|GG0007:{}|} b\"")]
    [InlineData("\"a {{|GG0007: |}b }\"")]
    [InlineData("{|GG0007:\"\"|}")]
    public Task Offers_nothing_where_it_would_be_a_guess(string argument)
        => FixVerifier.VerifyNotOfferedAsync<TemplateSyntaxErrorFixer>($"[Prompt({argument})] Task<string> AskAsync();");

    [Theory]
    [InlineData("Say {{|GG0007: |}what}.", "Say {what}.")]
    [InlineData("Say {what{|GG0007: |}} {what{|GG0007: |}}.", "Say {what} {what}.")]
    [InlineData("Say {what{|GG0007::|}}.", "Say {what}.")]
    [InlineData("Say {what} {what.{|GG0007:Lenght|}}.", "Say {what} {what.Length}.")]
    public Task Repairs_what_is_obvious(string prompt, string repaired)
        => FixVerifier.VerifyAsync<TemplateSyntaxErrorFixer>(
            $"[Prompt(\"{prompt}\")] Task<string> AskAsync(string what);", $"[Prompt(\"{repaired}\")] Task<string> AskAsync(string what);", TemplateSyntaxErrorFixer.ReplaceKey);
}

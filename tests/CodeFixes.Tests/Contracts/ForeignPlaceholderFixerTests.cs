using GeminiGen.CodeFixes.Contracts;

namespace GeminiGen.CodeFixes.Tests.Contracts;

/// <summary>Fixes of GG0018.</summary>
public sealed class ForeignPlaceholderFixerTests
{
    [Theory]
    [InlineData("\"Say {|GG0018:{{ what }}|} and {|GG0018:{{$what}}|}.\"", "\"Say {what} and {what}.\"")]
    [InlineData("\"\"\"Say {|GG0018:${what}|}, \"{|GG0018:${what}|}\".\"\"\"", "\"\"\"Say {what}, \"{what}\".\"\"\"")]
    [InlineData("\"Say {|GG0018:${what}|} to {|GG0018:${whom}|} for ${price}.\"", "\"Say {what} to {whom} for ${price}.\"")]
    [InlineData("@\"Say {|GG0018:{{what.Length}}|}.\"", "@\"Say {what.Length}.\"")]
    public Task Converts(string prompt, string repaired)
        => FixVerifier.VerifyAsync<ForeignPlaceholderFixer>(
            Method(prompt), Method(repaired), ForeignPlaceholderFixer.ConvertKey);

    private static string Method(string prompt)
        => $"[Prompt({prompt})] Task<string> AskAsync(string what{(prompt.Contains("whom", StringComparison.Ordinal) ? ", string whom, decimal price" : "")});";

    [Theory]
    [InlineData("{|GG0018:Texts.Foreign|}")]
    [InlineData("\"Say {|GG0018:\\u007b{what}}|}.\"")]
    public Task Is_not_offered_where_the_text_is_spelled_otherwise(string prompt)
        => FixVerifier.VerifyNotOfferedAsync<ForeignPlaceholderFixer>($"[Prompt({prompt})] Task<string> AskAsync(string what);");
}

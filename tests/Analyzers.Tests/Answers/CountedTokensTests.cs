namespace GeminiGen.Analyzers.Tests.Answers;

/// <summary>GG4009: tokens counted as words, or as a share of the characters.</summary>
public sealed class CountedTokensTests
{
    private const string Send = "Task Ask(HttpContent c) => Http.PostAsync(\"URL\", c); ";

    [Theory]
    [InlineData("void M(string prompt) { int tokens = {|GG4009:prompt.Split(' ').Length|}; Console.WriteLine(tokens); }")]
    [InlineData("int CountTokens(string text) => {|GG4009:text.Split(' ', StringSplitOptions.RemoveEmptyEntries).Length|};")]
    [InlineData("int EstimateTokens(string text) { return {|GG4009:text.Length / 4|}; }")]
    [InlineData("void M(string prompt, int maxTokens) { if ({|GG4009:prompt.Split(new[] { ' ', '\\n' }).Length|} > maxTokens) { throw new InvalidOperationException(); } }")]
    [InlineData("void M(string prompt) { var words = prompt.Split(' '); var tokenCount = {|GG4009:words.Length|} * 2; Console.WriteLine(tokenCount); }")]
    [InlineData("void M(string prompt) { var estimatedTokens = (int)Math.Ceiling({|GG4009:prompt.Length / 4.0|}); Console.WriteLine(estimatedTokens); }")]
    [InlineData("int Tokens(string text) => (int)({|GG4009:text.Split().Count()|} * 1.3);")]
    public async Task Triggers_where_tokens_are_meant(string members) => await RequestVerifier.VerifyAsync("GG4009", Send + members);

    [Theory]
    [InlineData(Send + "int Words(string text) => text.Split(' ').Length;")]
    [InlineData(Send + "void M(string line) { var tokens = line.Split(' '); if (tokens.Length < 2) { return; } Console.WriteLine(tokens[1]); }")]
    [InlineData(Send + "int M(byte[] tokens) => tokens.Length / 4;")]
    [InlineData(Send + "int Tokens(string text) => text.Split(',').Length;")]
    [InlineData(Send + "int Tokens(string text) => text.Length / 100;")]
    [InlineData("int CountTokens(string text) => text.Split(' ').Length;")]
    public async Task Is_silent_elsewhere(string members) => await RequestVerifier.VerifyAsync("GG4009", members);
}

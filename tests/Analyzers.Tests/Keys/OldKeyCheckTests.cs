using GeminiGen.Analyzers.Rules;
using GeminiGen.TestHarness;

namespace GeminiGen.Analyzers.Tests.Keys;

/// <summary>GG1011. In the sources, <c>OLD</c> stands for the older prefix.</summary>
public sealed class OldKeyCheckTests
{
    [Theory]
    [InlineData("bool M(string apiKey) => {|GG1011:apiKey.StartsWith(\"OLD\")|};")]
    [InlineData("bool M(string apiKey) => {|GG1011:apiKey.StartsWith(\"OLDSy\", System.StringComparison.Ordinal)|};")]
    [InlineData("bool M(string key) => !{|GG1011:key.Trim().StartsWith(\"OLD\")|};")]
    [InlineData("bool M(string apiKey) => apiKey[..4] == {|GG1011:\"OLD\"|};")]
    [InlineData("bool M(string apiKey) => apiKey.Substring(0, 4) is {|GG1011:\"OLD\"|};")]
    [InlineData("bool M(string apiKey) => {|GG1011:apiKey.Length == 39|};")]
    [InlineData("bool M(string apiKey) => {|GG1011:apiKey.Length != 39|};")]
    [InlineData("bool M(string apiKey) => {|GG1011:apiKey.Length is not 39|};")]
    [InlineData("bool M(string apiKey) => System.Text.RegularExpressions.Regex.IsMatch(apiKey, {|GG1011:\"^OLD[0-9A-Za-z_-]{35}$\"|});")]
    // Helpers that are handed a key, named for keys, or test for both.
    [InlineData("bool M(string apiKey) => V(apiKey); bool V(string k) => {|GG1011:k.StartsWith(\"OLD\")|};")]
    [InlineData("bool V(string k) => {|GG1011:k.StartsWith(\"OLD\")|} && {|GG1011:k.Length == 39|};")]
    [InlineData("static bool IsApiKey(string value) => {|GG1011:value.Length == 39|};")]
    [InlineData("[System.ComponentModel.DataAnnotations.RegularExpression({|GG1011:\"^OLD.{35}$\"|})] public string ApiKey { get; set; } = \"\";")]
    public async Task Triggers_near_gemini(string member)
    {
        await VerifyAsync("class GeminiCheck { " + member + " }");
        await VerifyAsync(WithoutMarkup("class MapsCheck { " + member + " }"));
        await VerifyAsync(WithoutMarkup("class GeminiCheck { " + member + " string Newer = \"AQ.\"; }"));
    }

    [Fact]
    public async Task Triggers_in_a_helper_that_is_handed_what_was_read()
        => await VerifyAsync("class C { bool M() { return V(System.Environment.GetEnvironmentVariable(\"GEMINI_API_KEY\")!); bool V(string k) => {|GG1011:k.StartsWith(\"OLD\")|}; } }");

    [Theory]
    [InlineData("bool M(string apiKey) => apiKey.StartsWith(\"OLD\") || apiKey.StartsWith(\"AQ.\");")]
    [InlineData("bool M(string apiKey) => apiKey.Length > 0;")]
    [InlineData("bool M(string apiKey) => apiKey.Length < 39;")]
    [InlineData("bool M(string text) => text.StartsWith(\"OLD\");")]
    [InlineData("bool M(int[] values) => values.Length == 39;")]
    [InlineData("bool M(string text) => System.Text.RegularExpressions.Regex.IsMatch(text, \"OLD[0-9A-Za-z_-]{35}\");")]
    [InlineData("bool M(string apiKey, string text) => V(apiKey, text); bool V(string k, string text) => text.StartsWith(\"OLD\");")]
    [InlineData("bool V(string k, string text) => k.StartsWith(\"OLD\") && text.Length == 39;")]
    [InlineData("string Hint = \"OLD...\";")]
    public async Task Does_not_trigger_elsewhere(string member) => await VerifyAsync("class GeminiCheck { " + member + " }");

    private static string WithoutMarkup(string source) => source.Replace("{|GG1011:", "").Replace("|}", "");

    private static Task VerifyAsync(string source) => AnalyzerVerifier.VerifyAsync<KeyAnalyzer>(source.Replace("OLD", TestKeys.StandardPrefix));
}

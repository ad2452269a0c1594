using GeminiGen.Analyzers.Rules;
using GeminiGen.TestHarness;

namespace GeminiGen.Analyzers.Tests.Keys;

/// <summary>GG1007. In the sources, <c>KEY</c> stands for a key that is put in at run time.</summary>
public sealed class FallbackKeyTests
{
    public static TheoryData<string> Fallbacks =>
    [
        "class C { string M(string? k) => k ?? {|GG1007:\"KEY\"|}; }",
        "class C { string M(string? k) => k ?? ({|GG1007:\"KEY\"|}); }",
        "class C { string? _k; void M() { _k ??= {|GG1007:\"KEY\"|}; } }",
        "class C { string M(bool b) => b ? {|GG1007:\"KEY\"|} : \"\"; }",
        "class C { string M(bool b) => b ? \"\" : {|GG1007:\"KEY\"|}; }",
        "class C { string M(int i) => i switch { 1 => \"\", _ => {|GG1007:\"KEY\"|} }; }",
        "class C { void M(string k = {|GG1007:\"KEY\"|}) { } }",
        "class C { string M(string? k) => k ?? {|GG1007:\"HEAD\" + \"TAIL\"|}; }",
        "class C { string M(string? k) => k ?? $\"{|GG1007:KEY|}\"; }",
        "class C { string K = System.Environment.GetEnvironmentVariable(\"GEMINI_API_VAR\") ?? {|GG1007:\"KEY\"|}; }",
    ];

    [Theory]
    [MemberData(nameof(Fallbacks))]
    public async Task Triggers_where_a_key_stands_in_for_another(string source)
    {
        await VerifyAsync(source, TestKeys.Auth);
        await VerifyAsync(source + " class GeminiThing { }", TestKeys.Standard);
        await VerifyAsync(source, FamilyKeys.Create(KeyFamilies.All.Single(static family => family.Prefix == "gsk_"), 4));
        await VerifyAsync(source.Replace("GG1007", "GG1005").Replace("GEMINI_API_VAR", "API_VAR"), TestKeys.Standard);
    }

    [Theory]
    [InlineData("class C { string M(string? k) => k ?? throw new System.InvalidOperationException(\"no key\"); }")]
    [InlineData("class C { string M(string? k) => k ?? \"\"; }")]
    [InlineData("class C { string M(string? k) => k ?? \"your-api-key\"; }")]
    [InlineData("class C { void M(string k = \"\") { } }")]
    [InlineData("class C { string M(string? k) => {|GG1001:\"KEY\"|} ?? k; }")]
    [InlineData("class C { bool M(string k) => k == {|GG1001:\"KEY\"|} ? true : false; }")]
    public async Task Does_not_trigger_elsewhere(string source) => await VerifyAsync(source, TestKeys.Auth);

    // Keys without a shape, known by what they stand in for.
    [Theory]
    [InlineData("string K = System.Environment.GetEnvironmentVariable(\"GEMINI_API_VAR\") ?? {|GG1007:\"OPAQUE\"|};")]
    [InlineData("string M() { var k = System.Environment.GetEnvironmentVariable(\"MISTRAL_API_VAR\"); return k ?? {|GG1007:\"OPAQUE\"|}; }")]
    [InlineData("string M() { var k = System.Environment.GetEnvironmentVariable(\"MISTRAL_API_VAR\"); k ??= {|GG1007:\"OPAQUE\"|}; return k; }")]
    [InlineData("string M(Microsoft.Extensions.Configuration.IConfiguration c) => c[\"Gemini:ApiKey\"] ?? {|GG1007:\"OPAQUE\"|};")]
    [InlineData("string M(Microsoft.Extensions.Configuration.IConfiguration c) { var k = c[\"Gemini:ApiKey\"]; return string.IsNullOrEmpty(k) ? {|GG1007:\"OPAQUE\"|} : k; }")]
    [InlineData("string M(bool b) { var geminiApiKey = b ? \"\" : {|GG1007:\"OPAQUE\"|}; return geminiApiKey; }")]
    [InlineData("string? _geminiApiKey; void M() => _geminiApiKey ??= {|GG1007:\"OPAQUE\"|};")]
    [InlineData("void M(string geminiApiKey = {|GG1007:\"OPAQUE\"|}) { }")]
    [InlineData("string K = System.Environment.GetEnvironmentVariable(\"BUILD_ID\") ?? \"OPAQUE\";")]
    [InlineData("string K = System.Environment.GetEnvironmentVariable(\"GEMINI_MODEL\") ?? \"OPAQUE\";")]
    [InlineData("string K = System.Environment.GetEnvironmentVariable(\"GEMINI_API_VAR\") ?? \"no-key-is-configured-on-this-machine\";")]
    [InlineData("string K = System.Environment.GetEnvironmentVariable(\"GEMINI_API_VAR\") ?? \"3F2504E0-4F89-11D3-9A0C-0305E82C3301\";")]
    [InlineData("string M(string? id) => id ?? \"OPAQUE\";")]
    public async Task Triggers_on_a_key_without_a_shape_in_place_of_a_models(string member)
        => await AnalyzerVerifier.VerifyAsync<KeyAnalyzer>(("class C { " + member + " }").Replace("OPAQUE", "7h" + TestKeys.Random(31, 38) + "Q2").Replace("_VAR", "_KEY"));

    private static Task VerifyAsync(string source, string key)
        => AnalyzerVerifier.VerifyAsync<KeyAnalyzer>(source.Replace("KEY", key).Replace("HEAD", key[..9]).Replace("TAIL", key[9..]));
}

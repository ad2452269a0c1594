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

    private static Task VerifyAsync(string source, string key)
        => AnalyzerVerifier.VerifyAsync<KeyAnalyzer>(source.Replace("KEY", key).Replace("HEAD", key[..9]).Replace("TAIL", key[9..]));
}

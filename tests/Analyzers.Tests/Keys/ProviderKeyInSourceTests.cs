using GeminiGen.Analyzers.Rules;
using GeminiGen.TestHarness;
using Microsoft.CodeAnalysis.Testing;

namespace GeminiGen.Analyzers.Tests.Keys;

/// <summary>GG1002. In the sources, <c>KEY</c> stands for a key that is put in at run time.</summary>
public sealed class ProviderKeyInSourceTests
{
    private static readonly string Armoured = $"-----BEGIN {"PRIVATE"} KEY-----\\n{TestKeys.Random(8, 64)}\\n{TestKeys.Random(9, 64)}\\n-----END {"PRIVATE"} KEY-----\\n";

    [Fact]
    public async Task The_private_key_of_a_service_account_is_one()
        => await AnalyzerVerifier.VerifyAsync<KeyAnalyzer>("class C { const string Account = {|GG1002:\"\"\"{ \"type\": \"service_account\", \"private_key\": \"PEM\" }\"\"\"|}; }".Replace("PEM", Armoured, StringComparison.Ordinal));

    [Theory]
    // A certificate's key of any other owner, a placeholder, a key that the text does not hold.
    [InlineData("class C { const string Key = \"PEM\"; }")]
    [InlineData("class C { const string Account = \"\"\"{ \"type\": \"service_account\", \"private_key\": \"-----BEGIN PRIVATE KEY-----\\n...\\n-----END PRIVATE KEY-----\\n\", \"client_email\": \"robot@project.iam.gserviceaccount.com and more to make the text long enough to look at it with care, as is done\" }\"\"\"; }")]
    [InlineData("class C { const string Sign = \"private_key_id\"; const string Header = \"-----BEGIN PRIVATE KEY-----\"; }")]
    public async Task Other_private_keys_are_none(string source) => await AnalyzerVerifier.VerifyAsync<KeyAnalyzer>(source.Replace("PEM", Armoured, StringComparison.Ordinal));

    /// <summary>Every family of another provider, by its place in the table.</summary>
    public static TheoryData<int> Families => [.. Enumerable.Range(0, KeyFamilies.All.Length).Where(static index => KeyFamilies.All[index].Provider != KeyFamilies.Gemini)];

    [Theory]
    [MemberData(nameof(Families))]
    public async Task Triggers_on_every_family(int index)
    {
        KeyFamily family = KeyFamilies.All[index];
        string sign = "\nclass " + family.Provider.Replace(" ", "") + "Thing { }";
        await VerifyAsync("class C { string K = {|GG1002:\"KEY\"|}; }" + sign, family);
        await VerifyAsync("class C { string M(string m) => $\"{m}{|GG1002:Bearer KEY|}\"; }" + sign, family);
        await VerifyAsync("class C { const string A = \"HEAD\"; string K = {|GG1002:A + \"TAIL\"|}; }" + sign, family);
    }

    [Theory]
    [MemberData(nameof(Families))]
    public async Task A_weak_shape_needs_a_sign_of_its_provider(int index)
    {
        KeyFamily family = KeyFamilies.All[index];
        string markup = family.IsStrong ? "{|GG1002:\"KEY\"|}" : "\"KEY\"";
        await VerifyAsync("class C { string K = " + markup + "; }", family);
    }

    [Theory]
    [InlineData("sk-your-openai-api-key")]
    [InlineData("sk-proj-xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx")]
    [InlineData("sk-ant-api03-...")]
    [InlineData("gpt-4o-mini-2024-07-18")]
    [InlineData("claude-3-5-sonnet-20241022")]
    [InlineData("OPENAI_API_KEY")]
    [InlineData("sk-[A-Za-z0-9]{48}")]
    [InlineData("hf_AVeryLongIdentifierThatReadsAsWordsOnly")]
    public async Task Does_not_trigger_on_what_only_looks_like_a_key(string text)
        => await AnalyzerVerifier.VerifyAsync<KeyAnalyzer>("class OpenAI { string ApiKey = \"" + text + "\"; string U = \"Bearer \" + \"" + text + "\"; }");

    [Fact]
    public async Task Message_gives_family_and_length_and_no_more_than_the_prefix()
    {
        KeyFamily family = KeyFamilies.All.Single(static family => family.Prefix == "gsk_");
        DiagnosticResult expected = DiagnosticResult.CompilerError("GG1002").WithLocation(0).WithArguments("Groq key", 56, "gsk_");
        await AnalyzerVerifier.VerifyAsync<KeyAnalyzer>("class C { string K = {|#0:\"KEY\"|}; }".Replace("KEY", FamilyKeys.Create(family, 5)), null, expected);
    }

    private static Task VerifyAsync(string source, KeyFamily family)
    {
        string key = FamilyKeys.Create(family, 11);
        int cut = family.Prefix.Length + 6;
        return AnalyzerVerifier.VerifyAsync<KeyAnalyzer>(source.Replace("KEY", key).Replace("HEAD", key[..cut]).Replace("TAIL", key[cut..]));
    }
}

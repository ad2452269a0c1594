using GeminiGen.Analyzers.Rules;
using GeminiGen.TestHarness;

namespace GeminiGen.Analyzers.Tests.Keys;

/// <summary>GG1010. In the sources, <c>KEY</c> stands for a key that is put in at run time.</summary>
public sealed class KeyInCommentTests
{
    public static TheoryData<string> Comments =>
    [
        "class C { } // {|GG1010:KEY|}",
        "/* key: {|GG1010:KEY|}, for tests */ class C { }",
        "/// <summary>As in <c>{|GG1010:KEY|}</c>.</summary>\nclass C { }",
        "/** {|GG1010:KEY|} */\nclass C { }",
        "#if NEVER\nclass C { string K = \"{|GG1010:KEY|}\"; }\n#endif",
        "#region key {|GG1010:KEY|}\nclass C { }\n#endregion",
        "#warning replace {|GG1010:KEY|}\nclass C { }",
        "#if NEVER\n#error {|GG1010:KEY|} is old\n#endif\nclass C { }",
        "class C { // var k = \"{|GG1010:KEY|}\";\n }",
        "// https://generativelanguage.googleapis.com/v1beta/models?key={|GG1010:KEY|}\nclass C { }",
    ];

    [Theory]
    [MemberData(nameof(Comments))]
    public async Task Triggers_in_comments_and_disabled_code(string source)
    {
        await VerifyAsync(source, TestKeys.Auth);
        await VerifyAsync(source, TestKeys.Standard);
        await VerifyAsync(source, FamilyKeys.Create(KeyFamilies.All.Single(static family => family.Name == "Anthropic key"), 4));
    }

    [Theory]
    [InlineData("// AIza… and AQ.Ab…\nclass C { }")]
    [InlineData("// Looks like AQ.Ab8RN6...rest\nclass C { }")]
    [InlineData("// sk-proj-xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx\nclass C { }")]
    public async Task Does_not_trigger_on_examples(string source) => await VerifyAsync(source, TestKeys.Auth);

    [Fact]
    public async Task Does_not_trigger_on_keys_of_other_products()
        => await VerifyAsync("// the key of our Maps page: KEY\nclass C { }", TestKeys.Standard);

    [Fact]
    public async Task Does_not_trigger_on_configured_test_doubles()
        => await AnalyzerVerifier.VerifyAsync<KeyAnalyzer>(
            "// KEY\nclass C { }".Replace("KEY", TestKeys.Auth),
            new TestProjectOptions { EditorConfig = "dotnet_code_quality.GG1001.test_keys = " + TestKeys.Auth[20..30] });

    private static Task VerifyAsync(string source, string key) => AnalyzerVerifier.VerifyAsync<KeyAnalyzer>(source.Replace("KEY", key));
}

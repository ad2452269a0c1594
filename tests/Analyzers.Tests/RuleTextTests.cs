using System.Globalization;
using System.Text.RegularExpressions;
using GeminiGen.Analyzers.Rules;
using GeminiGen.TestHarness;
using Microsoft.CodeAnalysis;

namespace GeminiGen.Analyzers.Tests;

/// <summary>The texts of rules in the compiler's language.</summary>
public sealed partial class RuleTextTests
{
    private static readonly CultureInfo Chinese = new("zh-Hans");

    [Theory]
    [InlineData("zh-CN")]
    [InlineData("zh-Hans")]
    [InlineData("zh-SG")]
    public void A_compiler_that_speaks_simplified_Chinese_gets_the_translation(string culture)
        => Assert.Contains("密钥", TitleIn(culture), StringComparison.Ordinal);

    [Theory]
    [InlineData("")]
    [InlineData("en-US")]
    [InlineData("de-AT")]
    [InlineData("zh-TW")]
    public void Every_other_one_gets_English(string culture)
        => Assert.Equal("Gemini key in source", TitleIn(culture));

    private static string TitleIn(string culture)
        => new KeyAnalyzer().SupportedDiagnostics.First(static rule => rule.Id == "GG1001").Title.ToString(new CultureInfo(culture));

    [Fact]
    public void Every_text_is_translated_and_names_the_same_values()
        => Assert.All(
            CatalogueTests.Descriptors().SelectMany(static rule => new[] { rule.Title, rule.MessageFormat, rule.Description })
                .Concat(CatalogueTests.Suppressions().Select(static suppression => suppression.Justification)).Distinct(),
            static text =>
            {
                string english = text.ToString(CultureInfo.InvariantCulture);
                string translated = text.ToString(Chinese);
                Assert.NotEqual(english, translated);
                Assert.Equal(Values(english), Values(translated));
            });

    // What the parser of contracts says is held by every test of its rules; this is what other rules put into a message.
    [Theory]
    [InlineData("[GeminiPrompts(Model = \"gemini-2.5-flash\")] interface I { [Prompt(\"a\"), Generation(Temperature = {|GG3006:3|}, TopK = {|GG3006:0|}, ThinkingBudget = {|GG3006:-2|})] Task<string> AskAsync(); }")]
    [InlineData("[GeminiPrompts(Model = \"gemini-2.5-flash-lite\")] interface I { [Prompt(\"a\"), Generation(Thinking = {|GG0013:ThinkingLevel.Low|})] Task<string> AskAsync(); }")]
    public async Task Reasons_are_translated_with_the_sentence_they_are_part_of(string contract)
        => await AnalyzerVerifier.VerifyAsync<ContractSettingsAnalyzer>(
            "using System.Threading.Tasks; using GeminiGen;\n" + contract,
            new TestProjectOptions { Inspect = WholeSentences.AssertInChinese, Only = ["GG3006", "GG0013"] });

    private static IEnumerable<string> Values(string text) => Value().Matches(text).Select(static match => match.Value).Distinct().Order(StringComparer.Ordinal);

    [GeneratedRegex(@"\{\d[^}]*\}")]
    private static partial Regex Value();
}

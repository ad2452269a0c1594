using System.Globalization;
using System.Text.RegularExpressions;
using GeminiGen.Analyzers.Rules;
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

    private static IEnumerable<string> Values(string text) => Value().Matches(text).Select(static match => match.Value).Distinct().Order(StringComparer.Ordinal);

    [GeneratedRegex(@"\{\d[^}]*\}")]
    private static partial Regex Value();
}

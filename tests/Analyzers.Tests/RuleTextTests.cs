using System.Globalization;
using GeminiGen.Analyzers.Rules;

namespace GeminiGen.Analyzers.Tests;

/// <summary>The texts of rules in the compiler's language.</summary>
public sealed class RuleTextTests
{
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
}

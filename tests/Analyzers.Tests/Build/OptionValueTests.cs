using System.Text.RegularExpressions;
using GeminiGen.Analyzers.Rules;
using GeminiGen.TestHarness;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Testing;

namespace GeminiGen.Analyzers.Tests.Build;

/// <summary>GG9006.</summary>
public sealed class OptionValueTests
{
    [Theory]
    [InlineData("GG3005.share", "half", "a number above 0 and at most 100")]
    [InlineData("GG3005.share", "0", "a number above 0 and at most 100")]
    [InlineData("GG3005.share", "101", "a number above 0 and at most 100")]
    [InlineData("GG1004.skip", "yes", "'true' or 'false'")]
    [InlineData("GG3008.tokens_per_minute", "lots", "a whole number above 0")]
    [InlineData("GG3008.requests_per_day", "-5", "a whole number above 0")]
    [InlineData("GG5007.endpoint", "payed", "'paid' or 'free'")]
    [InlineData("GG5005.classification", "gemini-nope", "the id of a model that the catalogue knows")]
    [InlineData("GG5005.extraction", "gemini-nope", "the id of a model that the catalogue knows")]
    [InlineData("GG5005.text", "gemini-nope", "the id of a model that the catalogue knows")]
    public Task Triggers_once_on_a_value_that_no_rule_knows(string name, string value, string expected)
        => VerifyAsync($"dotnet_code_quality.{name} = {value}", Expect($"dotnet_code_quality.{name}", value, expected));

    [Theory]
    [InlineData("dotnet_code_quality.GG3005.share = 12.5")]
    [InlineData("dotnet_code_quality.GG1004.skip = True")]
    [InlineData("dotnet_code_quality.GG3008.tokens_per_minute = 250000")]
    [InlineData("dotnet_code_quality.GG3008.requests_per_day = 250")]
    [InlineData("dotnet_code_quality.GG5007.endpoint = Paid")]
    [InlineData("dotnet_code_quality.GG5005.classification = gemini-3.5-flash-lite")]
    [InlineData("dotnet_code_quality.GG1001.test_keys = anything, at all")]
    [InlineData("dotnet_code_quality.GG3005.share =")]
    [InlineData("dotnet_code_quality.CA1000.api_surface = half")]
    [InlineData("")]
    public Task Does_not_trigger_on_other_values(string line) => VerifyAsync(line);

    // Any text may be a piece of a test's key; every other option that a page names has values that cannot be.
    [Fact]
    public Task Knows_every_option_of_the_pages()
    {
        string[] documented = [.. Directory.GetFiles(Path.Combine(CatalogueTests.Root, "docs", "rules"), "GG*.md")
            .SelectMany(static page => Regex.Matches(File.ReadAllText(page), @"dotnet_code_quality\.GG\d{4}\.[a-z_]+").Select(static match => match.Value))
            .Distinct(StringComparer.Ordinal)
            .Where(static name => !name.EndsWith("test_keys", StringComparison.Ordinal))];

        Assert.True(documented.Length >= 8);
        return VerifyAsync(
            string.Join('\n', documented.Select(static name => name + " = ?")),
            [.. documented.Select(static _ => new DiagnosticResult("GG9006", DiagnosticSeverity.Info))]);
    }

    [Fact]
    public Task Is_off_with_GeminiGenAnalyzers_false()
        => AnalyzerVerifier.VerifyAsync<OptionValueAnalyzer>(
            "",
            new TestProjectOptions { EditorConfig = "dotnet_code_quality.GG3005.share = half", GlobalConfig = "build_property.GeminiGenAnalyzers = false" });

    private static Task VerifyAsync(string line, params DiagnosticResult[] expected)
        => AnalyzerVerifier.VerifyAsync<OptionValueAnalyzer>("class C { }", new TestProjectOptions { EditorConfig = line, OtherFiles = [new SourceFile("Other.cs", "class D { }")] }, expected);

    private static DiagnosticResult Expect(params object[] arguments) => new DiagnosticResult("GG9006", DiagnosticSeverity.Info).WithArguments(arguments);
}

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
    public Task Triggers_once_on_a_value_that_no_rule_knows(string name, string value, string expected)
        => VerifyAsync($"dotnet_code_quality.{name} = {value}", Expect($"dotnet_code_quality.{name}", value, expected));

    [Theory]
    [InlineData("dotnet_code_quality.GG3005.share = 12.5")]
    [InlineData("dotnet_code_quality.GG1004.skip = True")]
    [InlineData("dotnet_code_quality.CA1000.api_surface = half")]
    [InlineData("")]
    public Task Does_not_trigger_on_other_values(string line) => VerifyAsync(line);

    [Fact]
    public Task Is_off_with_GeminiGenAnalyzers_false()
        => AnalyzerVerifier.VerifyAsync<OptionValueAnalyzer>(
            "",
            new TestProjectOptions { EditorConfig = "dotnet_code_quality.GG3005.share = half", GlobalConfig = "build_property.GeminiGenAnalyzers = false" });

    private static Task VerifyAsync(string line, params DiagnosticResult[] expected)
        => AnalyzerVerifier.VerifyAsync<OptionValueAnalyzer>("class C { }", new TestProjectOptions { EditorConfig = line, OtherFiles = [new SourceFile("Other.cs", "class D { }")] }, expected);

    private static DiagnosticResult Expect(params object[] arguments) => new DiagnosticResult("GG9006", DiagnosticSeverity.Info).WithArguments(arguments);
}

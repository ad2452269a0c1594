using GeminiGen.Analyzers.Rules;
using GeminiGen.Shared.Baselines;
using GeminiGen.TestHarness;
using Microsoft.CodeAnalysis.Diagnostics;

namespace GeminiGen.Analyzers.Tests.Build;

/// <summary>GG9004, and what rules make of a baseline. <c>KEY</c> and <c>OTHER</c> stand for keys that are put in at run time.</summary>
public sealed class BaselineTests
{
    private const string Settings = "appsettings.json";

    [Theory]
    [InlineData("{\"a\":\"KEY\"}")]
    [InlineData("\n\n   {\"a\":\"KEY\"}")]
    [InlineData("{\"b\":1}\n{\"a\":\"OTHER\"}")]
    public Task An_accepted_finding_stays_accepted_on_other_lines(string now)
        => VerifyAsync<SettingsFileAnalyzer>("{\"a\":\"KEY\"}", 0, 6, now);

    [Theory]
    [InlineData("{\"b\":\"{|GG1004:KEY|}\"}")]
    [InlineData("{\"a\":\"KEY\"}\n{\"a\":\"{|GG1004:OTHER|}\"}")]
    [InlineData("{\"a\":[\"{|GG1004:KEY|}\",\"{|GG1004:OTHER|}\"]}")]
    public Task A_finding_elsewhere_is_new(string now)
        => VerifyAsync<SettingsFileAnalyzer>("{\"a\":\"KEY\"}", 0, 6, now);

    [Fact]
    public Task A_finding_in_another_file_or_of_another_rule_is_new()
    {
        string hash = Hash("GG1001", Settings, "{\"a\":\"KEY\"}", 0, 6);
        return VerifyAsync<SettingsFileAnalyzer>(Baseline("GG1001", hash), "{\"a\":\"{|GG1004:KEY|}\"}");
    }

    [Fact]
    public Task Findings_in_code_are_accepted()
    {
        const string Source = "class C { string K = \"KEY\"; }";
        string hash = Hash("GG1001", "../0/Test0.cs", Source, 0, 21);
        return AnalyzerVerifier.VerifyAsync<KeyAnalyzer>(
            Fill(Source + " class D { string K = {|GG1001:\"OTHER\"|}; }").Replace(" class D", "\nclass D", StringComparison.Ordinal),
            new TestProjectOptions { AdditionalFiles = [new SourceFile(BaselineFile.Name, Baseline("GG1001", hash))] });
    }

    [Theory]
    [InlineData("{|GG9004:n|}onsense")]
    [InlineData("{|GG9004:[|}]")]
    [InlineData("{|GG9004:{|}\"accepted\":[]}")]
    [InlineData("{\"version\":{|GG9004:2|},\"accepted\":[]}")]
    [InlineData("{\"version\":1,\"accepted\":[{|GG9004:1|}]}")]
    [InlineData("{\"version\":1,\"accepted\":[{|GG9004:{|}\"rule\":\"GG1001\"}]}")]
    [InlineData("{\"version\":1,\n\"accepted\":[{\"rule\":\"GG1001\",\"hash\":{|GG9004:1|}}]}")]
    [InlineData("{\"version\":1,\"accepted\":[]}")]
    public Task A_baseline_that_cannot_be_read_is_told(string text)
        => AnalyzerVerifier.VerifyAsync<BaselineFileAnalyzer>("", new TestProjectOptions { AdditionalFiles = [new SourceFile(BaselineFile.Name, text)] });

    [Fact]
    public Task A_baseline_that_cannot_be_read_accepts_nothing()
        => VerifyAsync<SettingsFileAnalyzer>("nonsense", "{\"a\":\"{|GG1004:KEY|}\"}");

    [Fact]
    public void Nothing_of_a_line_that_could_be_a_secret_is_in_the_hash()
    {
        string first = Hash("GG1004", Settings, "{\"a\":\"KEY\",\"p\":\"s3cr3t-1\"}", 0, 6);

        Assert.Equal(first, Hash("GG1004", Settings, "{\"a\":\"OTHER\",\"p\":\"0th3r-s3cr3t\"}", 0, 6, TestKeys.OtherAuth.Length));
        Assert.NotEqual(first, Hash("GG1004", Settings, "{\"b\":\"KEY\",\"p\":\"s3cr3t-1\"}", 0, 6));
        Assert.Matches("^[0-9a-f]{16}$", first);
    }

    [Theory]
    [InlineData("a\r\nb\rc\nd\u0085e\u2028f\u2029g", 7)]
    [InlineData("", 1)]
    [InlineData("\n", 2)]
    public void Lines_are_those_of_the_compiler(string text, int lines)
    {
        Assert.Equal(lines, FindingHash.SplitLines(text).Count);
        Assert.Equal(Microsoft.CodeAnalysis.Text.SourceText.From(text).Lines.Select(static line => line.ToString()), FindingHash.SplitLines(text));
    }

    private static Task VerifyAsync<TAnalyzer>(string before, int line, int column, string now)
        where TAnalyzer : DiagnosticAnalyzer, new()
        => VerifyAsync<TAnalyzer>(Baseline("GG1004", Hash("GG1004", Settings, before, line, column)), now);

    private static Task VerifyAsync<TAnalyzer>(string baseline, string settings)
        where TAnalyzer : DiagnosticAnalyzer, new()
        => AnalyzerVerifier.VerifyAsync<TAnalyzer>(
            "",
            new TestProjectOptions { AdditionalFiles = [new SourceFile(BaselineFile.Name, baseline), new SourceFile(Settings, Fill(settings))] });

    private static string Hash(string rule, string file, string text, int line, int column, int? length = null)
        => FindingHash.Compute(rule, file, FindingHash.SplitLines(Fill(text)), new FindingPlace(line, column, line, column + (length ?? TestKeys.Auth.Length) + (rule == "GG1001" ? 2 : 0)));

    private static string Baseline(string rule, string hash) => $"{{\"version\":1,\"accepted\":[{{\"file\":\"a\",\"rule\":\"{rule}\",\"hash\":\"{hash}\"}}]}}";

    private static string Fill(string text) => text.Replace("KEY", TestKeys.Auth, StringComparison.Ordinal).Replace("OTHER", TestKeys.OtherAuth, StringComparison.Ordinal);
}

using Microsoft.CodeAnalysis.CodeFixes;

namespace GeminiGen.Package.Tests;

/// <summary>Hosts that are no build: a workspace over a solution on disk, and <c>dotnet format</c>.</summary>
[Collection(PackageGroup.Name)]
public sealed class WorkspaceTests(PackageFixture fixture)
{
    private const string NoToken = "GG0014";
    private const string TokenNotPassed = "GG2008";
    private const string Program = ConsumerProjects.Senders + "/Program.cs";
    private const string Other = ConsumerProjects.Senders + "/Other.cs";
    private const string Caller = ConsumerProjects.Callers + "/Program.cs";

    [Theory]
    [InlineData(NoToken)]
    [InlineData(TokenNotPassed)]
    public async Task Findings_stand_in_the_documents_of_the_solution(string rule)
    {
        using OpenedSolution solution = await OpenAsync();

        await solution.AssertCompilesAsync();
        Assert.Equal([Caller, Other, Program, Program], await solution.PlacesAsync(rule));
    }

    [Theory]
    [InlineData(NoToken)]
    [InlineData(TokenNotPassed)]
    public async Task A_fix_repairs_one_finding(string rule)
    {
        using OpenedSolution solution = await OpenAsync();

        await solution.FixOneAsync(rule, Program);

        await solution.AssertCompilesAsync();
        Assert.Equal([Caller, Other, Program], await solution.PlacesAsync(rule));
    }

    [Theory]
    [InlineData(NoToken, FixAllScope.Document, Other, Caller)]
    [InlineData(NoToken, FixAllScope.Project, Caller)]
    [InlineData(NoToken, FixAllScope.Solution)]
    [InlineData(TokenNotPassed, FixAllScope.Document, Other, Caller)]
    [InlineData(TokenNotPassed, FixAllScope.Project, Caller)]
    [InlineData(TokenNotPassed, FixAllScope.Solution)]
    public async Task A_fix_repairs_all_findings_of_a_scope(string rule, FixAllScope scope, params string[] left)
    {
        using OpenedSolution solution = await OpenAsync();

        await solution.FixAllAsync(rule, scope, Program);

        await solution.AssertCompilesAsync();
        Assert.Equal(left.Order(StringComparer.Ordinal), await solution.PlacesAsync(rule));
        string text = (await solution.Document(Program).GetTextAsync()).ToString();
        Assert.Contains("// Once now, once later.", text, StringComparison.Ordinal);
        Assert.Contains("/* as it is */", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_command_line_repairs_files()
    {
        Consumers consumers = fixture.Consumers;
        string source = consumers.PathOf(ConsumerProjects.Formatted, "Program.cs");
        Assert.Contains(TokenNotPassed, (await consumers.BuildAsync(ConsumerProjects.Formatted)).AssertSuccess().Output, StringComparison.Ordinal);

        (await consumers.DotnetAsync(ConsumerProjects.Formatted, "format", "analyzers", $"{ConsumerProjects.Formatted}.csproj", "--no-restore", "--diagnostics", TokenNotPassed)).AssertSuccess();

        Assert.Contains("generateContent\", null, token);", await File.ReadAllTextAsync(source), StringComparison.Ordinal);
        Assert.DoesNotContain(TokenNotPassed, (await consumers.BuildAsync(ConsumerProjects.Formatted)).AssertSuccess().Output, StringComparison.Ordinal);
    }

    private Task<OpenedSolution> OpenAsync() => OpenedSolution.OpenAsync(fixture.Consumers.PathOf(ConsumerProjects.Solution));
}

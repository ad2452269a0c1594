using System.Collections.Immutable;
using System.Globalization;
using GeminiGen.Analyzers.Rules;
using GeminiGen.Generator;
using GeminiGen.TestHarness;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace GeminiGen.Analyzers.Tests.Build;

/// <summary>GG9003, behind the generator, whose rows it compares.</summary>
public sealed class PromptLockTests
{
    private const string Row = """{ "method": "SumUpAsync(string text)", "hash": "00", "tokens": 4, "model": "gemini-3.8-flash", "prompt": [ "Sum up", "{text}" ] }""";

    private const string Cure = "run 'geminigen lock', look at what it ";

    [Fact]
    public Task Silent_where_file_and_contract_agree() => VerifyAsync(Lock(Row));

    [Theory]
    [InlineData("gemini-3.8-flash", "gemini-3.5-flash", "model")]
    [InlineData("Sum up", "Shorten", "prompt")]
    [InlineData("\"tokens\": 4,", "\"tokens\": 4, \"settings\": { \"topK\": 1 }, \"schema\": { },", "settings, schema")]
    [InlineData("string text", "string text, int words", "parameters")]
    public Task Tells_what_changed_at_the_method(string text, string recorded, string changes)
        => VerifyAsync(Lock(Row.Replace(text, recorded, StringComparison.Ordinal)), $"'Desk.IDesk.SumUpAsync' sends something else than 'geminigen.lock.json' has ({changes}): {Cure}changes, and commit it @ SumUpAsync");

    [Fact]
    public Task Tells_of_a_method_without_a_row() => VerifyAsync(Lock(""), $"'Desk.IDesk.SumUpAsync' is not in 'geminigen.lock.json': {Cure}adds, and commit it @ SumUpAsync");

    [Fact]
    public Task Tells_of_a_row_without_a_method_in_the_file()
        => VerifyAsync(
            Lock(Row + ",\n" + Row.Replace("SumUp", "Old", StringComparison.Ordinal)),
            $"'Desk.IDesk.OldAsync' is in 'geminigen.lock.json' and in no contract: {Cure}removes, and commit it @ geminigen.lock.json(2)");

    [Fact]
    public Task Tells_of_a_missing_file()
        => VerifyAsync(null, "'geminigen.lock.json' is not beside the project, so nothing is compared: run 'geminigen lock', and commit what it writes @ SumUpAsync");

    [Fact]
    public Task Tells_of_a_file_that_a_merge_has_left()
        => VerifyAsync("{\n<<<<<<< HEAD", "'geminigen.lock.json' cannot be read, so nothing is compared (Expected a member name in double quotes): run 'geminigen lock', which writes it anew @ geminigen.lock.json(2)");

    [Fact]
    public Task Tells_of_a_newer_file()
        => VerifyAsync("""{ "version": 2 }""", "'geminigen.lock.json' is of version 2, which this package cannot read, so nothing is compared: update the package 'GeminiGen' @ geminigen.lock.json(1)");

    [Theory]
    [InlineData("net8.0")]
    [InlineData("net10.0")]
    public Task Compares_the_rows_of_its_own_framework(string other)
        => VerifyAsync(
            Lock(Row.Replace("{ \"method\"", "{ \"frameworks\": [ \"" + other + "\" ], \"method\"", StringComparison.Ordinal)),
            other == "net10.0" ? [] : [$"'Desk.IDesk.SumUpAsync' is not in 'geminigen.lock.json': {Cure}adds, and commit it @ SumUpAsync"]);

    [Fact]
    public async Task Silent_without_the_property() => Assert.Empty(await RunAsync(Lock(""), "false"));

    private static string Lock(string rows) => $$"""{ "version": 1, "contracts": [ { "contract": "Desk.IDesk", "methods": [ {{rows}} ] } ] }""";

    private static async Task VerifyAsync(string? file, params string[] expected) => Assert.Equal(expected, await RunAsync(file, "check"));

    private static async Task<string[]> RunAsync(string? file, string property)
    {
        ConsumerProject project = new("""
            namespace Desk
            {
                [GeminiGen.GeminiPrompts(Model = "gemini-3.8-flash")]
                internal interface IDesk
                {
                    [GeminiGen.Prompt("Sum up\n{text}")]
                    System.Threading.Tasks.Task<string> SumUpAsync(string text);
                }
            }
            """)
        {
            AdditionalFiles = file is null ? [] : [new SourceFile("geminigen.lock.json", file)],
            BuildProperties = ImmutableDictionary<string, string>.Empty.Add("GeminiGenLock", property).Add("TargetFramework", "net10.0"),
        };
        GeneratorDriverHarness harness = new(new PromptGenerator(), project);
        GeneratorRun run = harness.Run(project.Compile());
        AnalyzerOptions options = new([.. harness.Files.Values], harness.Config);
        ImmutableArray<Diagnostic> findings = await run.Output.WithAnalyzers([new PromptLockAnalyzer()], options).GetAnalyzerDiagnosticsAsync();
        return [.. findings.Select(static finding => $"{finding.GetMessage(CultureInfo.InvariantCulture)} @ {Place(finding.Location)}")];
    }

    private static string Place(Location location)
    {
        FileLinePositionSpan span = location.GetLineSpan();
        return location.SourceTree is { } tree ? tree.ToString().Substring(location.SourceSpan.Start, location.SourceSpan.Length) : $"{Path.GetFileName(span.Path)}({span.StartLinePosition.Line + 1})";
    }
}

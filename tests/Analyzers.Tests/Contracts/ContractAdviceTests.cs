using GeminiGen.Analyzers.Rules;
using GeminiGen.TestHarness;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Testing;

namespace GeminiGen.Analyzers.Tests.Contracts;

/// <summary>GG0014 and GG0015.</summary>
public sealed class ContractAdviceTests
{
    private const string Usings = "using System.Threading; using System.Threading.Tasks; using System.Collections.Generic; using GeminiGen;\n";

    [Theory]
    [InlineData("[Prompt(\"a\")] Task<string> {|GG0014:AskAsync|}();")]
    [InlineData("[Prompt(\"{a}\")] IAsyncEnumerable<string> {|GG0014:AskAsync|}(string a);")]
    [InlineData("[PromptFile(\"a.prompt\")] Task<string> {|GG0014:AskAsync|}();")]
    [InlineData("[Embed] Task<float[]> {|GG0014:EmbedAsync|}(string text);")]
    [InlineData("[Prompt(\"a\")] Task<string> AskAsync(CancellationToken token);")]
    [InlineData("[Prompt(\"a\")] Task<string> AskAsync(CancellationToken token = default);")]
    [InlineData("[Prompt(\"a\")] Task<string> AskAsync() => Task.FromResult(\"\");")]
    [InlineData("Task<string> AskAsync();")]
    public Task A_prompt_takes_a_token(string member) => AnalyzerVerifier.VerifyAsync<ContractAdviceAnalyzer>(Usings + "[GeminiPrompts] partial interface IDesk { " + member + " }");

    [Theory]
    [InlineData("[GeminiPrompts] interface {|GG0015:IDesk|} { }")]
    [InlineData("[GeminiPrompts] partial interface IDesk { }")]
    [InlineData("interface IDesk { [Prompt(\"a\")] Task<string> AskAsync(); }")]
    public Task A_contract_may_be_partial(string source) => AnalyzerVerifier.VerifyAsync<ContractAdviceAnalyzer>(Usings + source);

    [Fact]
    public async Task Being_partial_has_to_be_asked_for()
    {
        CSharpCompilation compilation = new ConsumerProject(Usings + "[GeminiPrompts] public interface IDesk { [Prompt(\"a\")] Task<string> AskAsync(); }").Compile();

        IEnumerable<Diagnostic> found = await compilation.WithAnalyzers([new ContractAdviceAnalyzer()]).GetAnalyzerDiagnosticsAsync();

        Assert.Equal(["GG0014"], found.Select(static finding => finding.Id));
    }

    [Fact]
    public Task Says_what_to_add_and_stays_on_where_other_rules_are_switched_off()
        => AnalyzerVerifier.VerifyAsync<ContractAdviceAnalyzer>(
            Usings + "[GeminiPrompts] partial interface IDesk { [Prompt(\"a\")] Task<string> {|#0:AskAsync|}(); }",
            new TestProjectOptions { GlobalConfig = "build_property.GeminiGenAnalyzers = false" },
            new DiagnosticResult("GG0014", DiagnosticSeverity.Info).WithLocation(0).WithMessage(
                "'IDesk.AskAsync' takes no CancellationToken, so that nobody can stop its call: add 'CancellationToken cancellationToken = default'"));

    [Fact]
    public Task Is_silent_without_our_types()
        => AnalyzerVerifier.VerifyAsync<ContractAdviceAnalyzer>(
            "using System; class PromptAttribute : Attribute { } class GeminiPromptsAttribute : Attribute { } [GeminiPrompts] interface I { [Prompt] int Ask(); }",
            new TestProjectOptions { References = ReferenceSet.Framework });
}

using GeminiGen.Analyzers.Rules;
using GeminiGen.CodeFixes.Contracts;
using GeminiGen.TestHarness;

namespace GeminiGen.CodeFixes.Tests.Contracts;

/// <summary>Fixes of GG0014 and GG0015.</summary>
public sealed class ContractAdviceFixerTests
{
    private const string Usings = "using System.Threading.Tasks;\nusing GeminiGen;\n\n";

    [Theory]
    [InlineData("Task<string> {|GG0014:AskAsync|}();", "Task<string> AskAsync(CancellationToken cancellationToken = default);")]
    [InlineData("Task<string> {|GG0014:AskAsync|}([NotInPrompt] int a);", "Task<string> AskAsync([NotInPrompt] int a, CancellationToken cancellationToken = default);")]
    [InlineData("Task<string> {|GG0014:AskAsync|}([NotInPrompt] int cancellationToken);", "Task<string> AskAsync([NotInPrompt] int cancellationToken, CancellationToken token = default);")]
    [InlineData(
        "Task<string> {|GG0014:AskAsync|}(\n        [NotInPrompt] int a,\n        [NotInPrompt] int b = 1); // One.",
        "Task<string> AskAsync(\n        [NotInPrompt] int a,\n        [NotInPrompt] int b = 1,\n        CancellationToken cancellationToken = default); // One.")]
    [InlineData(
        "Task<string> {|GG0014:AskAsync|}();\n    [Prompt(\"b\")] Task<string> {|GG0014:TellAsync|}();",
        "Task<string> AskAsync(CancellationToken cancellationToken = default);\n    [Prompt(\"b\")] Task<string> TellAsync(CancellationToken cancellationToken = default);")]
    public Task Adds_a_token(string members, string repaired)
        => CodeFixVerifier.VerifyAsync<ContractAdviceAnalyzer, NoCancellationTokenFixer>(Wrap(members), Wrap(repaired, "using System.Threading;\n"), NoCancellationTokenFixer.AddKey);

    [Theory]
    [InlineData("Task<string> {|GG0014:AskAsync|}([NotInPrompt] params int[] a);")]
    [InlineData("Task<string> {|GG0014:AskAsync|}();\n    [Prompt(\"b\")] Task<string> AskAsync(System.Threading.CancellationToken token);")]
    [InlineData("Task<string> {|GG0014:AskAsync|}();\n    class Fake : IDesk { public Task<string> AskAsync() => Task.FromResult(\"\"); }")]
    public Task Is_not_offered_where_others_would_not_compile(string members)
        => CodeFixVerifier.VerifyNotOfferedAsync<ContractAdviceAnalyzer, NoCancellationTokenFixer>(Wrap(members));

    [Theory]
    [InlineData("// Why.\n[GeminiPrompts]\npublic interface {|GG0015:IDesk|} { }", "// Why.\n[GeminiPrompts]\npublic partial interface IDesk { }")]
    [InlineData("[GeminiPrompts] /* a */ interface {|GG0015:IDesk|} { } [GeminiPrompts] interface {|GG0015:ITalk|} { }", "[GeminiPrompts] /* a */ partial interface IDesk { } [GeminiPrompts] partial interface ITalk { }")]
    public Task Makes_contracts_partial(string source, string repaired)
        => CodeFixVerifier.VerifyAsync<ContractAdviceAnalyzer, InterfaceNotPartialFixer>(Usings + source, Usings + repaired, InterfaceNotPartialFixer.MakePartialKey);

    private static string Wrap(string members, string import = "") => import + Usings + "[GeminiPrompts]\npublic partial interface IDesk\n{\n    [Prompt(\"a\")] " + members + "\n}\n";
}

using GeminiGen.Analyzers.Rules;
using GeminiGen.CodeFixes.Contracts;
using GeminiGen.TestHarness;

namespace GeminiGen.CodeFixes.Tests.Contracts;

/// <summary>Fixes of GG0013.</summary>
public sealed class RefusedByModelFixerTests
{
    [Theory]
    [InlineData(
        "gemini-3.8-flash",
        "[Prompt(\"a\"), Generation(Temperature = {|GG0013:0.5|}, MaxOutputTokens = 4000)] Task<string> AskAsync();",
        "[Prompt(\"a\"), Generation(MaxOutputTokens = 4000)] Task<string> AskAsync();")]
    [InlineData(
        "gemini-3.8-flash",
        "[Prompt(\"a\"), Generation(Temperature = {|GG0013:0.5|}, TopK = {|GG0013:3|}, Seed = 1, TopP = {|GG0013:0.5|})] Task<string> AskAsync();",
        "[Prompt(\"a\"), Generation(Seed = 1)] Task<string> AskAsync();")]
    [InlineData(
        "gemini-3.8-flash",
        "[Prompt(\"a\")]\n    [Generation(Temperature = {|GG0013:0.5|}, TopP = {|GG0013:0.5|})]\n    Task<string> AskAsync();",
        "[Prompt(\"a\")]\n    Task<string> AskAsync();")]
    [InlineData(
        "gemini-3.8-flash",
        "// Why.\n    [Generation(Temperature = {|GG0013:0.5|})] // One.\n    [Prompt(\"a\")] Task<string> AskAsync();\n\n    /// <summary>Two.</summary>\n    [Generation(TopP = {|GG0013:0.5|}), Prompt(\"b\")] Task<string> TellAsync();",
        "// Why.\n    [Prompt(\"a\")] Task<string> AskAsync();\n\n    /// <summary>Two.</summary>\n    [Prompt(\"b\")] Task<string> TellAsync();")]
    [InlineData(
        "gemini-2.5-flash-lite",
        "[Prompt(\"a\"), Generation(Thinking = {|GG0013:ThinkingLevel.Low|})] Task<string> AskAsync();",
        "[Prompt(\"a\")] Task<string> AskAsync();")]
    [InlineData(
        "gemini-2.0-flash-lite",
        "[Prompt(\"a\"), {|GG0013:UrlContext|}] Task<string> AskAsync();\n    [{|GG0013:GoogleSearch|}, {|GG0013:CodeExecution|}]\n    [Prompt(\"a\")] Task<string> TellAsync();",
        "[Prompt(\"a\")] Task<string> AskAsync();\n    [Prompt(\"a\")] Task<string> TellAsync();")]
    public Task Removes_what_the_model_does_not_take(string model, string members, string repaired)
        => CodeFixVerifier.VerifyAsync<ContractSettingsAnalyzer, RefusedByModelFixer>(Wrap(model, members), Wrap(model, repaired), RefusedByModelFixer.RemoveKey);

    [Theory]
    [InlineData("gemini-2.5-flash-lite", "", "[Prompt(\"a\"), GoogleSearch] Task<int> {|GG0013:AskAsync|}();")]
    [InlineData("gemini-3.8-flash", "[Generation(Thinking = ThinkingLevel.Low)] ", "[Prompt(\"a\"), Model({|GG0013:\"gemini-2.5-flash-lite\"|})] Task<string> AskAsync();")]
    public Task Is_not_offered_where_something_else_has_to_change(string model, string attributes, string members)
        => CodeFixVerifier.VerifyNotOfferedAsync<ContractSettingsAnalyzer, RefusedByModelFixer>(Wrap(model, members, attributes));

    private static string Wrap(string model, string members, string attributes = "")
        => FixVerifier.Usings + "#pragma warning disable GG4001\n" + attributes + "[GeminiPrompts(Model = \"" + model + "\")]\npublic interface IDesk\n{\n    " + members + "\n}\n";
}

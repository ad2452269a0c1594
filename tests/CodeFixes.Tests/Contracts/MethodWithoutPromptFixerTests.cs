using GeminiGen.Analyzers.Rules;
using GeminiGen.CodeFixes.Contracts;
using GeminiGen.TestHarness;

namespace GeminiGen.CodeFixes.Tests.Contracts;

/// <summary>Fixes of GG0004.</summary>
public sealed class MethodWithoutPromptFixerTests
{
    [Theory]
    [InlineData("Task<string> {|GG0004:AskAsync|}(string what, CancellationToken token);", "[Prompt(\"{what}\")]\n    Task<string> AskAsync(string what, CancellationToken token);")]
    [InlineData("Task<string> {|GG0004:AskAsync|}(string a, int @class);", "[Prompt(\"{a}\\n{class}\")]\n    Task<string> AskAsync(string a, int @class);")]
    [InlineData("Task<string> {|GG0004:AskAsync|}();", "[Prompt(\"AskAsync\")]\n    Task<string> AskAsync();")]
    [InlineData("/// <summary>Asks.</summary>\n    [System.Obsolete]\n    Task<string> {|GG0004:AskAsync|}();", "/// <summary>Asks.</summary>\n    [Prompt(\"AskAsync\")]\n    [System.Obsolete]\n    Task<string> AskAsync();")]
    public Task Adds_a_prompt_with_every_parameter(string members, string repaired)
        => FixVerifier.VerifyAsync<MethodWithoutPromptFixer>(members, repaired, MethodWithoutPromptFixer.AddPromptKey);

    [Fact]
    public Task Offers_nothing_for_methods_of_other_assemblies()
        => CodeFixVerifier.VerifyNotOfferedAsync<PromptInterfaceAnalyzer, MethodWithoutPromptFixer>(
            "[GeminiGen.GeminiPrompts] public interface {|GG0004:IDesk|} : System.IDisposable { }");
}

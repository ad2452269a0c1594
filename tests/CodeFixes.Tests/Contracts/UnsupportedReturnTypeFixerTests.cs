using GeminiGen.Analyzers.Rules;
using GeminiGen.CodeFixes.Contracts;
using GeminiGen.TestHarness;

namespace GeminiGen.CodeFixes.Tests.Contracts;

/// <summary>Fixes of GG0002.</summary>
public sealed class UnsupportedReturnTypeFixerTests
{
    [Theory]
    [InlineData("string", "Task<string>")]
    [InlineData("int?", "Task<int?>")]
    [InlineData("string[]", "Task<string[]>")]
    [InlineData("PromptResult<string>", "Task<PromptResult<string>>")]
    public Task Puts_a_task_around_what_could_be_an_answer(string type, string repaired)
        => FixVerifier.VerifyAsync<UnsupportedReturnTypeFixer>(
            $"[Prompt(\"a\")] {{|GG0002:{type}|}} Ask();", $"[Prompt(\"a\")] {repaired} Ask();", UnsupportedReturnTypeFixer.WrapKey);

    [Fact]
    public Task Adds_the_using()
        => CodeFixVerifier.VerifyAsync<PromptInterfaceAnalyzer, UnsupportedReturnTypeFixer>(
            "using GeminiGen;\n\n[GeminiPrompts] public interface IDesk { [Prompt(\"a\")] {|GG0002:string|} Ask(); }\n",
            "using System.Threading.Tasks;\nusing GeminiGen;\n\n[GeminiPrompts] public interface IDesk { [Prompt(\"a\")] Task<string> Ask(); }\n");

    [Theory]
    [InlineData("void")]
    [InlineData("object")]
    [InlineData("Task")]
    [InlineData("Task<Task<string>>")]
    [InlineData("PromptStream<Task<int>>")]
    public Task Offers_nothing_where_more_is_wrong(string type)
        => FixVerifier.VerifyNotOfferedAsync<UnsupportedReturnTypeFixer>($"[Prompt(\"a\")] {{|GG0002:{type}|}} Ask();");
}

using GeminiGen.Analyzers.Rules;
using GeminiGen.CodeFixes.Contracts;
using GeminiGen.TestHarness;

namespace GeminiGen.CodeFixes.Tests.Contracts;

/// <summary>Fixes of GG0005.</summary>
public sealed class PlaceholderWithoutParameterFixerTests
{
    private const string Rename = PlaceholderWithoutParameterFixer.RenameKey;
    private const string Add = PlaceholderWithoutParameterFixer.AddParameterKey;

    [Theory]
    [InlineData("[Prompt(\"Say {{|GG0005:wht|}}\")] Task<string> AskAsync(string what);", "[Prompt(\"Say {what}\")] Task<string> AskAsync(string what);")]
    [InlineData("[Prompt(\"{what} {{|GG0005:What|}}\")] Task<string> AskAsync(string what);", "[Prompt(\"{what} {what}\")] Task<string> AskAsync(string what);")]
    [InlineData("[Prompt(\"{{|GG0005:dte|}:yyyy}\")] Task<string> AskAsync(System.DateTime date);", "[Prompt(\"{date:yyyy}\")] Task<string> AskAsync(System.DateTime date);")]
    [InlineData("[Prompt(Texts.Intro + @\"\"\"{{|GG0005:wht|}}\")] Task<string> AskAsync(string what);", "[Prompt(Texts.Intro + @\"\"\"{what}\")] Task<string> AskAsync(string what);")]
    public Task Renames_to_the_nearest(string members, string repaired)
        => FixVerifier.VerifyAsync<PlaceholderWithoutParameterFixer>(members, repaired, Rename);

    [Theory]
    [InlineData("Task<string> AskAsync();", "Task<string> AskAsync(string topic);")]
    [InlineData("Task<string> AskAsync(CancellationToken token = default);", "Task<string> AskAsync(string topic, CancellationToken token = default);")]
    [InlineData("Task<string> AskAsync([NotInPrompt] int a, [NotInPrompt] int b = 1);", "Task<string> AskAsync([NotInPrompt] int a, string topic, [NotInPrompt] int b = 1);")]
    [InlineData("Task<string> AskAsync([NotInPrompt] int a);", "Task<string> AskAsync([NotInPrompt] int a, string topic);")]
    [InlineData("Task<string> AskAsync(\n        [NotInPrompt] int a,\n        CancellationToken token);", "Task<string> AskAsync(\n        [NotInPrompt] int a,\n        string topic, CancellationToken token);")]
    public Task Adds_the_parameter_before_what_is_optional(string method, string repaired)
        => FixVerifier.VerifyAsync<PlaceholderWithoutParameterFixer>("[Prompt(\"{{|GG0005:topic|}}\")] " + method, "[Prompt(\"{topic}\")] " + repaired, Add);

    [Fact]
    public Task Adds_parameters_whose_names_are_keywords()
        => FixVerifier.VerifyAsync<PlaceholderWithoutParameterFixer>(
            "[Prompt(\"{{|GG0005:class|}}\")] Task<string> AskAsync();", "[Prompt(\"{class}\")] Task<string> AskAsync(string @class);", Add);

    [Fact]
    public Task Adds_parameters_to_methods_all_at_once()
        => FixVerifier.VerifyAsync<PlaceholderWithoutParameterFixer>(
            "[Prompt(\"{{|GG0005:topic|}}\")] Task<string> AskAsync();\n    [Prompt(\"{{|GG0005:topic|}}\")] Task<string> TellAsync();",
            "[Prompt(\"{topic}\")] Task<string> AskAsync(string topic);\n    [Prompt(\"{topic}\")] Task<string> TellAsync(string topic);",
            Add);

    [Fact]
    public Task Adds_the_parameter_where_the_text_is_declared_elsewhere()
        => FixVerifier.VerifyAsync<PlaceholderWithoutParameterFixer>(
            "[Prompt({|GG0005:Texts.Ask|})] Task<string> AskAsync();", "[Prompt(Texts.Ask)] Task<string> AskAsync(string what);", Add);

    [Fact]
    public Task Offers_nothing_for_the_contracts_own_instruction_without_a_near_parameter()
        => CodeFixVerifier.VerifyNotOfferedAsync<PromptInterfaceAnalyzer, PlaceholderWithoutParameterFixer>(
            FixVerifier.Usings + "[GeminiPrompts, SystemInstruction(\"{{|GG0005:language|}}\")] public interface IDesk { [Prompt(\"a\")] Task<string> AskAsync(); }");

    [Fact]
    public Task Adds_all_parameters_of_a_method_at_once()
        => FixVerifier.VerifyAsync<PlaceholderWithoutParameterFixer>(
            "[Prompt(\"{{|GG0005:topic|}} {{|GG0005:tone|}} {{|GG0005:topic|}}\")] Task<string> AskAsync();",
            "[Prompt(\"{topic} {tone} {topic}\")] Task<string> AskAsync(string topic, string tone);",
            Add);
}

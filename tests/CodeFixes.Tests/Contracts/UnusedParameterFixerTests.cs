using GeminiGen.CodeFixes.Contracts;

namespace GeminiGen.CodeFixes.Tests.Contracts;

/// <summary>Fixes of GG0006.</summary>
public sealed class UnusedParameterFixerTests
{
    [Theory]
    [InlineData("\"Say it.\"", "\"Say it. {what}\"")]
    [InlineData("@\"Say \"\"it\"\"\"", "@\"Say \"\"it\"\" {what}\"")]
    [InlineData("\"\"\"Say \"it\".\"\"\"", "\"\"\"Say \"it\". {what}\"\"\"")]
    [InlineData("Texts.Intro + \"Say it.\"", "Texts.Intro + \"Say it. {what}\"")]
    [InlineData("\"\"\"\n        Say\n          it.\n        \"\"\"", "\"\"\"\n        Say\n          it.\n        {what}\n        \"\"\"")]
    [InlineData("\"\"\"\r\n        Say it.\r\n        \"\"\"", "\"\"\"\r\n        Say it.\r\n        {what}\r\n        \"\"\"")]
    public Task Adds_the_placeholder_to_the_end_of_the_prompt(string argument, string repaired)
        => FixVerifier.VerifyAsync<UnusedParameterFixer>(
            $"[Prompt({argument})] Task<string> AskAsync(string {{|GG0006:what|}});", $"[Prompt({repaired})] Task<string> AskAsync(string what);", UnusedParameterFixer.AddPlaceholderKey);

    [Theory]
    [InlineData("(string {|GG0006:what|})", "()")]
    [InlineData("(string {|GG0006:what|}, CancellationToken token = default)", "(CancellationToken token = default)")]
    [InlineData("([NotInPrompt] int a, string {|GG0006:what|})", "([NotInPrompt] int a)")]
    public Task Removes_the_parameter(string parameters, string repaired)
        => FixVerifier.VerifyAsync<UnusedParameterFixer>(
            $"[Prompt(\"a\")] Task<string> AskAsync{parameters};", $"[Prompt(\"a\")] Task<string> AskAsync{repaired};", UnusedParameterFixer.RemoveKey);

    [Theory]
    [InlineData("(string {|GG0006:what|})", "([NotInPrompt] string what)")]
    [InlineData("(CancellationToken token, string? {|GG0006:what|} = null)", "(CancellationToken token, [NotInPrompt] string? what = null)")]
    public Task Marks_the_parameter(string parameters, string repaired)
        => FixVerifier.VerifyAsync<UnusedParameterFixer>(
            $"[Prompt(\"a\")] Task<string> AskAsync{parameters};", $"[Prompt(\"a\")] Task<string> AskAsync{repaired};", UnusedParameterFixer.MarkKey);

    [Fact]
    public Task Marks_many_at_once()
        => FixVerifier.VerifyAsync<UnusedParameterFixer>(
            "[Prompt(\"a\")] Task<string> AskAsync(string {|GG0006:what|}, int {|GG0006:why|});",
            "[Prompt(\"a\")] Task<string> AskAsync([NotInPrompt] string what, [NotInPrompt] int why);",
            UnusedParameterFixer.MarkKey);

    [Fact]
    public Task Only_marks_where_the_text_is_declared_elsewhere_and_the_shorter_method_exists()
        => FixVerifier.VerifyAsync<UnusedParameterFixer>(
            "[Prompt(Texts.Intro)] Task<string> AskAsync(string {|GG0006:what|});\n    [Prompt(\"a\")] Task<string> AskAsync();",
            "[Prompt(Texts.Intro)] Task<string> AskAsync([NotInPrompt] string what);\n    [Prompt(\"a\")] Task<string> AskAsync();",
            key: null);

    [Fact]
    public Task Adds_all_placeholders_of_a_prompt_at_once()
        => FixVerifier.VerifyAsync<UnusedParameterFixer>(
            "[Prompt(\"a\")] Task<string> AskAsync(string {|GG0006:what|}, int {|GG0006:why|});",
            "[Prompt(\"a {what} {why}\")] Task<string> AskAsync(string what, int why);",
            UnusedParameterFixer.AddPlaceholderKey);

    [Fact]
    public Task Removes_no_parameter_that_a_class_implements()
        => FixVerifier.VerifyAsync<UnusedParameterFixer>(
            "[Prompt(Texts.Intro)] Task<string> AskAsync(string {|GG0006:what|});\n    class Fake : IDesk { public Task<string> AskAsync(string what) => Task.FromResult(what); }",
            "[Prompt(Texts.Intro)] Task<string> AskAsync([NotInPrompt] string what);\n    class Fake : IDesk { public Task<string> AskAsync(string what) => Task.FromResult(what); }",
            key: null);
}

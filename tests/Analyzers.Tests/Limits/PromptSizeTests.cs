using GeminiGen.Analyzers.Rules;
using GeminiGen.TestHarness;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Testing;

namespace GeminiGen.Analyzers.Tests.Limits;

/// <summary>GG3005 and GG3009, on a model whose window of 8,192 tokens a test can fill.</summary>
public sealed class PromptSizeTests
{
    // The model with the small window speaks; that is another rule's matter.
    private const string Usings = "#pragma warning disable GG4014\nusing System.Threading.Tasks; using GeminiGen;\n";

    [Theory]
    [InlineData(2000, "{|GG3005:\"TEXT\"|}", 10)]
    [InlineData(5000, "{|GG3005:\"TEXT\"|}", 50)]
    [InlineData(5000, "\"TEXT\"", 90)]
    [InlineData(2000, "\"TEXT\"", 50)]
    [InlineData(9000, "{|GG3005:\"TEXT\"|}", 50)]
    [InlineData(11000, "{|GG3009:\"TEXT\"|}", 50)]
    public async Task Prompt_is_measured_against_the_window(int tokens, string prompt, int percent)
        => await VerifyAsync("[Prompt(" + prompt + ")]", tokens, "dotnet_code_quality.GG3005.share = " + percent);

    [Theory]
    [InlineData("dotnet_code_quality.GG3005.share = 0")]
    [InlineData("dotnet_code_quality.GG3005.share = much")]
    [InlineData("dotnet_code_quality.GG3005.share = 200")]
    [InlineData("")]
    public async Task Half_the_window_is_the_default_and_answers_nonsense(string config)
    {
        await VerifyAsync("[Prompt({|GG3005:\"TEXT\"|})]", 5000, config);
        await VerifyAsync("[Prompt(\"TEXT\")]", 3000, config);
    }

    [Fact]
    public async Task System_instruction_counts_and_is_the_place_when_longer()
        => await VerifyAsync("[Prompt(\"short\"), SystemInstruction({|GG3005:\"TEXT\"|})]", 5000, "");

    [Fact]
    public async Task Examples_count()
        => await VerifyAsync("[Prompt({|GG3005:\"short\"|}), Example(User = \"TEXT\", Model = \"a\"), Example(User = \"b\", Model = \"TEXT\")]", 2500, "");

    [Theory]
    [InlineData("[Prompt({|GG3005:\"short\"|})] Task<Card> AskAsync(); } record Card([property: System.ComponentModel.Description(\"TEXT\")] string Name);")]
    [InlineData("[Prompt({|GG3005:\"short\"|}), Tools(typeof(Sums))] Task<string> AskAsync(); } static class Sums { [Tool(\"TEXT\")] public static int Add(int a, int b) => a + b; }")]
    [InlineData("[Prompt(\"short\")] Task<string> AskAsync(); } record Card([property: System.ComponentModel.Description(\"TEXT\")] string Name);")]
    public async Task Schema_and_functions_count(string members)
        => await AnalyzerVerifier.VerifyAsync<ContractSettingsAnalyzer>(
            "#pragma warning disable GG0013\n" + Usings + "[GeminiPrompts(Model = \"gemini-2.5-flash-preview-tts\")] interface I { " + members.Replace("TEXT", Text(5000), StringComparison.Ordinal),
            new TestProjectOptions { Only = ["GG3005", "GG3009"] });

    [Fact]
    public async Task Instruction_of_the_contract_is_reported_once()
        => await AnalyzerVerifier.VerifyAsync<ContractSettingsAnalyzer>(
            Usings + ("[GeminiPrompts(Model = \"gemini-2.5-flash-preview-tts\"), SystemInstruction({|GG3005:\"TEXT\"|})]"
                + " interface I { [Prompt(\"a\")] Task<string> AskAsync(); [Prompt(\"b\")] Task<string> TellAsync(); }").Replace("TEXT", Text(5000), StringComparison.Ordinal));

    [Theory]
    [InlineData("tunedModels/mine")]
    [InlineData("gemini-3.8-live")]
    public async Task Unknown_window_is_not_reported(string model)
        => await AnalyzerVerifier.VerifyAsync<ContractSettingsAnalyzer>(
            Usings + "[GeminiPrompts(Model = \"" + model + "\")] interface I { [Prompt(\"" + Text(20_000) + "\")] Task<string> AskAsync(); }");

    [Fact]
    public async Task Message_names_method_size_window_and_model()
        => await AnalyzerVerifier.VerifyAsync<ContractSettingsAnalyzer>(
            Usings + "[GeminiPrompts(Model = \"gemini-2.5-flash-preview-tts\")] interface I { [Prompt({|#0:\"" + Text(5000) + "\"|})] Task<string> AskAsync(); }",
            null,
            new DiagnosticResult("GG3005", DiagnosticSeverity.Warning).WithLocation(0).WithArguments("AskAsync", 5001, 8192, "gemini-2.5-flash-preview-tts"));

    // A digit is a token.
    private static string Text(int tokens) => new('7', tokens);

    private static Task VerifyAsync(string attributes, int tokens, string config)
        => AnalyzerVerifier.VerifyAsync<ContractSettingsAnalyzer>(
            Usings + "[GeminiPrompts(Model = \"gemini-2.5-flash-preview-tts\")] interface I { " + attributes.Replace("TEXT", Text(tokens), StringComparison.Ordinal) + " Task<string> AskAsync(); }",
            new TestProjectOptions { EditorConfig = config });
}

using GeminiGen.Analyzers.Rules;
using GeminiGen.CodeFixes.Limits;
using GeminiGen.CodeFixes.Tests.Contracts;
using GeminiGen.TestHarness;

namespace GeminiGen.CodeFixes.Tests.Limits;

/// <summary>Fixes of GG3001, GG3002, GG3003 and GG3006.</summary>
public sealed class LimitFixerTests
{
    private const string Url = "https://generativelanguage.googleapis.com/v1beta/models/gemini-3.8-flash:generateContent";
    private const string Usings = "using System;\nusing System.IO;\nusing System.Net.Http;\nusing System.Net.Http.Json;\nusing System.Text;\nusing System.Threading.Tasks;\nusing GeminiGen;\n\n";

    [Theory]
    [InlineData(
        "[Prompt(\"a\"), Generation(MaxOutputTokens = {|GG3002:100_000|} /* all */)] Task<string> AskAsync();",
        "[Prompt(\"a\"), Generation(MaxOutputTokens = 65536 /* all */)] Task<string> AskAsync();")]
    [InlineData(
        "[Prompt(\"a\"), Generation(MaxOutputTokens = {|GG3002:100000|})] Task<string> AskAsync();\n    [Prompt(\"b\"), Generation(MaxOutputTokens = {|GG3002:70000|})] Task<string> TellAsync();",
        "[Prompt(\"a\"), Generation(MaxOutputTokens = 65536)] Task<string> AskAsync();\n    [Prompt(\"b\"), Generation(MaxOutputTokens = 65536)] Task<string> TellAsync();")]
    public Task Output_tokens_become_the_limit(string members, string repaired)
        => CodeFixVerifier.VerifyAsync<ContractSettingsAnalyzer, OutputTokensAboveLimitFixer>(Wrap("gemini-3.8-flash", members), Wrap("gemini-3.8-flash", repaired), OutputTokensAboveLimitFixer.SetKey);

    [Theory]
    [InlineData("[Prompt(\"a\"), Generation(MaxOutputTokens = {|GG3002:Texts.Tokens|})] Task<string> AskAsync();")]
    [InlineData("[Prompt(\"a\"), Generation(MaxOutputTokens = {|GG3002:60000 + 60000|})] Task<string> AskAsync();")]
    public Task A_constant_from_elsewhere_is_left_alone(string members)
        => CodeFixVerifier.VerifyNotOfferedAsync<ContractSettingsAnalyzer, OutputTokensAboveLimitFixer>(Wrap("gemini-3.8-flash", members));

    [Fact]
    public Task Tokens_that_are_too_few_are_raised()
        => CodeFixVerifier.VerifyAsync<ContractSettingsAnalyzer, OutputTokensTooFewFixer>(
            Wrap("gemini-3.6-flash", "[Prompt(\"a\"), Generation(MaxOutputTokens = {|GG3003:20|}, Seed = 1)] Task<string> AskAsync();"),
            Wrap("gemini-3.6-flash", "[Prompt(\"a\"), Generation(MaxOutputTokens = 8192, Seed = 1)] Task<string> AskAsync();"),
            OutputTokensTooFewFixer.RaiseKey);

    [Theory]
    [InlineData("gemini-3.6-flash", "MaxOutputTokens = {|GG3003:20|}, Seed = 1", "MaxOutputTokens = 20, Thinking = ThinkingLevel.Minimal, Seed = 1")]
    [InlineData("gemini-3.8-flash", "MaxOutputTokens = {|GG3003:500|}", "MaxOutputTokens = 500, Thinking = ThinkingLevel.Low")]
    [InlineData("gemini-2.5-flash", "MaxOutputTokens = {|GG3003:20|}", "MaxOutputTokens = 20, ThinkingBudget = 0")]
    public Task Or_the_model_thinks_less(string model, string settings, string repaired)
        => CodeFixVerifier.VerifyAsync<ContractSettingsAnalyzer, OutputTokensTooFewFixer>(
            Wrap(model, "[Prompt(\"a\"), Generation(" + settings + ")] Task<string> AskAsync();"),
            Wrap(model, "[Prompt(\"a\"), Generation(" + repaired + ")] Task<string> AskAsync();"),
            OutputTokensTooFewFixer.ThinkLessKey);

    [Theory]
    [InlineData("gemini-2.5-pro", "Temperature = {|GG3006:2.5|}", "Temperature = 2")]
    [InlineData("gemini-2.5-pro", "Temperature = {|GG3006:-0.5|}, TopP = {|GG3006:1.5|}, TopK = {|GG3006:0|}", "Temperature = 0, TopP = 1, TopK = 1")]
    [InlineData("gemini-2.5-pro", "ThinkingBudget = {|GG3006:100000|}", "ThinkingBudget = 32768")]
    [InlineData("gemini-2.5-pro", "ThinkingBudget = {|GG3006:0|}", "ThinkingBudget = 128")]
    [InlineData("gemini-3.1-pro-preview", "Thinking = {|GG3006:ThinkingLevel.Minimal|}", "Thinking = ThinkingLevel.Low")]
    public Task Settings_are_put_into_their_range(string model, string settings, string repaired)
        => CodeFixVerifier.VerifyAsync<ContractSettingsAnalyzer, SettingOutOfRangeFixer>(
            Wrap(model, "[Prompt(\"a\"), Generation(" + settings + ")] Task<string> AskAsync();"),
            Wrap(model, "[Prompt(\"a\"), Generation(" + repaired + ")] Task<string> AskAsync();"),
            SettingOutOfRangeFixer.SetKey);

    [Theory]
    [InlineData("MaxOutputTokens = {|GG3006:0|}")]
    [InlineData("Temperature = {|GG3006:double.NaN|}")]
    [InlineData("StopSequences = {|GG3006:new[] { \"a\", \"b\", \"c\", \"d\", \"e\", \"f\" }|}")]
    public Task Where_nothing_near_was_meant_no_fix_is_offered(string settings)
        => CodeFixVerifier.VerifyNotOfferedAsync<ContractSettingsAnalyzer, SettingOutOfRangeFixer>(Wrap("gemini-2.5-pro", "[Prompt(\"a\"), Generation(" + settings + ")] Task<string> AskAsync();"));

    [Theory]
    [InlineData("new { generationConfig = new { temperature = {|GG3006:2.5f|}, topK = {|GG3006:0|} } }", "new { generationConfig = new { temperature = 2f, topK = 1 } }")]
    [InlineData("new { generationConfig = new { candidateCount = {|GG3006:20|} } }", "new { generationConfig = new { candidateCount = 8 } }")]
    public Task Objects_of_a_request_are_mended(string body, string repaired)
        => CodeFixVerifier.VerifyAsync<CallSiteAnalyzer, SettingOutOfRangeFixer>(Request(body), Request(repaired), SettingOutOfRangeFixer.SetKey, WithoutRetries);

    [Fact]
    public Task Json_in_a_string_is_mended()
        => CodeFixVerifier.VerifyAsync<CallSiteAnalyzer, SettingOutOfRangeFixer>(
            Program("await _http.PostAsync(\"" + Url + "\", new StringContent(\"\"\"{ \"generationConfig\": { \"temperature\": {|GG3006:3.5|} } }\"\"\"));"),
            Program("await _http.PostAsync(\"" + Url + "\", new StringContent(\"\"\"{ \"generationConfig\": { \"temperature\": 2 } }\"\"\"));"),
            SettingOutOfRangeFixer.SetKey,
            WithoutRetries);

    [Theory]
    [InlineData("Media M(string path) => Media.FromBytes({|GG3001:File.ReadAllBytes(path)|}, \"image/png\");", "Media M(string path) => Media.FromFile(path, \"image/png\");")]
    [InlineData("async Task<Media> M(string path) { await Task.Yield(); return Media.FromBytes(await {|GG3001:File.ReadAllBytesAsync(path)|}); }", "async Task<Media> M(string path) { await Task.Yield(); return Media.FromFile(path); }")]
    public Task Media_takes_the_path(string member, string repaired)
        => CodeFixVerifier.VerifyAsync<CallSiteAnalyzer, WholeFileInlineFixer>(Usings + "class C { " + member + " }", Usings + "class C { " + repaired + " }", WholeFileInlineFixer.FromFileKey);

    [Theory]
    [InlineData(
        "// The picture.\n        byte[] photo = await {|GG3001:File.ReadAllBytesAsync(path)|};\n        var data = Convert.ToBase64String(photo);",
        "// The picture.\n        byte[] photo = await File.ReadAllBytesAsync(path);\n        if (photo.Length > 14_000_000)\n        {\n            throw new InvalidOperationException(\"The file is too large to be sent inside the request; upload it with the Files API.\");\n        }\n\n        var data = Convert.ToBase64String(photo);")]
    [InlineData(
        "// The picture.\n        var data = Convert.ToBase64String({|GG3001:File.ReadAllBytes(path)|});",
        "// The picture.\n        if (new FileInfo(path).Length > 14_000_000)\n        {\n            throw new InvalidOperationException(\"The file is too large to be sent inside the request; upload it with the Files API.\");\n        }\n\n        var data = Convert.ToBase64String(File.ReadAllBytes(path));")]
    public Task The_size_is_tested_before(string statements, string repaired)
        => CodeFixVerifier.VerifyAsync<CallSiteAnalyzer, WholeFileInlineFixer>(Inline(statements), Inline(repaired), WholeFileInlineFixer.GuardKey, WithoutRetries);

    [Theory]
    [InlineData("var data = Convert.ToBase64String({|GG3001:File.ReadAllBytes(Path.Combine(path, \"a.png\"))|});", "if (new FileInfo(Path.Combine(path, \"a.png\")).Length > 14_000_000)\n        {\n            throw new InvalidOperationException(\"The file is too large to be sent inside the request; upload it with the Files API.\");\n        }\n\n        var data = Convert.ToBase64String(File.ReadAllBytes(Path.Combine(path, \"a.png\")));")]
    public Task The_size_is_tested_where_the_file_is_read(string statements, string repaired)
        => CodeFixVerifier.VerifyAsync<CallSiteAnalyzer, WholeFileInlineFixer>(Inline(statements), Inline(repaired), WholeFileInlineFixer.GuardKey, WithoutRetries);

    [Fact]
    public Task The_size_is_tested_in_a_member_of_one_expression()
    {
        const string Member = "    static string Encode(string path) => Convert.ToBase64String(READ);\n}\n";
        string program = Inline("var data = Encode(path);");
        return CodeFixVerifier.VerifyAsync<CallSiteAnalyzer, WholeFileInlineFixer>(
            program[..^2] + Member.Replace("READ", "{|GG3001:File.ReadAllBytes(path)|}", StringComparison.Ordinal),
            program[..^2] + Member.Replace("READ", "new FileInfo(path).Length > 14_000_000 ? throw new InvalidOperationException(\"The file is too large to be sent inside the request; upload it with the Files API.\") : File.ReadAllBytes(path)", StringComparison.Ordinal),
            WholeFileInlineFixer.GuardKey,
            WithoutRetries);
    }

    [Fact]
    public Task The_size_is_not_tested_where_the_path_is_made_anew()
        => CodeFixVerifier.VerifyNotOfferedAsync<CallSiteAnalyzer, WholeFileInlineFixer>(Inline("var data = Convert.ToBase64String({|GG3001:File.ReadAllBytes(Path.GetTempFileName())|});"), WithoutRetries);

    [Theory]
    [InlineData("if (file.Length > {|GG3007:50_000_000|}) { throw new InvalidOperationException(); }", "if (file.Length > 14_000_000) { throw new InvalidOperationException(); }")]
    [InlineData("if (file.Length >= {|GG3007:200 * 1024 * 1024|} /* MB */) { return; }", "if (file.Length >= 14_000_000 /* MB */) { return; }")]
    public Task The_bound_is_lowered(string test, string repaired)
        => CodeFixVerifier.VerifyAsync<CallSiteAnalyzer, MediaLargeFixer>(
            Inline("var file = File.ReadAllBytes(path);\n        " + test + "\n        var data = Convert.ToBase64String(file);"),
            Inline("var file = File.ReadAllBytes(path);\n        " + repaired + "\n        var data = Convert.ToBase64String(file);"),
            "GG3007.Bound",
            WithoutRetries);

    [Theory]
    // A constant with a name may be used elsewhere; bytes of a known length have no test.
    [InlineData("const int Most = 50_000_000; var file = File.ReadAllBytes(path); if (file.Length > {|GG3007:Most|}) { throw new InvalidOperationException(); } var data = Convert.ToBase64String(file);")]
    [InlineData("var data = Convert.ToBase64String({|GG3007:new byte[20_000_000]|});")]
    public Task No_other_bound_is_lowered(string statements)
        => CodeFixVerifier.VerifyNotOfferedAsync<CallSiteAnalyzer, MediaLargeFixer>(Inline(statements), WithoutRetries);

    private static TestProjectOptions WithoutRetries => new() { EditorConfig = "dotnet_diagnostic.GG2001.severity = none" };

    private static string Wrap(string model, string members)
        => FixVerifier.Usings + "#pragma warning disable GG4001, GG0013\n[GeminiPrompts(Model = \"" + model + "\")]\npublic interface IDesk\n{\n    " + members + "\n}\n\nstatic class Texts { public const int Tokens = 100000; }\n";

    private static string Request(string body) => Program("await _http.PostAsJsonAsync(\"" + Url + "\", " + body + ");");

    private static string Inline(string statements)
        => Program(statements + "\n\n        await _http.PostAsJsonAsync(\"" + Url + "\", new { contents = new[] { new { parts = new[] { new { inlineData = new { mimeType = \"image/png\", data } } } } } });");

    private static string Program(string statements) => Usings + "class C\n{\n    readonly HttpClient _http = new();\n\n    async Task M(string path)\n    {\n        " + statements + "\n    }\n}\n";
}

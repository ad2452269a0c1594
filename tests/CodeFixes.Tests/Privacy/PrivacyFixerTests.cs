using GeminiGen.Analyzers.Rules;
using GeminiGen.CodeFixes.Privacy;
using GeminiGen.TestHarness;

namespace GeminiGen.CodeFixes.Tests.Privacy;

/// <summary>Fixes of GG5001 and GG5004.</summary>
public sealed class PrivacyFixerTests
{
    private const string Usings = "using System.Net.Http;\nusing System.Net.Http.Json;\nusing System.Threading.Tasks;\nusing GeminiGen;\nusing Microsoft.Extensions.Logging;\n\n";

    [Theory]
    [InlineData("_logger.LogInformation(\"{Q} {A}\", {|GG5001:question|}, {|GG5001:answer|}); // Both.", "_logger.LogDebug(\"{Q} {A}\", question, answer); // Both.")]
    [InlineData("_logger.LogError({|GG5001:$\"Got {answer}\"|});", "_logger.LogDebug($\"Got {answer}\");")]
    [InlineData("_logger.Log(LogLevel.Warning, \"{A}\", {|GG5001:answer|});", "_logger.Log(LogLevel.Debug, \"{A}\", answer);")]
    public Task The_level_is_lowered(string statement, string repaired)
        => CodeFixVerifier.VerifyAsync<CallSiteAnalyzer, LoggedTextFixer>(Desk(statement), Desk(repaired), LoggedTextFixer.LowerKey);

    [Theory]
    [InlineData("{|GG5004:new { model = \"m\", input = text }|}", "new { model = \"m\", input = text, store = false }")]
    [InlineData("new { model = \"m\", store = {|GG5004:true|}, input = text }", "new { model = \"m\", store = false, input = text }")]
    [InlineData("{|GG5004:new\n        {\n            model = \"m\",\n            input = text, // All.\n        }|}", "new\n        {\n            model = \"m\",\n            input = text,\n            store = false, // All.\n        }")]
    public Task Storage_is_switched_off(string body, string repaired)
        => CodeFixVerifier.VerifyAsync<CallSiteAnalyzer, StorageFixer>(Interaction(body), Interaction(repaired), StorageFixer.OffKey, WithoutRetries);

    [Fact]
    public Task Json_without_it_is_left_alone()
        => CodeFixVerifier.VerifyNotOfferedAsync<CallSiteAnalyzer, StorageFixer>(
            Usings + "class C { readonly HttpClient _http = new(); Task M() => _http.PostAsync(\"https://generativelanguage.googleapis.com/v1beta/interactions\", new StringContent(\"\"\"{|GG5004:{|} \"input\": \"a\" }\"\"\")); }",
            WithoutRetries);

    private static TestProjectOptions WithoutRetries => new() { EditorConfig = "dotnet_diagnostic.GG2001.severity = none" };

    private static string Desk(string statement)
        => Usings + "[GeminiPrompts]\npublic interface IDesk { [Prompt(\"{question}\")] Task<string> AskAsync(string question); }\n\nclass C\n{\n    readonly ILogger _logger = null!;\n\n    async Task M(IDesk desk, string question)\n    {\n        var answer = await desk.AskAsync(question);\n        "
            + statement + "\n    }\n}\n";

    private static string Interaction(string body)
        => Usings + "class C\n{\n    readonly HttpClient _http = new();\n\n    Task M(string text)\n        => _http.PostAsJsonAsync(\"https://generativelanguage.googleapis.com/v1beta/interactions\", " + body + ");\n}\n";
}

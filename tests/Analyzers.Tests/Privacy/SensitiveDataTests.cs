using GeminiGen.Analyzers.Rules;
using GeminiGen.Analyzers.Tests.Requests;
using GeminiGen.TestHarness;

namespace GeminiGen.Analyzers.Tests.Privacy;

/// <summary>GG5007.</summary>
public sealed class SensitiveDataTests
{
    private const string Types = """
        public class Patient { public int Id { get; set; } public string Name { get; set; } = ""; [Sensitive] public string Notes { get; set; } = ""; [Private] public string Address { get; set; } = ""; [PublicData] public string Ward { get; set; } = ""; }
        [Sensitive] public record Secret(string Text);
        public class PrivateAttribute : Microsoft.Extensions.Compliance.Classification.DataClassificationAttribute { }
        public class PublicDataAttribute : Microsoft.Extensions.Compliance.Classification.DataClassificationAttribute { }
        [GeminiPrompts] public interface IDesk { [Prompt("{text}")] Task<string> AskAsync(string text); }
        namespace Microsoft.Extensions.Compliance.Classification { public class DataClassificationAttribute : Attribute { } }

        """;

    [Theory]
    [InlineData("desk.AskAsync(patient.{|GG5007:Notes|})")]
    [InlineData("desk.AskAsync(patient.{|GG5007:Address|})")]
    [InlineData("desk.AskAsync($\"Summarise {patient.{|GG5007:Notes|}} of {patient.Name}\")")]
    [InlineData("desk.AskAsync({|GG5007:secret|}.Text)")]
    [InlineData("_http.PostAsJsonAsync(\"URL\", new { contents = new[] { new { parts = new[] { new { text = patient.{|GG5007:Notes|} } } } } })")]
    public Task Marked_data_in_a_call_triggers(string call) => VerifyAsync(call);

    [Theory]
    [InlineData("desk.AskAsync(patient.Name + patient.Ward)")]
    [InlineData("desk.AskAsync(Redact(patient.Notes))")]
    [InlineData("desk.AskAsync(patient.Notes.Length.ToString())")]
    [InlineData("_http.PostAsJsonAsync(\"https://example.com\", new { text = patient.Notes })")]
    public Task Other_data_and_redacted_data_do_not(string call) => VerifyAsync(call);

    [Fact]
    public Task A_variable_is_followed()
        => RequestVerifier.VerifyAsync(Types + "class C { async Task M(IDesk desk, Patient patient) { var text = \"Summarise: \" + patient.{|GG5007:Notes|}; await desk.AskAsync(text); } }");

    [Theory]
    [InlineData("dotnet_code_quality.GG5007.endpoint = paid")]
    [InlineData("dotnet_code_quality.GG5007.endpoint = Paid ")]
    public Task A_paid_endpoint_may_have_them(string config) => VerifyAsync("desk.AskAsync(patient.Notes)", config);

    [Theory]
    [InlineData("dotnet_code_quality.GG5007.endpoint = free")]
    [InlineData("dotnet_code_quality.GG5007.endpoint = ours")]
    public Task The_free_tier_and_unknown_words_may_not(string config) => VerifyAsync("desk.AskAsync(patient.{|GG5007:Notes|})", config);

    [Theory]
    [InlineData("[Prompt(\"{text}\")] Task<string> AskAsync([Sensitive] string {|GG5007:text|});", "")]
    [InlineData("[Prompt(\"{text}\")] Task<string> AskAsync([Sensitive] string text);", "dotnet_code_quality.GG5007.endpoint = paid")]
    [InlineData("[Prompt(\"{text}\")] Task<string> AskAsync(string text);", "")]
    public Task Marked_parameters_of_a_contract_are_told_where_they_stand(string method, string config)
        => AnalyzerVerifier.VerifyAsync<ContractSettingsAnalyzer>("using System.Threading.Tasks; using GeminiGen;\n[GeminiPrompts] interface I { " + method + " }", new TestProjectOptions { EditorConfig = config });

    private static Task VerifyAsync(string call, string config = "")
        => RequestVerifier.VerifyAsync(Types + "class C { readonly HttpClient _http = new(); static string Redact(string s) => \"\"; Task M(IDesk desk, Patient patient, Secret secret) => " + call + "; }", config);
}

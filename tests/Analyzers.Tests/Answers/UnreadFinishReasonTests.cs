using GeminiGen.Analyzers.Rules;
using GeminiGen.TestHarness;

namespace GeminiGen.Analyzers.Tests.Answers;

/// <summary>GG4003: an answer is read, and nothing in the project reads why the model stopped.</summary>
public sealed class UnreadFinishReasonTests
{
    private const string Usings = "using System;\nusing System.Collections.Generic;\nusing System.Linq;\nusing System.Text.Json;\nusing System.Text.Json.Nodes;\nusing System.Text.Json.Serialization;\n";

    private const string Answer = """

        class Answer { public List<Candidate> Candidates { get; set; } = new(); }
        class Candidate { public Content Content { get; set; } = new([]); [JsonPropertyName("finishReason")] public string? FinishReason { get; set; } }
        record Content(Part[] Parts);
        class Part { public string Text { get; set; } = ""; }
        """;

    [Theory]
    [InlineData("string? M(JsonElement root) => root.GetProperty(\"candidates\")[0].GetProperty(\"content\").{|GG4003:GetProperty(\"parts\")|}[0].GetProperty(\"text\").GetString();")]
    [InlineData("string? M(JsonElement root) => root.TryGetProperty(\"candidates\", out var c) && c.GetArrayLength() > 0 ? c[0].GetProperty(\"content\").{|GG4003:GetProperty(\"parts\")|}[0].GetProperty(\"text\").GetString() : null;")]
    [InlineData("string? M(JsonNode n) => n[\"candidates\"]?[0]?[\"content\"]?{|GG4003:[\"parts\"]|}?[0]?[\"text\"]?.ToString();")]
    [InlineData("string M(Answer a) => string.Concat(a.Candidates.SelectMany(c => c.Content.{|GG4003:Parts|}).Select(p => p.Text));")]
    [InlineData("string M(Answer a) { foreach (var c in a.Candidates) { return c.Content.{|GG4003:Parts|}[0].Text + c.Content.Parts[1].Text; } return \"\"; }")]
    [InlineData("string M(dynamic d) => d.candidates[0].content.{|GG4003:parts|}[0].text;")]
    public async Task Triggers_where_nothing_reads_it(string members) => await VerifyAsync(members);

    [Theory]
    [InlineData("string? M(Answer a) => a.Candidates[0].FinishReason == \"STOP\" ? a.Candidates[0].Content.Parts[0].Text : null;")]
    [InlineData("string? M(JsonElement root) { var c = root.GetProperty(\"candidates\")[0]; if (c.GetProperty(\"finishReason\").GetString() != \"STOP\") { return null; } return c.GetProperty(\"content\").GetProperty(\"parts\")[0].GetProperty(\"text\").GetString(); }")]
    [InlineData("string? M(Answer a) => a.Candidates is [{ FinishReason: \"STOP\" } c] ? c.Content.Parts[0].Text : null; string N(Answer a) => a.Candidates[0].Content.Parts[0].Text;")]
    [InlineData("string M(JsonNode n) => n[\"contents\"]![0]![\"parts\"]![0]![\"text\"]!.ToString();")]
    public async Task Is_silent_where_something_does(string members) => await VerifyAsync(members);

    [Fact]
    public async Task Looks_through_the_project()
        => await AnalyzerVerifier.VerifyAsync<CallSiteAnalyzer>(
            Usings + "class C { string M(Answer a) => a.Candidates[0].Content.Parts[0].Text; }" + Answer,
            Options with { OtherFiles = [new SourceFile("Stops.cs", "static class Stops { public static bool Early(Candidate c) => c.FinishReason != \"STOP\"; }")] });

    private static TestProjectOptions Options { get; } = new() { Only = ["GG4003"] };

    private static Task VerifyAsync(string members) => AnalyzerVerifier.VerifyAsync<CallSiteAnalyzer>(Usings + "class C { " + members + " }" + Answer, Options);
}

using GeminiGen.Analyzers.Rules;
using GeminiGen.CodeFixes.Answers;
using GeminiGen.TestHarness;

namespace GeminiGen.CodeFixes.Tests.Answers;

/// <summary>The fixes of GG4002 and GG4003. <c>THROW</c> stands for the statement it puts in.</summary>
public sealed class UncheckedAnswerFixerTests
{
    private const string Usings = "using System;\nusing System.Collections.Generic;\nusing System.Linq;\nusing System.Text.Json;\nusing System.Text.Json.Nodes;\n";
    private const string Throw = "throw new InvalidOperationException(\"Gemini gave no answer. A prompt that is blocked says why in promptFeedback.blockReason.\");";

    private const string Answer = """

        class Answer { public List<Candidate> Candidates { get; set; } = new(); public Candidate[] candidates = []; }
        class Candidate { public Content Content { get; set; } = new(); public string? FinishReason { get; set; } }
        class Content { public Part[] Parts { get; set; } = []; }
        class Part { public string Text { get; set; } = ""; }
        """;

    [Theory]
    [InlineData(
        "string? M(JsonElement root) { return root.{|GG4002:GetProperty(\"candidates\")[0]|}.GetProperty(\"content\").GetProperty(\"parts\")[0].GetProperty(\"text\").GetString(); }",
        "string? M(JsonElement root) { if (!root.TryGetProperty(\"candidates\", out var candidates) || candidates.GetArrayLength() == 0) { THROW } return root.GetProperty(\"candidates\")[0].GetProperty(\"content\").GetProperty(\"parts\")[0].GetProperty(\"text\").GetString(); }")]
    [InlineData(
        "string? M(JsonElement root) { var candidates = root.GetProperty(\"candidates\"); return {|GG4002:candidates[0]|}.GetProperty(\"content\").GetProperty(\"parts\")[0].GetProperty(\"text\").GetString(); }",
        "string? M(JsonElement root) { if (!root.TryGetProperty(\"candidates\", out var candidates1) || candidates1.GetArrayLength() == 0) { THROW } var candidates = root.GetProperty(\"candidates\"); return candidates[0].GetProperty(\"content\").GetProperty(\"parts\")[0].GetProperty(\"text\").GetString(); }")]
    [InlineData(
        "string M(JsonNode n) { return n{|GG4002:[\"candidates\"]![0]|}![\"content\"]![\"parts\"]![0]![\"text\"]!.ToString(); }",
        "string M(JsonNode n) { if (!((n[\"candidates\"] as System.Text.Json.Nodes.JsonArray)?.Count > 0)) { THROW } return n[\"candidates\"]![0]![\"content\"]![\"parts\"]![0]![\"text\"]!.ToString(); }")]
    [InlineData(
        "string M(Answer a) { return a.{|GG4002:Candidates[0]|}.Content.Parts[0].Text; }",
        "string M(Answer a) { if (a.Candidates == null || a.Candidates.Count == 0) { THROW } return a.Candidates[0].Content.Parts[0].Text; }")]
    [InlineData(
        "string M(Answer a) { return a.{|GG4002:candidates[0]|}.Content.Parts[0].Text; }",
        "string M(Answer a) { if (a.candidates == null || a.candidates.Length == 0) { THROW } return a.candidates[0].Content.Parts[0].Text; }")]
    [InlineData(
        "string M(dynamic d) { return d.{|GG4002:candidates[0]|}.content.parts[0].text; }",
        "string M(dynamic d) { if (d.candidates == null || d.candidates.Count == 0) { THROW } return d.candidates[0].content.parts[0].text; }")]
    [InlineData(
        "string M(Answer a) { return a.{|GG4002:Candidates[0]|}.Content.Parts[0].Text; } string N(Answer b) { return b.{|GG4002:Candidates[0]|}.Content.Parts[0].Text; }",
        "string M(Answer a) { if (a.Candidates == null || a.Candidates.Count == 0) { THROW } return a.Candidates[0].Content.Parts[0].Text; } string N(Answer b) { if (b.Candidates == null || b.Candidates.Count == 0) { THROW } return b.Candidates[0].Content.Parts[0].Text; }")]
    public async Task Looks_before_the_first_is_taken(string members, string repaired) => await VerifyAsync(members, repaired);

    [Theory]
    [InlineData("\n")]
    [InlineData("\r\n")]
    public async Task Keeps_the_layout(string newLine)
    {
        const string Before = "\n    string? M(string json)\n    {\n        using var doc = JsonDocument.Parse(json);\n\n        // The text.\n        var text = doc.RootElement.{|GG4002:GetProperty(\"candidates\")[0]|}\n            .GetProperty(\"content\").GetProperty(\"parts\")[0].GetProperty(\"text\").GetString();\n        return text;\n    }\n";
        const string After = "\n    string? M(string json)\n    {\n        using var doc = JsonDocument.Parse(json);\n\n        if (!doc.RootElement.TryGetProperty(\"candidates\", out var candidates) || candidates.GetArrayLength() == 0)\n        {\n            THROW\n        }\n\n        // The text.\n        var text = doc.RootElement.GetProperty(\"candidates\")[0]\n            .GetProperty(\"content\").GetProperty(\"parts\")[0].GetProperty(\"text\").GetString();\n        return text;\n    }\n";
        await VerifyAsync(Before, After, newLine);
    }

    [Theory]
    [InlineData("string M(Answer a) => a.{|GG4002:Candidates[0]|}.Content.Parts[0].Text;")]
    [InlineData("string? M(string json) { return JsonDocument.Parse(json).RootElement.{|GG4002:GetProperty(\"candidates\")[0]|}.GetProperty(\"content\").GetProperty(\"parts\")[0].GetProperty(\"text\").GetString(); }")]
    [InlineData("string M(Answer a, bool b) { if (b) return a.{|GG4002:Candidates[0]|}.Content.Parts[0].Text; return \"\"; }")]
    [InlineData("Func<Answer, string> M() { return a => a.{|GG4002:Candidates[0]|}.Content.Parts[0].Text; }")]
    public async Task Is_not_offered_where_it_would_not_be_right(string members)
        => await CodeFixVerifier.VerifyNotOfferedAsync<CallSiteAnalyzer, UncheckedAnswerFixer>(Wrap(members, "\n"), Options);

    [Theory]
    [InlineData(
        "return d.RootElement.{|GG4002:GetProperty(\"choices\")[0]|}.GetProperty(\"message\").GetProperty(\"content\").GetString();",
        "if (!d.RootElement.TryGetProperty(\"choices\", out var choices) || choices.GetArrayLength() == 0) { THROW } return d.RootElement.GetProperty(\"choices\")[0].GetProperty(\"message\").GetProperty(\"content\").GetString();")]
    [InlineData(
        "var chat = d.Deserialize<Chat>()!; return chat.{|GG4002:Choices[0]|}.Message.Content;",
        "var chat = d.Deserialize<Chat>()!; if (chat.Choices == null || chat.Choices.Count == 0) { THROW } return chat.Choices[0].Message.Content;")]
    public async Task Looks_before_the_first_choice_is_taken(string statements, string repaired)
    {
        const string Start = "async System.Threading.Tasks.Task<string?> M(System.Net.Http.HttpClient http, System.Net.Http.HttpContent c) { using var d = JsonDocument.Parse(await (await http.PostAsync(\"https://generativelanguage.googleapis.com/v1beta/openai/chat/completions\", c)).Content.ReadAsStringAsync()); ";
        const string End = " } class Chat { public List<Choice> Choices { get; set; } = new(); } class Choice { public Message Message { get; set; } = new(); } class Message { public string Content { get; set; } = \"\"; }";
        const string ThrowChoice = "throw new InvalidOperationException(\"The model gave no answer: its prompt was blocked, or the request failed.\");";
        await VerifyAsync(Start + statements + End, Start + repaired.Replace("THROW", ThrowChoice, StringComparison.Ordinal) + End);
    }

    [Theory]
    [InlineData(
        "string? M(JsonElement root) { if (!root.TryGetProperty(\"candidates\", out _)) { return null; } return root.GetProperty(\"candidates\")[0].GetProperty(\"content\").{|GG4003:GetProperty(\"parts\")|}[0].GetProperty(\"text\").GetString(); }",
        "string? M(JsonElement root) { if (!root.TryGetProperty(\"candidates\", out _)) { return null; } if (root.GetProperty(\"candidates\")[0].GetProperty(\"finishReason\").GetString() != \"STOP\") { throw new InvalidOperationException(\"The model stopped early: \" + root.GetProperty(\"candidates\")[0].GetProperty(\"finishReason\").GetString()); } return root.GetProperty(\"candidates\")[0].GetProperty(\"content\").GetProperty(\"parts\")[0].GetProperty(\"text\").GetString(); }")]
    [InlineData(
        "string? M(Answer a) { if (a.Candidates.Count == 0) { return null; } return a.Candidates[0].Content.{|GG4003:Parts|}[0].Text; }",
        "string? M(Answer a) { if (a.Candidates.Count == 0) { return null; } if (a.Candidates[0].FinishReason != \"STOP\") { throw new InvalidOperationException(\"The model stopped early: \" + a.Candidates[0].FinishReason); } return a.Candidates[0].Content.Parts[0].Text; }")]
    public async Task Checks_the_finish_reason(string members, string repaired)
        => await CodeFixVerifier.VerifyAsync<CallSiteAnalyzer, UnreadFinishReasonFixer>(Wrap(members, "\n"), Wrap(repaired, "\n"), "GG4003.Check", new TestProjectOptions { Only = ["GG4003"] });

    [Theory]
    [InlineData("string? M(JsonElement root) => root.GetProperty(\"candidates\")[0].GetProperty(\"content\").{|GG4003:GetProperty(\"parts\")|}[0].GetProperty(\"text\").GetString();")]
    [InlineData("string M(Answer a) { return a.Candidates[0].Content.{|GG4003:Parts|}[0].Text; }")]
    public async Task Does_not_check_the_finish_reason_before_the_candidate(string members)
        => await CodeFixVerifier.VerifyNotOfferedAsync<CallSiteAnalyzer, UnreadFinishReasonFixer>(Wrap(members, "\n"), new TestProjectOptions { Only = ["GG4003"] });

    private static TestProjectOptions Options { get; } = new() { Only = ["GG4002"] };

    private static Task VerifyAsync(string members, string repaired, string newLine = "\n")
        => CodeFixVerifier.VerifyAsync<CallSiteAnalyzer, UncheckedAnswerFixer>(Wrap(members, newLine), Wrap(repaired, newLine), "GG4002.Guard", Options);

    private static string Wrap(string members, string newLine)
        => (Usings + "class C { " + members.Replace("THROW", Throw, StringComparison.Ordinal) + " }" + Answer).ReplaceLineEndings(newLine);
}

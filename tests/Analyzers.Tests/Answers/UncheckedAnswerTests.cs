using GeminiGen.Analyzers.Rules;
using GeminiGen.TestHarness;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Testing;

namespace GeminiGen.Analyzers.Tests.Answers;

/// <summary>GG4002: the first candidate is taken without a look at whether there is one.</summary>
public sealed class UncheckedAnswerTests
{
    private const string Usings = """
        using System;
        using System.Collections.Generic;
        using System.Linq;
        using System.Text.Json;
        using System.Text.Json.Nodes;

        """;

    private const string Answer = """

        class Answer { public List<Candidate> Candidates { get; set; } = new(); public Feedback? PromptFeedback { get; set; } }
        class Feedback { public string? BlockReason { get; set; } }
        class Candidate { public Content Content { get; set; } = new(); public string? FinishReason { get; set; } }
        class Content { public Part[] Parts { get; set; } = []; }
        class Part { public string Text { get; set; } = ""; }
        """;

    [Theory]
    // JSON elements, in one chain and over variables.
    [InlineData("string? M(JsonElement root) => root.{|GG4002:GetProperty(\"candidates\")[0]|}.GetProperty(\"content\").GetProperty(\"parts\")[0].GetProperty(\"text\").GetString();")]
    [InlineData("string? M(string json) { using var doc = JsonDocument.Parse(json); return doc.RootElement\n.{|GG4002:GetProperty(\"candidates\")\n[0]|}\n.GetProperty(\"content\")\n.GetProperty(\"parts\")[0]\n.GetProperty(\"text\").GetString(); }")]
    [InlineData("string? M(JsonElement root) { var candidates = root.GetProperty(\"candidates\"); var first = {|GG4002:candidates[0]|}; var content = first.GetProperty(\"content\"); var parts = content.GetProperty(\"parts\"); return parts[0].GetProperty(\"text\").GetString(); }")]
    [InlineData("string? M(JsonElement root) => root.{|GG4002:GetProperty(\"candidates\").EnumerateArray().First()|}.GetProperty(\"content\").GetProperty(\"parts\").EnumerateArray().First().GetProperty(\"text\").GetString();")]
    [InlineData("string M(JsonElement root) { var all = \"\"; foreach (var part in root.{|GG4002:GetProperty(\"candidates\")[0]|}.GetProperty(\"content\").GetProperty(\"parts\").EnumerateArray()) { all += part.GetProperty(\"text\").GetString(); } return all; }")]
    // JSON nodes.
    [InlineData("string M(JsonNode node) => node{|GG4002:[\"candidates\"]![0]|}![\"content\"]![\"parts\"]![0]![\"text\"]!.ToString();")]
    [InlineData("string M(string json) { var node = JsonNode.Parse(json)!; var candidate = node{|GG4002:[\"candidates\"]!.AsArray()[0]|}!; return candidate[\"content\"]![\"parts\"]![0]![\"text\"]!.GetValue<string>(); }")]
    // Names bound at run time.
    [InlineData("string M(dynamic d) => d.{|GG4002:candidates[0]|}.content.parts[0].text;")]
    [InlineData("string M(dynamic d) { dynamic first = d.{|GG4002:candidates[0]|}; return (string)first.content.parts[0].text; }")]
    // Classes.
    [InlineData("string M(Answer a) => a.{|GG4002:Candidates[0]|}.Content.Parts[0].Text;")]
    [InlineData("string M(Answer? a) => a!.{|GG4002:Candidates.First()|}.Content.Parts.First().Text;")]
    [InlineData("string? M(Answer? a) => a?.{|GG4002:Candidates[0]|}?.Content?.Parts[0]?.Text;")]
    [InlineData("string M(Answer a) => a.{|GG4002:Candidates.FirstOrDefault()|}!.Content.Parts[0].Text;")]
    [InlineData("string M(Answer a) { var candidate = a.{|GG4002:Candidates[0]|}; return string.Concat(candidate.Content.Parts.Select(p => p.Text)); }")]
    [InlineData("async System.Threading.Tasks.Task<string> M(System.Threading.Tasks.Task<Answer> t) { try { var a = await t; return a.{|GG4002:Candidates[0]|}.Content.Parts[0].Text; } catch (Exception e) { return e.Message; } }")]
    // Methods of the file between the steps.
    [InlineData("static JsonElement First(JsonElement root) => root.{|GG4002:GetProperty(\"candidates\")[0]|}; string? M(JsonElement root) => Text(First(root)); static string? Text(JsonElement c) => c.GetProperty(\"content\").GetProperty(\"parts\")[0].GetProperty(\"text\").GetString();")]
    [InlineData("string M(Answer a) => Text(a.{|GG4002:Candidates[0]|}); static string Text(Candidate c) => c.Content.Parts[0].Text;")]
    // Which candidate stopped why says nothing of whether there is one.
    [InlineData("string M(Answer a) => a.Candidates[0].FinishReason == \"STOP\" ? a.{|GG4002:Candidates[0]|}.Content.Parts[0].Text : \"\";")]
    public async Task Triggers_where_nothing_looks_first(string members) => await VerifyAsync(members);

    [Theory]
    [InlineData("string? M(JsonElement root) => root.TryGetProperty(\"candidates\", out var c) && c.GetArrayLength() > 0 ? c[0].GetProperty(\"content\").GetProperty(\"parts\")[0].GetProperty(\"text\").GetString() : null;")]
    [InlineData("string? M(JsonElement root) { var candidates = root.GetProperty(\"candidates\"); if (candidates.GetArrayLength() == 0) { return null; } return candidates[0].GetProperty(\"content\").GetProperty(\"parts\")[0].GetProperty(\"text\").GetString(); }")]
    [InlineData("string? M(JsonElement root) { if (root.TryGetProperty(\"promptFeedback\", out _)) { return null; } return root.GetProperty(\"candidates\")[0].GetProperty(\"content\").GetProperty(\"parts\")[0].GetProperty(\"text\").GetString(); }")]
    [InlineData("string? M(JsonElement root) { try { return root.GetProperty(\"candidates\")[0].GetProperty(\"content\").GetProperty(\"parts\")[0].GetProperty(\"text\").GetString(); } catch (KeyNotFoundException) { return null; } }")]
    [InlineData("string M(Answer a) { try { return a.Candidates[0].Content.Parts[0].Text; } catch (Exception e) { return e.Message; } }")]
    [InlineData("string? M(JsonNode n) => n[\"candidates\"]?[0]?[\"content\"]?[\"parts\"]?[0]?[\"text\"]?.ToString();")]
    [InlineData("string? M(JsonNode n) => n[\"candidates\"] is JsonArray { Count: > 0 } all ? all[0]![\"content\"]![\"parts\"]![0]![\"text\"]!.ToString() : null;")]
    [InlineData("string? M(JsonNode n) { var c = n[\"candidates\"]?.AsArray(); if (c == null) { return null; } return c[0]![\"content\"]![\"parts\"]![0]![\"text\"]!.ToString(); }")]
    [InlineData("string? M(Answer a) => a.Candidates.Count > 0 ? a.Candidates[0].Content.Parts[0].Text : null;")]
    [InlineData("string? M(Answer a) => a.Candidates?.Count > 0 ? a.Candidates[0].Content.Parts[0].Text : null;")]
    [InlineData("string? M(Answer a) => a.Candidates.Any() ? a.Candidates[0].Content.Parts[0].Text : null;")]
    [InlineData("string? M(Answer a) => a is { Candidates: { Count: > 0 } } ? a.Candidates[0].Content.Parts[0].Text : null;")]
    [InlineData("string? M(Answer a) => a is { Candidates.Count: > 0 } ? a.Candidates[0].Content.Parts[0].Text : null;")]
    [InlineData("string? M(Answer a) => a.Candidates is [var first, ..] ? first.Content.Parts[0].Text : null;")]
    [InlineData("string? M(Answer a) { if (a.PromptFeedback?.BlockReason is { } reason) { throw new InvalidOperationException(reason); } return a.Candidates[0].Content.Parts[0].Text; }")]
    [InlineData("string? M(Answer a) => a.Candidates.FirstOrDefault()?.Content.Parts[0].Text;")]
    [InlineData("string? M(Answer a) { var c = a.Candidates.FirstOrDefault(); if (c is null) { return null; } return c.Content.Parts[0].Text; }")]
    [InlineData("string M(Answer a) { Check(a); return a.Candidates[0].Content.Parts[0].Text; } static void Check(Answer a) { if (a.Candidates.Count == 0) { throw new InvalidOperationException(); } }")]
    [InlineData("string? N(Answer a) => a.Candidates.Count == 0 ? null : M(a); string M(Answer a) => a.Candidates[0].Content.Parts[0].Text;")]
    [InlineData("string M(Answer a) => string.Concat(a.Candidates.SelectMany(c => c.Content.Parts).Select(p => p.Text));")]
    [InlineData("string M(Answer a) { foreach (var c in a.Candidates) { return c.Content.Parts[0].Text; } return \"\"; }")]
    [InlineData("string M(Answer a) { ArgumentNullException.ThrowIfNull(a); var c = a.Candidates ?? throw new InvalidOperationException(); return c[0].Content.Parts[0].Text; }")]
    // Not an answer.
    [InlineData("object M(Ballot b) => b.Candidates[0].Name; class Ballot { public List<Person> Candidates = new(); public string[] Parts = []; } class Person { public string Name = \"\"; }")]
    [InlineData("object M(Ballot b) => b.Candidates[0].Parts[0]; class Ballot { public List<Person> Candidates = new(); } class Person { public string[] Parts = []; }")]
    [InlineData("string? M(JsonElement root) => root.GetProperty(\"candidates\")[0].GetProperty(\"name\").GetString() + root.GetProperty(\"content\").GetProperty(\"parts\")[0].GetString();")]
    [InlineData("string M(JsonNode n) => n[\"contents\"]![0]![\"parts\"]![0]![\"text\"]!.ToString();")]
    public async Task Is_silent_where_something_looks_first(string members) => await VerifyAsync(members);

    [Fact]
    public async Task Looks_in_other_files_for_a_check_that_is_called()
        => await AnalyzerVerifier.VerifyAsync<CallSiteAnalyzer>(
            Usings + "class C { string M(Answer a) { Guard.Check(a); return a.Candidates[0].Content.Parts[0].Text; } }" + Answer,
            Options with { OtherFiles = [new SourceFile("Guard.cs", "static class Guard { public static void Check(Answer a) { if (a.PromptFeedback != null) { throw new System.InvalidOperationException(); } } }")] });

    [Fact]
    public async Task Reads_top_level_programs()
        => await AnalyzerVerifier.VerifyAsync<CallSiteAnalyzer>(
            Usings + "var json = Console.ReadLine()!; var answer = JsonSerializer.Deserialize<Answer>(json)!; Console.WriteLine(answer.{|GG4002:Candidates[0]|}.Content.Parts[0].Text);" + Answer,
            Options with { OutputKind = OutputKind.ConsoleApplication });

    [Fact]
    public async Task Needs_no_type_of_ours()
        => await AnalyzerVerifier.VerifyAsync<CallSiteAnalyzer>(
            Usings + "class C { string M(Answer a) => a.{|GG4002:Candidates[0]|}.Content.Parts[0].Text; }" + Answer,
            Options with { References = ReferenceSet.Framework });

    [Fact]
    public async Task Leaves_tests_alone()
        => await AnalyzerVerifier.VerifyAsync<CallSiteAnalyzer>(
            Usings + "class C { string M(Answer a) => a.Candidates[0].Content.Parts[0].Text; }" + Answer,
            Options with { References = [.. ReferenceSet.Framework, MetadataReference.CreateFromFile(typeof(FactAttribute).Assembly.Location)] });

    [Fact]
    public async Task Is_off_with_GeminiGenAnalyzers_false()
        => await AnalyzerVerifier.VerifyAsync<CallSiteAnalyzer>(
            Usings + "class C { string M(Answer a) => a.Candidates[0].Content.Parts[0].Text; }" + Answer,
            Options with { GlobalConfig = "build_property.GeminiGenAnalyzers = false" });

    [Fact]
    public async Task Message_quotes_what_is_taken()
        => await AnalyzerVerifier.VerifyAsync<CallSiteAnalyzer>(
            Usings + "class C { string M(Answer a) => a.{|#0:Candidates[0]|}.Content.Parts[0].Text; }" + Answer,
            Options,
            new DiagnosticResult("GG4002", DiagnosticSeverity.Warning).WithLocation(0).WithArguments("Candidates[0]").WithOptions(DiagnosticOptions.IgnoreAdditionalLocations));

    private static TestProjectOptions Options { get; } = new() { Only = ["GG4002"] };

    private static Task VerifyAsync(string members) => AnalyzerVerifier.VerifyAsync<CallSiteAnalyzer>(Usings + "class C { " + members + " }" + Answer, Options);
}

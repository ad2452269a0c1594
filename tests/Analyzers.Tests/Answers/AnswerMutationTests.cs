using System.Collections.Immutable;
using GeminiGen.Analyzers.Rules;
using GeminiGen.TestHarness;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;

namespace GeminiGen.Analyzers.Tests.Answers;

/// <summary>Programs as they are while one types: cut off, with words taken out, doubled and swapped. No rule about answers may fail on any of them.</summary>
public sealed class AnswerMutationTests
{
    private const int Seeds = 5;

    private static readonly string[] Words =
    [
        "{", "}", "(", ")", "[", "]", "\"", "\"\"\"", "$", "$$\"\"\"", "?.", "!", "await ", "=> ", ";", ",", "candidates", "parts", "[0]", ".First()", "?[0]", " is { } x", " switch ", "out var y",
        "new { contents = 1 }", "new HttpClient()", "null", "\\u00", "{{", "}}", "{0}", "data: ", "```json", "thoughtSignature", "functionCall = ", "class D { ", "static ", "/* ", "// ", "#if X\n", "@",
    ];

    private static int MutantsPerSeed => MutationCount.Or(300) / Seeds;

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    [InlineData(5)]
    public async Task No_rule_fails_on_half_typed_programs(int seed)
    {
        var random = new Random(MutationCount.FirstSeed + seed);
        int findings = 0;
        for (int i = 0; i < MutantsPerSeed; i++)
        {
            string source = Program;
            for (int edits = i == 0 ? 0 : random.Next(1, 6); edits > 0; edits--)
            {
                source = Edit(source, random);
            }

            findings += (await AnalyzeAsync(source)).Length;
        }

        // The whole program has a finding of nearly every rule, so most mutants have some.
        Assert.True(findings > MutantsPerSeed * 3, $"{findings} findings");
    }

    private static string Edit(string text, Random random)
    {
        int at = random.Next(text.Length);
        int length = Math.Min(random.Next(1, 40), text.Length - at);
        return random.Next(6) switch
        {
            0 => text.Remove(at, length),
            1 => text.Insert(at, Words[random.Next(Words.Length)]),
            2 => text.Insert(at, text.Substring(at, length)),
            3 => text.Remove(at, length).Insert(random.Next(text.Length - length + 1), text.Substring(at, length)),
            4 when random.Next(4) == 0 && at > text.Length / 2 => text[..at],
            _ => text.Remove(at, 1).Insert(at, Words[random.Next(Words.Length)]),
        };
    }

    private static async Task<ImmutableArray<Diagnostic>> AnalyzeAsync(string source)
    {
        CSharpCompilation compilation = CSharpCompilation.Create("Mutant", [CSharpSyntaxTree.ParseText(source)], ReferenceSet.FrameworkAndRuntime, new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary));
        Exception? thrown = null;
        var options = new CompilationWithAnalyzersOptions(new AnalyzerOptions([]), (exception, _, _) => thrown ??= exception, concurrentAnalysis: false, logAnalyzerExecutionTime: false);
        ImmutableArray<Diagnostic> findings = await compilation.WithAnalyzers([new CallSiteAnalyzer()], options).GetAnalyzerDiagnosticsAsync();
        Assert.True(thrown is null, $"{thrown}\n{source}");
        return findings;
    }

    private const string Program = """"
        using System;
        using System.Collections.Generic;
        using System.IO;
        using System.Linq;
        using System.Net.Http;
        using System.Net.Http.Json;
        using System.Text;
        using System.Text.Json;
        using System.Text.Json.Nodes;
        using System.Threading.Tasks;

        class Desk
        {
            private const string Base = "https://generativelanguage.googleapis.com/v1beta/models/";
            private readonly HttpClient _http = new HttpClient();
            private readonly List<object> _history = new();

            public async Task<string?> AskAsync(string prompt)
            {
                var json = "{\"contents\":[{\"parts\":[{\"text\":\"" + prompt + "\"}]}],\"generationConfig\":{\"max_token\":5}}";
                var response = await _http.PostAsync($"{Base}gemini-3.8-flash:generateContent", new StringContent(json, Encoding.UTF8, "application/json"));
                var body = await response.Content.ReadAsStringAsync();
                using var doc = JsonDocument.Parse(body);
                var first = doc.RootElement.GetProperty("candidates")[0];
                return first.GetProperty("content").GetProperty("parts")[0].GetProperty("text").GetString();
            }

            public async Task<int[]?> NumbersAsync(string prompt)
            {
                using var http = new HttpClient();
                var body = new { content = new[] { new { role = "assistant", parts = new[] { new { text = prompt } } } }, temperature = 0.5 };
                var response = await http.PostAsJsonAsync(Base + "gemini-3.8-flash:generateContent", body);
                var answer = await response.Content.ReadFromJsonAsync<Answer>();
                string text = answer!.Candidates.First().Content.Parts[0].Text.Replace("```json", "").Replace("```", "");
                return JsonSerializer.Deserialize<int[]>(text);
            }

            public async IAsyncEnumerable<string> StreamAsync(string prompt)
            {
                var request = new HttpRequestMessage(HttpMethod.Post, Base + "gemini-3.8-flash:streamGenerateContent?alt=sse");
                request.Content = new StringContent($$"""
                    {
                      "contents": [ { "parts": [ { "text": "Say {{prompt}}" } ] } ],
                      "safetySettings": [ { "category": "HARM_CATEGORY_DANGEROUS", "threshold": "BLOCK_HIGH" } ]
                    }
                    """);
                var response = await _http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead);
                using var reader = new StreamReader(await response.Content.ReadAsStreamAsync());
                while (await reader.ReadLineAsync() is { } line)
                {
                    if (line.StartsWith("data: "))
                    {
                        yield return JsonNode.Parse(line.Substring(6))!["candidates"]![0]!["content"]!["parts"]![0]!["text"]!.ToString();
                    }
                }
            }

            public void Remember(string name, object args)
                => _history.Add(new { role = "model", parts = new[] { new { functionCall = new { name = name, args } } } });

            public int CountTokens(string text) => text.Split(' ').Length;
        }

        class Answer { public List<Candidate> Candidates { get; set; } = new(); }
        class Candidate { public Content Content { get; set; } = new(); }
        class Content { public List<Part> Parts { get; set; } = new(); }
        class Part { public string Text { get; set; } = ""; }
        """";
}

using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using GeminiGen.Analyzers.Rules;
using GeminiGen.Analyzers.Tests.Requests;
using GeminiGen.TestHarness;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;

namespace GeminiGen.Analyzers.Tests.Mutation;

/// <summary>Programs with model calls as they are while somebody types: seeded edits, and every beginning. No rule about calls fails on any of them.</summary>
public sealed class CallSiteMutationTests
{
    private const int AllParts = 8;

    private const string Program = """"
        using Google.GenAI.Types;

        [GeminiPrompts(Model = "gemini-3.8-flash"), Generation(MaxOutputTokens = 9), Safety(HarmCategory.Harassment, HarmBlockThreshold.Off)]
        public interface IDesk { [Prompt("{question} {notes}")] Task<string> AskAsync(string question, [Sensitive] string notes); }

        public class Patient { [Sensitive] public string Notes { get; set; } = ""; }

        class Chat
        {
            private const string Url = "URL";
            private readonly HttpClient _http = new();
            private readonly ILogger _logger = null!;
            private readonly List<object> _history = new();
            private string _talk = "";

            public async Task<string> AskAsync(IDesk desk, Patient patient, string path, string prompt)
            {
                _history.Add(new { role = "user", parts = new[] { new { text = prompt } } });
                _talk += prompt;
                byte[] photo = await System.IO.File.ReadAllBytesAsync(path);
                using var memory = new MemoryStream();
                await System.IO.File.OpenRead(path).CopyToAsync(memory);
                var data = Convert.ToBase64String(photo);
                var body = new
                {
                    contents = _history,
                    safetySettings = new[] { new { category = "HARM_CATEGORY_HARASSMENT", threshold = "OFF" } },
                    generationConfig = new { maxOutputTokens = 70000, temperature = 2.5f, stopSequences = new List<string> { "a", prompt }, thinkingConfig = new { thinkingBudget = -1 } },
                    tools = new[] { new { functionDeclarations = new[] { new { name = "get it" } } } },
                };
                var request = new HttpRequestMessage(HttpMethod.Post, Url) { Content = JsonContent.Create(body) };
                using var response = await _http.SendAsync(request);
                var text = await response.Content.ReadAsStringAsync();
                _logger.LogInformation("{Prompt} {Answer} {All}", prompt, text, $"{text} {_talk}");
                var json = $$"""
                    { "contents": [ { "parts": [ { "text": "{{prompt}}" }, { "inlineData": { "mimeType": "image/gif", "data": "{{data}}" } } ] } ], "generationConfig": { "topK": {{prompt.Length}}, "candidateCount": 9 }, "store": true }
                    """;
                await _http.PostAsync("https://generativelanguage.googleapis.com/v1beta/models/" + "gemini-2.5-flash" + ":generateContent", new StringContent(json, Encoding.UTF8));
                bool done = false;
                while (!done)
                {
                    var answer = await desk.AskAsync(prompt + patient.Notes, text);
                    done = answer.Contains("DONE");
                    if (answer is { Length: > 3 } && answer.Length < 9) { break; }
                }

                for (int i = 0; i < 5000; i++) { await desk.AskAsync("a", "b"); }
                await Task.WhenAll(Enumerable.Range(0, 9000).Select(i => desk.AskAsync(i.ToString(), "c")));
                var config = new GenerateContentConfig { MaxOutputTokens = 9, SafetySettings = [.. Enum.GetValues<HarmCategory>().Select(c => new SafetySetting(c))] };
                var part = Part.FromBytes(memory.ToArray(), "application/pdf");
                var blob = new Blob { Data = new byte[90_000_000], MimeType = "image/png" };
                return JsonSerializer.Serialize(new Dictionary<string, object> { ["a"] = config, { "b", part }, { "c", blob }, { "d", Media.FromBytes(System.IO.File.ReadAllBytes(path)) } });
            }
        }

        class Options { object M() => new GeminiOptions { ApiKey = "x", DefaultModel = "a" }; object N() => new PromptOptions { Model = "gemini-2.5-pro", MaxOutputTokens = 5, Temperature = 9 }; }

        namespace Google.GenAI.Types
        {
            public class GenerateContentConfig { public int? MaxOutputTokens { get; set; } public object? SafetySettings { get; set; } }
            public class Blob { public byte[]? Data { get; set; } public string? MimeType { get; set; } }
            public class Part { public static Part FromBytes(byte[] data, string mimeType) => new(); }
        }
        """";

    private static readonly string[] Words =
    [
        "{", "}", "{{", "}}", "(", ")", "[", "]", ";", ",", ".", "\"", "\"\"\"", "$", "=>", "= null", "new ", "new()", "await ", "async ", "static ", "?", "!", "default", "while (true) ", "for (;;) ", "foreach (var x in y) ", "ref ", "out var o", "dynamic ",
        "throw ", "return ", "yield return ", "base.", "this.", "..", "[..]", "[^1]", "is { } z ", "switch { _ => 1 }", "@", "//", "/*", "*/", "#if A\n", "where T : class", "<T>", "Missing", "goto a;", "lock (x) ", "checked ", "stackalloc int[3]", "nameof(", "typeof(",
    ];

    public static TheoryData<int> Parts => [.. Enumerable.Range(0, AllParts)];

    private static int SeedsPerPart => MutationCount.Or(320) / AllParts;

    [Theory]
    [MemberData(nameof(Parts))]
    public async Task Edited_programs_make_no_rule_fail(int part)
    {
        string source = RequestVerifier.Usings + Program.Replace("URL", RequestVerifier.Url, StringComparison.Ordinal);
        int first = MutationCount.FirstSeed + (part * SeedsPerPart);
        for (int seed = first; seed < first + SeedsPerPart; seed++)
        {
            string edited = Mutate(source, seed);
            await AssertAnalysesAsync(edited, string.Create(CultureInfo.InvariantCulture, $"seed {seed}"));
        }
    }

    [Fact]
    public async Task Every_beginning_of_a_program_makes_no_rule_fail()
    {
        string source = RequestVerifier.Usings + Program.Replace("URL", RequestVerifier.Url, StringComparison.Ordinal);
        for (int length = RequestVerifier.Usings.Length; length < source.Length; length += 61)
        {
            await AssertAnalysesAsync(source[..length], string.Create(CultureInfo.InvariantCulture, $"the first {length} characters"));
        }
    }

    private static async Task AssertAnalysesAsync(string source, string what)
    {
        SyntaxTree tree = CSharpSyntaxTree.ParseText(source, new CSharpParseOptions(LanguageVersion.Latest));
        var options = new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, nullableContextOptions: NullableContextOptions.Enable);
        var compilation = CSharpCompilation.Create("Edited", [tree], ReferenceSet.FrameworkAndRuntime, options);
        ImmutableArray<DiagnosticAnalyzer> analyzers = [new CallSiteAnalyzer(), new ContractSettingsAnalyzer()];
        var config = new ProjectConfig(new Dictionary<string, string>
        {
            ["dotnet_code_quality.GG3008.requests_per_day"] = "10",
            ["dotnet_code_quality.GG3008.tokens_per_minute"] = "10",
            ["dotnet_code_quality.GG5005.text"] = "gemini-3.5-flash-lite",
        });
        ImmutableArray<Diagnostic> found = await compilation.WithAnalyzers(analyzers, new AnalyzerOptions([], config)).GetAnalyzerDiagnosticsAsync();
        Diagnostic? failure = found.FirstOrDefault(static problem => problem.Id == "AD0001");
        Assert.True(failure is null, $"{what}: {failure}\n{source}");
    }

    private static string Mutate(string source, int seed)
    {
        var random = new Random(seed);
        var text = new StringBuilder(source);
        int start = RequestVerifier.Usings.Length;
        for (int edits = random.Next(1, 6); edits > 0; edits--)
        {
            int at = random.Next(start, text.Length);
            switch (random.Next(4))
            {
                case 0:
                    text.Remove(at, Math.Min(random.Next(1, 12), text.Length - at));
                    break;
                case 1:
                    text.Insert(at, Words[random.Next(Words.Length)]);
                    break;
                case 2:
                    int from = random.Next(start, text.Length);
                    text.Insert(at, text.ToString(from, Math.Min(random.Next(1, 60), text.Length - from)));
                    break;
                default:
                    text.Remove(at, Math.Min(random.Next(1, 80), text.Length - at)).Insert(at, Words[random.Next(Words.Length)]);
                    break;
            }
        }

        return text.ToString();
    }
}

using GeminiGen.Analyzers.Rules;
using GeminiGen.CodeFixes.Answers;
using GeminiGen.TestHarness;

namespace GeminiGen.CodeFixes.Tests.Answers;

/// <summary>The fix of GG4008. <c>CHECK</c> stands for what it puts in at the beginning of the loop.</summary>
public sealed class HandParsedStreamFixerTests
{
    private const string Check = "if (item.Data.StartsWith(\"{\\\"error\\\"\", StringComparison.Ordinal)) { throw new InvalidOperationException(item.Data); }";

    [Theory]
    [InlineData(
        "while (await reader.ReadLineAsync() is { } line) { if (line.StartsWith({|GG4008:\"data: \"|})) { yield return line.Substring(6); } }",
        "await foreach (var item in SseParser.Create(reader.BaseStream).EnumerateAsync()) { CHECK if (item.Data.Length > 0) { yield return item.Data; } }")]
    [InlineData(
        "while (await reader.ReadLineAsync(token) is string line) { if (string.IsNullOrEmpty(line) || !line.StartsWith({|GG4008:\"data:\"|}, StringComparison.Ordinal)) { continue; } var data = line[5..].Trim(); if (data == \"[DONE]\") { break; } yield return data; }",
        "await foreach (var item in SseParser.Create(reader.BaseStream).EnumerateAsync(token)) { CHECK if (string.IsNullOrEmpty(item.Data) || item.Data.Length == 0) { continue; } var data = item.Data.Trim(); if (data == \"[DONE]\") { break; } yield return data; }")]
    [InlineData(
        "string? line; while ((line = await reader.ReadLineAsync()) != null) { if (line.StartsWith({|GG4008:\"data: \"|})) { yield return line[\"data: \".Length..]; } }",
        "await foreach (var item in SseParser.Create(reader.BaseStream).EnumerateAsync()) { CHECK if (item.Data.Length > 0) { yield return item.Data; } }")]
    public async Task Reads_events(string loop, string repaired) => await VerifyAsync(Source(loop), Source(repaired));

    [Fact]
    public async Task Keeps_comments_and_layout()
        => await VerifyAsync(
            Source("""
                // As they come.
                        while (!reader.EndOfStream)
                        {
                            var line = await reader.ReadLineAsync();
                            // Others are comments.
                            if (line.StartsWith({|GG4008:"data: "|}))
                            {
                                yield return line.Substring(6); // the rest
                            }
                        }
                """),
            Source("""
                // As they come.
                        await foreach (var item in SseParser.Create(reader.BaseStream).EnumerateAsync())
                        {
                            if (item.Data.StartsWith("{\"error\"", StringComparison.Ordinal))
                            {
                                throw new InvalidOperationException(item.Data);
                            }

                            // Others are comments.
                            if (item.Data.Length > 0)
                            {
                                yield return item.Data; // the rest
                            }
                        }
                """));

    [Theory]
    // More of a line than its rest, a reader of something else, a prefix that is looked for in one line only.
    [InlineData("while (await reader.ReadLineAsync() is { } line) { Console.WriteLine(line); if (line.StartsWith({|GG4008:\"data: \"|})) { yield return line.Substring(6); } }")]
    [InlineData("TextReader other = reader; while (await other.ReadLineAsync() is { } line) { if (line.StartsWith({|GG4008:\"data: \"|})) { yield return line.Substring(6); } }")]
    [InlineData("var line = await reader.ReadLineAsync(); if (line!.StartsWith({|GG4008:\"data: \"|})) { yield return line.Substring(6); }")]
    public async Task Reads_nothing_else(string loop)
        => await CodeFixVerifier.VerifyNotOfferedAsync<CallSiteAnalyzer, HandParsedStreamFixer>(Source(loop), Options);

    private static Task VerifyAsync(string source, string repaired) => CodeFixVerifier.VerifyAsync<CallSiteAnalyzer, HandParsedStreamFixer>(source, repaired, null, Options);

    private static TestProjectOptions Options { get; } = new() { Only = ["GG4008"], Nullable = Microsoft.CodeAnalysis.NullableContextOptions.Annotations };

    private static string Source(string loop)
        => "using System;\nusing System.Collections.Generic;\nusing System.IO;\nusing System.Net.Http;\nusing System.Net.ServerSentEvents;\nusing System.Threading;\nusing System.Threading.Tasks;\n\nclass C\n{\n"
            + "    const string Url = \"https://generativelanguage.googleapis.com/v1beta/models/gemini-3.8-flash:streamGenerateContent?alt=sse\";\n    static readonly HttpClient Http = new();\n\n"
            + "    async IAsyncEnumerable<string> M(HttpContent c, CancellationToken token)\n    {\n        var r = await Http.PostAsync(Url, c, token);\n        r.EnsureSuccessStatusCode();\n        using var reader = new StreamReader(await r.Content.ReadAsStreamAsync());\n        "
            + loop.Replace("CHECK", Check, StringComparison.Ordinal) + "\n    }\n}\n";
}

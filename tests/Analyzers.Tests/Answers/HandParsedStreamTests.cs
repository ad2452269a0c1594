namespace GeminiGen.Analyzers.Tests.Answers;

/// <summary>GG4008: the lines of a stream are told by their beginning, and errors in it are not looked for.</summary>
public sealed class HandParsedStreamTests
{
    private const string Stream = "async Task<StreamReader> Open(HttpContent c) { var r = await Http.PostAsync(\"https://generativelanguage.googleapis.com/v1beta/models/gemini-3.8-flash:streamGenerateContent?alt=sse\", c); r.EnsureSuccessStatusCode(); return new StreamReader(await r.Content.ReadAsStreamAsync()); } ";

    [Theory]
    [InlineData("async IAsyncEnumerable<string> M(HttpContent c) { using var reader = await Open(c); while (await reader.ReadLineAsync() is { } line) { if (line.StartsWith({|GG4008:\"data: \"|})) { yield return line.Substring(6); } } }")]
    [InlineData("async IAsyncEnumerable<string> M(HttpContent c) { using var reader = await Open(c); while (await reader.ReadLineAsync() is { } line) { yield return line.Replace({|GG4008:\"data:\"|}, \"\"); } }")]
    public async Task Triggers_where_lines_are_matched(string members) => await RequestVerifier.VerifyAsync("GG4008", Stream + members);

    [Theory]
    [InlineData(Stream + "async IAsyncEnumerable<string> M(HttpContent c) { using var reader = await Open(c); while (await reader.ReadLineAsync() is { } line) { if (line.StartsWith(\"data:\")) { var e = JsonDocument.Parse(line.Substring(5)).RootElement; if (e.TryGetProperty(\"error\", out _)) { throw new InvalidOperationException(line); } yield return e.ToString(); } } }")]
    [InlineData(Stream + "async Task M(HttpContent c) { using var reader = await Open(c); Console.WriteLine(\"data: \" + await reader.ReadToEndAsync()); }")]
    [InlineData("async Task M(HttpContent c) { var r = await Http.PostAsync(\"URL\", c); var text = await r.Content.ReadAsStringAsync(); Console.WriteLine(text.StartsWith(\"data: \")); }")]
    [InlineData("bool M(string line) => line.StartsWith(\"data: \");")]
    public async Task Is_silent_where_errors_are_looked_for_or_no_stream_is_read(string members) => await RequestVerifier.VerifyAsync("GG4008", members);
}

namespace GeminiGen.Analyzers.Tests.Answers;

/// <summary>GG4012: a request sent by hand says no more than a contract can.</summary>
public sealed class RawCallTests
{
    private const string Read = "static Task<string> ReadAsync(HttpResponseMessage r) => r.EnsureSuccessStatusCode().Content.ReadAsStringAsync(); ";

    [Theory]
    [InlineData("async Task<string> M(string question) { var r = await {|GG4012:Http.PostAsJsonAsync|}(\"URL\", new { contents = new[] { new { parts = new[] { new { text = question } } } } }); return await ReadAsync(r); }")]
    [InlineData("async Task<string> M(string document) { var body = new { systemInstruction = new { parts = new[] { new { text = \"Be brief.\" } } }, contents = new[] { new { role = \"user\", parts = new[] { new { text = $\"Summarise {document}\" } } } } }; var r = await {|GG4012:Http.PostAsync|}(\"URL\", new StringContent(JsonSerializer.Serialize(body))); return await ReadAsync(r); }")]
    public async Task Triggers_where_a_contract_says_the_same(string members) => await RequestVerifier.VerifyAsync("GG4012", Read + members);

    [Theory]
    [InlineData("async Task<string> M(string q) { var r = await Http.PostAsJsonAsync(\"URL\", new { contents = new[] { new { parts = new[] { new { text = q } } } }, tools = new[] { 1 } }); return await ReadAsync(r); }")]
    [InlineData("async Task<string> M(string q) { var r = await Http.PostAsJsonAsync(\"URL\", new { contents = new object[] { new { parts = new[] { new { text = q } } }, new { role = \"model\", parts = new[] { new { text = q } } } } }); return await ReadAsync(r); }")]
    [InlineData("async Task<string> M(object q) { var r = await Http.PostAsJsonAsync(\"URL\", new { contents = new[] { new { parts = new[] { new { text = q.ToString() } } } } }); return await ReadAsync(r); }")]
    [InlineData("async Task<int> M(string q) { var r = await Http.PostAsJsonAsync(\"URL\", new { contents = new[] { new { parts = new[] { new { text = q } } } } }); return (await ReadAsync(r)).Length; }")]
    [InlineData("async Task<string> M(string q) { var r = await Http.PostAsJsonAsync(\"https://example.com\", new { contents = new[] { new { parts = new[] { new { text = q } } } } }); return await ReadAsync(r); }")]
    public async Task Is_silent_where_it_could_not(string members) => await RequestVerifier.VerifyAsync("GG4012", Read + members);
}

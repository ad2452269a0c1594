namespace GeminiGen.Analyzers.Tests.Answers;

/// <summary>GG4004: a response is parsed as an answer, and nothing looks at its status.</summary>
public sealed class ErrorTakenForAnswerTests
{
    [Theory]
    [InlineData("async Task<JsonDocument> M(HttpContent c) { var response = await Http.PostAsync(\"URL\", c); var json = await {|GG4004:response.Content|}.ReadAsStringAsync(); return JsonDocument.Parse(json); }")]
    [InlineData("async Task<Answer?> M(HttpContent c) { using var response = await Http.PostAsync(\"URL\", c).ConfigureAwait(false); return await {|GG4004:response.Content|}.ReadFromJsonAsync<Answer>(); } class Answer { }")]
    [InlineData("async Task<JsonNode?> M(HttpContent c) => JsonNode.Parse(await {|GG4004:(await Http.PostAsync(\"URL\", c)).Content|}.ReadAsStringAsync());")]
    [InlineData("JsonDocument M(HttpContent c) { var response = Http.PostAsync(\"URL\", c).Result; return JsonDocument.Parse({|GG4004:response.Content|}.ReadAsStringAsync().Result); }")]
    [InlineData("async Task<JsonDocument> M() { var request = new HttpRequestMessage(HttpMethod.Post, \"URL\"); HttpResponseMessage response; response = await Http.SendAsync(request); using var stream = await {|GG4004:response.Content|}.ReadAsStreamAsync(); return await JsonDocument.ParseAsync(stream); }")]
    // Over methods of the file.
    [InlineData("Task<HttpResponseMessage> Send(HttpContent c) => Http.PostAsync(\"URL\", c); async Task<JsonDocument> M(HttpContent c) { var response = await Send(c); return JsonDocument.Parse(await {|GG4004:response.Content|}.ReadAsStringAsync()); }")]
    [InlineData("async Task<JsonDocument> M(HttpContent c) { var response = await Http.PostAsync(\"URL\", c); return await Read(response); } static async Task<JsonDocument> Read(HttpResponseMessage r) { var json = await {|GG4004:r.Content|}.ReadAsStringAsync(); return JsonDocument.Parse(json); }")]
    [InlineData("async Task<string> Send(HttpContent c) { var response = await Http.PostAsync(\"URL\", c); return await {|GG4004:response.Content|}.ReadAsStringAsync(); } async Task<JsonDocument> M(HttpContent c) => JsonDocument.Parse(await Send(c));")]
    [InlineData("async Task<string?> M(HttpContent c) { var response = await Http.PostAsync(\"URL\", c); var json = await {|GG4004:response.Content|}.ReadAsStringAsync(); return Text(json); } static string? Text(string json) => JsonDocument.Parse(json).RootElement.GetRawText();")]
    // To catch is not to look.
    [InlineData("async Task<JsonDocument?> M(HttpContent c) { try { var response = await Http.PostAsync(\"URL\", c); return JsonDocument.Parse(await {|GG4004:response.Content|}.ReadAsStringAsync()); } catch (Exception e) { Console.Error.WriteLine(e.Message); return null; } }")]
    // The error's body in the answer's place.
    [InlineData("async Task<string> M(HttpContent c) { var r = await Http.PostAsync(\"URL\", c); if (!r.IsSuccessStatusCode) return $\"Error: {await {|GG4004:r.Content|}.ReadAsStringAsync()}\"; return await r.Content.ReadAsStringAsync(); }")]
    [InlineData("async Task<string> M(HttpContent c) { using var r = await Http.PostAsync(\"URL\", c); var s = await {|GG4004:r.Content|}.ReadAsStringAsync(); if (!r.IsSuccessStatusCode) { return s; } return s.Trim(); }")]
    public async Task Triggers_where_nothing_looks_at_the_status(string members) => await RequestVerifier.VerifyAsync("GG4004", members);

    [Theory]
    [InlineData("async Task<JsonDocument> M(HttpContent c) { var response = await Http.PostAsync(\"URL\", c); response.EnsureSuccessStatusCode(); return JsonDocument.Parse(await response.Content.ReadAsStringAsync()); }")]
    [InlineData("async Task<JsonDocument?> M(HttpContent c) { var response = await Http.PostAsync(\"URL\", c); var json = await response.Content.ReadAsStringAsync(); if (!response.IsSuccessStatusCode) { throw new InvalidOperationException(json); } return JsonDocument.Parse(json); }")]
    [InlineData("async Task<JsonDocument?> M(HttpContent c) { var response = await Http.PostAsync(\"URL\", c); return response.StatusCode == HttpStatusCode.OK ? JsonDocument.Parse(await response.Content.ReadAsStringAsync()) : null; }")]
    [InlineData("async Task<JsonDocument> M(HttpContent c) => JsonDocument.Parse(await (await Http.PostAsync(\"URL\", c)).EnsureSuccessStatusCode().Content.ReadAsStringAsync());")]
    [InlineData("async Task<JsonDocument> M(HttpContent c) { var response = await Http.PostAsync(\"URL\", c); Check(response); return JsonDocument.Parse(await response.Content.ReadAsStringAsync()); } static void Check(HttpResponseMessage r) { if (!r.IsSuccessStatusCode) { throw new InvalidOperationException(); } }")]
    [InlineData("async Task<JsonDocument> M(HttpContent c) { var response = await Http.PostAsync(\"URL\", c); Guard.Check(response); return JsonDocument.Parse(await response.Content.ReadAsStringAsync()); } static class Guard { public static void Check(object o) { GC.KeepAlive(o); Console.WriteLine(o is HttpResponseMessage { IsSuccessStatusCode: true }); } }")]
    [InlineData("async Task<HttpResponseMessage> Send(HttpContent c) { var response = await Http.PostAsync(\"URL\", c); response.EnsureSuccessStatusCode(); return response; } async Task<JsonDocument> M(HttpContent c) { var response = await Send(c); return JsonDocument.Parse(await response.Content.ReadAsStringAsync()); }")]
    [InlineData("async Task<JsonDocument?> M(HttpContent c) { var response = await Http.PostAsync(\"URL\", c); if (response is { IsSuccessStatusCode: false }) { return null; } return JsonDocument.Parse(await response.Content.ReadAsStringAsync()); }")]
    // The error is looked for in the body.
    [InlineData("async Task<JsonElement> M(HttpContent c) { var response = await Http.PostAsync(\"URL\", c); var root = JsonDocument.Parse(await response.Content.ReadAsStringAsync()).RootElement; if (root.TryGetProperty(\"error\", out var e)) { throw new InvalidOperationException(e.ToString()); } return root; }")]
    [InlineData("async Task<Answer?> M(HttpContent c) { var response = await Http.PostAsync(\"URL\", c); var answer = await response.Content.ReadFromJsonAsync<Answer>(); if (answer?.Error != null) { throw new InvalidOperationException(); } return answer; } class Answer { public string? Error { get; set; } }")]
    // These throw themselves; this one does not parse; this one hands the response out.
    [InlineData("async Task<JsonDocument> M() => JsonDocument.Parse(await Http.GetStringAsync(\"URL\"));")]
    [InlineData("async Task M(HttpContent c) { var response = await Http.PostAsync(\"URL\", c); Console.WriteLine(await response.Content.ReadAsStringAsync()); }")]
    [InlineData("public async Task<HttpResponseMessage> Send(HttpContent c) { var response = await Http.PostAsync(\"URL\", c); Console.WriteLine(JsonDocument.Parse(await response.Content.ReadAsStringAsync())); return response; }")]
    // Other hosts.
    [InlineData("async Task<JsonDocument> M(HttpContent c) { var response = await Http.PostAsync(\"https://example.com/gemini\", c); return JsonDocument.Parse(await response.Content.ReadAsStringAsync()); }")]
    [InlineData("async Task<string> M(HttpContent c) { var r = await Http.PostAsync(\"URL\", c); if (!r.IsSuccessStatusCode) throw new HttpRequestException(await r.Content.ReadAsStringAsync()); return await r.Content.ReadAsStringAsync(); }")]
    [InlineData("async Task<(bool, string)> M(HttpContent c) { var r = await Http.PostAsync(\"URL\", c); if (!r.IsSuccessStatusCode) return (false, await r.Content.ReadAsStringAsync()); return (true, await r.Content.ReadAsStringAsync()); }")]
    [InlineData("async Task<string?> M(HttpContent c) { var r = await Http.PostAsync(\"URL\", c); if (!r.IsSuccessStatusCode) { Console.WriteLine(await r.Content.ReadAsStringAsync()); return null; } return await r.Content.ReadAsStringAsync(); }")]
    public async Task Is_silent_where_something_does_or_may(string members) => await RequestVerifier.VerifyAsync("GG4004", members);
}

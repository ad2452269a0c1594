namespace GeminiGen.Analyzers.Tests.Resilience;

/// <summary>GG2011.</summary>
public sealed class ServerWaitIgnoredTests
{
    [Theory]
    [InlineData("async Task<HttpResponseMessage> M(HttpContent c) { for (int i = 0; ; i++) { var r = await _http.PostAsync(\"URL\", c); if (r.StatusCode == HttpStatusCode.TooManyRequests && i < 3) { await {|GG2011:Task.Delay|}(1000); continue; } return r; } }")]
    [InlineData("async Task M(HttpContent c) { for (int i = 0; i < 3; i++) { try { var r = await _http.PostAsync(\"URL\", c); r.EnsureSuccessStatusCode(); return; } catch (HttpRequestException e) when ((int)e.StatusCode is 429 or 503) { await {|GG2011:Task.Delay|}(1000 << i); } } }")]
    public async Task Triggers(string member) => await ResilienceVerifier.VerifyMemberAsync("GG2011", member);

    [Theory]
    [InlineData("async Task<HttpResponseMessage> M(HttpContent c) { for (int i = 0; ; i++) { var r = await _http.PostAsync(\"URL\", c); if (r.StatusCode == HttpStatusCode.TooManyRequests && i < 3) { await Task.Delay(r.Headers.RetryAfter?.Delta ?? TimeSpan.FromSeconds(9)); continue; } return r; } }")]
    [InlineData("async Task<HttpResponseMessage> M(HttpContent c) { for (int i = 0; ; i++) { var r = await _http.PostAsync(\"URL\", c); if (r.StatusCode == HttpStatusCode.TooManyRequests && i < 3) { await Task.Delay(await WaitOf(r)); continue; } return r; } } async Task<int> WaitOf(HttpResponseMessage r) => (await r.Content.ReadAsStringAsync()).IndexOf(\"retryDelay\");")]
    [InlineData("async Task<HttpResponseMessage> M(HttpContent c) { for (int i = 0; i < 3; i++) { var r = await _http.PostAsync(\"URL\", c); if (r.IsSuccessStatusCode) { return r; } await Task.Delay(1000); } return null; }")]
    [InlineData("async Task M() { for (int i = 0; i < 3; i++) { try { await _client.Models.GenerateContentAsync(\"m\", \"p\"); return; } catch (Google.GenAI.ClientError e) when (e.StatusCode == 429) { await Task.Delay(1000); } } }")]
    public async Task Does_not_trigger(string member) => await ResilienceVerifier.VerifyMemberAsync("GG2011", member);
}

namespace GeminiGen.Analyzers.Tests.Resilience;

/// <summary>GG2005.</summary>
public sealed class PermanentErrorRetriedTests
{
    [Theory]
    [InlineData("async Task M() { for (int i = 0; i < 3; i++) { try { await _client.Models.GenerateContentAsync(\"m\", \"p\"); return; } {|GG2005:catch|} (Exception) { await Task.Delay(1000); } } }")]
    [InlineData("async Task M() { for (int i = 0; i < 3; i++) { try { await _client.Models.GenerateContentAsync(\"m\", \"p\"); return; } {|GG2005:catch|} { await Task.Delay(1000); } } }")]
    [InlineData("async Task M(HttpContent c) { for (int i = 0; i < 3; i++) { try { var r = await _http.PostAsync(\"URL\", c); r.EnsureSuccessStatusCode(); return; } {|GG2005:catch|} (HttpRequestException) { await Task.Delay(1000); } } }")]
    [InlineData("async Task<string> M() { for (int i = 0; i < 3; i++) { try { return await _http.GetStringAsync(\"URL\"); } {|GG2005:catch|} (HttpRequestException) { await Task.Delay(1000); } } return null; }")]
    // The status and the failure's text go into a log, and decide nothing.
    [InlineData("async Task M(HttpContent c) { for (int i = 0; i < 3; i++) { try { var r = await _http.PostAsync(\"URL\", c); if (!r.IsSuccessStatusCode) { throw new Exception(\"failed: \" + r.StatusCode); } return; } {|GG2005:catch|} (Exception e) { Console.WriteLine($\"{i}: {e.Message}\"); await Task.Delay(1000 * (int)Math.Pow(2, i)); } } }")]
    [InlineData("async Task M(HttpContent c) { for (int i = 0; i < 5; i++) { var r = await _http.PostAsync(\"URL\", c); if ({|GG2005:r.IsSuccessStatusCode|}) return; await Task.Delay(1000 << i); } }")]
    [InlineData("async Task<string> M(HttpContent c) { for (int i = 0; i < 5; i++) { using var r = await _http.PostAsync(\"URL\", c); if ({|GG2005:r.IsSuccessStatusCode|}) { return await r.Content.ReadAsStringAsync(); } await Task.Delay(1000 << i); } return null; }")]
    public async Task Triggers(string member) => await ResilienceVerifier.VerifyMemberAsync("GG2005", member);

    [Theory]
    [InlineData("async Task M() { for (int i = 0; i < 3; i++) { try { await _client.Models.GenerateContentAsync(\"m\", \"p\"); return; } catch (Google.GenAI.ServerError) { await Task.Delay(1000); } } }")]
    [InlineData("async Task M() { for (int i = 0; i < 3; i++) { try { await _client.Models.GenerateContentAsync(\"m\", \"p\"); return; } catch (Google.GenAI.ClientError) { throw; } catch (Exception) { await Task.Delay(1000); } } }")]
    [InlineData("async Task M(HttpContent c) { for (int i = 0; i < 3; i++) { try { var r = await _http.PostAsync(\"URL\", c); r.EnsureSuccessStatusCode(); return; } catch (HttpRequestException e) when (e.StatusCode == HttpStatusCode.TooManyRequests) { await Task.Delay(1000); } } }")]
    [InlineData("async Task M(HttpContent c) { for (int i = 0; i < 3; i++) { try { var r = await _http.PostAsync(\"URL\", c); r.EnsureSuccessStatusCode(); return; } catch (HttpRequestException e) { if ((int)e.StatusCode < 500) throw; await Task.Delay(1000); } } }")]
    [InlineData("async Task M(HttpContent c) { for (int i = 0; i < 3; i++) { try { var r = await _http.PostAsync(\"URL\", c); r.EnsureSuccessStatusCode(); return; } catch (Exception e) { if (!IsTransient(e)) throw; await Task.Delay(1000); } } } bool IsTransient(Exception e) => true;")]
    // Without a throw for the status, what is caught is a failure of the network.
    [InlineData("async Task<HttpResponseMessage> M(HttpContent c) { for (int i = 0; i < 3; i++) { try { return await _http.PostAsync(\"URL\", c); } catch (HttpRequestException) { await Task.Delay(1000); } } return null; }")]
    [InlineData("async Task M(HttpContent c) { for (int i = 0; i < 3; i++) { try { var r = await _http.PostAsync(\"URL\", c); if (!r.IsSuccessStatusCode) { throw new Exception(\"failed: \" + r.StatusCode); } return; } catch (Exception e) { if (!e.Message.Contains(\"429\")) throw; await Task.Delay(1000); } } }")]
    [InlineData("async Task M(HttpContent c) { for (int i = 0; i < 3; i++) { try { var r = await _http.PostAsync(\"URL\", c); if (!r.IsSuccessStatusCode) { throw new Exception(\"failed: \" + r.StatusCode); } return; } catch (Exception e) { if (!Again(e)) throw; await Task.Delay(1000); } } } bool Again(Exception e) => e is TimeoutException;")]
    [InlineData("async Task M(HttpContent c) { for (int i = 0; i < 5; i++) { var r = await _http.PostAsync(\"URL\", c); if (r.IsSuccessStatusCode) return; if ((int)r.StatusCode < 500) return; await Task.Delay(1000 << i); } }")]
    [InlineData("async Task M(HttpContent c) { for (int i = 0; i < 5; i++) { var r = await _http.PostAsync(\"URL\", c); if (r.IsSuccessStatusCode) return; await Wait(r, i); } } Task Wait(HttpResponseMessage r, int i) => Task.Delay(i);")]
    [InlineData("async Task M(HttpContent c) { for (int i = 0; i < 5; i++) { var r = await _http.PostAsync(\"URL\", c); if (r.IsSuccessStatusCode) return; throw new Exception(); } } void Check() { if (_last == HttpStatusCode.TooManyRequests) { } } HttpStatusCode _last;")]
    // No retry.
    [InlineData("async Task M(string[] texts) { foreach (var text in texts) { try { await _client.Models.GenerateContentAsync(\"m\", text); } catch (Exception e) { Console.WriteLine(e); } } }")]
    public async Task Does_not_trigger(string member) => await ResilienceVerifier.VerifyMemberAsync("GG2005", member);
}

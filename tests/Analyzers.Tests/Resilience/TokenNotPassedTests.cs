namespace GeminiGen.Analyzers.Tests.Resilience;

/// <summary>GG2008.</summary>
public sealed class TokenNotPassedTests
{
    [Theory]
    [InlineData("Task M(CancellationToken token) => {|GG2008:_client.Models.GenerateContentAsync|}(\"m\", \"p\");")]
    [InlineData("Task M(HttpContent c, CancellationToken token) => {|GG2008:_http.PostAsync|}(\"URL\", c);")]
    [InlineData("Task M(CancellationToken token) => {|GG2008:_contract.AskAsync|}();")]
    [InlineData("Func<CancellationToken, Task> M() => token => {|GG2008:_contract.AskAsync|}();")]
    [InlineData("Task M(CancellationToken token) { return N(); Task N() => {|GG2008:_contract.AskAsync|}(); }")]
    [InlineData("async Task M(CancellationToken token) { for (int i = 0; i < 3; i++) { try { await _client.Models.GenerateContentAsync(\"m\", \"p\", cancellationToken: token); return; } catch (Exception) { await {|GG2008:Task.Delay|}(1000); } } }")]
    public async Task Triggers(string member) => await ResilienceVerifier.VerifyMemberAsync("GG2008", member);

    [Theory]
    [InlineData("Task M(CancellationToken token) => _client.Models.GenerateContentAsync(\"m\", \"p\", cancellationToken: token);")]
    [InlineData("Task M(CancellationToken token) => _contract.AskAsync(CancellationToken.None);")]
    [InlineData("Task M(HttpContent c, CancellationToken token) => _http.PostAsync(\"URL\", c, CancellationToken.None);")]
    [InlineData("Task M() => _contract.AskAsync();")]
    [InlineData("Task M(CancellationToken token) { using var linked = CancellationTokenSource.CreateLinkedTokenSource(token); return _contract.AskAsync(); }")]
    [InlineData("Task M(CancellationToken token, CancellationToken other) => _contract.AskAsync();")]
    [InlineData("async Task M(CancellationToken token) { await foreach (var part in _client.Models.GenerateContentStreamAsync(\"m\", \"p\").WithCancellation(token)) { } }")]
    [InlineData("Task M(CancellationToken token) => _http.GetStringAsync(\"https://example.com\");")]
    [InlineData("async Task M(CancellationToken token) { await Task.Delay(1000); await _contract.AskAsync(token); }")]
    public async Task Does_not_trigger(string member) => await ResilienceVerifier.VerifyMemberAsync("GG2008", member);
}

namespace GeminiGen.Analyzers.Tests.Resilience;

/// <summary>GG2010.</summary>
public sealed class UnboundedParallelCallsTests
{
    [Theory]
    [InlineData("Task M(List<string> texts) => Task.WhenAll(texts.{|GG2010:Select|}(text => _client.Models.GenerateContentAsync(\"m\", text)));")]
    [InlineData("async Task M(IEnumerable<string> texts) { var tasks = texts.{|GG2010:Select|}(async text => { var r = await _client.Models.GenerateContentAsync(\"m\", text); return r.Text; }).ToList(); await Task.WhenAll(tasks); }")]
    [InlineData("Task<string[]> M(string[] texts) => Task.WhenAll(texts.{|GG2010:Select|}(Ask)); async Task<string> Ask(string text) { var r = await _client.Models.GenerateContentAsync(\"m\", text); return r.Text; }")]
    [InlineData("Task<string[]> M(string[] texts) => Task.WhenAll(texts.{|GG2010:Select|}(text => Ask(text))); async Task<string> Ask(string text) { var r = await _client.Models.GenerateContentAsync(\"m\", text); return r.Text; }")]
    [InlineData("Task M() => Task.WhenAll(Enumerable.Range(0, 500).{|GG2010:Select|}(i => _client.Models.GenerateContentAsync(\"m\", \"p\" + i)));")]
    public async Task Triggers(string member) => await ResilienceVerifier.VerifyMemberAsync("GG2010", member);

    [Theory]
    [InlineData("readonly SemaphoreSlim _semaphore = new(4); Task M(List<string> texts) => Task.WhenAll(texts.Select(async text => { await _semaphore.WaitAsync(); try { await _client.Models.GenerateContentAsync(\"m\", text); } finally { _semaphore.Release(); } }));")]
    [InlineData("async Task M(List<string> texts) { foreach (var some in texts.Chunk(4)) { await Task.WhenAll(some.Select(text => _client.Models.GenerateContentAsync(\"m\", text))); } }")]
    [InlineData("Task M(List<string> texts) => Task.WhenAll(texts.Take(3).Select(text => _client.Models.GenerateContentAsync(\"m\", text)));")]
    [InlineData("Task M() => Task.WhenAll(new[] { \"a\", \"b\" }.Select(text => _client.Models.GenerateContentAsync(\"m\", text)));")]
    [InlineData("Task M() => Task.WhenAll(Enumerable.Range(0, 3).Select(i => _client.Models.GenerateContentAsync(\"m\", \"p\")));")]
    [InlineData("async Task M() { var models = new[] { \"a\", \"b\" }; await Task.WhenAll(models.Select(model => _client.Models.GenerateContentAsync(model, \"p\"))); }")]
    [InlineData("Task M(List<string> texts) => Parallel.ForEachAsync(texts, new ParallelOptions { MaxDegreeOfParallelism = 4 }, async (text, t) => await _client.Models.GenerateContentAsync(\"m\", text));")]
    [InlineData("async Task M(List<string> texts) { foreach (var text in texts) { await _client.Models.GenerateContentAsync(\"m\", text); } }")]
    [InlineData("Task M(List<string> texts) => Task.WhenAll(texts.Select(text => _contract.AskAsync()));")]
    [InlineData("Task M(List<string> urls) => Task.WhenAll(urls.Select(url => _http.GetStringAsync(url)));")]
    public async Task Does_not_trigger(string member) => await ResilienceVerifier.VerifyMemberAsync("GG2010", member);
}

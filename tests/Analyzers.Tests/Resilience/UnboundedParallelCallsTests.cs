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
    // Begun one by one, and waited for together.
    [InlineData("async Task M(List<string> texts) { var tasks = new List<Task>(); foreach (var text in texts) { tasks.{|GG2010:Add|}(_client.Models.GenerateContentAsync(\"m\", text)); } await Task.WhenAll(tasks); }")]
    [InlineData("async Task M(string[] texts) { List<Task> tasks = []; for (int i = 0; i < texts.Length; i++) tasks.{|GG2010:Add|}(Ask(texts[i])); await Task.WhenAll(tasks); } async Task<string> Ask(string text) { var r = await _client.Models.GenerateContentAsync(\"m\", text); return r.Text; }")]
    [InlineData("async Task M(IEnumerable<string> texts) { var tasks = new List<Task>(); foreach (var text in texts) { tasks.{|GG2010:Add|}(Task.Run(async () => { await _client.Models.GenerateContentAsync(\"m\", text); })); } await Task.WhenAll(tasks); }")]
    [InlineData("Task M(List<string> texts) { if (texts.Count == 0) { return Task.CompletedTask; } return Task.WhenAll(texts.{|GG2010:Select|}(text => _client.Models.GenerateContentAsync(\"m\", text))); }")]
    [InlineData("enum Lang { A, B } Task M(Dictionary<string, string> texts) => Task.WhenAll(texts.Keys.{|GG2010:Select|}(text => _client.Models.GenerateContentAsync(\"m\", text)));")]
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
    // Few by what they are, or by a test; one call for each client.
    [InlineData("enum Lang { A, B } Task M() => Task.WhenAll(Enum.GetValues<Lang>().Select(s => _client.Models.GenerateContentAsync(\"m\", \"x \" + s)));")]
    [InlineData("enum Lang { A, B } Task M() => Task.WhenAll(Enum.GetValues(typeof(Lang)).Cast<Lang>().Select(s => _client.Models.GenerateContentAsync(\"m\", \"x \" + s)));")]
    [InlineData("enum Lang { A, B } async Task M() { var tasks = new List<Task>(); foreach (var s in Enum.GetValues<Lang>()) { tasks.Add(_client.Models.GenerateContentAsync(\"m\", \"x \" + s)); } await Task.WhenAll(tasks); }")]
    [InlineData("Task M(IEnumerable<IChatClient> clients, string t) => Task.WhenAll(clients.Select(c => c.GetResponseAsync(t)));")]
    [InlineData("Task M(Dictionary<string, IChatClient> clients, string t) => Task.WhenAll(clients.Select(c => c.Value.GetResponseAsync(t)));")]
    [InlineData("Task M(Dictionary<string, IChatClient> clients, List<string> names, string t) => Task.WhenAll(names.Select(async name => { var client = clients[name]; await client.GetResponseAsync(t); }));")]
    [InlineData("async Task M(IEnumerable<IChatClient> clients, string t) { var tasks = new List<Task>(); foreach (var c in clients) { tasks.Add(c.GetResponseAsync(t)); } await Task.WhenAll(tasks); }")]
    [InlineData("async Task M(IChatClient[] clients, string t) { var tasks = new List<Task>(); for (int i = 0; i < clients.Length; i++) { tasks.Add(clients[i].GetResponseAsync(t)); } await Task.WhenAll(tasks); }")]
    [InlineData("Task M(IEnumerable<IChatClient> clients, string t) => Task.WhenAll(clients.Select(c => Ask(c, t))); async Task<string> Ask(IChatClient c, string t) { var r = await c.GetResponseAsync(t); return r.Text; }")]
    [InlineData("Task M(IEnumerable<IChatClient> clients) => Task.WhenAll(clients.Select(Ask)); async Task<string> Ask(IChatClient c) { var r = await c.GetResponseAsync(\"p\"); return r.Text; }")]
    [InlineData("Task M(List<string> q) { if (q.Count > 8) throw new ArgumentException(); return Task.WhenAll(q.Select(s => _client.Models.GenerateContentAsync(\"m\", s))); }")]
    [InlineData("Task M(List<string> q) { ArgumentOutOfRangeException.ThrowIfGreaterThan(q.Count, 8); return Task.WhenAll(q.Select(s => _client.Models.GenerateContentAsync(\"m\", s))); }")]
    [InlineData("Task M(List<string> q) => q.Count is > 0 and < 9 ? Task.WhenAll(q.Select(s => _client.Models.GenerateContentAsync(\"m\", s))) : Task.CompletedTask;")]
    [InlineData("const int Most = 5; Task M(string[] q) { Check(q); return Task.WhenAll(q.Select(s => _client.Models.GenerateContentAsync(\"m\", s))); } void CheckLength(string[] q) { } void Check(string[] q) => CheckLength(q);")]
    [InlineData("async Task M(List<string> texts) { var tasks = new List<Task>(); foreach (var text in texts) { tasks.Add(_client.Models.GenerateContentAsync(\"m\", text)); if (tasks.Count == 4) { await Task.WhenAll(tasks); tasks.Clear(); } } await Task.WhenAll(tasks); }")]
    [InlineData("async Task M(List<string> texts) { var answers = new List<object>(); foreach (var text in texts) { answers.Add(await _client.Models.GenerateContentAsync(\"m\", text)); } await Task.WhenAll(); }")]
    [InlineData("async Task M() { var tasks = new List<Task>(); foreach (var text in new[] { \"a\", \"b\" }) { tasks.Add(_client.Models.GenerateContentAsync(\"m\", text)); } await Task.WhenAll(tasks); }")]
    public async Task Does_not_trigger(string member) => await ResilienceVerifier.VerifyMemberAsync("GG2010", member);
}

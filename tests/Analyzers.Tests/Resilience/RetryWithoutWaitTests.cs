namespace GeminiGen.Analyzers.Tests.Resilience;

/// <summary>GG2004.</summary>
public sealed class RetryWithoutWaitTests
{
    [Theory]
    [InlineData("async Task M() { {|GG2004:while|} (true) { try { await _client.Models.GenerateContentAsync(\"m\", \"p\"); return; } catch (Google.GenAI.ServerError) { } } }")]
    [InlineData("async Task M() { {|GG2004:for|} (int i = 0; i < 3; i++) { try { await _client.Models.GenerateContentAsync(\"m\", \"p\"); return; } catch (Exception e) { Console.WriteLine(e); } } }")]
    [InlineData("async Task M(HttpContent c) { {|GG2004:for|} (int i = 0; i < 3; i++) { var r = await _http.PostAsync(\"URL\", c); if (r.IsSuccessStatusCode) { return; } } }")]
    [InlineData("async Task M(HttpContent c) { HttpResponseMessage r; {|GG2004:do|} { r = await _http.PostAsync(\"URL\", c); } while (!r.IsSuccessStatusCode); }")]
    [InlineData("async Task M() { {|GG2004:for|} (int i = 0; i < 3; i++) { try { await _client.Models.GenerateContentAsync(\"m\", \"p\"); return; } catch (Exception e) { Log(e); } } } void Log(Exception e) => Console.WriteLine(e);")]
    // No limit.
    [InlineData("async Task M() { {|GG2004:while|} (true) { try { await _client.Models.GenerateContentAsync(\"m\", \"p\"); return; } catch (Google.GenAI.ServerError) { await Task.Delay(1000); } } }")]
    [InlineData("async Task<string> M() { {|GG2004:for|} (;;) { try { var r = await _client.Models.GenerateContentAsync(\"m\", \"p\"); return r.Text; } catch (Exception) { await Task.Delay(1000); } } }")]
    // Polly.
    [InlineData("readonly Polly.IAsyncPolicy _policy = Polly.Policy.Handle<Exception>().{|GG2004:RetryAsync|}(3); Task M() => _policy.ExecuteAsync(() => _client.Models.GenerateContentAsync(\"m\", \"p\"));")]
    [InlineData("readonly Polly.IAsyncPolicy _policy = Polly.Policy.Handle<Exception>().{|GG2004:WaitAndRetryForeverAsync|}(i => TimeSpan.FromSeconds(i)); Task M() => _policy.ExecuteAsync(() => _client.Models.GenerateContentAsync(\"m\", \"p\"));")]
    [InlineData("readonly Polly.ResiliencePipeline _pipeline = new Polly.ResiliencePipelineBuilder().{|GG2004:AddRetry|}(new Polly.Retry.RetryStrategyOptions { Delay = TimeSpan.Zero }).Build(); async Task M() => await _pipeline.ExecuteAsync(async t => await _client.Models.GenerateContentAsync(\"m\", \"p\", cancellationToken: t));")]
    [InlineData("readonly Polly.ResiliencePipeline _pipeline = new Polly.ResiliencePipelineBuilder().{|GG2004:AddRetry|}(new Polly.Retry.RetryStrategyOptions { MaxRetryAttempts = int.MaxValue }).Build(); async Task M() => await _pipeline.ExecuteAsync(async t => await _client.Models.GenerateContentAsync(\"m\", \"p\", cancellationToken: t));")]
    public async Task Triggers(string member) => await ResilienceVerifier.VerifyMemberAsync("GG2004", member);

    [Theory]
    [InlineData("async Task M() { for (int i = 0; i < 3; i++) { try { await _client.Models.GenerateContentAsync(\"m\", \"p\"); return; } catch (Google.GenAI.ServerError) { await Task.Delay(1000 << i); } } }")]
    [InlineData("async Task M() { for (int i = 0; i < 3; i++) { try { await _client.Models.GenerateContentAsync(\"m\", \"p\"); return; } catch (Google.GenAI.ServerError) { Thread.Sleep(1000); } } }")]
    // A computed wait in a helper, or in something that is not in sight.
    [InlineData("async Task M() { for (int i = 0; i < 3; i++) { try { await _client.Models.GenerateContentAsync(\"m\", \"p\"); return; } catch (Google.GenAI.ServerError) { await CalmDown(i); } } } Task CalmDown(int i) => Task.Delay(1000 << i);")]
    [InlineData("async Task M(Func<Task> calm) { for (int i = 0; i < 3; i++) { try { await _client.Models.GenerateContentAsync(\"m\", \"p\"); return; } catch (Google.GenAI.ServerError) { await calm(); } } }")]
    [InlineData("async Task M(PeriodicTimer t) { while (await t.WaitForNextTickAsync()) { try { await _client.Models.GenerateContentAsync(\"m\", \"p\"); return; } catch (Google.GenAI.ServerError) { } } }")]
    // It ends.
    [InlineData("async Task M() { int n = 0; while (true) { try { await _client.Models.GenerateContentAsync(\"m\", \"p\"); return; } catch (Google.GenAI.ServerError) { if (++n == 3) throw; await Task.Delay(1000); } } }")]
    [InlineData("async Task M() { int n = 0; while (true) { try { await _client.Models.GenerateContentAsync(\"m\", \"p\"); return; } catch (Google.GenAI.ServerError) when (n++ < 3) { await Task.Delay(1000); } } }")]
    [InlineData("async Task M(CancellationToken t) { while (true) { try { await _client.Models.GenerateContentAsync(\"m\", \"p\"); return; } catch (Google.GenAI.ServerError) { await Task.Delay(1000, t); } } }")]
    [InlineData("async Task M(CancellationToken t) { while (!t.IsCancellationRequested) { try { await _client.Models.GenerateContentAsync(\"m\", \"p\"); return; } catch (Google.GenAI.ServerError) { await Task.Delay(1000); } } }")]
    // No retry: other models, other items, a conversation.
    [InlineData("async Task<object> M(string[] models) { foreach (var model in models) { try { return await _client.Models.GenerateContentAsync(model, \"p\"); } catch (Exception) { } } return null; }")]
    [InlineData("async Task M(string[] texts) { foreach (var text in texts) { try { await _client.Models.GenerateContentAsync(\"m\", text); } catch (Exception e) { Console.WriteLine(e); } } }")]
    [InlineData("async Task M() { while (true) { var text = Console.ReadLine(); try { await _client.Models.GenerateContentAsync(\"m\", text); } catch (Exception e) { Console.WriteLine(e); } } }")]
    // It asks until it can read the answer, or how far a job has come.
    [InlineData("async Task<int> M() { for (int i = 0; i < 3; i++) { var r = await _client.Models.GenerateContentAsync(\"m\", \"p\"); if (int.TryParse(r.Text, out int n)) { return n; } } return 0; }")]
    [InlineData("async Task<int> M() { for (int i = 0; i < 3; i++) { try { return int.Parse((await _client.Models.GenerateContentAsync(\"m\", \"p\")).Text); } catch (FormatException) { } } return 0; }")]
    [InlineData("async Task M() { while (true) { var r = await _http.GetAsync(\"https://generativelanguage.googleapis.com/v1beta/operations/x\"); if (r.IsSuccessStatusCode && (await r.Content.ReadAsStringAsync()).Contains(\"done\")) { break; } await Task.Delay(5000); } }")]
    // Not a model.
    [InlineData("async Task M() { while (true) { try { await _http.GetStringAsync(\"https://example.com\"); return; } catch (Exception) { } } }")]
    [InlineData("readonly Polly.IAsyncPolicy _policy = Polly.Policy.Handle<Exception>().WaitAndRetryAsync(3, i => TimeSpan.FromSeconds(i)); Task M() => _policy.ExecuteAsync(() => _client.Models.GenerateContentAsync(\"m\", \"p\"));")]
    [InlineData("readonly Polly.ResiliencePipeline _pipeline = new Polly.ResiliencePipelineBuilder().AddRetry(new()).Build(); async Task M() => await _pipeline.ExecuteAsync(async t => await _client.Models.GenerateContentAsync(\"m\", \"p\", cancellationToken: t));")]
    public async Task Does_not_trigger(string member) => await ResilienceVerifier.VerifyMemberAsync("GG2004", member);
}

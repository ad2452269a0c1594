namespace GeminiGen.Analyzers.Tests.Resilience;

/// <summary>GG2006.</summary>
public sealed class StackedRetryTests
{
    [Theory]
    [InlineData("async Task M() { {|GG2006:for|} (int i = 0; i < 3; i++) { try { await _chat.CompleteChatAsync(\"p\"); return; } catch (ClientResultException) { await Task.Delay(1000); } } }")]
    [InlineData("async Task M() { {|GG2006:while|} (true) { try { await _contract.AskAsync(); return; } catch (Exception) { await Task.Delay(1000); } } }")]
    [InlineData("readonly Polly.IAsyncPolicy _policy = Polly.Policy.Handle<Exception>().{|GG2006:WaitAndRetryAsync|}(3, i => TimeSpan.FromSeconds(i)); Task M() => _policy.ExecuteAsync(() => _contract.AskAsync());")]
    [InlineData("async Task M() { var pipeline = new Polly.ResiliencePipelineBuilder().{|GG2006:AddRetry|}(new()).Build(); await pipeline.ExecuteAsync(async t => await _chat.CompleteChatAsync(\"p\")); }")]
    public async Task Triggers(string member) => await ResilienceVerifier.VerifyMemberAsync("GG2006", member);

    [Theory]
    [InlineData("async Task M() { for (int i = 0; i < 3; i++) { try { await _client.Models.GenerateContentAsync(\"m\", \"p\"); return; } catch (Exception) { await Task.Delay(1000); } } }")]
    [InlineData("async Task M() { var chat = new OpenAI.Chat.ChatClient(\"m\", new ApiKeyCredential(\"k\"), new OpenAI.OpenAIClientOptions { RetryPolicy = new ClientRetryPolicy(0) }); for (int i = 0; i < 3; i++) { try { await chat.CompleteChatAsync(\"p\"); return; } catch (Exception) { await Task.Delay(1000); } } }")]
    // It asks until it can read the answer.
    [InlineData("async Task<int> M() { for (int i = 0; i < 3; i++) { var text = await _contract.AskAsync(); if (int.TryParse(text, out int n)) { return n; } } return 0; }")]
    [InlineData("async Task<int> M() { for (int i = 0; i < 3; i++) { try { return int.Parse(await _contract.AskAsync()); } catch (FormatException) { } } return 0; }")]
    // Other items, other models, no retry in the pipeline, a pipeline that is not in sight.
    [InlineData("async Task M(OpenAI.Chat.ChatClient[] chats) { foreach (var chat in chats) { try { await chat.CompleteChatAsync(\"p\"); return; } catch (Exception) { } } }")]
    [InlineData("async Task M() { var pipeline = new Polly.ResiliencePipelineBuilder().AddTimeout(TimeSpan.FromMinutes(1)).Build(); await pipeline.ExecuteAsync(async t => await _chat.CompleteChatAsync(\"p\")); }")]
    [InlineData("async Task M(Polly.ResiliencePipeline pipeline) { await pipeline.ExecuteAsync(async t => await _chat.CompleteChatAsync(\"p\")); }")]
    [InlineData("void Off(GeminiGen.GeminiOptions o) { o.Retry.MaxAttempts = 1; } async Task M() { while (true) { try { await _contract.AskAsync(); return; } catch (Exception) { await Task.Delay(1000); } } }")]
    public async Task Does_not_trigger(string member) => await ResilienceVerifier.VerifyMemberAsync("GG2006", member);
}

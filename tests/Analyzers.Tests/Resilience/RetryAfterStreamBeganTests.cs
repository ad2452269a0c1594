namespace GeminiGen.Analyzers.Tests.Resilience;

/// <summary>GG2007.</summary>
public sealed class RetryAfterStreamBeganTests
{
    [Theory]
    [InlineData("async Task M() { for (int i = 0; i < 3; i++) { try { {|GG2007:await|} foreach (var part in _client.Models.GenerateContentStreamAsync(\"m\", \"p\")) { Console.Write(part.Text); } return; } catch (Exception) { await Task.Delay(1000); } } }")]
    [InlineData("async Task M(Action<string> onPart) { for (int i = 0; i < 3; i++) { try { {|GG2007:await|} foreach (var part in _client.Models.GenerateContentStreamAsync(\"m\", \"p\")) { onPart(part.Text); } return; } catch (Exception) { await Task.Delay(1000); } } }")]
    [InlineData("async Task M(CancellationToken t, IProgress<string> progress) { int n = 0; while (n < 3) { try { {|GG2007:await|} foreach (var part in _client.Models.GenerateContentStreamAsync(\"m\", \"p\").WithCancellation(t)) { progress.Report(part.Text); } break; } catch (Exception) { n++; await Task.Delay(1000); } } }")]
    [InlineData("async Task M() { var pipeline = new Polly.ResiliencePipelineBuilder().AddRetry(new()).Build(); await pipeline.ExecuteAsync(async t => { {|GG2007:await|} foreach (var part in _client.Models.GenerateContentStreamAsync(\"m\", \"p\")) { Console.Write(part.Text); } }); }")]
    [InlineData("async Task M() { int n = 0; again: try { {|GG2007:await|} foreach (var part in _client.Models.GenerateContentStreamAsync(\"m\", \"p\")) { Console.Write(part.Text); } } catch (System.IO.IOException) when (n++ < 3) { await Task.Delay(1000); goto again; } }")]
    public async Task Triggers(string member) => await ResilienceVerifier.VerifyMemberAsync("GG2007", member);

    [Theory]
    // Before the first part, and parts that are only gathered.
    [InlineData("async Task M() { bool began = false; for (int i = 0; i < 3; i++) { try { await foreach (var part in _client.Models.GenerateContentStreamAsync(\"m\", \"p\")) { began = true; Console.Write(part.Text); } return; } catch (Exception) when (!began) { await Task.Delay(1000); } } }")]
    [InlineData("async Task M() { int count = 0; for (int i = 0; i < 3; i++) { try { await foreach (var part in _client.Models.GenerateContentStreamAsync(\"m\", \"p\")) { count++; Console.Write(part.Text); } return; } catch (Exception) { if (count > 0) throw; await Task.Delay(1000); } } }")]
    [InlineData("async Task<string> M() { for (int i = 0; i < 3; i++) { try { var text = new System.Text.StringBuilder(); await foreach (var part in _client.Models.GenerateContentStreamAsync(\"m\", \"p\")) { text.Append(part.Text); } return text.ToString(); } catch (Exception) { await Task.Delay(1000); } } return null; }")]
    [InlineData("async Task M() { bool began = false; again: try { await foreach (var part in _client.Models.GenerateContentStreamAsync(\"m\", \"p\")) { began = true; Console.Write(part.Text); } } catch (System.IO.IOException) when (!began) { goto again; } }")]
    // No retry.
    [InlineData("async Task M() { await foreach (var part in _client.Models.GenerateContentStreamAsync(\"m\", \"p\")) { Console.Write(part.Text); } }")]
    [InlineData("async Task M(string[] texts) { foreach (var text in texts) { try { await foreach (var part in _client.Models.GenerateContentStreamAsync(\"m\", text)) { Console.Write(part.Text); } } catch (Exception e) { Console.WriteLine(e); } } }")]
    [InlineData("async Task M() { while (Console.ReadLine() is { } text) { try { await foreach (var part in _client.Models.GenerateContentStreamAsync(\"m\", text)) { Console.Write(part.Text); } } catch (Exception e) { Console.WriteLine(e); } } }")]
    public async Task Does_not_trigger(string member) => await ResilienceVerifier.VerifyMemberAsync("GG2007", member);
}

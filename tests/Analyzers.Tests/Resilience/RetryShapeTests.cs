using GeminiGen.TestHarness;

namespace GeminiGen.Analyzers.Tests.Resilience;

/// <summary>
/// GG2001's line between code that repeats a call because it failed and code that only looks like it: in each shape <c>SEND(…)</c> is the call, and the rest of the class is what
/// the shape says.
/// </summary>
public sealed class RetryShapeTests
{
    private const string Usings = """
        using System;
        using System.Collections.Generic;
        using System.Diagnostics;
        using System.Linq;
        using System.Net;
        using System.Net.Http;
        using System.Threading;
        using System.Threading.Tasks;
        using Polly;

        class RetryAttribute : Attribute { }
        class Doc { public bool Last; public HttpContent Body; public List<Doc> Children; }
        class Page { public string Next; public bool Found; public static Task<Page> ReadAsync(HttpResponseMessage r) => null; public HttpContent Call; }

        """;

    [Theory]
    // Loops that make many calls, each once.
    [InlineData("bool _stop; async Task M(Func<HttpContent> next) { while (!_stop) { await SEND(next()); await Task.Delay(1000); } }")]
    [InlineData("async Task M(HttpContent c) { do { await SEND(c); await Task.Delay(100); } while (true); }")]
    [InlineData("async Task M(PeriodicTimer timer, HttpContent c) { while (await timer.WaitForNextTickAsync()) { await SEND(c); } }")]
    [InlineData("async Task M(CancellationToken t, HttpContent c) { while (!t.IsCancellationRequested) { try { await SEND(c); } catch (HttpRequestException) { } await Task.Delay(1000); } }")]
    [InlineData("async Task M(CancellationToken t, HttpContent c) { while (true) { try { await SEND(c); } catch (HttpRequestException) { } if (t.IsCancellationRequested) { return; } } }")]
    [InlineData("async Task M(List<Doc> docs) { foreach (var d in docs) { if (d.Last) break; await SEND(d.Body); } }")]
    [InlineData("async Task M(List<Doc> docs) { foreach (var d in docs) { await SEND(d.Body); if (d.Last) return; } }")]
    [InlineData("async Task M(List<Doc> docs) { foreach (var d in docs) { try { await SEND(d.Body); } catch (HttpRequestException e) { Console.WriteLine(e); } } }")]
    [InlineData("async Task M(List<Doc> docs) { foreach (var d in docs) { try { await SEND(d.Body); if (d.Last) { break; } } catch (HttpRequestException) { } } }")]
    [InlineData("async Task M(List<Doc> docs) { var failed = new List<Doc>(); foreach (var d in docs) { try { await SEND(d.Body); } catch { failed.Add(d); } } }")]
    [InlineData("async Task M(List<Doc> docs) { foreach (var d in docs) { var r = await SEND(d.Body); if (!r.IsSuccessStatusCode) { continue; } Console.WriteLine(r); } }")]
    [InlineData("async Task M(HttpContent[] docs) { foreach (var d in docs) { var (ok, text) = await Once(d); if (!ok) { Console.WriteLine(\"no\"); continue; } Console.WriteLine(text); } } async Task<(bool, string)> Once(HttpContent c) { try { var r = await SEND(c); return (r.IsSuccessStatusCode, await r.Content.ReadAsStringAsync()); } catch (HttpRequestException) { return (false, null); } } ")]
    [InlineData("async Task M(System.Threading.Channels.Channel<HttpContent> ch, System.Collections.Concurrent.ConcurrentQueue<string> errors) { await foreach (var c in ch.Reader.ReadAllAsync()) { try { await SEND(c); } catch (Exception e) { errors.Enqueue(e.Message); } } }")]
    [InlineData("async Task M(System.Threading.Channels.Channel<HttpContent> ch, System.Threading.Channels.Channel<HttpContent> done) { await foreach (var c in ch.Reader.ReadAllAsync()) { var r = await SEND(c); if (r.IsSuccessStatusCode) { done.Writer.TryWrite(c); } } }")]
    [InlineData("async Task M(HttpContent[] docs) { for (int i = 0; i < docs.Length; i++) { try { await SEND(docs[i]); } catch { await Task.Delay(10); } } }")]
    [InlineData("async Task M(Queue<HttpContent> q) { while (q.TryDequeue(out var c)) { try { await SEND(c); } catch { await Task.Delay(10); } } }")]
    // Loops that end with the first failure.
    [InlineData("async Task<bool> M(List<Doc> docs) { foreach (var d in docs) { var r = await SEND(d.Body); if (!r.IsSuccessStatusCode) { return false; } } return true; }")]
    [InlineData("async Task M(HttpContent c) { while (true) { var r = await SEND(c); if (r.StatusCode != HttpStatusCode.OK) { break; } await Task.Delay(10); } }")]
    [InlineData("async Task M(HttpContent c) { while (true) { try { await SEND(c); await Task.Delay(10); } catch (HttpRequestException) { return; } } }")]
    [InlineData("async Task M(HttpContent c) { bool failed = false; while (!failed) { try { await SEND(c); } catch { failed = true; } } }")]
    [InlineData("async Task M(HttpContent c) { int errors = 0; while (errors < 10) { try { await SEND(c); } catch { errors++; } } }")]
    // Loops whose result says what to ask next.
    [InlineData("async Task M(string next) { do { var r = await SEND(new StringContent(next)); var page = await Page.ReadAsync(r); next = page.Next; } while (next != null); }")]
    [InlineData("async Task M(string next) { while (next != null) { var page = await Page.ReadAsync(await SEND(new StringContent(next))); if (page.Found) { next = page.Next; } else { next = null; } } }")]
    [InlineData("async Task<Page> M(List<Page> history) { while (true) { var page = await Page.ReadAsync(await SEND(Write(history))); if (page.Call == null) { return page; } history.Add(page); } } HttpContent Write(List<Page> pages) => null;")]
    [InlineData("async Task<Page> M(List<Doc> docs) { foreach (var d in docs) { var page = await Page.ReadAsync(await SEND(d.Body)); if (page.Found) { return page; } } return null; }")]
    [InlineData("async Task M(string next) { var page = await Page.ReadAsync(await SEND(new StringContent(next))); if (page.Next != null) { await M(page.Next); } }")]
    [InlineData("async Task M(Queue<HttpContent> q) { while (q.TryDequeue(out var c)) { try { var page = await Page.ReadAsync(await SEND(c)); if (page.Found) { q.Enqueue(page.Call); } } catch { } } }")]
    // Calls beside each other, recursion and jumps that have nothing to do with failure.
    [InlineData("async Task M(Doc doc) { await SEND(doc.Body); foreach (var child in doc.Children) { await M(child); } }")]
    [InlineData("async Task M(HttpContent c, Doc d) { var r = await SEND(c); if (!r.IsSuccessStatusCode) { return; } foreach (var child in d.Children) { await M(c, child); } }")]
    [InlineData("async Task M(HttpContent c, bool loud) { if (loud) { await SEND(c); } else { await SEND(c); } }")]
    [InlineData("async Task M(HttpContent c) { try { Console.ReadLine(); } catch (Exception) { await SEND(c); } }")]
    [InlineData("async Task M(HttpContent c) { await SEND(c); goto done; done: return; }")]
    [InlineData("void N() { again: goto again; } Task M(HttpContent c) => SEND(c);")]
    // Words and numbers.
    [InlineData("int loginAttempts; int RetryCount { get; set; } string backoff; Task M(HttpContent c) => SEND(c);")]
    [InlineData("async Task M(HttpContent c) { int loginAttempts = 0; if (loginAttempts++ > 3) { throw new InvalidOperationException(); } await SEND(c); }")]
    [InlineData("ResiliencePipeline _pipeline; Task M(HttpContent c) => SEND(c);")]
    [InlineData("ResiliencePipeline _pipeline; void N() { _pipeline.Execute(() => Console.WriteLine()); } Task M(HttpContent c) => SEND(c);")]
    [InlineData("const int Width = 429; int[] _table = new int[503]; Task M(HttpContent c) => SEND(c);")]
    [InlineData("int StatusCode { get; set; } async Task M(HttpContent c) { await SEND(c); StatusCode = 503; }")]
    [InlineData("async Task<HttpStatusCode> M(HttpContent c) { await SEND(c); return HttpStatusCode.ServiceUnavailable; }")]
    [InlineData("bool Other(HttpResponseMessage r) => r.StatusCode == HttpStatusCode.TooManyRequests; Task M(HttpContent c) => SEND(c);")]
    // A method of the project that runs what it is handed once.
    [InlineData("async Task<T> Timed<T>(Func<Task<T>> ask) { var w = Stopwatch.StartNew(); try { return await ask(); } finally { Console.WriteLine(w.Elapsed); } } Task M(HttpContent c) => Timed(() => SEND(c));")]
    [InlineData("async Task<T> Timed<T>(Func<Task<T>> ask) { for (int i = 0; i < 3; i++) { Console.WriteLine(i); } return await ask.Invoke(); } Task N(HttpContent c) => Timed(() => M(c)); Task<HttpResponseMessage> M(HttpContent c) => SEND(c);")]
    // Another method of the same name is repeated, not this one.
    [InlineData("public Task<HttpResponseMessage> AskAsync(HttpContent c) => SEND(c); class Other { public Task AskAsync() => null; async Task M() { while (true) { try { await AskAsync(); return; } catch (Exception) { } } } }")]
    public async Task Is_no_retry(string shape) => await VerifyAsync(shape, triggers: true);

    [Theory]
    // Success leaves the loop.
    [InlineData("async Task<HttpResponseMessage> M(HttpContent c) { for (var i = 0; i < 3; i++) { try { return await SEND(c); } catch (HttpRequestException) { await Task.Delay(1000); } } return null; }")]
    [InlineData("async Task<HttpResponseMessage> M(HttpContent c) { while (true) { var r = await SEND(c); if (r.IsSuccessStatusCode) return r; await Task.Delay(1000); } }")]
    [InlineData("async Task<HttpResponseMessage> M(HttpContent c) { for (int i = 0; ; i++) { try { return await SEND(c); } catch (HttpRequestException) when (i < 3) { } } }")]
    [InlineData("async Task M(HttpContent c) { for (int i = 0; i < 3; i++) { try { await SEND(c); break; } catch (HttpRequestException) { if (i == 2) throw; } } }")]
    [InlineData("async Task M(HttpContent c) { for (int i = 0; i < 3; i++) { try { await SEND(c); break; } catch (HttpRequestException) { if (i < 2) { continue; } throw; } } }")]
    [InlineData("async Task<bool> M(HttpContent c, TimeSpan[] delays) { foreach (var delay in delays) { try { await SEND(c); return true; } catch (HttpRequestException) { await Task.Delay(delay); } } return false; }")]
    [InlineData("async Task<string> M(HttpContent c) { while (true) { HttpResponseMessage r; try { r = await SEND(c); } catch (HttpRequestException) { await Task.Delay(9); continue; } return await r.Content.ReadAsStringAsync(); } }")]
    [InlineData("async Task<HttpResponseMessage> M(HttpContent c) { while (true) { var r = await SEND(c); if (!r.IsSuccessStatusCode) { await Task.Delay(9); continue; } return r; } }")]
    [InlineData("async Task<HttpResponseMessage> M(HttpContent c) { while (true) { var r = await SEND(c); if (!r.IsSuccessStatusCode) { await Task.Delay(9); } else { return r; } } }")]
    [InlineData("async Task<HttpResponseMessage> M(HttpContent c) { while (true) { var r = await SEND(c); switch ((int)r.StatusCode) { case 200: return r; case 500: await Task.Delay(9); break; default: throw new Exception(); } } }")]
    [InlineData("async Task<string> M(HttpContent c) { for (int i = 0; i < 3; i++) { var r = await SEND(c); var text = await r.Content.ReadAsStringAsync(); if (text.Length > 0) { return text; } } return null; }")]
    [InlineData("async Task<HttpResponseMessage> M(Dictionary<string, HttpContent> models) { foreach (var model in models) { try { return await SEND(model.Value); } catch (HttpRequestException) { } } return null; }")]
    // Success ends its condition.
    [InlineData("async Task M(HttpContent c) { HttpResponseMessage r; do { r = await SEND(c); } while (!r.IsSuccessStatusCode); }")]
    [InlineData("async Task M(HttpContent c) { HttpResponseMessage r = null; while (r is null || !r.IsSuccessStatusCode) { r = await SEND(c); } }")]
    [InlineData("async Task M(HttpContent c) { bool ok = false; while (!ok) { try { await SEND(c); ok = true; } catch { await Task.Delay(9); } } }")]
    [InlineData("async Task M(HttpContent c) { bool again; do { again = false; try { await SEND(c); } catch { again = true; } } while (again); }")]
    [InlineData("bool _done; async Task M(HttpContent c) { while (!this._done) { var r = await SEND(c); if (r.IsSuccessStatusCode) { this._done = true; } } }")]
    [InlineData("async Task M(HttpContent c) { while (!(await SEND(c)).IsSuccessStatusCode) { await Task.Delay(9); } }")]
    // The failed item comes round again.
    [InlineData("async Task M(Queue<HttpContent> q) { while (q.TryDequeue(out var c)) { try { await SEND(c); } catch { q.Enqueue(c); } } }")]
    [InlineData("async Task M(Queue<HttpContent> q) { while (true) { var c = q.Dequeue(); var r = await SEND(c); if (!r.IsSuccessStatusCode) { q.Enqueue(c); } } }")]
    [InlineData("async Task M(HttpContent[] docs) { for (int i = 0; i < docs.Length; i++) { try { await SEND(docs[i]); } catch { i--; } } }")]
    [InlineData("async Task M(HttpContent[] docs) { int i = 0; while (i < docs.Length) { try { await SEND(docs[i]); i++; } catch { await Task.Delay(9); } } }")]
    [InlineData("async Task M(List<HttpContent> open) { while (open.Count > 0) { foreach (var c in open.ToArray()) { try { await SEND(c); open.Remove(c); } catch { } } } }")]
    [InlineData("record struct Work(HttpContent Q, int N); async Task M(System.Threading.Channels.Channel<(HttpContent, int)> ch) { await foreach (var (q, n) in ch.Reader.ReadAllAsync()) { var r = await SEND(q); if (!r.IsSuccessStatusCode && n < 3) { await Task.Delay(9); ch.Writer.TryWrite((q, n + 1)); } } }")]
    [InlineData("async Task M(System.Threading.Channels.Channel<HttpContent> ch) { while (await ch.Reader.WaitToReadAsync()) while (ch.Reader.TryRead(out var c)) { var r = await SEND(c); if (!r.IsSuccessStatusCode) { await Task.Delay(9); await ch.Writer.WriteAsync(c); } } }")]
    [InlineData("async Task M(System.Threading.Channels.ChannelReader<HttpContent> reader, System.Threading.Channels.ChannelWriter<HttpContent> writer) { await foreach (var c in reader.ReadAllAsync()) { var r = await SEND(c); if (!r.IsSuccessStatusCode) { writer.TryWrite(c); } } }")]
    [InlineData("System.Threading.Channels.Channel<HttpContent> _work; async Task M() { await foreach (var c in _work.Reader.ReadAllAsync()) { await One(c); } } async Task One(HttpContent c) { try { await SEND(c); } catch (HttpRequestException) { await _work.Writer.WriteAsync(c); } }")]
    [InlineData("class Message { public HttpContent Body; public Task CompleteAsync() => null; public Task AbandonAsync() => null; } async Task M(Message m) { var r = await SEND(m.Body); if (r.IsSuccessStatusCode) await m.CompleteAsync(); else await m.AbandonAsync(); }")]
    // A helper tells how it went, in a tuple.
    [InlineData("async Task M(HttpContent c) { for (int i = 0; i < 3; i++) { var (ok, text) = await Once(c); if (ok) { Console.WriteLine(text); break; } await Task.Delay(9); } } async Task<(bool, string)> Once(HttpContent c) { try { var r = await SEND(c); return (r.IsSuccessStatusCode, await r.Content.ReadAsStringAsync()); } catch (HttpRequestException) { return (false, null); } } ")]
    [InlineData("async Task<string> M(HttpContent c) { for (int i = 0; i < 3; i++) { (bool ok, string text) = await Once(c); if (ok) return text; await Task.Delay(9); } return null; } async Task<(bool, string)> Once(HttpContent c) { try { var r = await SEND(c); return (r.IsSuccessStatusCode, await r.Content.ReadAsStringAsync()); } catch (HttpRequestException) { return (false, null); } } ")]
    [InlineData("async Task M(HttpContent c) { bool ok; string body; int n = 0; do { (ok, body) = await Once(c); if (!ok) await Task.Delay(9); } while (!ok && ++n < 3); } async Task<(bool, string)> Once(HttpContent c) { try { var r = await SEND(c); return (r.IsSuccessStatusCode, await r.Content.ReadAsStringAsync()); } catch (HttpRequestException) { return (false, null); } } ")]
    [InlineData("async Task M(HttpContent c) { for (int i = 0; i < 3; i++) { var (code, body) = await Once(c); if (code < 500) { Console.WriteLine(body); return; } await Task.Delay(9); } } async Task<(int, string)> Once(HttpContent c) { var r = await SEND(c); return ((int)r.StatusCode, r.ToString()); } ")]
    [InlineData("async Task M(HttpContent c) { for (int i = 0; i < 3; i++) { var (text, error) = await Once(c); if (error is null) { Console.WriteLine(text); return; } await Task.Delay(9); } } async Task<(string Text, Exception Error)> Once(HttpContent c) { try { var r = await SEND(c); return (r.ToString(), null); } catch (Exception e) { return (null, e); } } ")]
    [InlineData("async Task M(HttpContent c) { (string Text, Exception Error) last = default; for (int i = 0; i < 3; i++) { last = await Once(c); if (last.Error == null) break; await Task.Delay(9); } } async Task<(string Text, Exception Error)> Once(HttpContent c) { try { var r = await SEND(c); return (r.ToString(), null); } catch (Exception e) { return (null, e); } } ")]
    [InlineData("async Task M(HttpContent c) { for (int i = 0; i < 3; i++) { var (text, error) = await Once(c); if (error is not null) { await Task.Delay(9); continue; } Console.WriteLine(text); return; } } async Task<(string Text, Exception Error)> Once(HttpContent c) { try { var r = await SEND(c); return (r.ToString(), null); } catch (Exception e) { return (null, e); } } ")]
    [InlineData("record Res(bool Ok, string Text); async Task<Res> Once(HttpContent c) { var r = await SEND(c); return new(r.IsSuccessStatusCode, r.ToString()); } async Task M(HttpContent c) { for (int i = 0; i < 3; i++) { var (ok, text) = await Once(c); if (ok) { Console.WriteLine(text); return; } await Task.Delay(9); } }")]
    // Once more, by a second call, the member itself, or a jump.
    [InlineData("async Task M(HttpContent c) { var r = await SEND(c); int n = 3; while (!r.IsSuccessStatusCode && n-- > 0) { r = await SEND(c); } }")]
    [InlineData("async Task M(HttpContent c) { bool failed = false; try { await SEND(c); } catch { failed = true; } if (failed) { await SEND(c); } }")]
    [InlineData("async Task<HttpResponseMessage> M(HttpContent c, HttpContent shorter) { try { return await SEND(c); } catch (HttpRequestException) { return await SEND(shorter); } }")]
    [InlineData("async Task<HttpResponseMessage> M(HttpContent c, int left) { try { return await SEND(c); } catch (HttpRequestException) when (left > 0) { await Task.Delay(9); } return await M(c, left - 1); }")]
    [InlineData("async Task<HttpResponseMessage> M(HttpContent c, int left) { var r = await SEND(c); if (r.IsSuccessStatusCode || left == 0) { return r; } await Task.Delay(9); return await M(c, left - 1); }")]
    [InlineData("async Task M(HttpContent c) { again: try { await SEND(c); } catch { await Task.Delay(9); goto again; } }")]
    // Wrappers, pipelines, attributes.
    [InlineData("async Task<T> RetryAsync<T>(Func<Task<T>> ask) => await ask(); Task M(HttpContent c) => RetryAsync(() => SEND(c));")]
    [InlineData("async Task<T> Robust<T>(Func<Task<T>> ask) { while (true) { try { return await ask(); } catch { } } } Task M(HttpContent c) => Robust(() => SEND(c));")]
    [InlineData("ResiliencePipeline _pipeline; async Task<T> Robust<T>(Func<Task<T>> ask) => await _pipeline.ExecuteAsync(async _ => await ask()); Task M(HttpContent c) => Robust(() => SEND(c));")]
    [InlineData("ResiliencePipeline _pipeline; async Task<T> Robust<T>(Func<CancellationToken, ValueTask<T>> ask) => await _pipeline.ExecuteAsync(ask); Task M(HttpContent c) => Robust(async _ => await SEND(c));")]
    [InlineData("ResiliencePipeline _pipeline; async Task M(HttpContent c) { await _pipeline.ExecuteAsync(async t => await SEND(c)); }")]
    [InlineData("ResiliencePipeline _pipeline; async Task N(HttpContent c) { await _pipeline.ExecuteAsync(async t => await M(c)); } Task<HttpResponseMessage> M(HttpContent c) => SEND(c);")]
    [InlineData("[Retry] Task M(HttpContent c) => SEND(c);")]
    // Whoever tells 429 and 503 from other failures knows what the rule would say.
    [InlineData("async Task M(HttpContent c) { var r = await SEND(c); if ((int)r.StatusCode is 429 or 503) { throw new TimeoutException(); } }")]
    [InlineData("async Task M(HttpContent c) { try { await SEND(c); } catch (HttpRequestException e) when (e.StatusCode == HttpStatusCode.TooManyRequests) { throw new TimeoutException(); } }")]
    [InlineData("async Task M(HttpContent c) { var r = await SEND(c); Check(r); } void Check(HttpResponseMessage r) { switch (r.StatusCode) { case HttpStatusCode.ServiceUnavailable: throw new TimeoutException(); } }")]
    [InlineData("static readonly HashSet<HttpStatusCode> Passing = new() { HttpStatusCode.TooManyRequests }; async Task M(HttpContent c) { var r = await SEND(c); if (Passing.Contains(r.StatusCode)) { throw new TimeoutException(); } }")]
    [InlineData("Task<HttpResponseMessage> M(HttpContent c) => SEND(c); async Task N(HttpContent c) { var r = await M(c); if (r.StatusCode == HttpStatusCode.TooManyRequests) { throw new TimeoutException(); } }")]
    public async Task Is_a_retry(string shape) => await VerifyAsync(shape, triggers: false);

    private static Task VerifyAsync(string shape, bool triggers)
    {
        const string Call = "_http.PostAsync";
        string source = "class C { readonly HttpClient _http = new(); " + shape + " }";
        string url = "(\"https://generativelanguage.googleapis.com/v1beta/models/gemini-3.8-flash:generateContent\", ";
        return ResilienceVerifier.VerifyAsync(
            "GG2001",
            Usings + source.Replace("SEND(", (triggers ? "{|GG2001:" + Call + "|}" : Call) + url, StringComparison.Ordinal),
            new TestProjectOptions { References = TestReferences.WithResilience });
    }
}

using GeminiGen.Analyzers.Rules;
using GeminiGen.TestHarness;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Testing;

namespace GeminiGen.Analyzers.Tests.Resilience;

/// <summary>GG2001 for requests sent by hand. Every program that is silent here holds an honest form of a retry, or something the rule cannot see through.</summary>
public sealed class NoRetryAroundCallTests
{
    private const string Usings = """
        using System;
        using System.Collections.Generic;
        using System.Linq;
        using System.Net;
        using System.Net.Http;
        using System.Net.Http.Json;
        using System.Threading;
        using System.Threading.Tasks;
        using Microsoft.Extensions.DependencyInjection;

        """;

    private const string Url = "https://generativelanguage.googleapis.com/v1beta/models/gemini-3.8-flash:generateContent";

    [Theory]
    [InlineData("class C { readonly HttpClient _http = new(); Task<HttpResponseMessage> M(HttpContent c) => {|GG2001:_http.PostAsync|}(\"URL\", c); }")]
    [InlineData("class C { static readonly HttpClient Http = new HttpClient(new SocketsHttpHandler()); Task<string> M() => {|GG2001:Http.GetStringAsync|}(new Uri(\"URL\")); }")]
    [InlineData("class C { const string Address = \"URL\"; async Task M(HttpContent c) { using var http = new HttpClient(); await {|GG2001:http.PostAsync|}(Address, c); } }")]
    [InlineData("class C { const string Host = \"https://generativelanguage.googleapis.com\"; readonly HttpClient _http = new(); Task M(string m, HttpContent c) => {|GG2001:_http.PostAsync|}($\"{Host}/v1beta/models/{m}:generateContent\", c); }")]
    [InlineData("class C { readonly HttpClient _http = new(); Task M(string m, HttpContent c) => {|GG2001:_http.PostAsync|}(\"https://generativelanguage.googleapis.com/v1beta/models/\" + m, c); }")]
    [InlineData("class C { readonly HttpClient _http = new(); async Task M(HttpContent c) { var request = new HttpRequestMessage(HttpMethod.Post, \"URL\") { Content = c }; await {|GG2001:_http.SendAsync|}(request); } }")]
    [InlineData("class C { readonly HttpClient _http = new(); async Task M() { var request = new HttpRequestMessage { RequestUri = new Uri(\"URL\") }; await {|GG2001:_http.SendAsync|}(request); } }")]
    [InlineData("class C { readonly HttpClient _http = new() { BaseAddress = new Uri(\"https://generativelanguage.googleapis.com/\") }; Task M(string m, object b) => {|GG2001:_http.PostAsJsonAsync|}($\"v1beta/models/{m}:generateContent\", b); }")]
    [InlineData("class C { readonly HttpClient _http; C() { _http = new HttpClient(); _http.BaseAddress = new Uri(\"https://generativelanguage.googleapis.com/\"); } Task M(object b) => {|GG2001:_http.PostAsJsonAsync|}(\"v1beta/models/x:generateContent\", b); }")]
    [InlineData("class C { readonly HttpClient _http = new(); string Address(string m) => $\"https://generativelanguage.googleapis.com/v1beta/models/{m}\"; Task M(HttpContent c) => {|GG2001:_http.PostAsync|}(Address(\"x\"), c); }")]
    [InlineData("class C { readonly HttpClient _http = new(); async Task M(IEnumerable<HttpContent> all) { foreach (var c in all) { await {|GG2001:_http.PostAsync|}(\"URL\", c); } } }")]
    [InlineData("class C { readonly HttpClient _http = new(); async Task<string> M(HttpContent c) { try { var r = await {|GG2001:_http.PostAsync|}(\"URL\", c); r.EnsureSuccessStatusCode(); return await r.Content.ReadAsStringAsync(); } catch (HttpRequestException) { return \"\"; } } }")]
    [InlineData("class C { readonly HttpClient _http = new(); Task M(HttpContent[] all) => Task.WhenAll(all.Select(c => {|GG2001:_http.PostAsync|}(\"URL\", c))); }")]
    [InlineData("class C { readonly HttpClient _http = new(); async Task N(HttpContent c) { await M(c); } Task M(HttpContent c) => {|GG2001:_http.PostAsync|}(\"URL\", c); }")]
    [InlineData("class C { readonly HttpClient _http = new(); async Task M(HttpContent c) { while (Console.ReadLine() is { } line) { var r = await {|GG2001:_http.PostAsync|}(\"URL\", c); Console.WriteLine(r); } } }")]
    [InlineData("class C { readonly HttpClient _http = new(); async Task M(HttpContent c, bool b) { await {|GG2001:_http.PostAsync|}(\"URL\", c); if (b) { await {|GG2001:_http.PostAsync|}(\"URL?alt=sse\", c); } } }")]
    // The address is set behind the declaration, or built; arguments stand in another order; the extension is called as a plain method.
    [InlineData("class C { readonly HttpClient _http = new(); async Task M() { var message = new HttpRequestMessage(); message.RequestUri = new Uri(\"URL\"); await {|GG2001:_http.SendAsync|}(message); } }")]
    [InlineData("class C { readonly HttpClient _http = new(); async Task M() { HttpRequestMessage message = new() { Method = HttpMethod.Post }; message.RequestUri = new Uri(\"URL\"); await {|GG2001:_http.SendAsync|}(cancellationToken: default, request: message); } }")]
    [InlineData("class C { readonly HttpClient _http = new(); async Task M() { await {|GG2001:_http.SendAsync|}(new HttpRequestMessage(requestUri: \"URL\", method: HttpMethod.Post)); } }")]
    [InlineData("class C { readonly HttpClient _http = new(); Task M(HttpContent c) => {|GG2001:_http.PostAsync|}(content: c, requestUri: \"URL\"); }")]
    [InlineData("class C { readonly HttpClient _http = new(); Task M(object b) => {|GG2001:HttpClientJsonExtensions.PostAsJsonAsync|}(_http, \"URL\", b); }")]
    [InlineData("class C { readonly HttpClient _http = new(); Task M(object b) => {|GG2001:HttpClientJsonExtensions.PostAsJsonAsync|}(value: b, requestUri: \"URL\", client: _http); }")]
    [InlineData("class C { readonly HttpClient _http = new(); Task M(HttpContent c) => {|GG2001:_http.PostAsync|}(new UriBuilder(\"URL\").Uri, c); }")]
    [InlineData("class C { readonly HttpClient _http = new(); Task M(HttpContent c) { var b = new UriBuilder(\"URL\") { Query = \"alt=sse\" }; b.Path = \"x\"; return {|GG2001:_http.PostAsync|}(b.Uri, c); } }")]
    [InlineData("class C { readonly HttpClient _http = new(); Task M(HttpContent c) => {|GG2001:_http.PostAsync|}(new UriBuilder(\"https\", \"generativelanguage.googleapis.com\").ToString(), c); }")]
    // Words that other things are called by.
    [InlineData("class C { readonly HttpClient _http = new(); string PrivacyPolicy => \"\"; Task M(HttpContent c, object renderPipeline) => {|GG2001:_http.PostAsync|}(\"URL\", c); }")]
    [InlineData("class C { readonly HttpClient _http = new(); void Add(IServiceCollection s) => s.AddTransient<C>(); Task M(HttpContent c) => {|GG2001:_http.PostAsync|}(\"URL\", c); }")]
    // A conversation: every round asks something else.
    [InlineData("class C { readonly HttpClient _http = new(); async Task M(HttpContent c) { while (Console.ReadLine() is { } line) { var r = await {|GG2001:_http.PostAsync|}(\"URL\", c); if (!r.IsSuccessStatusCode) { Console.WriteLine(\"no\"); } await Task.Delay(10); } } }")]
    [InlineData("class C { static HttpClient Create() => new() { BaseAddress = new Uri(\"https://generativelanguage.googleapis.com\") }; async Task M(HttpContent c) { using var http = Create(); await {|GG2001:http.PostAsync|}(\"/v1beta/models/gemini-3.8-flash:generateContent\", c); } }")]
    [InlineData("class C { static readonly Lazy<HttpClient> Http = new(() => new HttpClient { BaseAddress = new Uri(\"https://generativelanguage.googleapis.com\") }); Task M(HttpContent c) => {|GG2001:Http.Value.PostAsync|}(\"v1beta/models/gemini-3.8-flash:generateContent\", c); }")]
    [InlineData("class C { readonly HttpMessageInvoker _http = new(new SocketsHttpHandler()); Task M() => {|GG2001:_http.SendAsync|}(new HttpRequestMessage(HttpMethod.Post, \"URL\"), default); }")]
    public async Task Triggers_where_nothing_repeats_the_call(string source) => await VerifyAsync(source);

    [Theory]
    // The address is not Gemini's, or not to be told.
    [InlineData("class C { readonly HttpClient _http = new(); Task M(HttpContent c) => _http.PostAsync(\"https://api.example.com/v1\", c); }")]
    [InlineData("class C { readonly HttpClient _http = new(); Task M(HttpContent c) => _http.PostAsync(\"https://generativelanguage.googleapis.com.example.com/v1\", c); }")]
    [InlineData("class C { readonly HttpClient _http = new(); Task M(string url, HttpContent c) => _http.PostAsync(url, c); }")]
    [InlineData("class C { readonly HttpClient _http = new(); Task M(bool b, HttpContent c) { var url = \"URL\"; if (b) { url = \"https://example.com\"; } return _http.PostAsync(url, c); } }")]
    [InlineData("class C { readonly HttpClient _http = new(); Task M(HttpContent c) => _http.PostAsync(\"v1beta/models/x:generateContent\", c); }")]
    [InlineData("class C { readonly HttpClient _http = new(); string Url { get; set; } = \"URL\"; void N(string u) { Url = u; } Task M(HttpContent c) => _http.PostAsync(Url, c); }")]
    [InlineData("class C { readonly HttpClient _other = new(); readonly HttpClient _http = new() { BaseAddress = new Uri(\"https://generativelanguage.googleapis.com/\") }; Task M(HttpContent c) => _other.PostAsync(\"v1/things\", c); }")]
    [InlineData("class C { readonly HttpClient _http = new(); async Task M(Uri u, bool b) { var message = new HttpRequestMessage(); message.RequestUri = new Uri(\"URL\"); if (b) { message.RequestUri = u; } await _http.SendAsync(message); } }")]
    [InlineData("class C { readonly HttpClient _http = new(); async Task M(Uri u) { var message = new HttpRequestMessage(HttpMethod.Post, \"URL\"); message.RequestUri = u; await _http.SendAsync(message); } }")]
    [InlineData("class C { readonly HttpClient _http = new(); Task M(HttpContent c) { var b = new UriBuilder(\"URL\"); b.Host = \"example.com\"; return _http.PostAsync(b.Uri, c); } }")]
    [InlineData("class C { readonly HttpClient _http = new(); Task M(HttpContent c) => _http.PostAsync(new UriBuilder(\"URL\") { Host = \"example.com\" }.Uri, c); }")]
    [InlineData("class C { readonly HttpClient _http = new(); Task M(HttpContent c) => _http.PostAsync(content: c, requestUri: \"https://example.com\"); }")]
    // The client comes with handlers, or from outside.
    [InlineData("class C { readonly HttpClient _http = new(new Again()); Task M(HttpContent c) => _http.PostAsync(\"URL\", c); } class Again : DelegatingHandler { protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage r, System.Threading.CancellationToken t) { var answer = await base.SendAsync(r, t); return answer.IsSuccessStatusCode ? answer : await base.SendAsync(r, t); } }")]
    [InlineData("class C { static HttpMessageHandler H() => new SocketsHttpHandler(); readonly HttpClient _http = new(H()); Task M(HttpContent c) => _http.PostAsync(\"URL\", c); }")]
    [InlineData("public class C { readonly HttpClient _http; public C(HttpClient http) { _http = http; } public Task M(HttpContent c) => _http.PostAsync(\"URL\", c); }")]
    [InlineData("public class C(HttpClient http) { public Task M(HttpContent c) => http.PostAsync(\"URL\", c); }")]
    [InlineData("class C { Task M(IHttpClientFactory f, HttpContent c) => f.CreateClient(\"g\").PostAsync(\"URL\", c); }")]
    [InlineData("class Own : HttpClient { } class C { readonly Own _http = new(); Task M(HttpContent c) => _http.PostAsync(\"URL\", c); }")]
    // Loops.
    [InlineData("class C { readonly HttpClient _http = new(); async Task M(HttpContent c) { for (int i = 0; i < 3; i++) { try { await _http.PostAsync(\"URL\", c); return; } catch (HttpRequestException) { } } } }")]
    [InlineData("class C { readonly HttpClient _http = new(); async Task M(HttpContent c) { while (true) { var r = await _http.PostAsync(\"URL\", c); if (r.IsSuccessStatusCode) { return; } } } }")]
    [InlineData("class C { readonly HttpClient _http = new(); async Task<int> M(HttpContent c) { foreach (var wait in new[] { 1, 2, 4 }) { var r = await _http.PostAsync(\"URL\", c); if ((int)r.StatusCode < 400) { return 1; } } return 0; } }")]
    // By status, by exception, by recursion, by jump.
    [InlineData("class C { readonly HttpClient _http = new(); async Task M(HttpContent c) { var r = await _http.PostAsync(\"URL\", c); if ((int)r.StatusCode == 429) { await _http.PostAsync(\"URL\", c); } } }")]
    [InlineData("class C { readonly HttpClient _http = new(); async Task M(HttpContent c) { var r = await _http.PostAsync(\"URL\", c); if (r.StatusCode == HttpStatusCode.TooManyRequests) { throw new InvalidOperationException(); } } }")]
    [InlineData("class C { readonly HttpClient _http = new(); async Task M(HttpContent c) { try { await _http.PostAsync(\"URL\", c); } catch (HttpRequestException) { await M(c); } } }")]
    [InlineData("class C { readonly HttpClient _http = new(); async Task M(HttpContent c) { again: var r = await _http.PostAsync(\"URL\", c); if (!r.IsSuccessStatusCode) { goto again; } } }")]
    [InlineData("class C { readonly HttpClient _http = new(); async Task<string> M(HttpContent c, int left) { var r = await _http.PostAsync(\"URL\", c); if (!r.IsSuccessStatusCode && left > 0) { await Task.Delay(1000); return await M(c, left - 1); } return \"\"; } }")]
    [InlineData("class C { readonly HttpClient _http = new(); async Task M(HttpContent c) { var r = await _http.PostAsync(\"URL\", c); if (!r.IsSuccessStatusCode) { await Task.Delay(5000); r = await _http.PostAsync(\"URL\", c); } } }")]
    [InlineData("class C { readonly HttpClient _http = new(); async Task M(HttpContent c) { try { await _http.PostAsync(\"URL\", c); } catch { await Task.Delay(2000); await _http.PostAsync(\"URL\", c); } } }")]
    // A loop that goes by what a helper gives.
    [InlineData("class C { readonly HttpClient _http = new(); async Task<string> Try(HttpContent c) { var r = await _http.PostAsync(\"URL\", c); if (!r.IsSuccessStatusCode) { await Task.Delay(9); return null; } return \"\"; } async Task M(HttpContent c) { for (int i = 0; i < 5; i++) { if (await Try(c) is { } text) { return; } } } }")]
    [InlineData("class C { readonly HttpClient _http = new(); async Task<string> Try(HttpContent c) { var r = await _http.PostAsync(\"URL\", c); if (!r.IsSuccessStatusCode) { await Task.Delay(9); return null; } return \"\"; } async Task M(HttpContent c) { string s; do { s = await Try(c); } while (s is null); } }")]
    [InlineData("class C { readonly HttpClient _http = new(); async Task<string> Try(HttpContent c) { var r = await _http.PostAsync(\"URL\", c); if (!r.IsSuccessStatusCode) { await Task.Delay(9); return null; } return \"\"; } async Task M(HttpContent c) { bool done = false; int n = 0; while (!done && n++ < 3) { done = await Try(c) != null; } } }")]
    [InlineData("class C { readonly HttpClient _http = new(); async Task<string> Try(HttpContent c) { var r = await _http.PostAsync(\"URL\", c); if (!r.IsSuccessStatusCode) { await Task.Delay(9); return null; } return \"\"; } async Task M(Queue<HttpContent> q) { while (q.TryDequeue(out var c)) { if (await Try(c) == null) { q.Enqueue(c); } } } }")]
    [InlineData("class C { readonly HttpClient _http = new(); async Task M(HttpContent c) { while (Console.ReadLine() is { } line) { for (int i = 0; i < 3; i++) { var r = await _http.PostAsync(\"URL\", c); if (r.IsSuccessStatusCode) { break; } } } } }")]
    // Wrappers that take a delegate.
    [InlineData("class C { readonly HttpClient _http = new(); async Task<T> Robust<T>(Func<Task<T>> f) { try { return await f(); } catch { return await f(); } } Task M(HttpContent c) => Robust(() => _http.PostAsync(\"URL\", c)); }")]
    [InlineData("class C { readonly HttpClient _http = new(); async Task<T> Robust<T>(Func<HttpContent, Task<T>> f, HttpContent c) { try { return await f(c); } catch { return await f(c); } } Task N(HttpContent c) => Robust(M, c); Task<HttpResponseMessage> M(HttpContent c) => _http.PostAsync(\"URL\", c); }")]
    [InlineData("class C { readonly HttpClient _http = new(); Func<HttpContent, Task> F => c => _http.PostAsync(\"URL\", c); }")]
    // The caller repeats, one or two steps up, here or in another type.
    [InlineData("class C { readonly HttpClient _http = new(); public Task Ask(HttpContent c) => _http.PostAsync(\"URL\", c); } class D { async Task M(C c, HttpContent k) { for (int i = 0; i < 3; i++) { try { await c.Ask(k); return; } catch (HttpRequestException) { } } } }")]
    [InlineData("class C { readonly HttpClient _http = new(); public Task Ask(HttpContent c) => _http.PostAsync(\"URL\", c); public Task Twice(HttpContent c) => Ask(c); } class D { async Task M(C c, HttpContent k) { while (true) { try { await c.Twice(k); return; } catch (HttpRequestException) { } } } }")]
    [InlineData("class C { readonly HttpClient _http = new(); async Task M(HttpContent c) { async Task Once() { await _http.PostAsync(\"URL\", c); } for (int i = 0; i < 3; i++) { try { await Once(); return; } catch (HttpRequestException) { } } } }")]
    [InlineData("class C { readonly HttpMessageInvoker _http; public C(HttpMessageHandler handler) { _http = new(handler); } Task M() => _http.SendAsync(new HttpRequestMessage(HttpMethod.Post, \"URL\"), default); }")]
    [InlineData("class C { static HttpClient Create() => new() { BaseAddress = new Uri(\"https://example.com\") }; async Task M(HttpContent c) { using var http = Create(); await http.PostAsync(\"/v1beta/models/gemini-3.8-flash:generateContent\", c); } }")]
    [InlineData("class C { static Lazy<HttpClient> Http; Task M(HttpContent c) => Http.Value.PostAsync(\"URL\", c); }")]
    // What no model answers.
    [InlineData("class C { readonly HttpClient _http = new(); Task M() => _http.GetStringAsync(\"https://us-central1-aiplatform.googleapis.com/v1/projects/p/locations/l/datasets\"); }")]
    [InlineData("class C { readonly HttpClient _http = new(); Task M(string k) => _http.GetStringAsync(\"https://generativelanguage.googleapis.com/v1beta/models?key=\" + k); }")]
    [InlineData("class C { readonly HttpClient _http = new() { BaseAddress = new Uri(\"https://generativelanguage.googleapis.com/\") }; Task M() => _http.GetStringAsync(\"v1beta/models/gemini-3.8-flash\"); }")]
    [InlineData("class C { readonly HttpClient _http = new(); Task M(string f) => _http.DeleteAsync($\"https://generativelanguage.googleapis.com/v1beta/files/{f}\"); }")]
    public async Task Does_not_trigger_where_the_call_may_be_repeated(string source) => await VerifyAsync(source);

    [Theory]
    [InlineData("services.AddHttpClient<C>(h => h.BaseAddress = new Uri(\"https://generativelanguage.googleapis.com/\"));", true)]
    [InlineData("services.AddHttpClient<C>().ConfigureHttpClient(h => h.BaseAddress = new Uri(\"https://generativelanguage.googleapis.com/\")).SetHandlerLifetime(TimeSpan.FromMinutes(5));", true)]
    [InlineData("services.AddHttpClient<C>(h => h.BaseAddress = new Uri(\"https://api.example.com/\"));", false)]
    [InlineData("services.AddHttpClient<Other>(h => h.BaseAddress = new Uri(\"https://generativelanguage.googleapis.com/\"));", false)]
    [InlineData("services.AddHttpClient<C>(h => h.BaseAddress = new Uri(\"https://generativelanguage.googleapis.com/\")).AddStandardResilienceHandler();", false)]
    [InlineData("services.AddHttpClient<C>(h => h.BaseAddress = new Uri(\"https://generativelanguage.googleapis.com/\")).AddHttpMessageHandler(() => new H());", false)]
    [InlineData("services.AddHttpClient<C>(h => h.BaseAddress = new Uri(\"https://generativelanguage.googleapis.com/\")); services.ConfigureHttpClientDefaults(b => { });", false)]
    public async Task Follows_a_typed_client_to_its_registration(string registration, bool triggers)
    {
        string call = triggers ? "{|GG2001:http.PostAsJsonAsync|}" : "http.PostAsJsonAsync";
        string source = "public class C(HttpClient http) { public Task M(object b) => " + call + "(\"v1beta/models/x:generateContent\", b); } public class Other { }"
            + " class H : HttpClientHandlerBase { } class HttpClientHandlerBase : System.Net.Http.DelegatingHandler { }";
        // The class of a handler alone says that someone repeats; it stands only where the registration uses it.
        source = registration.Contains("new H()", StringComparison.Ordinal) ? source : source[..source.IndexOf(" class H", StringComparison.Ordinal)];
        await VerifyAsync(source + " static class Setup { static void Main() { } static void Add(IServiceCollection services) { " + registration + " } }", Program);
    }

    [Fact]
    public async Task A_library_that_registers_its_client_leaves_handlers_to_its_users()
        => await VerifyAsync("""
            public class C(HttpClient http) { public Task M(object b) => http.PostAsJsonAsync("v1beta/models/x:generateContent", b); }
            static class Setup { static void Add(IServiceCollection services) => services.AddHttpClient<C>(h => h.BaseAddress = new Uri("https://generativelanguage.googleapis.com/")); }
            """);

    [Theory]
    [InlineData("services.AddHttpClient(\"gemini\", h => h.BaseAddress = new Uri(\"https://generativelanguage.googleapis.com/\"));", true)]
    [InlineData("services.AddHttpClient(\"other\", h => h.BaseAddress = new Uri(\"https://generativelanguage.googleapis.com/\"));", false)]
    [InlineData("services.AddHttpClient(\"gemini\", h => h.BaseAddress = new Uri(\"https://generativelanguage.googleapis.com/\")).AddStandardResilienceHandler(o => { });", false)]
    public async Task Follows_a_named_client_to_its_registration(string registration, bool triggers)
    {
        string call = triggers ? "{|GG2001:http.PostAsJsonAsync|}" : "http.PostAsJsonAsync";
        string source = "public class C(IHttpClientFactory factory) { public async Task M(object b) { var http = factory.CreateClient(\"gemini\"); await " + call + "(\"v1beta/models/x:generateContent\", b); } }";
        await VerifyAsync(source + " static class Setup { static void Main() { } static void Add(IServiceCollection services) { " + registration + " } }", Program);
    }

    [Fact]
    public async Task Follows_callers_into_other_files()
    {
        string call = "class C { readonly HttpClient _http = new(); public Task Ask(HttpContent c) => _http.PostAsync(\"URL\", c); }";
        var options = new TestProjectOptions { OtherFiles = [new SourceFile("Robust.cs", Usings + "class D { async Task M(C c, HttpContent k) { try { await c.Ask(k); } catch (HttpRequestException) { await c.Ask(k); } } }")] };
        await VerifyAsync(call, options);
    }

    [Theory]
    [InlineData("partial class C { readonly HttpClient _http = new(); }", true)]
    [InlineData("partial class C { readonly HttpClient _http; C() { _http = new HttpClient(new SocketsHttpHandler()); } }", true)]
    [InlineData("partial class C { readonly HttpClient _http = new(); class Inner { HttpClient _http = new(new H()); } class H : HttpMessageHandler { protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage r, CancellationToken t) => null; } }", true)]
    [InlineData("partial class C { readonly HttpClient _http = new(new H()); } class H : HttpMessageHandler { protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage r, CancellationToken t) => null; }", false)]
    [InlineData("partial class C { readonly HttpClient _http = Make(); static HttpClient Make() => new(); }", false)]
    [InlineData("partial class C { readonly HttpClient _http; public C(HttpClient http) { _http = http; } }", false)]
    [InlineData("partial class C { readonly HttpClient _http = new(); int MaxRetries => 3; }", true)]
    public async Task Follows_a_client_into_other_parts_of_its_type(string otherPart, bool triggers)
    {
        string call = "partial class C { Task M(HttpContent c) => " + (triggers ? "{|GG2001:_http.PostAsync|}" : "_http.PostAsync") + "(\"URL\", c); }";
        await VerifyAsync(call, new TestProjectOptions { OtherFiles = [new SourceFile("Part.cs", Usings + otherPart)], References = TestReferences.WithResilience });
    }

    [Fact]
    public async Task Reads_the_base_address_in_another_part_of_the_type()
        => await VerifyAsync(
            "partial class C { Task M(object b) => {|GG2001:_http.PostAsJsonAsync|}(\"v1beta/models/x:generateContent\", b); }",
            new TestProjectOptions
            {
                OtherFiles = [new SourceFile("Part.cs", Usings + "partial class C { readonly HttpClient _http = new() { BaseAddress = new Uri(\"https://generativelanguage.googleapis.com/\") }; }")],
                References = TestReferences.WithResilience,
            });

    [Fact]
    public async Task Triggers_in_top_level_statements()
        => await VerifyAsync(
            "var http = new HttpClient(); var answer = await {|GG2001:http.PostAsync|}(\"URL\", null); Console.WriteLine(answer);",
            new TestProjectOptions { OutputKind = OutputKind.ConsoleApplication });

    [Fact]
    public async Task Triggers_in_an_endpoint_and_an_injected_client_of_a_program()
        => await VerifyAsync(
            """
            static class P
            {
                static void Main() { var host = new Host(); host.MapPost("/ask", async (HttpClient http) => await {|GG2001:http.PostAsync|}("URL", null)); }
            }
            class Host { public void MapPost(string path, Func<HttpClient, Task> run) { } }
            """,
            new TestProjectOptions { OutputKind = OutputKind.ConsoleApplication });

    [Fact]
    public async Task Needs_no_type_of_ours()
        => await VerifyAsync(
            "class C { readonly HttpClient _http = new(); Task M(HttpContent c) => {|GG2001:_http.PostAsync|}(\"URL\", c); }",
            new TestProjectOptions { References = ReferenceSet.Framework },
            Usings.Replace("using Microsoft.Extensions.DependencyInjection;\n", "", StringComparison.Ordinal));

    [Fact]
    public async Task Is_silent_without_HttpClient()
        => await VerifyAsync(
            "class C { void M(Http h) => h.PostAsync(\"URL\"); } class Http { public void PostAsync(string s) { } }",
            new TestProjectOptions { References = [MetadataReference.CreateFromFile(typeof(object).Assembly.Location)] },
            "");

    [Fact]
    public async Task Is_off_with_GeminiGenAnalyzers_false()
        => await VerifyAsync(
            "class C { readonly HttpClient _http = new(); Task M(HttpContent c) => _http.PostAsync(\"URL\", c); }",
            new TestProjectOptions { GlobalConfig = "build_property.GeminiGenAnalyzers = false" });

    [Fact]
    public async Task Message_names_the_method()
        => await AnalyzerVerifier.VerifyAsync<CallSiteAnalyzer>(
            Usings + "class C { readonly HttpClient _http = new(); Task M(HttpContent c) => {|#0:_http.PostAsync|}(\"" + Url + "\", c); }",
            null,
            new DiagnosticResult("GG2001", DiagnosticSeverity.Warning).WithLocation(0).WithArguments("PostAsync", "the Gemini API"));

    private static TestProjectOptions Program => new() { References = TestReferences.WithResilience, OutputKind = OutputKind.ConsoleApplication };

    private static Task VerifyAsync(string source, TestProjectOptions? options = null, string usings = Usings)
        => ResilienceVerifier.VerifyAsync(
            "GG2001",
            usings + source.Replace("URL", Url, StringComparison.Ordinal),
            options ?? new TestProjectOptions { References = TestReferences.WithResilience });
}

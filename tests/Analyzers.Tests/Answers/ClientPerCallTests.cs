using GeminiGen.Analyzers.Rules;
using GeminiGen.TestHarness;
using Microsoft.CodeAnalysis;

namespace GeminiGen.Analyzers.Tests.Answers;

/// <summary>GG4010: a client is made for each call, or for each object that calls.</summary>
public sealed class ClientPerCallTests
{
    private const string Usings = """
        using System;
        using System.Net.Http;
        using System.Net.Http.Json;
        using System.Threading.Tasks;
        using Microsoft.Extensions.DependencyInjection;

        """;

    private const string Url = "https://generativelanguage.googleapis.com/v1beta/models/gemini-3.8-flash:generateContent";

    [Theory]
    // For each call.
    [InlineData("class C { async Task M(HttpContent c) { using var http = {|GG4010:new HttpClient()|}; await http.PostAsync(\"URL\", c); } }")]
    [InlineData("class C { async Task M(HttpContent c) { using (var http = {|GG4010:new HttpClient()|}) { await http.PostAsync(\"URL\", c); } } }")]
    [InlineData("class C { async Task M(HttpContent c) { HttpClient http = {|GG4010:new()|}; http.DefaultRequestHeaders.Add(\"a\", \"b\"); await http.PostAsync(\"URL\", c); await http.PostAsync(\"URL\", c); } }")]
    [InlineData("class C { Task M(HttpContent c) => {|GG4010:new HttpClient()|}.PostAsync(\"URL\", c); }")]
    [InlineData("class C { async Task M(object b) { var http = {|GG4010:new HttpClient(new HttpClientHandler())|}; await http.PostAsJsonAsync(\"URL\", b); } }")]
    [InlineData("static class C { static async Task M(HttpContent c) { using var http = {|GG4010:new HttpClient()|}; await http.PostAsync(\"URL\", c); } }")]
    [InlineData("class C { HttpClient Make() => {|GG4010:new HttpClient()|}; async Task M(HttpContent c) { using var http = Make(); await http.PostAsync(\"URL\", c); } }")]
    [InlineData("class C { HttpClient Http => {|GG4010:new()|}; async Task M(HttpContent c) { await Http.PostAsync(\"URL\", c); } }")]
    [InlineData("class C { static async Task Main() { while (Console.ReadLine() is { } line) { using var http = {|GG4010:new HttpClient()|}; await http.PostAsync(\"URL\", new StringContent(line)); } } }")]
    [InlineData("class Logs : DelegatingHandler { public Logs(HttpMessageHandler inner) : base(inner) { } } class C { async Task M(HttpContent c) { using var http = {|GG4010:new HttpClient(new Logs(new HttpClientHandler()))|}; await http.PostAsync(\"URL\", c); } }")]
    // For each object.
    [InlineData("class C { private readonly HttpClient _http = {|GG4010:new()|}; async Task M(HttpContent c) { await _http.PostAsync(\"URL\", c); await _http.PostAsync(\"URL\", c); } }")]
    [InlineData("class C { private readonly HttpClient _http; public C() { _http = {|GG4010:new HttpClient()|}; } Task M(HttpContent c) => this._http.PostAsync(\"URL\", c); }")]
    [InlineData("class C { HttpClient Http { get; } = {|GG4010:new HttpClient()|}; Task M(HttpContent c) => Http.PostAsync(\"URL\", c); Task N(HttpContent c) => Http.PostAsync(\"URL\", c); }")]
    [InlineData("class C { private readonly HttpClient _http = {|GG4010:new() { Timeout = TimeSpan.FromMinutes(2) }|}; Task M(HttpContent c) => _http.PostAsync(\"URL\", c); } class P { static async Task Main() { var c = new C(); await Task.Yield(); } }")]
    [InlineData("class C { private readonly HttpClient _http = {|GG4010:new()|}; Task M(HttpContent c) => _http.PostAsync(\"URL\", c); static void Add(IServiceCollection s) => s.AddTransient<C>(); }")]
    public async Task Triggers_where_each_call_or_object_makes_one(string source) => await VerifyAsync(source);

    [Theory]
    [InlineData("class C { static readonly HttpClient Http = new(); Task M(HttpContent c) => Http.PostAsync(\"URL\", c); }")]
    [InlineData("class C { static HttpClient Http { get; } = new(); Task M(HttpContent c) => Http.PostAsync(\"URL\", c); }")]
    [InlineData("class C(HttpClient http) { Task M(HttpContent c) => http.PostAsync(\"URL\", c); }")]
    [InlineData("class C { readonly HttpClient _http; public C(HttpClient http) { _http = http; } Task M(HttpContent c) => _http.PostAsync(\"URL\", c); }")]
    [InlineData("class C { readonly HttpClient _http; public C(HttpClient? http = null) { _http = http ?? new HttpClient(); } Task M(HttpContent c) => _http.PostAsync(\"URL\", c); }")]
    [InlineData("class C { readonly HttpClient _http; public C(HttpClient http) { _http = http; } public C() { _http = new HttpClient(); } Task M(HttpContent c) => _http.PostAsync(\"URL\", c); }")]
    [InlineData("class C { async Task M(IHttpClientFactory f, HttpContent c) { using var http = f.CreateClient(); await http.PostAsync(\"URL\", c); } }")]
    [InlineData("class C { readonly HttpClient _http = new(new SocketsHttpHandler { PooledConnectionLifetime = TimeSpan.FromMinutes(2) }); Task M(HttpContent c) => _http.PostAsync(\"URL\", c); }")]
    [InlineData("class C { static readonly SocketsHttpHandler Pool = new(); async Task M(HttpContent c) { using var http = new HttpClient(Pool, false); await http.PostAsync(\"URL\", c); } }")]
    [InlineData("class C { static async Task Main() { using var http = new HttpClient(); await http.PostAsync(\"URL\", null); } }")]
    // One object.
    [InlineData("class C { readonly HttpClient _http = new(); Task M(HttpContent c) => _http.PostAsync(\"URL\", c); static void Add(IServiceCollection s) => s.AddSingleton<C>(); }")]
    [InlineData("interface I { } class C : I { readonly HttpClient _http = new(); Task M(HttpContent c) => _http.PostAsync(\"URL\", c); static void Add(IServiceCollection s) => s.AddSingleton<I>(_ => new C()); }")]
    [InlineData("class C { public static readonly C Instance = new(); readonly HttpClient _http = new(); Task M(HttpContent c) => _http.PostAsync(\"URL\", c); }")]
    [InlineData("class C { readonly HttpClient _http = new(); Task M(HttpContent c) => _http.PostAsync(\"URL\", c); static async Task Main() => await new C().M(null!); }")]
    [InlineData("class C { readonly HttpClient _http = new(); Task M(HttpContent c) => _http.PostAsync(\"URL\", c); } static class Shared { static readonly Lazy<C> One = new(); }")]
    // A client that is kept.
    [InlineData("class C { HttpClient? _http; async Task M(HttpContent c) { var http = new HttpClient(); _http = http; await http.PostAsync(\"URL\", c); } }")]
    [InlineData("class C { async Task<HttpClient> M(HttpContent c) { var http = new HttpClient(); await http.PostAsync(\"URL\", c); return http; } }")]
    // A stand-in that answers by itself.
    [InlineData("class Fake : HttpMessageHandler { protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage r, System.Threading.CancellationToken t) => Task.FromResult(new HttpResponseMessage()); } class C { async Task M(HttpContent c) { using var http = new HttpClient(new Fake()); await http.PostAsync(\"URL\", c); } }")]
    // Other hosts.
    [InlineData("class C { async Task M(HttpContent c) { using var http = new HttpClient(); await http.PostAsync(\"https://example.com\", c); } }")]
    public async Task Is_silent_where_the_client_is_shared(string source) => await VerifyAsync(source);

    [Fact]
    public async Task Is_silent_at_the_top_of_a_program()
        => await VerifyAsync(
            "using var http = new HttpClient(); foreach (var question in args) { await http.PostAsync(\"URL\", new StringContent(question)); }",
            Options with { OutputKind = OutputKind.ConsoleApplication });

    [Fact]
    public async Task Triggers_in_what_the_top_of_a_program_hands_to_others()
        => await VerifyAsync(
            "Func<HttpContent, Task> ask = async c => { using var http = {|GG4010:new HttpClient()|}; await http.PostAsync(\"URL\", c); }; await ask(new StringContent(\"\"));",
            Options with { OutputKind = OutputKind.ConsoleApplication });

    [Fact]
    public async Task Leaves_tests_alone()
        => await VerifyAsync(
            "class C { async Task M(HttpContent c) { using var http = new HttpClient(); await http.PostAsync(\"URL\", c); } }",
            Options with { References = [.. ReferenceSet.FrameworkAndRuntime, MetadataReference.CreateFromFile(typeof(FactAttribute).Assembly.Location)] });

    [Fact]
    public async Task Is_silent_without_HttpClient()
        => await VerifyAsync(
            "class C { void M() => new Http().PostAsync(\"URL\"); } class Http { public void PostAsync(string s) { } }",
            Options with { References = [MetadataReference.CreateFromFile(typeof(object).Assembly.Location)] },
            "");

    private static TestProjectOptions Options { get; } = new() { Only = ["GG4010"], References = TestReferences.WithResilience };

    private static Task VerifyAsync(string source, TestProjectOptions? options = null, string usings = Usings)
        => AnalyzerVerifier.VerifyAsync<CallSiteAnalyzer>(usings + source.Replace("URL", Url, StringComparison.Ordinal), options ?? Options);
}

using GeminiGen.Analyzers.Rules;
using GeminiGen.TestHarness;

namespace GeminiGen.Analyzers.Tests.Resilience;

/// <summary>GG2002 and GG2003.</summary>
public sealed class ClientRegistrationTests
{
    private const string Client = "public class C(HttpClient http) { public Task M(object b) => http.PostAsJsonAsync(\"v1beta/models/x:generateContent\", b); }";
    private const string Url = ResilienceVerifier.Url;
    private const string Set = "h => h.BaseAddress = new Uri(\"https://generativelanguage.googleapis.com/\")";

    [Theory]
    [InlineData("s.{|GG2002:AddHttpClient<C>|}(SET);", Client)]
    [InlineData("s.{|GG2002:AddHttpClient<C>|}().ConfigureHttpClient(SET).SetHandlerLifetime(TimeSpan.FromMinutes(5));", Client)]
    [InlineData("s.{|GG2002:AddHttpClient|}(\"gemini\", SET);", "class C(IHttpClientFactory f) { public async Task M(object b) { var http = f.CreateClient(\"gemini\"); await http.PostAsJsonAsync(\"v1beta/x\", b); } }")]
    [InlineData("s.{|GG2002:AddHttpClient<C>|}(SET).AddPolicyHandler(Policy.TimeoutAsync<HttpResponseMessage>(60));", Client)]
    // A handler that passes requests on, and a handler on another client, are no retries.
    [InlineData("s.{|GG2002:AddHttpClient<C>|}(SET); s.AddHttpClient(\"other\").AddStandardResilienceHandler();", Client)]
    [InlineData("s.AddHttpClient(\"other\").AddHttpMessageHandler<Auth>(); s.{|GG2002:AddHttpClient<C>|}(SET);", Client + " class Auth : DelegatingHandler { protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage r, CancellationToken t) { r.Headers.Add(\"a\", \"b\"); return base.SendAsync(r, t); } }")]
    public async Task Triggers(string registration, string client) => await VerifyAsync("GG2002", registration, client);

    [Theory]
    [InlineData("s.AddHttpClient<C>(SET).AddStandardResilienceHandler();", Client)]
    [InlineData("s.AddHttpClient<C>(SET).AddResilienceHandler(\"r\", p => p.AddTimeout(TimeSpan.FromMinutes(1)));", Client)]
    [InlineData("s.AddHttpClient<C>(SET).AddRetries();", Client + " static class E { public static IHttpClientBuilder AddRetries(this IHttpClientBuilder b) { b.AddStandardResilienceHandler(); return b; } }")]
    [InlineData("s.AddHttpClient<C>(SET); s.ConfigureHttpClientDefaults(b => b.AddStandardResilienceHandler());", Client)]
    [InlineData("var b = s.AddHttpClient<C>(SET); Console.WriteLine(b);", Client)]
    [InlineData("s.AddHttpClient<C>(h => h.BaseAddress = new Uri(\"https://example.com/\"));", Client)]
    [InlineData("s.AddHttpClient<C>(SET).AddPolicyHandler(Policy.HandleResult<HttpResponseMessage>(r => true).RetryAsync(3));", Client)]
    // Its user repeats, or there is none.
    [InlineData("s.AddHttpClient<C>(SET);", "public class C(HttpClient http) { public async Task M(object b) { for (int i = 0; i < 3; i++) { var r = await http.PostAsJsonAsync(\"v1beta/x\", b); if (r.IsSuccessStatusCode) return; await Task.Delay(1000); } } }")]
    [InlineData("s.AddHttpClient<C>(SET);", Client + " class D(C c) { async Task M() { for (int i = 0; i < 3; i++) { try { await c.M(1); return; } catch (HttpRequestException) { await Task.Delay(1000); } } } }")]
    [InlineData("s.AddHttpClient<C>(SET);", "public class C(HttpClient http) { public Uri A => http.BaseAddress; }")]
    public async Task Does_not_trigger(string registration, string client) => await VerifyAsync("GG2002", registration, client);

    [Theory]
    [InlineData("s.AddHttpClient<C>(SET).{|GG2003:AddStandardResilienceHandler|}();")]
    [InlineData("s.AddHttpClient<C>(SET).SetHandlerLifetime(TimeSpan.FromMinutes(5)).{|GG2003:AddStandardResilienceHandler|}();")]
    [InlineData("s.AddHttpClient(\"gemini\").ConfigureHttpClient(SET).{|GG2003:AddStandardHedgingHandler|}();")]
    // For all clients, one of which goes to a model.
    [InlineData("s.AddHttpClient<C>(SET); s.ConfigureHttpClientDefaults(d => d.{|GG2003:AddStandardResilienceHandler|}());")]
    [InlineData("s.ConfigureHttpClientDefaults(http => { http.{|GG2003:AddStandardResilienceHandler|}(); }); s.AddHttpClient(\"gemini\", SET);")]
    public async Task Short_limits_trigger(string registration) => await VerifyAsync("GG2003", registration, Client);

    [Theory]
    [InlineData("s.AddHttpClient<C>(SET).AddStandardResilienceHandler(o => o.AttemptTimeout.Timeout = TimeSpan.FromMinutes(1));")]
    [InlineData("s.AddHttpClient<C>(SET).AddStandardResilienceHandler().Configure(o => o.AttemptTimeout.Timeout = TimeSpan.FromMinutes(1));")]
    [InlineData("s.AddHttpClient<C>(h => h.BaseAddress = new Uri(\"https://example.com/\")).AddStandardResilienceHandler();")]
    [InlineData("var b = s.AddHttpClient<C>(SET).AddStandardResilienceHandler(); b.Configure(o => o.AttemptTimeout.Timeout = TimeSpan.FromMinutes(1));")]
    [InlineData("s.AddHttpClient<C>(h => h.BaseAddress = new Uri(\"https://example.com/\")); s.ConfigureHttpClientDefaults(d => d.AddStandardResilienceHandler());")]
    [InlineData("s.AddHttpClient<C>(SET); s.ConfigureHttpClientDefaults(d => d.AddStandardResilienceHandler(o => o.AttemptTimeout.Timeout = TimeSpan.FromMinutes(1)));")]
    [InlineData("s.AddHttpClient<C>(SET); s.ConfigureHttpClientDefaults(d => d.AddStandardResilienceHandler()); s.ConfigureAll<Microsoft.Extensions.Http.Resilience.HttpStandardResilienceOptions>(o => o.AttemptTimeout.Timeout = TimeSpan.FromMinutes(1));")]
    [InlineData("s.AddHttpClient<C>(SET).RemoveAllResilienceHandlers(); s.ConfigureHttpClientDefaults(d => d.AddStandardResilienceHandler());")]
    public async Task Set_limits_do_not_trigger(string registration) => await VerifyAsync("GG2003", registration, Client);

    [Theory]
    [InlineData("readonly HttpClient _fast = new() { Timeout = {|GG2003:TimeSpan.FromSeconds(5)|} }; Task M(HttpContent c) => _fast.PostAsync(\"URL\", c); Task N(HttpContent c) => _fast.PostAsync(\"URL\", c);")]
    [InlineData("async Task M(HttpContent c) { using var fast = new HttpClient(); fast.Timeout = {|GG2003:TimeSpan.FromMilliseconds(8000)|}; await fast.PostAsync(\"URL\", c); }")]
    public async Task Short_limits_of_a_client_trigger(string member) => await ResilienceVerifier.VerifyMemberAsync("GG2003", member);

    [Theory]
    [InlineData("readonly HttpClient _slow = new() { Timeout = TimeSpan.FromSeconds(100) }; Task M(HttpContent c) => _slow.PostAsync(\"URL\", c);")]
    [InlineData("readonly HttpClient _slow = new() { Timeout = Timeout.InfiniteTimeSpan }; Task M(HttpContent c) => _slow.PostAsync(\"URL\", c);")]
    // Another client, another host, a limit that is not to be told.
    [InlineData("readonly HttpClient _fast = new() { Timeout = TimeSpan.FromSeconds(5) }; Task M(HttpContent c) => _http.PostAsync(\"URL\", c); Task N() => _fast.GetStringAsync(\"https://example.com\");")]
    [InlineData("readonly HttpClient _fast = new() { Timeout = TimeSpan.FromSeconds(5) }; Task M(HttpContent c) => _fast.PostAsync(\"https://example.com\", c);")]
    [InlineData("async Task M(HttpContent c, TimeSpan t) { using var some = new HttpClient { Timeout = t }; await some.PostAsync(\"URL\", c); }")]
    public async Task Other_limits_of_a_client_do_not_trigger(string member) => await ResilienceVerifier.VerifyMemberAsync("GG2003", member);

    // gemini-3.8-flash thinks at MEDIUM unless told otherwise.
    [Theory]
    [InlineData("new { contents = 1 }")]
    [InlineData("new { contents = 1, generationConfig = new { temperature = 1 } }")]
    [InlineData("new { contents = 1, generationConfig = new { thinkingConfig = new { thinkingLevel = \"HIGH\" } } }")]
    public async Task Half_a_minute_is_short_for_a_model_that_thinks(string body) => await VerifyHalfMinuteAsync("{|GG2003:TimeSpan.FromSeconds(30)|}", Url, body);

    [Theory]
    [InlineData("new { contents = 1, generationConfig = new { thinkingConfig = new { thinkingLevel = \"LOW\" } } }")]
    [InlineData("new { contents = 1, generationConfig = new { thinkingConfig = new { thinkingBudget = 0 } } }")]
    [InlineData("new { contents = 1, generationConfig = new { maxOutputTokens = 2048 } }")]
    // What only running code knows.
    [InlineData("new { contents = 1, generationConfig = Some() }")]
    [InlineData("Some()")]
    public async Task Half_a_minute_is_no_matter_where_the_model_may_think_little(string body) => await VerifyHalfMinuteAsync("TimeSpan.FromSeconds(30)", Url, body);

    [Theory]
    [InlineData("TimeSpan.FromSeconds(31)", Url)]
    // The first piece of a stream comes sooner, models that think little or not, those that nobody knows.
    [InlineData("TimeSpan.FromSeconds(30)", "https://generativelanguage.googleapis.com/v1beta/models/gemini-3.8-flash:streamGenerateContent?alt=sse")]
    [InlineData("TimeSpan.FromSeconds(30)", "https://generativelanguage.googleapis.com/v1beta/models/gemini-2.5-flash-lite:generateContent")]
    [InlineData("TimeSpan.FromSeconds(30)", "https://generativelanguage.googleapis.com/v1beta/models/mine:generateContent")]
    public async Task Half_a_minute_is_enough_elsewhere(string limit, string url) => await VerifyHalfMinuteAsync(limit, url, "new { contents = 1 }");

    [Fact]
    public async Task A_library_leaves_handlers_to_its_users()
        => await ResilienceVerifier.VerifyAsync("GG2002", ResilienceVerifier.Usings + Client + " static class S { static void Add(IServiceCollection s) => s.AddHttpClient<C>(" + Set + "); }", ResilienceVerifier.Library);

    private static Task VerifyHalfMinuteAsync(string limit, string url, string body)
        => ResilienceVerifier.VerifyMemberAsync("GG2003", $"readonly HttpClient _client30 = new() {{ Timeout = {limit} }}; static object Some() => DateTime.Now; Task M() => _client30.PostAsJsonAsync(\"{url}\", {body});");

    [Fact]
    public async Task Is_silent_without_the_factory()
        => await AnalyzerVerifier.VerifyAsync<CallSiteAnalyzer>(
            "class S { S AddHttpClient(string name) => this; S AddStandardResilienceHandler() => this; void M() => AddHttpClient(\"gemini\").AddStandardResilienceHandler(); }",
            new TestProjectOptions { References = ReferenceSet.Framework });

    private static Task VerifyAsync(string rule, string registration, string client)
        => ResilienceVerifier.VerifyAsync(
            rule,
            "#pragma warning disable EXTEXP0001\nusing Microsoft.Extensions.Http.Resilience; using Polly; " + ResilienceVerifier.Usings + client + " static class S { static void Main() { } static void Add(IServiceCollection s) { " + registration.Replace("SET", Set, StringComparison.Ordinal) + " } }",
            ResilienceVerifier.Program);
}

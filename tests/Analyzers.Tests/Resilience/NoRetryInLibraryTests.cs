namespace GeminiGen.Analyzers.Tests.Resilience;

/// <summary>GG2012.</summary>
public sealed class NoRetryInLibraryTests
{
    private const string Url = "\"" + ResilienceVerifier.Url + "\"";

    [Theory]
    [InlineData("public class C(HttpClient http) { public Task M(HttpContent c) => {|GG2012:http.PostAsync|}(URL, c); }")]
    [InlineData("public class C { readonly HttpClient _http; public C(HttpClient http) { _http = http; } public Task M(HttpContent c) => {|GG2012:_http.PostAsync|}(URL, c); }")]
    [InlineData("public class C(IHttpClientFactory f) { public async Task M(HttpContent c) { var http = f.CreateClient(\"gemini\"); await {|GG2012:http.PostAsync|}(URL, c); } }")]
    public async Task Triggers_in_a_library_that_is_given_its_client(string source) => await VerifyAsync(source);

    [Theory]
    // It repeats, something in it speaks of resilience, or the call reaches no model.
    [InlineData("public class C(HttpClient http) { public async Task M(HttpContent c) { for (int i = 0; i < 3; i++) { var r = await http.PostAsync(URL, c); if (r.IsSuccessStatusCode) { return; } await Task.Delay(1000); } } }")]
    [InlineData("public class C(HttpClient http) { public Task M(HttpContent c) => http.PostAsync(URL, c); } public static class S { public static void Add(IServiceCollection s) => s.AddHttpClient<C>().AddStandardResilienceHandler(); }")]
    [InlineData("public class C(HttpClient http) { public Task M(HttpContent c) => http.PostAsync(\"https://example.com\", c); }")]
    public async Task Does_not_trigger_elsewhere(string source) => await VerifyAsync(source);

    [Fact]
    public async Task A_program_is_told_by_another_rule()
        => await ResilienceVerifier.VerifyAsync(
            "GG2012",
            Source("public class C(HttpClient http) { public Task M(HttpContent c) => http.PostAsync(URL, c); static void Main() { } }"),
            ResilienceVerifier.Program);

    private static Task VerifyAsync(string source) => ResilienceVerifier.VerifyAsync("GG2012", Source(source), ResilienceVerifier.Library);

    private static string Source(string source) => "using Microsoft.Extensions.Http.Resilience; " + ResilienceVerifier.Usings + source.Replace("URL", Url, StringComparison.Ordinal);
}

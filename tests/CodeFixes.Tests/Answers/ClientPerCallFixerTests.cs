using GeminiGen.Analyzers.Rules;
using GeminiGen.CodeFixes.Answers;
using GeminiGen.TestHarness;

namespace GeminiGen.CodeFixes.Tests.Answers;

/// <summary>The fix of GG4010.</summary>
public sealed class ClientPerCallFixerTests
{
    private const string Usings = "using System;\nusing System.Net.Http;\nusing System.Threading.Tasks;\n\n";
    private const string Url = "https://generativelanguage.googleapis.com/v1beta/models/gemini-3.8-flash:generateContent";

    [Fact]
    public async Task Shares_a_client_of_a_call()
        => await VerifyAsync(
            """
            class C
            {
                // Asks.
                async Task M(HttpContent c)
                {
                    // The client.
                    using var http = {|GG4010:new HttpClient()|}; // kept
                    await http.PostAsync("URL", c);
                }
            }
            """,
            """
            class C
            {
                private static readonly HttpClient SharedHttpClient = new HttpClient();

                // Asks.
                async Task M(HttpContent c)
                {
                    // The client.
                    var http = SharedHttpClient; // kept
                    await http.PostAsync("URL", c);
                }
            }
            """);

    [Fact]
    public async Task Shares_one_client_among_all_calls()
        => await VerifyAsync(
            """
            class C
            {
                async Task M(HttpContent c)
                {
                    using (var http = {|GG4010:new HttpClient()|})
                    {
                        await http.PostAsync("URL", c);
                    }
                }

                Task N(HttpContent c) => {|GG4010:new HttpClient()|}.PostAsync("URL", c);
            }
            """,
            """
            class C
            {
                private static readonly HttpClient SharedHttpClient = new HttpClient();

                async Task M(HttpContent c)
                {
                    {
                        var http = SharedHttpClient;
                        await http.PostAsync("URL", c);
                    }
                }

                Task N(HttpContent c) => SharedHttpClient.PostAsync("URL", c);
            }
            """);

    [Fact]
    public async Task Makes_a_field_static()
        => await VerifyAsync(
            "class C { private readonly HttpClient _http = {|GG4010:new()|}; Task M(HttpContent c) => _http.PostAsync(\"URL\", c); }",
            "class C { private static readonly HttpClient _http = new(); Task M(HttpContent c) => _http.PostAsync(\"URL\", c); }");

    [Fact]
    public async Task Moves_what_a_constructor_makes()
        => await VerifyAsync(
            """
            class C
            {
                private readonly string _key;
                private readonly HttpClient _http;

                public C(string key)
                {
                    _key = key;
                    _http = {|GG4010:new HttpClient()|};
                }

                Task M(HttpContent c) => _http.PostAsync("URL" + _key, c);
            }
            """,
            """
            class C
            {
                private readonly string _key;
                private static readonly HttpClient _http = new HttpClient();

                public C(string key)
                {
                    _key = key;
                }

                Task M(HttpContent c) => _http.PostAsync("URL" + _key, c);
            }
            """);

    [Theory]
    [InlineData("class C { async Task M(HttpContent c) { using var http = {|GG4010:new HttpClient()|}; http.DefaultRequestHeaders.Add(\"a\", \"b\"); await http.PostAsync(\"URL\", c); } }")]
    [InlineData("class C { private readonly HttpClient _http = {|GG4010:new() { Timeout = TimeSpan.FromMinutes(2) }|}; Task M(HttpContent c) => _http.PostAsync(\"URL\", c); }")]
    [InlineData("class C { private readonly HttpClient _http = {|GG4010:new()|}; C() { _http.Timeout = TimeSpan.FromMinutes(2); } Task M(HttpContent c) => _http.PostAsync(\"URL\", c); }")]
    [InlineData("class C { private readonly HttpClient _http = {|GG4010:new()|}; Task M(HttpContent c) => this._http.PostAsync(\"URL\", c); }")]
    [InlineData("class C { internal readonly HttpClient _http = {|GG4010:new()|}; Task M(HttpContent c) => _http.PostAsync(\"URL\", c); }")]
    [InlineData("class C { HttpClient Make() => {|GG4010:new HttpClient()|}; async Task M(HttpContent c) { using var http = Make(); await http.PostAsync(\"URL\", c); } }")]
    public async Task Is_not_offered_where_the_client_is_set_up_or_handed_out(string source)
        => await CodeFixVerifier.VerifyNotOfferedAsync<CallSiteAnalyzer, ClientPerCallFixer>(Wrap(source), Options);

    private static TestProjectOptions Options { get; } = new() { Only = ["GG4010"] };

    private static Task VerifyAsync(string source, string repaired)
        => CodeFixVerifier.VerifyAsync<CallSiteAnalyzer, ClientPerCallFixer>(Wrap(source), Wrap(repaired), "GG4010.Share", Options);

    private static string Wrap(string source) => Usings + source.Replace("URL", Url, StringComparison.Ordinal);
}

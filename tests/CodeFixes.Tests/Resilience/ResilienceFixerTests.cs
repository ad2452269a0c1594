using GeminiGen.Analyzers.Rules;
using GeminiGen.CodeFixes.Resilience;
using GeminiGen.TestHarness;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;

namespace GeminiGen.CodeFixes.Tests.Resilience;

/// <summary>Fixes of GG2002, GG2003 and GG2008.</summary>
public sealed class ResilienceFixerTests
{
    private static readonly string[] Others = ["GG2001", "GG2002", "GG2003"];

    private const string Usings = "using System;\nusing System.Net.Http;\nusing System.Threading;\nusing System.Threading.Tasks;\nusing Microsoft.Extensions.DependencyInjection;\n\n";

    // The part of Microsoft.Extensions.Http.Resilience 10.0 that the fix uses.
    private const string Handlers = """
        using System;
        namespace Microsoft.Extensions.DependencyInjection
        {
            public static class ResilienceHttpClientBuilderExtensions
            {
                public static object AddStandardResilienceHandler(this IHttpClientBuilder builder) => builder;
                public static object AddStandardResilienceHandler(this IHttpClientBuilder builder, Action<HttpStandardResilienceOptions> configure) => builder;
                public static object AddStandardHedgingHandler(this IHttpClientBuilder builder) => builder;
            }
            public class HttpStandardResilienceOptions { public Limit AttemptTimeout => null!; public Limit TotalRequestTimeout => null!; public Breaker CircuitBreaker => null!; }
            public class Limit { public TimeSpan Timeout { get; set; } }
            public class Breaker { public TimeSpan SamplingDuration { get; set; } }
        }
        """;

    private const string Limits = """
        options =>
                {
                    options.AttemptTimeout.Timeout = TimeSpan.FromMinutes(2);
                    options.TotalRequestTimeout.Timeout = TimeSpan.FromMinutes(10);
                    options.CircuitBreaker.SamplingDuration = TimeSpan.FromMinutes(5);
                }
        """;

    [Theory]
    [InlineData("{|GG2008:_http.PostAsync|}(Url, body)", "_http.PostAsync(Url, body, token)")]
    [InlineData("{|GG2008:_http.PostAsync|}(content: body, requestUri: Url)", "_http.PostAsync(content: body, requestUri: Url, cancellationToken: token)")]
    [InlineData("{|GG2008:_http.PostAsync|}(\n        Url, // where\n        body /* what */)", "_http.PostAsync(\n        Url, // where\n        body /* what */,\n        token)")]
    [InlineData("{|GG2008:_http.PostAsync|}(\n        Url,\n        body)", "_http.PostAsync(\n        Url,\n        body,\n        token)")]
    public async Task Passes_the_token(string call, string repaired) => await VerifyTokenAsync(Wrap(call), Wrap(repaired));

    [Fact]
    public async Task Passes_the_token_everywhere()
        => await VerifyTokenAsync(
            Wrap("Task.WhenAll({|GG2008:_http.PostAsync|}(Url, body), {|GG2008:_contract.AskAsync|}())"),
            Wrap("Task.WhenAll(_http.PostAsync(Url, body, token), _contract.AskAsync(token))"));

    [Fact]
    public async Task Names_the_parameter_where_others_are_left_out()
        => await VerifyTokenAsync(Wrap("{|GG2008:_contract.TellAsync|}()"), Wrap("_contract.TellAsync(cancellationToken: token)"));

    [Fact]
    public async Task Sets_time_limits()
        => await VerifyAsync<ShortTimeLimitsFixer>(
            Registration("services.AddHttpClient<C>(http => http.BaseAddress = new Uri(\"https://generativelanguage.googleapis.com/\")).{|GG2003:AddStandardResilienceHandler|}(); // why"),
            Registration("services.AddHttpClient<C>(http => http.BaseAddress = new Uri(\"https://generativelanguage.googleapis.com/\")).AddStandardResilienceHandler(" + Limits + "); // why"));

    [Fact]
    public async Task Sets_no_limits_of_the_hedging_handler()
        => await CodeFixVerifier.VerifyNotOfferedAsync<CallSiteAnalyzer, ShortTimeLimitsFixer>(
            Registration("services.AddHttpClient<C>(http => http.BaseAddress = new Uri(\"https://generativelanguage.googleapis.com/\")).{|GG2003:AddStandardHedgingHandler|}();"), Options("GG2003"));

    [Fact]
    public async Task Adds_the_handler()
        => await VerifyAsync<ClientWithoutResilienceFixer>(
            Registration("services.{|GG2002:AddHttpClient<C>|}(http => http.BaseAddress = new Uri(\"https://generativelanguage.googleapis.com/\"));"),
            Registration("services.AddHttpClient<C>(http => http.BaseAddress = new Uri(\"https://generativelanguage.googleapis.com/\")).AddStandardResilienceHandler(" + Limits + ");"));

    [Fact]
    public async Task Adds_no_handler_without_its_package()
        => await CodeFixVerifier.VerifyNotOfferedAsync<CallSiteAnalyzer, ClientWithoutResilienceFixer>(
            Registration("services.{|GG2002:AddHttpClient<C>|}(http => http.BaseAddress = new Uri(\"https://generativelanguage.googleapis.com/\"));"), Options("GG2002") with { OtherFiles = [] });

    private static string Wrap(string call)
        => Usings + "class C\n{\n    const string Url = \"https://generativelanguage.googleapis.com/v1beta\";\n    readonly HttpClient _http = new();\n    readonly I _contract = null!;\n\n    Task M(HttpContent body, CancellationToken token) => "
            + call + ";\n}\n\n[GeminiGen.GeminiPrompts]\ninterface I\n{\n    [GeminiGen.Prompt(\"a\")]\n    Task<string> AskAsync(CancellationToken cancellationToken = default);\n\n    [GeminiGen.Prompt(\"a {more}\")]\n    Task<string> TellAsync(string more = \"\", CancellationToken cancellationToken = default);\n}\n";

    private static string Registration(string statement)
        => Usings + "static class S\n{\n    static void Main() { }\n\n    static void Add(IServiceCollection services)\n    {\n        " + statement + "\n    }\n}\n\nclass C(HttpClient http)\n{\n    public Task M(HttpContent c) => http.PostAsync(\"v1beta\", c);\n}\n";

    private static Task VerifyTokenAsync(string markup, string repaired)
        => CodeFixVerifier.VerifyAsync<CallSiteAnalyzer, TokenNotPassedFixer>(markup, repaired, TokenNotPassedFixer.PassKey, Options("GG2008"));

    private static Task VerifyAsync<TFixer>(string markup, string repaired)
        where TFixer : CodeFixProvider, new()
        => CodeFixVerifier.VerifyAsync<CallSiteAnalyzer, TFixer>(markup, repaired, null, Options(typeof(TFixer) == typeof(ShortTimeLimitsFixer) ? "GG2003" : "GG2002"));

    // The other rules of the range are off: a call that is not repeated breaks one of them too.
    private static TestProjectOptions Options(string rule) => new()
    {
        OutputKind = rule == "GG2008" ? OutputKind.DynamicallyLinkedLibrary : OutputKind.ConsoleApplication,
        OtherFiles = rule == "GG2008" ? [] : [new SourceFile("Handlers.cs", Handlers)],
        EditorConfig = string.Join('\n', Others.Where(id => id != rule).Select(static id => $"dotnet_diagnostic.{id}.severity = none")),
    };
}

using GeminiGen.Analyzers.Rules;
using GeminiGen.CodeFixes.Resilience;
using GeminiGen.TestHarness;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;

namespace GeminiGen.CodeFixes.Tests.Resilience;

/// <summary>Fixes of GG2001, GG2004, GG2005, GG2006, GG2009 and GG2010, over members of a class with a client of Google.GenAI, one for requests by hand, and a contract.</summary>
public sealed class RetryFixerTests
{
    private const string Usings = """
        using System;
        using System.Collections.Generic;
        using System.Linq;
        using System.Net;
        using System.Net.Http;
        using System.Threading;
        using System.Threading.Tasks;
        using Google.GenAI;
        using Polly;
        using Polly.Retry;


        """;

    // The parts of Google.GenAI 1.x that tests use.
    private const string Google = """
        #nullable enable
        using System;
        using System.Threading;
        using System.Threading.Tasks;
        namespace Google.GenAI
        {
            public sealed class Client { public Client(string? apiKey = null, Types.HttpOptions? httpOptions = null) { } public Models Models => null!; }
            public sealed class Models { public Task<string> GenerateContentAsync(string model, string contents, object? config = null, CancellationToken cancellationToken = default) => null!; }
            public class ClientError : Exception { public int StatusCode => 0; }
            public class ServerError : Exception { public int StatusCode => 0; }
        }
        namespace Google.GenAI.Types
        {
            public record HttpOptions { public HttpRetryOptions? RetryOptions { get; set; } }
            public record HttpRetryOptions { public int? Attempts { get; set; } }
        }
        """;

    // The parts of Microsoft.Extensions.Http.Resilience 10.0 that the fix writes.
    private const string Resilience = """
        using System.Net.Http;
        using Polly;
        using Polly.Retry;
        namespace Microsoft.Extensions.Http.Resilience
        {
            public class ResilienceHandler : DelegatingHandler { public ResilienceHandler(ResiliencePipeline<HttpResponseMessage> pipeline) { } }
            public class HttpRetryStrategyOptions : RetryStrategyOptions<HttpResponseMessage> { }
        }
        """;

    // The parts of Polly 7 that tests use.
    private const string Policies = """
        using System;
        using System.Threading.Tasks;
        namespace Polly
        {
            public interface IAsyncPolicy<T> { Task<T> ExecuteAsync(Func<Task<T>> action); }
            public class PolicyBuilder { public PolicyBuilder<T> OrResult<T>(Func<T, bool> condition) => null; }
            public class PolicyBuilder<T> { public PolicyBuilder<T> OrResult(Func<T, bool> condition) => null; }
            public static class Policy
            {
                public static PolicyBuilder Handle<E>() where E : Exception => null;
                public static PolicyBuilder<T> HandleResult<T>(Func<T, bool> condition) => null;
                public static IAsyncPolicy<T> WaitAndRetryAsync<T>(this PolicyBuilder<T> builder, int count, Func<int, TimeSpan> wait) => null;
                public static IAsyncPolicy<T> CircuitBreakerAsync<T>(this PolicyBuilder<T> builder, int count, TimeSpan wait) => null;
            }
        }
        """;

    private static readonly MetadataReference GoogleLibrary = ReferenceSet.Compile("Google.GenAI", Google, ReferenceSet.Framework);

    private const string Call = "await _client.Models.GenerateContentAsync(\"m\", \"p\")";
    private const string Url = "\"https://generativelanguage.googleapis.com/v1beta/models/gemini-3.8-flash:generateContent\"";
    private const string Delay = "await Task.Delay(TimeSpan.FromSeconds(Math.Pow(2, COUNT) + Random.Shared.NextDouble()));";
    private const string NotPermanent = "is not HttpRequestException { StatusCode: >= HttpStatusCode.BadRequest and < HttpStatusCode.InternalServerError and not (HttpStatusCode.RequestTimeout or HttpStatusCode.TooManyRequests) }";

    [Theory]
    [InlineData(
        "async Task M() { {|GG2004:for|} (int i = 0; i < 3; i++) { try { CALL; return; } catch (Exception e) { Console.WriteLine(e); } } }",
        "async Task M() { for (int i = 0; i < 3; i++) { try { CALL; return; } catch (Exception e) { Console.WriteLine(e); DELAY(i) } } }")]
    [InlineData(
        "async Task M() { {|GG2004:while|} (true) { try { CALL; return; } catch (ServerError) { } } }",
        "async Task M() { for (int attempt = 1; ; attempt++) { try { CALL; return; } catch (ServerError) when (attempt < 5) { DELAY(attempt) } } }")]
    [InlineData(
        "async Task M() { {|GG2004:for|} (;;) { try { CALL; return; } catch { await Task.Delay(1000); continue; } } }",
        "async Task M() { for (int attempt = 1; ; attempt++) { try { CALL; return; } catch when (attempt < 5) { await Task.Delay(1000); continue; } } }")]
    // By the status.
    [InlineData(
        "async Task M(HttpContent c) { {|GG2004:for|} (int i = 0; i < 3; i++) { var r = await _http.PostAsync(URL, c); if (r.IsSuccessStatusCode) { return; } if ((int)r.StatusCode < 500) { throw new Exception(); } } }",
        "async Task M(HttpContent c) { for (int i = 0; i < 3; i++) { var r = await _http.PostAsync(URL, c); if (r.IsSuccessStatusCode) { return; } if ((int)r.StatusCode < 500) { throw new Exception(); } DELAY(i) } }")]
    [InlineData(
        "async Task M(HttpContent c) { {|GG2004:while|} (true) { var r = await _http.PostAsync(URL, c); if (r.IsSuccessStatusCode) { return; } } }",
        "async Task M(HttpContent c) { for (int attempt = 1; ; attempt++) { var r = await _http.PostAsync(URL, c); if (r.IsSuccessStatusCode) { return; } if (attempt == 5) { throw new InvalidOperationException(\"The model gave no answer in 5 attempts.\"); } DELAY(attempt) } }")]
    // Counted in the body, in its condition, and in the catch.
    [InlineData(
        "async Task M() { int tries = 0; {|GG2004:while|} (tries < 3) { tries++; try { CALL; return; } catch (ServerError) { } } }",
        "async Task M() { int tries = 0; while (tries < 3) { tries++; try { CALL; return; } catch (ServerError) { DELAY(tries) } } }")]
    [InlineData(
        "async Task M(HttpContent c) { var tries = 0; {|GG2004:while|} (tries++ < 3) { var r = await _http.PostAsync(URL, c); if (r.IsSuccessStatusCode) { return; } } }",
        "async Task M(HttpContent c) { var tries = 0; while (tries++ < 3) { var r = await _http.PostAsync(URL, c); if (r.IsSuccessStatusCode) { return; } DELAY(tries) } }")]
    [InlineData(
        "async Task M() { int tries = 0; {|GG2004:while|} (true) { try { CALL; return; } catch (ServerError) { if (++tries == 3) { throw; } } } }",
        "async Task M() { int tries = 0; while (true) { try { CALL; return; } catch (ServerError) { if (++tries == 3) { throw; } DELAY(tries) } } }")]
    [InlineData(
        "async Task M() { int tries = 0; {|GG2004:do|} { try { CALL; return; } catch (ServerError) { } } while (++tries < 3); }",
        "async Task M() { int tries = 0; do { try { CALL; return; } catch (ServerError) { DELAY(tries) } } while (++tries < 3); }")]
    // Until it is done.
    [InlineData(
        "async Task M() { bool done = false; {|GG2004:while|} (!done) { try { CALL; done = true; } catch (ServerError) { } } }",
        "async Task M() { bool done = false; for (int attempt = 1; !done; attempt++) { try { CALL; done = true; } catch (ServerError) when (attempt < 5) { DELAY(attempt) } } }")]
    public async Task Waits_between_attempts_and_gives_up(string member, string repaired) => await VerifyAsync<RetryWithoutWaitFixer>("GG2004", member, repaired);

    [Fact]
    public async Task Waits_by_the_token_and_in_the_layout_of_the_file()
        => await VerifyAsync<RetryWithoutWaitFixer>(
            "GG2004",
            """
            async Task M(CancellationToken token)
                {
                    // Three times.
                    {|GG2004:for|} (int i = 0; i < 3; i++)
                    {
                        try
                        {
                            CALL;
                            return;
                        }
                        catch (ServerError) // busy
                        {
                            Console.WriteLine(i); // told
                        }
                    }
                }
            """,
            """
            async Task M(CancellationToken token)
                {
                    // Three times.
                    for (int i = 0; i < 3; i++)
                    {
                        try
                        {
                            CALL;
                            return;
                        }
                        catch (ServerError) // busy
                        {
                            Console.WriteLine(i); // told
                            await Task.Delay(TimeSpan.FromSeconds(Math.Pow(2, i) + Random.Shared.NextDouble()), token);
                        }
                    }
                }
            """);

    [Fact]
    public async Task Counts_an_endless_loop_in_the_layout_of_the_file()
        => await VerifyAsync<RetryWithoutWaitFixer>(
            "GG2004",
            """
            async Task<string> M(HttpContent c, CancellationToken token)
                {
                    // Until it answers.
                    {|GG2004:while|} (true) // for ever
                    {
                        var r = await _http.PostAsync(URL, c);
                        if (r.IsSuccessStatusCode)
                        {
                            return await r.Content.ReadAsStringAsync();
                        }

                        Console.WriteLine(r.StatusCode); // told
                    }
                }
            """,
            """
            async Task<string> M(HttpContent c, CancellationToken token)
                {
                    // Until it answers.
                    for (int attempt = 1; ; attempt++) // for ever
                    {
                        var r = await _http.PostAsync(URL, c);
                        if (r.IsSuccessStatusCode)
                        {
                            return await r.Content.ReadAsStringAsync();
                        }

                        Console.WriteLine(r.StatusCode); // told
                        if (attempt == 5) { throw new InvalidOperationException("The model gave no answer in 5 attempts."); }
                        await Task.Delay(TimeSpan.FromSeconds(Math.Pow(2, attempt) + Random.Shared.NextDouble()), token);
                    }
                }
            """);

    [Theory]
    [InlineData("{ Delay = TimeSpan.Zero }", "{ Delay = TimeSpan.FromSeconds(2), BackoffType = DelayBackoffType.Exponential, UseJitter = true }")]
    [InlineData("{ Delay = TimeSpan.Zero, BackoffType = DelayBackoffType.Linear }", "{ Delay = TimeSpan.FromSeconds(2), UseJitter = true, BackoffType = DelayBackoffType.Linear }")]
    [InlineData("{ MaxRetryAttempts = int.MaxValue }", "{ MaxRetryAttempts = 5 }")]
    public async Task Sets_waits_and_limits_of_a_pipeline(string options, string repaired)
    {
        const string Member = "readonly ResiliencePipeline _pipeline = new ResiliencePipelineBuilder().ADD(new RetryStrategyOptions OPTIONS).Build(); async Task M() => await _pipeline.ExecuteAsync(async t => await _client.Models.GenerateContentAsync(\"m\", \"p\", cancellationToken: t));";
        await VerifyAsync<RetryWithoutWaitFixer>("GG2004", Member.Replace("ADD", "{|GG2004:AddRetry|}", StringComparison.Ordinal).Replace("OPTIONS", options, StringComparison.Ordinal), Member.Replace("ADD", "AddRetry", StringComparison.Ordinal).Replace("OPTIONS", repaired, StringComparison.Ordinal));
    }

    [Theory]
    // Two catches; a loop by status without an end.
    [InlineData("async Task M() { {|GG2004:while|} (true) { try { CALL; return; } catch (ServerError) { } catch (ClientError) { } } }")]
    [InlineData("async Task M(HttpContent c) { HttpResponseMessage r; {|GG2004:do|} { r = await _http.PostAsync(URL, c); } while (!r.IsSuccessStatusCode); }")]
    // What counts downwards, goes by more than a count, ends after a success too, or would hold a thread.
    [InlineData("async Task M() { int left = 3; {|GG2004:while|} (left-- > 0) { try { CALL; return; } catch (ServerError) { } } }")]
    [InlineData("async Task M() { var end = DateTime.UtcNow.AddMinutes(1); {|GG2004:while|} (DateTime.UtcNow < end) { try { CALL; return; } catch (ServerError) { } } }")]
    [InlineData("async Task M(HttpContent c) { bool ok = false; {|GG2004:for|} (int i = 0; i < 3 && !ok; i++) { var r = await _http.PostAsync(URL, c); ok = r.IsSuccessStatusCode; } }")]
    [InlineData("async Task M(int tries) { {|GG2004:while|} (tries < 3) { tries++; try { CALL; return; } catch (ServerError) { } } }")]
    [InlineData("void M() { {|GG2004:while|} (true) { try { _client.Models.GenerateContentAsync(\"m\", \"p\").Wait(); return; } catch (Exception) { } } }")]
    public async Task Waits_nowhere_else(string member) => await VerifyNotOfferedAsync<RetryWithoutWaitFixer>("GG2004", member);

    [Theory]
    [InlineData(
        "async Task M(HttpContent c) { for (int i = 0; i < 3; i++) { try { var r = await _http.PostAsync(URL, c); r.EnsureSuccessStatusCode(); return; } {|GG2005:catch|} (HttpRequestException) { await Task.Delay(1000); } } }",
        "async Task M(HttpContent c) { for (int i = 0; i < 3; i++) { try { var r = await _http.PostAsync(URL, c); r.EnsureSuccessStatusCode(); return; } catch (HttpRequestException exception) when (exception.StatusCode is not (>= HttpStatusCode.BadRequest and < HttpStatusCode.InternalServerError and not (HttpStatusCode.RequestTimeout or HttpStatusCode.TooManyRequests))) { await Task.Delay(1000); } } }")]
    [InlineData(
        "async Task<string?> M() { for (int i = 0; i < 3; i++) { try { return await _http.GetStringAsync(URL); } {|GG2005:catch|} (Exception e) { Console.WriteLine(e); await Task.Delay(1000); } } return null; }",
        "async Task<string?> M() { for (int i = 0; i < 3; i++) { try { return await _http.GetStringAsync(URL); } catch (Exception e) when (e NOTPERMANENT) { Console.WriteLine(e); await Task.Delay(1000); } } return null; }")]
    [InlineData(
        "async Task M() { for (int i = 0; i < 3; i++) { try { CALL; return; } {|GG2005:catch|} /* all */ { await Task.Delay(1000); } } }",
        "async Task M() { for (int i = 0; i < 3; i++) { try { CALL; return; } catch (Exception exception) when (exception is not ClientError { StatusCode: >= 400 and < 500 and not (408 or 429) }) /* all */ { await Task.Delay(1000); } } }")]
    public async Task Repeats_what_may_pass(string member, string repaired) => await VerifyAsync<PermanentErrorRetriedFixer>("GG2005", member, repaired);

    [Theory]
    // A failure that tells no status; a language without patterns.
    [InlineData("async Task M() { for (int i = 0; i < 3; i++) { try { await _contract.AskAsync(); return; } {|GG2005:catch|} (Exception) { await Task.Delay(1000); } } }")]
    [InlineData("async Task M(HttpContent c) { for (int i = 0; i < 3; i++) { try { var r = await _http.PostAsync(URL, c); if (!r.IsSuccessStatusCode) { throw new InvalidOperationException(\"failed\"); } return; } {|GG2005:catch|} (Exception) { await Task.Delay(1000); } } }")]
    public async Task Filters_nothing_that_has_no_status(string member) => await VerifyNotOfferedAsync<PermanentErrorRetriedFixer>("GG2005", member);

    [Theory]
    [InlineData(
        "async Task<string> M() { {|GG2006:for|} (int i = 0; i < 3; i++) { try { return await _contract.AskAsync(); } catch (Exception e) { Console.WriteLine(e); await Task.Delay(1000); } } throw new InvalidOperationException(); }",
        "async Task<string> M() { return await _contract.AskAsync(); }")]
    [InlineData(
        "async Task M() { string? text; {|GG2006:while|} (true) { try { text = await _contract.AskAsync(); break; } catch (Exception) { await Task.Delay(1000); } } Console.WriteLine(text); }",
        "async Task M() { string? text; text = await _contract.AskAsync(); Console.WriteLine(text); }")]
    [InlineData(
        "async Task M() { var pipeline = new ResiliencePipelineBuilder().AddTimeout(TimeSpan.FromMinutes(1)).{|GG2006:AddRetry|}(new()).Build(); await pipeline.ExecuteAsync(async t => await _contract.AskAsync(t)); }",
        "async Task M() { var pipeline = new ResiliencePipelineBuilder().AddTimeout(TimeSpan.FromMinutes(1)).Build(); await pipeline.ExecuteAsync(async t => await _contract.AskAsync(t)); }")]
    public async Task Leaves_the_retry_to_the_client(string member, string repaired) => await VerifyAsync<StackedRetryFixer>("GG2006", member, repaired);

    [Fact]
    public async Task Takes_a_loop_off_in_the_layout_of_the_file()
        => await VerifyAsync<StackedRetryFixer>(
            "GG2006",
            """
            async Task<string> M()
                {
                    // Ask.
                    {|GG2006:for|} (int i = 0; ; i++)
                    {
                        try
                        {
                            string text = await _contract.AskAsync();
                            return text.Trim(
                                ' ');
                        }
                        catch (Exception) when (i < 3)
                        {
                            await Task.Delay(1000);
                        }
                    }
                }
            """,
            """
            async Task<string> M()
                {
                    // Ask.
                    string text = await _contract.AskAsync();
                    return text.Trim(
                        ' ');
                }
            """);

    [Theory]
    // More than a retry: an answer of its own when all failed, a use of the count, a comment, a pipeline that others use.
    [InlineData("async Task<string> M() { {|GG2006:for|} (int i = 0; i < 3; i++) { try { return await _contract.AskAsync(); } catch (Exception) { if (i == 2) { return \"\"; } } } return \"\"; }")]
    [InlineData("async Task M() { {|GG2006:for|} (int i = 0; i < 3; i++) { try { Console.WriteLine(i); await _contract.AskAsync(); return; } catch (Exception) { await Task.Delay(1000); } } }")]
    [InlineData("async Task M() { {|GG2006:for|} (int i = 0; i < 3; i++) { try { await _contract.AskAsync(); return; } catch (Exception) { /* why */ await Task.Delay(1000); } } }")]
    [InlineData("async Task M() { var pipeline = new ResiliencePipelineBuilder().{|GG2006:AddRetry|}(new()).Build(); await pipeline.ExecuteAsync(async t => await _contract.AskAsync(t)); await pipeline.ExecuteAsync(async t => await Task.Delay(1, t)); }")]
    public async Task Takes_off_nothing_but_a_retry(string member) => await VerifyNotOfferedAsync<StackedRetryFixer>("GG2006", member);

    [Theory]
    [InlineData(
        "static readonly HttpClient Slow = new() { Timeout = Timeout.InfiniteTimeSpan /* ever */ }; Task M(HttpContent c) => {|GG2009:Slow.PostAsync|}(URL, c); Task N(HttpContent c) => {|GG2009:Slow.PostAsync|}(URL, c);",
        "static readonly HttpClient Slow = new() { Timeout = TimeSpan.FromMinutes(5) /* ever */ }; Task M(HttpContent c) => Slow.PostAsync(URL, c); Task N(HttpContent c) => Slow.PostAsync(URL, c);")]
    public async Task Sets_a_time_limit(string member, string repaired) => await VerifyAsync<NoTimeLimitFixer>("GG2009", member, repaired, iterations: 1);

    [Theory]
    [InlineData(
        "async Task<string[]> M(List<string> texts) { return await Task.WhenAll(texts.{|GG2010:Select|}(text => _client.Models.GenerateContentAsync(\"m\", text))); }",
        "async Task<string[]> M(List<string> texts) { using var limit = new SemaphoreSlim(4); return await Task.WhenAll(texts.Select(BODY)); }",
        "text",
        "return await _client.Models.GenerateContentAsync(\"m\", text);")]
    [InlineData(
        "async Task M(List<string> texts) { await Task.WhenAll(texts.{|GG2010:Select|}(async (text, index) => Console.WriteLine(await _client.Models.GenerateContentAsync(\"m\", text))).ToList()); }",
        "async Task M(List<string> texts) { using var limit = new SemaphoreSlim(4); await Task.WhenAll(texts.Select(BODY).ToList()); }",
        "(text, index)",
        "Console.WriteLine(await _client.Models.GenerateContentAsync(\"m\", text));")]
    [InlineData(
        "async Task M(List<string> texts) { var all = await Task.WhenAll(texts.{|GG2010:Select|}(Ask)); } Task<string> Ask(string text) => _client.Models.GenerateContentAsync(\"m\", text);",
        "async Task M(List<string> texts) { using var limit = new SemaphoreSlim(4); var all = await Task.WhenAll(texts.Select(BODY)); } Task<string> Ask(string text) => _client.Models.GenerateContentAsync(\"m\", text);",
        "item",
        "return await Ask(item);")]
    public async Task Lets_a_few_run_at_a_time(string member, string repaired, string parameters, string body)
        => await VerifyAsync<UnboundedParallelCallsFixer>(
            "GG2010",
            member,
            repaired.Replace(
                "BODY",
                $$"""
                async {{parameters}} =>
                    {
                        await limit.WaitAsync();
                        try
                        {
                            {{body}}
                        }
                        finally
                        {
                            limit.Release();
                        }
                    }
                """,
                StringComparison.Ordinal));

    [Theory]
    // Waited for in another statement, or not here at all; a lambda with a body of its own.
    [InlineData("async Task M(List<string> texts) { var tasks = texts.{|GG2010:Select|}(text => _client.Models.GenerateContentAsync(\"m\", text)); await Task.WhenAll(tasks); }")]
    [InlineData("Task M(List<string> texts) { return Task.WhenAll(texts.{|GG2010:Select|}(text => _client.Models.GenerateContentAsync(\"m\", text))); }")]
    [InlineData("async Task M(List<string> texts) { await Task.WhenAll(texts.{|GG2010:Select|}(async text => { CALL; })); }")]
    public async Task Limits_nothing_that_outlives_the_statement(string member) => await VerifyNotOfferedAsync<UnboundedParallelCallsFixer>("GG2010", member);

    [Theory]
    [InlineData("readonly Client _own = new(); Task M() => {|GG2001:_own.Models.GenerateContentAsync|}(\"m\", \"p\");", "readonly Client _own = new(httpOptions: new Google.GenAI.Types.HttpOptions { RetryOptions = new Google.GenAI.Types.HttpRetryOptions { Attempts = 5 } }); Task M() => _own.Models.GenerateContentAsync(\"m\", \"p\");")]
    [InlineData(
        "async Task M() { var own = new Client(apiKey: null); await {|GG2001:own.Models.GenerateContentAsync|}(\"m\", \"p\"); }",
        "async Task M() { var own = new Client(apiKey: null, httpOptions: new Google.GenAI.Types.HttpOptions { RetryOptions = new Google.GenAI.Types.HttpRetryOptions { Attempts = 5 } }); await own.Models.GenerateContentAsync(\"m\", \"p\"); }")]
    [InlineData(
        "readonly Client _own = new(httpOptions: new() { RetryOptions = new() { Attempts = 1 } }); Task M() => {|GG2001:_own.Models.GenerateContentAsync|}(\"m\", \"p\");",
        "readonly Client _own = new(httpOptions: new() { RetryOptions = new() { Attempts = 5 } }); Task M() => _own.Models.GenerateContentAsync(\"m\", \"p\");")]
    [InlineData("void M(GeminiGen.GeminiOptions o) { o.Retry.MaxAttempts = {|GG2001:1|}; }", "void M(GeminiGen.GeminiOptions o) { o.Retry.MaxAttempts = 5; }")]
    public async Task Turns_the_retry_on(string member, string repaired) => await VerifyAsync<NoRetryFixer>("GG2001", member, repaired);

    [Fact]
    public async Task Gives_a_client_the_resilience_handler_where_its_package_is_there()
        => await CodeFixVerifier.VerifyAsync<CallSiteAnalyzer, NoRetryFixer>(
            Source("readonly HttpClient _own = new() { Timeout = TimeSpan.FromMinutes(5) }; Task M(HttpContent c) => {|GG2001:_own.PostAsync|}(URL, c);"),
            Source("readonly HttpClient _own = new(new Microsoft.Extensions.Http.Resilience.ResilienceHandler(new ResiliencePipelineBuilder<HttpResponseMessage>().AddRetry(new Microsoft.Extensions.Http.Resilience.HttpRetryStrategyOptions()).Build()) { InnerHandler = new SocketsHttpHandler() }) { Timeout = TimeSpan.FromMinutes(5) }; Task M(HttpContent c) => _own.PostAsync(URL, c);"),
            null,
            Options("GG2001") with { References = [.. ReferenceSet.FrameworkAndRuntime, GoogleLibrary, ReferenceSet.Compile("Microsoft.Extensions.Http.Resilience", Resilience, ReferenceSet.FrameworkAndRuntime)] });

    [Fact]
    public async Task Needs_no_using_of_Polly_for_the_resilience_handler()
        => await CodeFixVerifier.VerifyAsync<CallSiteAnalyzer, NoRetryFixer>(
            WithoutPolly("readonly HttpClient _own = new(); Task M(HttpContent c) => {|GG2001:_own.PostAsync|}(URL, c);"),
            WithoutPolly("readonly HttpClient _own = new(new Microsoft.Extensions.Http.Resilience.ResilienceHandler(Polly.RetryResiliencePipelineBuilderExtensions.AddRetry(new Polly.ResiliencePipelineBuilder<HttpResponseMessage>(), new Microsoft.Extensions.Http.Resilience.HttpRetryStrategyOptions()).Build()) { InnerHandler = new SocketsHttpHandler() }); Task M(HttpContent c) => _own.PostAsync(URL, c);"),
            null,
            Options("GG2001") with { References = [.. ReferenceSet.FrameworkAndRuntime, GoogleLibrary, ReferenceSet.Compile("Microsoft.Extensions.Http.Resilience", Resilience, ReferenceSet.FrameworkAndRuntime)] });

    [Theory]
    [InlineData("Policy.HandleResult<HttpResponseMessage>(r => COND).WaitAndRetryAsync(3, n => TimeSpan.FromSeconds(n))")]
    [InlineData("Policy.Handle<HttpRequestException>().OrResult<HttpResponseMessage>((r) => COND /* all */).WaitAndRetryAsync(3, n => TimeSpan.FromSeconds(n))")]
    public async Task Narrows_the_results_a_policy_repeats(string policy)
    {
        string member = $"readonly IAsyncPolicy<HttpResponseMessage> _policy = {policy}; Task M(HttpContent c) => _policy.ExecuteAsync(() => _http.PostAsync(URL, c));";
        await CodeFixVerifier.VerifyAsync<CallSiteAnalyzer, PermanentErrorRetriedFixer>(
            Source(member.Replace("COND", "{|GG2005:!r.IsSuccessStatusCode|}", StringComparison.Ordinal)),
            Source(member.Replace("COND", "(int)r.StatusCode is 408 or 429 or >= 500", StringComparison.Ordinal)),
            "GG2005.Filter",
            WithPolicies("GG2005"));
    }

    [Theory]
    // By the status, or more; a policy that repeats nothing; one whose making is not in sight.
    [InlineData("readonly IAsyncPolicy<HttpResponseMessage> _policy = Policy.HandleResult<HttpResponseMessage>(r => (int)r.StatusCode >= 500).WaitAndRetryAsync(3, n => TimeSpan.FromSeconds(n)); Task M(HttpContent c) => _policy.ExecuteAsync(() => _http.PostAsync(URL, c));")]
    [InlineData("readonly IAsyncPolicy<HttpResponseMessage> _policy = Policy.HandleResult<HttpResponseMessage>(r => !r.IsSuccessStatusCode && (int)r.StatusCode != 400).WaitAndRetryAsync(3, n => TimeSpan.FromSeconds(n)); Task M(HttpContent c) => _policy.ExecuteAsync(() => _http.PostAsync(URL, c));")]
    [InlineData("readonly IAsyncPolicy<HttpResponseMessage> _policy = Policy.HandleResult<HttpResponseMessage>(r => !r.IsSuccessStatusCode).CircuitBreakerAsync(3, TimeSpan.FromSeconds(9)); Task M(HttpContent c) => _policy.ExecuteAsync(() => _http.PostAsync(URL, c));")]
    [InlineData("Task M(IAsyncPolicy<HttpResponseMessage> policy, HttpContent c) => policy.ExecuteAsync(() => _http.PostAsync(URL, c));")]
    public async Task Leaves_other_policies(string member)
        => await CodeFixVerifier.VerifyNotOfferedAsync<CallSiteAnalyzer, PermanentErrorRetriedFixer>(Source(member), WithPolicies("GG2005"));

    private static TestProjectOptions WithPolicies(string rule) => Options(rule) with { References = [.. ReferenceSet.FrameworkAndRuntime, GoogleLibrary, ReferenceSet.Compile("Polly", Policies, ReferenceSet.Framework)] };

    private static string WithoutPolly(string member) => Source(member).Replace("using Polly;\n", "", StringComparison.Ordinal).Replace("using Polly;\r\n", "", StringComparison.Ordinal);

    [Theory]
    // Made elsewhere, or without a handler to give it.
    [InlineData("Task M(HttpContent c) => {|GG2001:_http.PostAsync|}(URL, c);")]
    public async Task Turns_on_nothing_that_is_not_there(string member) => await VerifyNotOfferedAsync<NoRetryFixer>("GG2001", member);

    private static Task VerifyAsync<TFixer>(string rule, string member, string repaired, int? iterations = null)
        where TFixer : CodeFixProvider, new()
        => CodeFixVerifier.VerifyAsync<CallSiteAnalyzer, TFixer>(Source(member), Source(repaired), null, Options(rule), iterations);

    private static Task VerifyNotOfferedAsync<TFixer>(string rule, string member)
        where TFixer : CodeFixProvider, new()
        => CodeFixVerifier.VerifyNotOfferedAsync<CallSiteAnalyzer, TFixer>(Source(member), Options(rule));

    private static string Source(string member)
        => Usings + "class C\n{\n    readonly Client _client = new();\n    readonly HttpClient _http = new();\n    readonly I _contract = null!;\n\n    "
            + Spelled(member) + "\n}\n\n[GeminiGen.GeminiPrompts]\ninterface I\n{\n    [GeminiGen.Prompt(\"a\")]\n    Task<string> AskAsync(CancellationToken cancellationToken = default);\n}\n";

    private static string Spelled(string member)
    {
        foreach (string counter in new[] { "i", "attempt", "tries" })
        {
            member = member.Replace($"DELAY({counter})", Delay.Replace("COUNT", counter, StringComparison.Ordinal), StringComparison.Ordinal);
        }

        return member.Replace("NOTPERMANENT", NotPermanent, StringComparison.Ordinal).Replace("CALL", Call, StringComparison.Ordinal).Replace("URL", Url, StringComparison.Ordinal);
    }

    private static TestProjectOptions Options(string rule) => new() { References = [.. ReferenceSet.FrameworkAndRuntime, GoogleLibrary], Only = [rule], IsMarkedElsewhere = true };
}

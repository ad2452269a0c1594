using GeminiGen.Analyzers.Rules;
using GeminiGen.TestHarness;
using Microsoft.CodeAnalysis;

namespace GeminiGen.Analyzers.Tests.Resilience;

/// <summary>GG2001 for our own retry turned off, on contracts and in options.</summary>
public sealed class RetryTurnedOffTests
{
    private const string Usings = "using System; using System.Threading.Tasks; using GeminiGen; using Microsoft.Extensions.DependencyInjection;\n";

    [Theory]
    [InlineData("[GeminiPrompts, Retry(MaxAttempts = {|GG2001:1|})] interface I { [Prompt(\"a\")] Task<string> AskAsync(); }")]
    [InlineData("[GeminiPrompts] interface I { [Prompt(\"a\"), Retry(MaxAttempts = {|GG2001:1|})] Task<string> AskAsync(); }")]
    [InlineData("[GeminiPrompts] interface I { const int Once = 1; [Prompt(\"a\"), Retry(MaxAttempts = {|GG2001:Once|})] Task<string> AskAsync(); }")]
    public async Task Triggers_on_a_contract(string source) => await AnalyzerVerifier.VerifyAsync<ContractSettingsAnalyzer>(Usings + source);

    [Theory]
    [InlineData("[GeminiPrompts, Retry(MaxAttempts = 2)] interface I { [Prompt(\"a\")] Task<string> AskAsync(); }")]
    [InlineData("[GeminiPrompts, Repair(MaxAttempts = 1)] interface I { [Prompt(\"a\")] Task<int> AskAsync(); }")]
    [InlineData("[GeminiPrompts] interface I { [Prompt(\"a\"), Retry] Task<string> AskAsync(); }")]
    [InlineData("interface I { [Prompt(\"a\"), Retry(MaxAttempts = 1)] Task<string> AskAsync(); }")]
    [InlineData("[GeminiPrompts] interface I { [Prompt(\"a\"), Retry(MaxAttempts = 1)] Task<string> AskAsync(); } class C { async Task M(I i) { for (int k = 0; k < 3; k++) { try { await i.AskAsync(); return; } catch (Exception) { } } } }")]
    [InlineData("[GeminiPrompts, Retry(MaxAttempts = 1)] interface I { [Prompt(\"a\")] Task<string> AskAsync(); } class C { Task M(I i) => Robust(() => i.AskAsync()); async Task Robust(Func<Task> f) { try { await f(); } catch { await f(); } } }")]
    public async Task Does_not_trigger_on_a_contract_that_retries_or_is_repeated(string source)
        => await AnalyzerVerifier.VerifyAsync<ContractSettingsAnalyzer>(Usings + source);

    [Theory]
    [InlineData("class Other { public Task AskAsync() => null; async Task M() { while (true) { try { await AskAsync(); return; } catch (Exception) { } } } }", true)]
    [InlineData("interface IOther { Task<string> AskAsync(); } class C { async Task M(IOther i) { while (true) { try { await i.AskAsync(); return; } catch (Exception) { } } } }", true)]
    [InlineData("class C { async Task M(I i) { while (true) { try { await i.AskAsync(); return; } catch (Exception) { } } } }", false)]
    [InlineData("class Client : I { public Task<string> AskAsync() => null; } class C { async Task M(Client i) { while (true) { try { await i.AskAsync(); return; } catch (Exception) { } } } }", false)]
    [InlineData("interface IMore : I { } class C { async Task M(IMore i) { while (true) { try { await i.AskAsync(); return; } catch (Exception) { } } } }", false)]
    [InlineData("static class E { public static Task<string> TwiceAsync(this I i) => i.AskAsync(); } class C { async Task M(I i) { while (true) { try { await i.TwiceAsync(); return; } catch (Exception) { } } } }", false)]
    [InlineData("class C { Task M(I i) => Robust(i.AskAsync); Task Robust(Func<Task> f) => null; }", false)]
    [InlineData("class C { async Task M(dynamic i) { while (true) { try { await i.AskAsync(); return; } catch (Exception) { } } } }", false)]
    public async Task Matches_callers_by_symbol(string caller, bool triggers)
        => await AnalyzerVerifier.VerifyAsync<ContractSettingsAnalyzer>(
            Usings + "[GeminiPrompts] public interface I { [Prompt(\"a\"), Retry(MaxAttempts = " + (triggers ? "{|GG2001:1|}" : "1") + ")] Task<string> AskAsync(); }\n" + caller);

    [Theory]
    [InlineData("class C { void M(IServiceCollection s) => s.AddGeminiGen(o => o.Retry.MaxAttempts = {|GG2001:1|}); }")]
    [InlineData("class C { void M(IServiceCollection s) => s.AddGeminiGen(o => { o.ApiKey = \"\"; o.Retry.MaxAttempts = {|GG2001:1|}; }); }")]
    [InlineData("class C { GeminiOptions O = new() { Retry = { MaxAttempts = {|GG2001:1|} } }; }")]
    [InlineData("class C { void M(GeminiOptions o) { o.Retry.MaxAttempts = {|GG2001:1|}; } }")]
    public async Task Triggers_on_options(string source) => await AnalyzerVerifier.VerifyAsync<CallSiteAnalyzer>(Usings + source);

    [Theory]
    [InlineData("s.ConfigureHttpClientDefaults(b => b.AddStandardResilienceHandler());")]
    [InlineData("s.AddHttpClient(\"other\").AddStandardResilienceHandler();")]
    public async Task Triggers_on_options_where_only_other_clients_have_handlers(string other)
        => await AnalyzerVerifier.VerifyAsync<CallSiteAnalyzer>(
            Usings + "class C { void M(IServiceCollection s) { " + other + " s.AddGeminiGen(o => o.Retry.MaxAttempts = {|GG2001:1|}); } }", new TestProjectOptions { References = TestReferences.WithResilience });

    [Theory]
    [InlineData("class C { void M(IServiceCollection s) => s.AddGeminiGen(o => o.Retry.MaxAttempts = 3); }")]
    [InlineData("class C { void M(GeminiOptions o, int n) { o.Retry.MaxAttempts = n; } }")]
    [InlineData("class C { void M(IServiceCollection s) { s.AddGeminiGen(o => o.Retry.MaxAttempts = 1).HttpClient.AddStandardResilienceHandler(); } }")]
    [InlineData("class Retry { public int MaxAttempts { get; set; } } class C { Retry R = new() { MaxAttempts = 1 }; }")]
    public async Task Does_not_trigger_on_options_that_retry_or_leave_it_to_a_handler(string source)
        => await AnalyzerVerifier.VerifyAsync<CallSiteAnalyzer>(Usings + source, new TestProjectOptions { References = TestReferences.WithResilience });

    [Fact]
    public async Task Does_not_trigger_in_a_test_project()
    {
        var options = new TestProjectOptions { References = [.. ReferenceSet.FrameworkAndRuntime, MetadataReference.CreateFromFile(Path.Combine(AppContext.BaseDirectory, "xunit.core.dll"))] };
        await AnalyzerVerifier.VerifyAsync<CallSiteAnalyzer>(Usings + "class C { GeminiOptions O = new() { Retry = { MaxAttempts = 1 } }; }", options);
        await AnalyzerVerifier.VerifyAsync<ContractSettingsAnalyzer>(Usings + "[GeminiPrompts, Retry(MaxAttempts = 1)] interface I { }", options);
    }

    [Fact]
    public async Task Is_silent_without_our_types()
    {
        string source = "using System; class RetryAttribute : Attribute { public int MaxAttempts { get; set; } } class GeminiPromptsAttribute : Attribute { } [GeminiPrompts, Retry(MaxAttempts = 1)] interface I { }";
        await AnalyzerVerifier.VerifyAsync<ContractSettingsAnalyzer>(source, new TestProjectOptions { References = ReferenceSet.Framework });
    }
}

using GeminiGen.Analyzers.Rules;
using GeminiGen.TestHarness;

namespace GeminiGen.Analyzers.Tests.Keys;

/// <summary>GG1008.</summary>
public sealed class KeyWrittenOutTests
{
    [Theory]
    [InlineData("void M(string apiKey) => Console.WriteLine({|GG1008:apiKey|});")]
    [InlineData("void M(string apiKey) => Console.WriteLine(\"key: \" + {|GG1008:apiKey|});")]
    [InlineData("void M(string apiKey) => Console.Write($\"key: {{|GG1008:apiKey|}}\");")]
    [InlineData("void M(string apiKey) => Console.Error.WriteLine(\"key: {0}\", {|GG1008:apiKey|});")]
    [InlineData("void M(string apiKey) => System.Diagnostics.Debug.WriteLine($\"{{|GG1008:apiKey|}.Trim()}\");")]
    [InlineData("void M(string apiKey) => Console.WriteLine({|GG1008:apiKey|}.Substring(0, 10) + \"…\");")]
    [InlineData("void M(string apiKey) => Console.WriteLine($\"{{|GG1008:apiKey|}[..10]}…\");")]
    [InlineData("void M(ILogger logger, string apiKey) => logger.LogInformation(\"key {Key}\", {|GG1008:apiKey|});")]
    [InlineData("string _apiKey = \"\"; void M(ILogger logger) => logger.LogDebug($\"key {{|GG1008:_apiKey|}}\");")]
    [InlineData("void M(GeminiOptions o) => Console.WriteLine({|GG1008:o.ApiKey|});")]
    [InlineData("void M(string apiKey) => throw new InvalidOperationException(\"bad key \" + {|GG1008:apiKey|});")]
    [InlineData("void M() { var key = Environment.GetEnvironmentVariable(\"GEMINI_API_KEY\"); Console.WriteLine($\"Key: {{|GG1008:key|}}\"); }")]
    [InlineData("void M() => Console.WriteLine({|GG1008:Environment.GetEnvironmentVariable(\"GEMINI_API_KEY\")|});")]
    [InlineData("void M(Microsoft.Extensions.Configuration.IConfiguration c) => Console.WriteLine({|GG1008:c[\"Gemini:ApiKey\"]|});")]
    [InlineData("void M(string k) { var url = $\"https://generativelanguage.googleapis.com/v1beta/models{|GG1006:?key=|}{k}\"; Console.WriteLine({|GG1008:url|}); }")]
    // By what it holds, whatever it is called.
    [InlineData("void M() { var k = Environment.GetEnvironmentVariable(\"GEMINI_API_KEY\"); Console.WriteLine({|GG1008:k|}); }")]
    [InlineData("void M() { var k = Environment.GetEnvironmentVariable(\"GEMINI_API_KEY\"); throw new InvalidOperationException(\"bad key: \" + {|GG1008:k|}); }")]
    [InlineData("void M() { var k = Environment.GetEnvironmentVariable(\"GEMINI_API_KEY\")?.Trim() ?? \"\"; var text = k; Console.WriteLine($\"{{|GG1008:text|}}\"); }")]
    [InlineData("static readonly string? S = Environment.GetEnvironmentVariable(\"GEMINI_API_KEY\"); void M() => Console.WriteLine({|GG1008:S|});")]
    [InlineData("readonly string? _s; C(Microsoft.Extensions.Configuration.IConfiguration c) => _s = c[\"Gemini:ApiKey\"]; void M() => Console.WriteLine({|GG1008:this._s|});")]
    // What an exception of the project's own says, and the address of a request that carries the key.
    [InlineData("class BadKeyException(string apiKey) : Exception(\"x\") { } class OtherException : Exception { public OtherException(string apiKey) : base($\"bad key {{|GG1008:apiKey|}}\") { } }")]
    [InlineData("async System.Threading.Tasks.Task M(System.Net.Http.HttpClient h, string k) { var r = await h.GetAsync($\"https://generativelanguage.googleapis.com/v1beta/models{|GG1006:?key=|}{k}\"); Console.WriteLine({|GG1008:r.RequestMessage!.RequestUri|}); }")]
    [InlineData("async System.Threading.Tasks.Task M(System.Net.Http.HttpClient h, string k) { var r = await h.GetAsync($\"https://generativelanguage.googleapis.com/v1beta/models{|GG1006:?key=|}{k}\"); throw new InvalidOperationException($\"{r.RequestMessage?{|GG1008:.RequestUri|}} failed\"); }")]
    public async Task Triggers_where_a_key_is_written(string member)
        => await VerifyAsync(member);

    [Theory]
    [InlineData("void M(string apiKey) => Console.WriteLine(apiKey.Length);")]
    [InlineData("void M(string apiKey) => Console.WriteLine(apiKey[..4] + \"…\");")]
    [InlineData("void M(string apiKey) => Console.WriteLine(apiKey.Substring(0, 4));")]
    [InlineData("void M(string apiKey) => Console.WriteLine($\"…{apiKey[^4..]}\");")]
    [InlineData("void M(string apiKey) => Console.WriteLine(Mask(apiKey)); string Mask(string k) => \"***\";")]
    [InlineData("void M(string apiKey) => Console.WriteLine(string.IsNullOrEmpty(apiKey) ? \"no key\" : \"key set\");")]
    [InlineData("void M(string apiKey) => Console.WriteLine(apiKey is null);")]
    [InlineData("void M() { var k = Environment.GetEnvironmentVariable(\"GEMINI_API_KEY\"); Console.WriteLine(k is null); Console.WriteLine(k?.Length); }")]
    [InlineData("void M() { var k = Environment.GetEnvironmentVariable(\"GEMINI_API_KEY\"); k = k is null ? \"missing\" : \"set\"; Console.WriteLine(k); }")]
    [InlineData("void M() { var k = Environment.GetEnvironmentVariable(\"GEMINI_MODEL\"); Console.WriteLine(k); }")]
    [InlineData("string? _s = Environment.GetEnvironmentVariable(\"GEMINI_API_KEY\"); void M() { var s = \"x\"; Console.WriteLine(s + _s!.Length); }")]
    [InlineData("void M(string apiKey) => throw new ArgumentException(\"no key\", nameof(apiKey));")]
    [InlineData("void M(string key) => Console.WriteLine(key);")]
    [InlineData("void M(System.Collections.Generic.Dictionary<string, int> apiKeys) => Console.WriteLine(apiKeys.Count);")]
    [InlineData("void M(int apiKey) => Console.WriteLine(apiKey);")]
    [InlineData("void M(string apiKey) => Send(apiKey); void Send(string k) { }")]
    [InlineData("class OtherException : Exception { public OtherException(string apiKey) : base(\"bad key of \" + apiKey.Length) { } }")]
    [InlineData("class Other { public Other(string s) { } } class Holder : Other { public Holder(string apiKey) : base(apiKey) { } }")]
    [InlineData("async System.Threading.Tasks.Task M(System.Net.Http.HttpClient h) { var r = await h.GetAsync(\"https://generativelanguage.googleapis.com/v1beta/models\"); Console.WriteLine(r.RequestMessage!.RequestUri); }")]
    public async Task Does_not_trigger_elsewhere(string member) => await VerifyAsync(member);

    [Fact]
    public async Task Does_not_trigger_where_nothing_speaks_of_a_model()
        => await AnalyzerVerifier.VerifyAsync<KeyAnalyzer>("class C { void M(string apiKey) => System.Console.WriteLine(apiKey); }");

    private static Task VerifyAsync(string member)
        => AnalyzerVerifier.VerifyAsync<KeyAnalyzer>(
            "using System; using GeminiGen; using Microsoft.Extensions.Logging; class C { " + member + " }");
}

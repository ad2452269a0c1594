using GeminiGen.Analyzers.Tests.Requests;
using GeminiGen.TestHarness;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace GeminiGen.Analyzers.Tests.Privacy;

/// <summary>GG5006.</summary>
public sealed class KeyInClientAppTests
{
    private const string Configuration = "namespace Microsoft.Extensions.Configuration { public interface IConfiguration { string? this[string key] { get; set; } } }";

    [Theory]
    [InlineData("new GeminiOptions { ApiKey = {|GG5006:configuration[\"Gemini:ApiKey\"]|} }")]
    [InlineData("new GeminiOptions { ApiKey = {|GG5006:configuration[\"Gemini:ApiKey\"] ?? \"\"|} }")]
    [InlineData("new GeminiOptions { ApiKey = {|GG5006:Key|} }")]
    public Task A_key_that_ships_with_the_app_triggers(string creation) => VerifyAsync("PresentationFramework", "object M(Microsoft.Extensions.Configuration.IConfiguration configuration) => " + creation + ";");

    [Theory]
    [InlineData("new GeminiOptions { ApiKey = key }")]
    [InlineData("new GeminiOptions { ApiKey = Environment.GetEnvironmentVariable(\"GEMINI_API_KEY\") }")]
    [InlineData("new GeminiOptions { ApiKey = box.Text }")]
    [InlineData("new GeminiOptions { ApiKey = File.ReadAllText(path) }")]
    [InlineData("new GeminiOptions { ApiKey = \"\" }")]
    public Task A_key_that_the_user_brings_does_not(string creation) => VerifyAsync("PresentationFramework", "class Box { public string Text { get; set; } = \"\"; } object M(string key, string path, Box box) => " + creation + ";");

    [Theory]
    [InlineData("Microsoft.AspNetCore.Components.WebAssembly")]
    [InlineData("Microsoft.Maui")]
    [InlineData("System.Windows.Forms")]
    [InlineData("UnityEngine.CoreModule")]
    public Task Every_kind_of_app_is_known(string framework)
        => VerifyAsync(framework, "void M(HttpClient http, Microsoft.Extensions.Configuration.IConfiguration configuration) => http.DefaultRequestHeaders.Add(\"x-goog-api-key\", {|GG5006:configuration[\"Key\"]|});");

    [Fact]
    public Task The_same_header_for_another_product_does_not_trigger()
        => VerifyAsync("Microsoft.Maui", "void M(HttpClient http, Microsoft.Extensions.Configuration.IConfiguration configuration) { http.BaseAddress = new System.Uri(\"https://places.googleapis.com\"); http.DefaultRequestHeaders.Add(\"x-goog-api-key\", configuration[\"Key\"]); }");

    [Fact]
    public Task Another_header_does_not_trigger()
        => VerifyAsync("Microsoft.Maui", "void M(HttpClient http, Microsoft.Extensions.Configuration.IConfiguration configuration) => http.DefaultRequestHeaders.Add(\"x-tenant\", configuration[\"Tenant\"]);");

    [Theory]
    [InlineData("{|GG5006:_key|}", "[SerializeField] string _key")]
    [InlineData("{|GG5006:_key|}", "public string _key")]
    [InlineData("_key", "private string _key")]
    public Task What_Unitys_inspector_sets_ships(string value, string field)
        => RequestVerifier.VerifyAsync(
            "class SerializeField : Attribute { } class MonoBehaviour { } class C : MonoBehaviour { " + field + " = null!; object M() => new GeminiOptions { ApiKey = " + value + " }; }",
            references: With("UnityEngine.CoreModule"));

    [Fact]
    public Task A_server_does_not_trigger()
        => RequestVerifier.VerifyAsync(Program("object M(Microsoft.Extensions.Configuration.IConfiguration configuration) => new GeminiOptions { ApiKey = configuration[\"Gemini:ApiKey\"] };"));

    [Fact]
    public Task The_server_that_hosts_an_app_does_not_trigger()
        => RequestVerifier.VerifyAsync(
            Program("object M(Microsoft.Extensions.Configuration.IConfiguration configuration) => new GeminiOptions { ApiKey = configuration[\"Gemini:ApiKey\"] };"),
            references: With("Microsoft.AspNetCore.Components.WebAssembly", "Microsoft.AspNetCore.Hosting"));

    private static Task VerifyAsync(string framework, string members) => RequestVerifier.VerifyAsync(Program(members), references: With(framework));

    private static string Program(string members) => "class C { const string Key = \"x\"; " + members + " }\n" + Configuration;

    private static IEnumerable<MetadataReference> With(params string[] assemblies)
        => [.. ReferenceSet.FrameworkAndRuntime, .. assemblies.Select(static name => CSharpCompilation.Create(name, references: ReferenceSet.Framework, options: new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary)).ToMetadataReference())];
}

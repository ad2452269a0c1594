using GeminiGen.Analyzers.Rules;
using GeminiGen.TestHarness;

namespace GeminiGen.Analyzers.Tests.Keys;

/// <summary>GG1005. In the sources, <c>OLD</c> stands for a key of the older shape that is put in at run time.</summary>
public sealed class UnknownGoogleKeyTests
{
    [Theory]
    [InlineData("class C { string ApiKey = {|GG1005:\"OLD\"|}; }")]
    [InlineData("class C { string Url = {|GG1005:\"https://host.example/?key=OLD\"|}; }")]
    [InlineData("class C { string M(string m) => m + {|GG1005:\"OLD\"|}; }")]
    [InlineData("class BitmapsOptions { string ApiKey = {|GG1005:\"OLD\"|}; }")]
    [InlineData("class Mapster { string ApiKey = {|GG1005:\"OLD\"|}; }")]
    [InlineData("class Translator { string ApiKey = {|GG1005:\"OLD\"|}; }")]
    [InlineData("/* Gemini */ class C { string ApiKey = {|GG1005:\"OLD\"|}; }")]
    public async Task Triggers_without_any_sign(string source) => await VerifyAsync(source);

    [Theory]
    [InlineData("class C { string MapsKey = \"OLD\"; }")]
    [InlineData("class MapsOptions { public string ApiKey { get; set; } = \"OLD\"; }")]
    [InlineData("class GeocodingClient { const string Key = \"OLD\"; }")]
    [InlineData("class C { void LoadPlaces() { string key = \"OLD\"; System.Console.WriteLine(key.Length); } }")]
    [InlineData("class FirebaseConfig { string ApiKey = \"OLD\"; }")]
    [InlineData("class C { string Url = \"https://maps.googleapis.com/maps/api/js?key=OLD\"; }")]
    [InlineData("class C { void M() => AddYouTube(\"OLD\"); void AddYouTube(string k) { } }")]
    [InlineData("class C { string GeminiKey = {|GG1001:\"OLD\"|}; }")]
    public async Task Does_not_trigger_where_a_sign_stands(string source) => await VerifyAsync(source);

    [Fact]
    public async Task Can_be_switched_off_for_a_folder_of_configuration()
        => await AnalyzerVerifier.VerifyAsync<KeyAnalyzer>(
            "class C { string ApiKey = \"OLD\"; }".Replace("OLD", TestKeys.Standard),
            new TestProjectOptions { EditorConfig = "dotnet_diagnostic.GG1005.severity = none" });

    private static Task VerifyAsync(string source) => AnalyzerVerifier.VerifyAsync<KeyAnalyzer>(source.Replace("OLD", TestKeys.Standard));
}

using System.Text;
using GeminiGen.Analyzers.Rules;
using GeminiGen.TestHarness;

namespace GeminiGen.CodeFixes.Tests;

/// <summary>The fixes of GG1003 and GG1006 to GG1011. <c>KEY</c> stands for a key that is put in at run time.</summary>
public sealed class KeyFixersTests
{
    [Theory]
    [InlineData("string M(string? k) => k ?? {|GG1007:\"KEY\"|};", "string M(string? k) => k ?? throw new InvalidOperationException(\"No Gemini key is configured.\");")]
    [InlineData("string M(bool b, string k) => b ? k : {|GG1007:\"KEY\"|}; // kept", "string M(bool b, string k) => b ? k : throw new InvalidOperationException(\"No Gemini key is configured.\"); // kept")]
    [InlineData("string M(int i) => i switch { 1 => \"\", _ => {|GG1007:\"KEY\"|} };", "string M(int i) => i switch { 1 => \"\", _ => throw new InvalidOperationException(\"No Gemini key is configured.\") };")]
    [InlineData("string M() => Environment.GetEnvironmentVariable(\"GEMINI_API_VAR\") ?? {|GG1007:\"OPAQUE\"|};", "string M() => Environment.GetEnvironmentVariable(\"GEMINI_API_VAR\") ?? throw new InvalidOperationException(\"No Gemini key is configured.\");")]
    public async Task Throws_where_no_key_is_configured(string member, string repaired)
        => await CodeFixVerifier.VerifyAsync<KeyAnalyzer, FallbackKeyFixer>(Fill(member).Replace("_VAR", "_KEY", StringComparison.Ordinal), Fill(repaired).Replace("_VAR", "_KEY", StringComparison.Ordinal));

    [Theory]
    [InlineData("void M(string geminiApiKey = {|GG1007:\"OPAQUE\"|}) { }")]
    [InlineData("void M(string k = {|GG1007:\"KEY\"|}) { }")]
    [InlineData("string? _k; void M() { _k ??= {|GG1007:\"KEY\"|}; }")]
    [InlineData("string M(bool b) => b ? {|GG1007:\"KEY\"|} : {|GG1007:\"KEY\"|};")]
    public async Task Does_not_throw_where_a_throw_may_not_stand(string member)
        => await CodeFixVerifier.VerifyNotOfferedAsync<KeyAnalyzer, FallbackKeyFixer>(Fill(member));

    [Theory]
    [InlineData("void M(string apiKey) => Console.WriteLine({|GG1008:apiKey|});", "void M(string apiKey) => Console.WriteLine(\"***\");")]
    [InlineData("void M(string apiKey) => Console.WriteLine($\"key: {{|GG1008:apiKey|}}!\");", "void M(string apiKey) => Console.WriteLine($\"key: ***!\");")]
    [InlineData("void M(string apiKey) => Console.WriteLine(\"key: \" + {|GG1008:apiKey|}.Substring(0, 10)); // kept", "void M(string apiKey) => Console.WriteLine(\"key: \" + \"***\"); // kept")]
    public async Task Masks_what_is_written_out(string member, string repaired)
        => await CodeFixVerifier.VerifyAsync<KeyAnalyzer, KeyWrittenOutFixer>(Fill(member), Fill(repaired));

    [Theory]
    [InlineData("#warning old {|GG1010:KEY|}", "#warning old …")]
    [InlineData("// key: {|GG1010:KEY|}, and {|GG1010:KEY2|}", "// key: …, and …")]
    [InlineData("#if NEVER\nstring K = \"{|GG1010:KEY|}\";\n#endif", "#if NEVER\nstring K = \"…\";\n#endif")]
    public async Task Removes_keys_from_comments(string comment, string repaired)
        => await CodeFixVerifier.VerifyAsync<KeyAnalyzer, KeyInCommentFixer>(Fill("\n" + comment + "\n"), Fill("\n" + repaired + "\n"));

    [Theory]
    [InlineData("bool M(string apiKey) => {|GG1011:apiKey.StartsWith(\"OLD\")|};", "bool M(string apiKey) => apiKey.StartsWith(\"OLD\") || apiKey.StartsWith(\"AQ.\");")]
    [InlineData("bool M(string apiKey) => !{|GG1011:apiKey.StartsWith(\"OLD\", StringComparison.Ordinal)|};", "bool M(string apiKey) => !(apiKey.StartsWith(\"OLD\", StringComparison.Ordinal) || apiKey.StartsWith(\"AQ.\", StringComparison.Ordinal));")]
    [InlineData("bool M(string apiKey) => {|GG1011:apiKey.Length == 39|};", "bool M(string apiKey) => apiKey.Length > 0;")]
    [InlineData("bool M(string apiKey) => {|GG1011:apiKey.Length != 39|};", "bool M(string apiKey) => apiKey.Length == 0;")]
    public async Task Accepts_newer_keys(string member, string repaired)
        => await CodeFixVerifier.VerifyAsync<KeyAnalyzer, OldKeyCheckFixer>(Fill(member), Fill(repaired));

    [Fact]
    public async Task Leaves_patterns_to_their_authors()
        => await CodeFixVerifier.VerifyNotOfferedAsync<KeyAnalyzer, OldKeyCheckFixer>(
            Fill("bool M(string apiKey) => System.Text.RegularExpressions.Regex.IsMatch(apiKey, {|GG1011:\"^OLD.{35}$\"|});"));

    [Theory]
    [InlineData(
        "async Task M(HttpClient h, HttpContent c, string k) => await h.PostAsync($\"HOST/v1beta/models/m:generateContent{|GG1006:?key=|}{k}\", c);",
        "async Task M(HttpClient h, HttpContent c, string k) => await h.SendAsync(new HttpRequestMessage(HttpMethod.Post, $\"HOST/v1beta/models/m:generateContent\") { Content = c, Headers = { { \"x-goog-api-key\", k } } });")]
    [InlineData(
        "async Task M(HttpClient h, string k, CancellationToken t) => await h.GetAsync($\"HOST/v1beta/models{|GG1006:?key=|}{k}&pageSize=5\", t);",
        "async Task M(HttpClient h, string k, CancellationToken t) => await h.SendAsync(new HttpRequestMessage(HttpMethod.Get, $\"HOST/v1beta/models?pageSize=5\") { Headers = { { \"x-goog-api-key\", k } } }, t);")]
    [InlineData(
        "HttpRequestMessage M(string k) => new HttpRequestMessage(HttpMethod.Get, $\"HOST/v1beta/models?pageSize=5{|GG1006:&key=|}{k}\");",
        "HttpRequestMessage M(string k) => new HttpRequestMessage(HttpMethod.Get, $\"HOST/v1beta/models?pageSize=5\") { Headers = { { \"x-goog-api-key\", k } } };")]
    [InlineData(
        "HttpRequestMessage M(string k) => new HttpRequestMessage(HttpMethod.Post, \"HOST/v1beta/models/m:generateContent{|GG1006:?key=|}\" + k);",
        "HttpRequestMessage M(string k) => new HttpRequestMessage(HttpMethod.Post, \"HOST/v1beta/models/m:generateContent\") { Headers = { { \"x-goog-api-key\", k } } };")]
    [InlineData(
        "async Task M(HttpClient h, string m, string k) => await h.GetAsync(\"HOST/v1beta/models/\" + m + \"{|GG1006:?key=|}\" + k.Trim() + \"&pageSize=5\");",
        "async Task M(HttpClient h, string m, string k) => await h.SendAsync(new HttpRequestMessage(HttpMethod.Get, \"HOST/v1beta/models/\" + m + \"?pageSize=5\") { Headers = { { \"x-goog-api-key\", k.Trim() } } });")]
    [InlineData(
        "async Task M(HttpClient h, string m, string k) => await h.GetAsync(\"HOST/v1beta/models/\" + m + \"{|GG1006:?key=|}\" + k);",
        "async Task M(HttpClient h, string m, string k) => await h.SendAsync(new HttpRequestMessage(HttpMethod.Get, \"HOST/v1beta/models/\" + m) { Headers = { { \"x-goog-api-key\", k } } });")]
    [InlineData(
        "async Task<string> M(HttpClient h, string k) => await h.GetStringAsync($\"HOST/v1beta/models{|GG1006:?key=|}{k}&alt=sse\");",
        "async Task<string> M(HttpClient h, string k) => await (await h.SendAsync(new HttpRequestMessage(HttpMethod.Get, $\"HOST/v1beta/models?alt=sse\") { Headers = { { \"x-goog-api-key\", k } } })).EnsureSuccessStatusCode().Content.ReadAsStringAsync();")]
    public async Task Moves_the_key_to_the_header(string member, string repaired)
        => await CodeFixVerifier.VerifyAsync<KeyAnalyzer, KeyInUrlFixer>(Fill(member), Fill(repaired));

    [Theory]
    [InlineData("Task<string> M(HttpClient h, string k) => h.GetStringAsync($\"HOST/v1beta/models{|GG1006:?key=|}{k}\");")]
    [InlineData("string M(string k) => $\"HOST/v1beta/models{|GG1006:?key=|}{k}\";")]
    [InlineData("Task<HttpResponseMessage> M(HttpClient h, string k, string rest) => h.GetAsync(\"HOST/v1beta/models{|GG1006:?key=|}\" + k + rest);")]
    public async Task Leaves_the_address_where_the_request_is_made_elsewhere(string member)
        => await CodeFixVerifier.VerifyNotOfferedAsync<KeyAnalyzer, KeyInUrlFixer>(Fill(member));

    [Theory]
    [InlineData("string? K = System.Text.Encoding.UTF8.GetString(Convert.FromBase64String({|GG1009:\"BASE64\"|}));", "string? K = Environment.GetEnvironmentVariable(\"GEMINI_API_VAR\");")]
    [InlineData("string? K = new string(new[] {|GG1009:{ CHARS }|}); // kept", "string? K = Environment.GetEnvironmentVariable(\"GEMINI_API_VAR\"); // kept")]
    public async Task Reads_the_key_in_place_of_the_decoding(string member, string repaired)
        => await CodeFixVerifier.VerifyAsync<KeyAnalyzer, KeyInSourceFixer>(Fill(member), Fill(repaired).Replace("_VAR", "_KEY", StringComparison.Ordinal), "GG1009.Environment");

    [Fact]
    public async Task Leaves_a_code_that_is_decoded_elsewhere()
        => await CodeFixVerifier.VerifyNotOfferedAsync<KeyAnalyzer, KeyInSourceFixer>(Fill("string K = {|GG1009:\"BASE64\"|};"));

    [Fact]
    public async Task Reads_a_key_without_a_shape_where_its_place_tells_the_provider()
        => await CodeFixVerifier.VerifyAsync<KeyAnalyzer, KeyInSourceFixer>(
            Fill("object O = new GeminiGen.GeminiOptions { ApiKey = {|GG1003:\"OPAQUE\"|} };"),
            Fill("object O = new GeminiGen.GeminiOptions { ApiKey = Environment.GetEnvironmentVariable(\"GEMINI_API_VAR\") };").Replace("_VAR", "_KEY", StringComparison.Ordinal),
            "GG1003.Environment");

    private static string Fill(string member)
    {
        string source = "using System;\nusing System.Net.Http;\nusing System.Threading;\nusing System.Threading.Tasks;\nclass GeminiSample\n{\n    " + member + "\n}\n";
        return source
            .Replace("HOST", "https://generativelanguage.googleapis.com", StringComparison.Ordinal)
            .Replace("OPAQUE", "7h" + TestKeys.Random(31, 38) + "Q2", StringComparison.Ordinal)
            .Replace("OLD", TestKeys.StandardPrefix, StringComparison.Ordinal)
            .Replace("BASE64", Convert.ToBase64String(Encoding.UTF8.GetBytes(TestKeys.Auth)), StringComparison.Ordinal)
            .Replace("CHARS", string.Join(", ", TestKeys.Auth.Select(static c => "'" + c + "'")), StringComparison.Ordinal)
            .Replace("KEY2", TestKeys.OtherAuth, StringComparison.Ordinal)
            .Replace("KEY", TestKeys.Auth, StringComparison.Ordinal);
    }
}

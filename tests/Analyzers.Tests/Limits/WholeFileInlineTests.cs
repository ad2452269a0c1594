using GeminiGen.Analyzers.Tests.Requests;
using GeminiGen.TestHarness;

namespace GeminiGen.Analyzers.Tests.Limits;

/// <summary>GG3001, GG3007 and GG3010: what goes into a request as bytes.</summary>
public sealed class WholeFileInlineTests
{
    private const string Send = "await _http.PostAsJsonAsync(\"URL\", new { contents = new[] { new { parts = new object[] { new { inlineData = new { mimeType = \"image/png\", data } } } } } });";

    [Theory]
    [InlineData("var data = Convert.ToBase64String({|GG3001:File.ReadAllBytes(path)|});")]
    [InlineData("var data = Convert.ToBase64String(await {|GG3001:File.ReadAllBytesAsync(path)|});")]
    [InlineData("var file = await {|GG3001:File.ReadAllBytesAsync(path)|}; string data = Convert.ToBase64String(file);")]
    [InlineData("byte[] file; file = {|GG3001:File.ReadAllBytes(path)|}; var data = Convert.ToBase64String(file);")]
    [InlineData("using var stream = File.OpenRead(path); using var memory = new MemoryStream(); await stream.CopyToAsync(memory); var data = Convert.ToBase64String({|GG3001:memory.ToArray()|});")]
    public Task A_whole_file_in_the_request_triggers(string statements) => RequestVerifier.VerifyBodyAsync(statements + " " + Send);

    [Theory]
    [InlineData("var file = File.ReadAllBytes(path); if (file.Length > 15_000_000) { throw new InvalidOperationException(); } var data = Convert.ToBase64String(file);")]
    [InlineData("if (new FileInfo(path).Length >= 10 * 1024 * 1024) { return; } var data = Convert.ToBase64String(File.ReadAllBytes(path));")]
    [InlineData("if (new FileInfo(path) is { Length: > 1000 }) { return; } var data = Convert.ToBase64String(File.ReadAllBytes(path));")]
    [InlineData("var data = Convert.ToBase64String(bytes);")]
    [InlineData("var data = Convert.ToBase64String(Encoding.UTF8.GetBytes(prompt));")]
    [InlineData("var file = File.ReadAllBytes(path); if (prompt.Length == 0) { file = bytes; } var data = Convert.ToBase64String(file);")]
    public Task A_size_that_is_tested_or_bytes_from_elsewhere_do_not(string statements) => RequestVerifier.VerifyBodyAsync(statements + " " + Send);

    [Fact]
    public Task A_file_that_goes_elsewhere_does_not()
        => RequestVerifier.VerifyBodyAsync("var data = Convert.ToBase64String(File.ReadAllBytes(path)); await _http.PostAsJsonAsync(\"https://example.com\", new { inlineData = new { data } });");

    [Fact]
    public Task A_file_read_in_a_helper_triggers_and_a_test_in_another_member_of_the_type_is_seen()
        => RequestVerifier.VerifyAsync("""
            class C
            {
                readonly HttpClient _http = new();
                static string Encode(string path) => Convert.ToBase64String({|GG3001:File.ReadAllBytes(path)|});
                Task M(string path) => _http.PostAsJsonAsync("URL", new { contents = new[] { new { parts = new[] { new { inline_data = new { mime_type = "image/png", data = Encode(path) } } } } } });
            }
            class D
            {
                const int MaxBytes = 1000;
                readonly HttpClient _http = new();
                static string Encode(string path) => Convert.ToBase64String(File.ReadAllBytes(path));
                Task Ask(string path) => new FileInfo(path).Length > MaxBytes ? Task.CompletedTask : M(path);
                Task M(string path) => _http.PostAsJsonAsync("URL", new { contents = new[] { new { parts = new[] { new { inline_data = new { mime_type = "image/png", data = Encode(path) } } } } } });
            }
            """);

    [Fact]
    public Task Json_in_a_string_is_read()
        => RequestVerifier.VerifyBodyAsync(
            "var data = Convert.ToBase64String({|GG3001:File.ReadAllBytes(path)|}); await _http.PostAsync(\"URL\", new StringContent($\"{{\\\"contents\\\":[{{\\\"parts\\\":[{{\\\"inlineData\\\":{{\\\"mimeType\\\":\\\"image/png\\\",\\\"data\\\":\\\"{data}\\\"}}}}]}}]}}\"));");

    [Theory]
    [InlineData("Media.FromBytes({|GG3001:File.ReadAllBytes(path)|})")]
    [InlineData("Media.FromBytes({|GG3001:File.ReadAllBytes(path)|}, \"image/png\")")]
    [InlineData("Media.FromFile(path)")]
    [InlineData("Media.FromBytes(new byte[10])")]
    public Task Media_of_a_contract_takes_the_file_itself(string media) => RequestVerifier.VerifyAsync("class C { Media M(string path) => " + media + "; }");

    [Theory]
    [InlineData("new Blob { MimeType = \"image/png\", Data = {|GG3001:File.ReadAllBytes(path)|} }")]
    [InlineData("Part.FromBytes({|GG3001:File.ReadAllBytes(path)|}, \"image/png\")")]
    [InlineData("Part.FromBytes({|GG3010:new byte[80_000_000]|}, \"image/png\")")]
    public Task Parts_of_a_client_library_are_checked(string part)
        => RequestVerifier.VerifyAsync(
            "using Google.GenAI.Types; class C { object M(string path) => " + part + "; }",
            files: [new SourceFile("Sdk.cs", "namespace Google.GenAI.Types { public class Blob { public byte[]? Data { get; set; } public string? MimeType { get; set; } } public class Part { public static Part FromBytes(byte[] data, string mimeType) => new(); } }")]);

    [Theory]
    [InlineData("new byte[20_000_000]", "GG3007")]
    [InlineData("new byte[15_000_001]", "GG3007")]
    [InlineData("new byte[15_000_000]", null)]
    [InlineData("new byte[75_000_000]", "GG3007")]
    [InlineData("new byte[75_000_001]", "GG3010")]
    [InlineData("System.Security.Cryptography.RandomNumberGenerator.GetBytes(100_000_000)", "GG3010")]
    public Task Bytes_of_known_length_are_measured_with_base64(string made, string? id)
        => RequestVerifier.VerifyBodyAsync("var data = Convert.ToBase64String(" + (id is null ? made : "{|" + id + ":" + made + "|}") + "); " + Send);

    [Theory]
    [InlineData("var file = File.ReadAllBytes(path); if (file.Length > {|GG3007:50_000_000|}) { throw new InvalidOperationException(); } var data = Convert.ToBase64String(file);")]
    [InlineData("const long Most = 200L * 1024 * 1024; if (new FileInfo(path).Length >= {|GG3007:Most|}) { return; } var data = Convert.ToBase64String(File.ReadAllBytes(path));")]
    [InlineData("var file = File.ReadAllBytes(path); if (file.Length > 15_000_000) { throw new InvalidOperationException(); } var data = Convert.ToBase64String(file);")]
    // Another test beside it, and one that does not leave.
    [InlineData("var file = File.ReadAllBytes(path); if (file.Length > 50_000_000) { throw new InvalidOperationException(); } if (file.Length > 10_000_000) { return; } var data = Convert.ToBase64String(file);")]
    [InlineData("var file = File.ReadAllBytes(path); if (file.Length > 50_000_000) { Console.WriteLine(path); } var data = Convert.ToBase64String(file);")]
    public Task What_a_test_lets_through_is_measured(string statements) => RequestVerifier.VerifyBodyAsync(statements + " " + Send);

    [Theory]
    [InlineData("{|GG3010:new byte[50_000_001]|}")]
    [InlineData("{|GG3007:new byte[50_000_000]|}")]
    public Task A_document_has_a_limit_of_its_own(string made)
        => RequestVerifier.VerifyBodyAsync("var data = Convert.ToBase64String(" + made + "); " + Send.Replace("image/png", "application/pdf", StringComparison.Ordinal));
}

using System.Globalization;
using System.Text;
using GeminiGen.Analyzers.Rules;
using GeminiGen.TestHarness;

namespace GeminiGen.Analyzers.Tests.Keys;

/// <summary>GG1009. In the sources, <c>BASE64</c>, <c>HEX</c> and the like stand for codes of keys that are put in at run time.</summary>
public sealed class EncodedKeyTests
{
    public static TheoryData<string> Codes =>
    [
        "class C { string K = {|GG1009:\"BASE64\"|}; }",
        "class C { string K = {|GG1009:\"URLSAFE\"|}; }",
        "class C { string K = {|GG1009:\"HEX\"|}; }",
        "class C { string K = {|GG1009:\"DASHED\"|}; }",
        "class C { string K = {|GG1009:\"REVERSED\"|}; }",
        "class C { string K = {|GG1009:\"ESCAPED\"|}; }",
        "class C { string K = {|GG1009:@\"{ 'k': 'JSON' }\"|}; }",
        "class C { string K = {|GG1009:\"<k>XML</k>\"|}; }",
        "class C { string K = {|GG1009:\"BEARER\"|}; }",
        "class C { string K = System.Text.Encoding.UTF8.GetString(System.Convert.FromBase64String({|GG1009:\"BASE64\"|})); }",
        "class C { const string A = \"B64HEAD\"; string K = System.Text.Encoding.UTF8.GetString(System.Convert.FromBase64String({|GG1009:A + \"B64TAIL\"|})); }",
        "class C { string M() { var a = {|GG1009:\"B64HEAD\"|}; a += \"B64TAIL\"; return a; } }",
        "class C { byte[] K = {|GG1009:{ CODES }|}; }",
        "class C { byte[] K = new byte[] {|GG1009:{ HEXCODES }|}; }",
        "class C { char[] K = {|GG1009:{ CHARS }|}; }",
        "class C { string K = new string(new[] {|GG1009:{ CHARS }|}); }",
        "class C { string K = new string({|GG1009:[CHARS]|}); }",
        "class C { System.ReadOnlySpan<byte> K => {|GG1009:[CODES]|}; }",
    ];

    [Theory]
    [MemberData(nameof(Codes))]
    public async Task Triggers_on_every_code(string source)
    {
        await VerifyAsync(source, TestKeys.Auth);
        await VerifyAsync(source, TestKeys.Standard);
        await VerifyAsync(source, FamilyKeys.Create(KeyFamilies.All.Single(static family => family.Name == "OpenAI project key"), 4));
        await VerifyAsync(source, FamilyKeys.Create(KeyFamilies.All.Single(static family => family.Prefix == "hf_"), 4));
    }

    [Fact]
    public async Task Leaves_random_data_alone()
    {
        var random = new Random(1);
        byte[] bytes = new byte[300];
        random.NextBytes(bytes);
        string source = "class Gemini { string A = \"" + Convert.ToBase64String(bytes) + "\"; string B = \"" + Convert.ToHexString(bytes) + "\"; byte[] C = { " + string.Join(", ", bytes) + " };"
            + " string D = \"" + Convert.ToBase64String(Encoding.UTF8.GetBytes("{ \"apiKey\": \"your-api-key\", \"model\": \"gemini-3.5-flash\" }")) + "\"; }";
        await AnalyzerVerifier.VerifyAsync<KeyAnalyzer>(source);
    }

    [Fact]
    public async Task Leaves_codes_of_other_products_keys_alone()
        => await VerifyAsync("class C { string FirebaseKey = \"BASE64\"; }", TestKeys.Standard);

    private static Task VerifyAsync(string source, string key)
    {
        byte[] bytes = Encoding.UTF8.GetBytes(key);
        string base64 = Convert.ToBase64String(bytes);
        string reversed = new(key.Reverse().ToArray());
        return AnalyzerVerifier.VerifyAsync<KeyAnalyzer>(source
            .Replace("BASE64", base64)
            .Replace("B64HEAD", base64[..20]).Replace("B64TAIL", base64[20..])
            .Replace("URLSAFE", base64.TrimEnd('=').Replace('+', '-').Replace('/', '_'))
            .Replace("HEXCODES", string.Join(", ", bytes.Select(static code => "0x" + code.ToString("X2", CultureInfo.InvariantCulture))))
            .Replace("CODES", string.Join(", ", bytes))
            .Replace("CHARS", string.Join(", ", key.Select(static c => "'" + c + "'")))
            .Replace("DASHED", BitConverter.ToString(bytes))
            .Replace("HEX", Convert.ToHexString(bytes).ToLowerInvariant())
            .Replace("REVERSED", reversed)
            .Replace("ESCAPED", string.Concat(key.Select(static c => "%" + ((int)c).ToString("X2", CultureInfo.InvariantCulture))))
            .Replace("JSON", "\\u" + ((int)key[0]).ToString("x4", CultureInfo.InvariantCulture) + key[1..])
            .Replace("XML", "&#" + (int)key[0] + ";" + key[1..])
            .Replace("BEARER", Convert.ToBase64String(Encoding.UTF8.GetBytes("Bearer " + key))));
    }
}

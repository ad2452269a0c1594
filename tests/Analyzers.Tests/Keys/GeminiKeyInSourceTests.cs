using GeminiGen.Analyzers.Rules;
using GeminiGen.TestHarness;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Testing;

namespace GeminiGen.Analyzers.Tests.Keys;

/// <summary>GG1001. In the sources, <c>KEY</c> and <c>OLD</c> stand for keys that are put in at run time.</summary>
public sealed class GeminiKeyInSourceTests
{
    public static TheoryData<string> Positions => new()
    {
        "class C { string _k = {|GG1001:\"KEY\"|}; }",
        "class C { const string K = {|GG1001:\"KEY\"|}; }",
        "class C { string K => {|GG1001:\"KEY\"|}; }",
        "class C { string K { get; } = {|GG1001:@\"KEY\"|}; }",
        "class C { string M() => {|GG1001:\"\"\"KEY\"\"\"|}; }",
        "class C { string[] K = { {|GG1001:\"KEY\"|}, \"other\" }; }",
        "class C { System.ReadOnlySpan<byte> K => {|GG1001:\"KEY\"u8|}; }",
        "class A : System.Attribute { public A(string k) { } } [A({|GG1001:\"KEY\"|})] class C { }",
        "class A : System.Attribute { public string K { get; set; } = \"\"; } [A(K = {|GG1001:\"KEY\"|})] class C { }",
        "class C { (string, int) K = ({|GG1001:\"KEY\"|}, 1); }",
        "class C { string K = {|GG1001:\"https://host.example/v1?key=KEY&alt=sse\"|}; }",
        "class C { string K = {|GG1001:\"{ \\\"apiKey\\\": \\\"KEY\\\" }\"|}; }",
        "class C { string K = {|GG1001:\"https://host.example/v1?next=%3FKEY\"|}; }",
        "class C { string K = $\"{|GG1001:Bearer KEY|}\"; }",
        "class C { string M(string m) => $\"{m}{|GG1001:?key=KEY|}{m}\"; }",
        "class C { string M(string m) => m + \"?key=\" + {|GG1001:\"KEY\"|} + m; }",
        "class C { string M(string m) => string.Concat(m, {|GG1001:\"KEY\"|}); }",
        "class C { string M() => string.Format(\"{0}?key={1}\", \"https://host.example\", {|GG1001:\"KEY\"|}); }",
        "class C { string M() => string.Join(\"=\", new[] { \"key\", {|GG1001:\"KEY\"|} }); }",
        "class C { void M(System.Collections.Generic.Dictionary<string, string> d) { d[\"k\"] = {|GG1001:\"KEY\"|}; } }",
        "class C { bool M(string k) => k == {|GG1001:\"KEY\"|}; }",
        "class C { bool M(string k) => k is {|GG1001:\"KEY\"|}; }",
        "var k = {|GG1001:\"KEY\"|}; System.Console.WriteLine(k.Length);",
    };

    [Theory]
    [MemberData(nameof(Positions))]
    public async Task Triggers_in_every_position_with_the_auth_shape(string source)
        => await VerifyAsync(source.Replace("KEY", TestKeys.Auth));

    [Theory]
    [MemberData(nameof(Positions))]
    public async Task Triggers_in_every_position_with_the_standard_shape_near_gemini(string source)
        => await VerifyAsync(source.Replace("KEY", TestKeys.Standard) + "\nclass GeminiThing { }");

    [Theory]
    [MemberData(nameof(Positions))]
    public async Task Is_GG1005_on_the_standard_shape_without_a_sign_of_gemini(string source)
        => await VerifyAsync(AsUnknown(source.Replace("KEY", TestKeys.Standard)));

    [Theory]
    [InlineData("class C { string K = {|GG1001:\"HEAD\" + \"TAIL\"|}; }")]
    [InlineData("class C { const string K = {|GG1001:\"HEAD\" + \"TAIL\"|}; }")]
    [InlineData("class C { const string A = \"HEAD\"; const string B = \"TAIL\"; const string K = {|GG1001:A + B|}; }")]
    [InlineData("class C { const string A = \"HEAD\"; string K = {|GG1001:A + \"TAIL\"|}; }")]
    [InlineData("class C { const string A = \"HEAD\"; string K = $\"{|GG1001:{A}TAIL|}\"; }")]
    [InlineData("class C { const string B = \"TAIL\"; string K = $\"{|GG1001:HEAD{B}|}\"; }")]
    [InlineData("class C { string K = string.Concat({|GG1001:\"HEAD\", \"TAIL\"|}); }")]
    [InlineData("class C { string K = string.Concat({|GG1001:\"HEAD\", \"\", \"TAIL\"|}); }")]
    [InlineData("class C { string K = string.Join(\"\", {|GG1001:\"HEAD\", \"TAIL\"|}); }")]
    [InlineData("class C { string K = string.Join(\"\", new[] { {|GG1001:\"HEAD\", \"TAIL\"|} }); }")]
    [InlineData("class C { string K = string.Format({|GG1001:\"HEAD{0}\", \"TAIL\"|}); }")]
    [InlineData("class C { string M(string m) => m + {|GG1001:\"HEAD\" + \"TAIL\"|}; }", true)]
    public async Task Triggers_on_a_key_that_is_put_together(string source, bool runIsNoNode = false)
    {
        // ((m + "HEAD") + "TAIL"): the run is text between two nodes, so the markup stands as it is.
        Assert.Equal(runIsNoNode, source.Contains("m + {|", StringComparison.Ordinal));
        await VerifyAsync(Split(source, TestKeys.Auth, 8));
        await VerifyAsync(Split(source, TestKeys.Auth, 2));
        await VerifyAsync(Split(source, TestKeys.Standard, 3) + "\nclass GeminiThing { }");
        await VerifyAsync(AsUnknown(Split(source, TestKeys.Standard, 3)));
    }

    [Theory]
    [InlineData("class C { string M() { var k = {|GG1001:\"HEAD\"|}; k += \"TAIL\"; return k; } }")]
    [InlineData("class C { string M(bool b) { string k; k = {|GG1001:\"HEAD\"|}; if (b) { System.Console.WriteLine(k); } k += \"TAIL\"; return k; } }")]
    [InlineData("class C { string M() { var a = {|GG1001:\"HEAD\"|}; var b = \"TAIL\"; return a + b; } }")]
    [InlineData("class C { string M() { var a = {|GG1001:\"HEAD\"|}; var b = \"TAIL\"; return $\"{a}{b}\"; } }")]
    [InlineData("class C { string M() { var a = {|GG1001:\"HEAD\"|}; var b = \"TAIL\"; return string.Concat(a, b); } }")]
    [InlineData("class C { string M() { var b = \"TAIL\"; return {|GG1001:\"HEAD\" + b|}; } }")]
    [InlineData("class C { string M() { var b = \"TAIL\"; return $\"{|GG1001:HEAD{b}|}\"; } }")]
    [InlineData("class C { string M() => new System.Text.StringBuilder().Append({|GG1001:\"HEAD\"|}).Append(\"TAIL\").ToString(); }")]
    [InlineData("class C { string M() => new System.Text.StringBuilder({|GG1001:\"HEAD\"|}).Append(\"TAIL\").ToString(); }")]
    [InlineData("class C { string M() { var sb = new System.Text.StringBuilder(); sb.Append({|GG1001:\"HEAD\"|}); sb.Append(\"TAIL\"); return sb.ToString(); } }")]
    [InlineData("class C { string M() { var sb = new System.Text.StringBuilder({|GG1001:\"HEAD\"|}); sb.Append(\"TAIL\"); return sb.ToString(); } }")]
    [InlineData("class C { string M() { System.Text.StringBuilder sb = new({|GG1001:\"HEAD\"|}); sb.Append(\"TAIL\"); return sb.ToString(); } }")]
    [InlineData("class C { string M() { var l = new System.Collections.Generic.List<string>(); l.Add({|GG1001:\"HEAD\"|}); l.Add(\"TAIL\"); return string.Concat(l); } }")]
    [InlineData("class C { string M() { var l = new System.Collections.Generic.List<string> { {|GG1001:\"HEAD\"|} }; l.Add(\"TAIL\"); return string.Join(\"\", l); } }")]
    [InlineData("class C { string M() { var parts = new string[2]; parts[0] = {|GG1001:\"HEAD\"|}; parts[1] = \"TAIL\"; return string.Join(\"\", parts); } }")]
    [InlineData("using System.Linq; class C { string M() => new[] { {|GG1001:\"HEAD\"|}, \"TAIL\" }.Aggregate((x, y) => x + y); }")]
    [InlineData("using System.Linq; class C { string M() { var parts = new[] { {|GG1001:\"HEAD\"|}, \"TAIL\" }; return parts.Aggregate(\"\", (x, y) => $\"{x}{y}\"); } }")]
    [InlineData("class C { string M() { using var w = new System.IO.StringWriter(); w.Write({|GG1001:\"HEAD\"|}); w.Write(\"TAIL\"); return w.ToString(); } }")]
    [InlineData("class C { string M() => {|GG1001:\"HEAD TAIL\"|}.Replace(\" \", \"\"); }")]
    [InlineData("class C { string K = {|GG1001:\"HEAD|TAIL\"|}.Replace('|', '_').Replace(\"_\", string.Empty); }")]
    [InlineData("class C { string K = {|GG1001:\"HEAD|TAIL\"|}.Replace('|', '_').Replace(\"_\", \"\"); }")]
    public async Task Triggers_on_a_key_that_goes_on_in_other_statements(string source)
    {
        await VerifyAsync(Split(source, TestKeys.Auth, 8));
        await VerifyAsync(Split(source, TestKeys.Standard, 6) + "\nclass GeminiThing { }");
        await VerifyAsync(AsUnknown(Split(source, TestKeys.Standard, 6)));
    }

    [Fact]
    public async Task Triggers_on_a_key_that_is_copied_into_a_span()
        => await VerifyAsync(
            Split("using System; class C { string M() => string.Create(LENGTH, 0, (s, _) => { {|GG1001:\"HEAD\"|}.AsSpan().CopyTo(s); \"TAIL\".AsSpan().CopyTo(s[8..]); }); }", TestKeys.Auth, 8)
                .Replace("LENGTH", TestKeys.Auth.Length.ToString(System.Globalization.CultureInfo.InvariantCulture)));

    [Fact]
    public async Task Does_not_trigger_on_pieces_that_are_copied_apart()
        => await VerifyAsync(Split("using System; class C { void M(Span<char> s) { \"HEAD\".AsSpan().CopyTo(s); \"TAIL\".AsSpan().CopyTo(s[50..]); } }", TestKeys.Auth, 8));

    [Theory]
    [InlineData("class C { string M(string b) { var k = \"HEAD\"; k += b; k += \"TAIL\"; return k; } }")]
    [InlineData("class C { string M() { var k = \"HEAD\"; k = \"\"; k += \"TAIL\"; return k; } }")]
    [InlineData("class C { string M(bool c) { var a = \"HEAD\"; var b = \"TAIL\"; if (c) { b = \"\"; } return a + b; } }")]
    [InlineData("class C { string M() { var a = \"HEAD\"; var b = \"TAIL\"; return a + \" \" + b; } }")]
    [InlineData("class C { void M(System.Text.StringBuilder x, System.Text.StringBuilder y) { x.Append(\"HEAD\"); y.Append(\"TAIL\"); } }")]
    [InlineData("class C { void M(System.Text.StringBuilder x) { x.Append(\"HEAD\"); x.Append('.'); x.Append(\"TAIL\"); } }")]
    [InlineData("class C { string M(string with) => \"HEAD|TAIL\".Replace(\"|\", with); }")]
    [InlineData("class C { bool M(string k) => k.Replace(\"HEAD\", \"TAIL\").Length == 39; }")]
    [InlineData("class C { void M(System.Collections.Generic.List<string> l) { l.Add(\"HEAD\"); l.Add(\"TAIL\"); } }")]
    [InlineData("class C { string M() { var l = new System.Collections.Generic.List<string>(); l.Add(\"HEAD\"); l.Add(\"TAIL\"); return string.Join(\" \", l); } }")]
    [InlineData("class C { string M() { var p = new string[2]; p[0] = \"HEAD\"; p[1] = \"TAIL\"; p[1] = \"\"; return string.Concat(p); } }")]
    [InlineData("using System.Linq; class C { string M() => new[] { \"HEAD\", \"TAIL\" }.Aggregate((x, y) => x.Length > y.Length ? x : y); }")]
    [InlineData("class C { void M() { System.Console.Write(\"HEAD\"); System.Console.Write(\"TAIL\"); } }")]
    [InlineData("using System; class C { void M() { Console.Write(\"HEAD\"); Console.Write(\"TAIL\"); } }")]
    public async Task Does_not_trigger_where_the_pieces_do_not_meet(string source)
        => await VerifyAsync(Split(source, TestKeys.Auth, 8));

    [Theory]
    [InlineData("KEY.json")]
    [InlineData("KEY.x")]
    [InlineData("KEY=")]
    [InlineData("KEY=1")]
    [InlineData("KEY=true&a=b")]
    [InlineData("Use KEY. It works.")]
    public async Task Triggers_before_a_dot_or_an_equals_sign(string text)
        => await VerifyAsync("class C { string K = {|GG1001:\"TEXT\"|}; }".Replace("TEXT", text).Replace("KEY", TestKeys.Auth));

    [Fact]
    public void Hardly_any_key_is_taken_for_words()
    {
        int missed = Enumerable.Range(1000, 2000).Count(seed => !KeyShapes.TryFind(TestKeys.AuthPrefix + "8RN6" + TestKeys.Random(seed, 44), 0, out _));
        Assert.InRange(missed, 0, 2);
    }

    [Fact]
    public async Task Triggers_on_an_escaped_key()
        => await VerifyAsync("class C { string K = {|GG1001:\"KEY\"|}; }".Replace("KEY", "\\u0041" + TestKeys.Auth[1..]));

    [Fact]
    public async Task Triggers_on_the_auth_shape_in_another_length()
        => await VerifyAsync("class C { string K = {|GG1001:\"KEY\"|}; }".Replace("KEY", TestKeys.LongAuth));

    [Fact]
    public async Task Reports_a_constant_where_it_stands_and_not_where_it_is_used()
        => await VerifyAsync("class C { const string K = {|GG1001:\"KEY\"|}; string U = \"?key=\" + K; string V = $\"?key={K}\"; void M(string k = K) { } }".Replace("KEY", TestKeys.Auth));

    [Fact]
    public async Task Reports_two_keys_in_one_expression_each_at_its_place()
        => await VerifyAsync("class C { string K = {|GG1001:\"KEY\"|} + \",\" + {|GG1001:\"OTHER\"|}; }".Replace("KEY", TestKeys.Auth).Replace("OTHER", TestKeys.OtherAuth));

    [Theory]
    [InlineData("class C { string GeminiApiKey = {|GG1001:\"OLD\"|}; }")]
    [InlineData("class C { void M(System.Net.Http.HttpClient h) => h.DefaultRequestHeaders.Add(\"x-goog-api-key\", {|GG1001:\"OLD\"|}); }")]
    [InlineData("class C { string Url = {|GG1001:\"https://generativelanguage.googleapis.com/v1beta/models/m:generateContent?key=OLD\"|}; }")]
    [InlineData("using GeminiGen; class C { GeminiOptions O = new() { ApiKey = {|GG1001:\"OLD\"|} }; }")]
    [InlineData("using Google.GenAI; class C { object O = new Client(apiKey: {|GG1001:\"OLD\"|}); } namespace Google.GenAI { class Client { public Client(string apiKey) { } } }")]
    [InlineData("class TranslateService { string _apiKey = {|GG1001:\"OLD\"|}; string Model = \"gemini-3.8-flash\"; }")]
    [InlineData("class MapsAndMore { string MapsKey = \"OLD\"; string GeminiKey = {|GG1001:\"OLD\"|}; }")]
    public async Task Triggers_on_the_standard_shape_with_a_sign_near(string source)
        => await VerifyAsync(source.Replace("OLD", TestKeys.Standard));

    [Fact]
    public async Task Knows_a_client_by_its_type_when_the_namespace_is_imported_elsewhere()
    {
        var options = new TestProjectOptions
        {
            OtherFiles =
            [
                new SourceFile("Client.cs", "namespace Google.GenAI { public class Client { public Client(string apiKey) { } } }"),
                new SourceFile("Usings.cs", "global using Google.GenAI;"),
            ],
        };
        await VerifyAsync("class C { object O = new Client({|GG1001:\"OLD\"|}); }".Replace("OLD", TestKeys.Standard), options);
    }

    [Theory]
    [InlineData("class C { string GoogleMapsKey = \"OLD\"; string Model = \"gemini-3.8-flash\"; }")]
    [InlineData("class C { string Url = \"https://maps.googleapis.com/maps/api/geocode/json?key=OLD\"; string Model = \"gemini-3.8-flash\"; }")]
    [InlineData("class FirebaseOptions { string ApiKey = \"OLD\"; } class D { string Model = \"gemini-3.8-flash\"; }")]
    public async Task Does_not_trigger_on_keys_of_other_google_products(string source)
        => await VerifyAsync(source.Replace("OLD", TestKeys.Standard));

    // The variable that our client and those of Google read; the host of another product says more.
    [Theory]
    [InlineData("class C { void M() => System.Environment.SetEnvironmentVariable(\"GOOGLE_API_KEY\", {|GG1001:\"OLD\"|}); }")]
    [InlineData("class C { string K = System.Environment.GetEnvironmentVariable(\"GOOGLE_API_KEY\") ?? {|GG1007:\"OLD\"|}; }")]
    [InlineData("class C { string U = \"https://places.googleapis.com/v1\"; string K = System.Environment.GetEnvironmentVariable(\"GOOGLE_API_KEY\") ?? \"OLD\"; }")]
    [InlineData("class C { string V = \"GOOGLE_API_KEY\"; string K = {|GG1005:\"OLD\"|}; }")]
    public async Task A_variable_of_the_clients_is_a_sign_beside_the_key(string source)
        => await VerifyAsync(source.Replace("OLD", TestKeys.Standard));

    // Every API of Google takes its key in the header; the host of the request, or else of the class, decides whose it is.
    [Theory]
    [InlineData("class C { void M() { var r = new System.Net.Http.HttpRequestMessage(System.Net.Http.HttpMethod.Post, \"https://places.googleapis.com/v1/places:searchText\"); r.Headers.Add(\"X-Goog-Api-Key\", \"OLD\"); } } class MapsOptions { public string ApiKey { get; set; } = \"OLD\"; }")]
    [InlineData("class C { System.Net.Http.HttpClient _h = new() { BaseAddress = new System.Uri(\"https://routes.googleapis.com/\") }; void M() => _h.DefaultRequestHeaders.Add(\"x-goog-api-key\", \"OLD\"); }")]
    [InlineData("class C { const string Host = \"https://translation.googleapis.com\"; const string Key = \"OLD\"; void M(System.Net.Http.HttpClient h) => h.DefaultRequestHeaders.Add(\"x-goog-api-key\", Key); }")]
    [InlineData("class C { string U = \"https://routes.googleapis.com/directions/v2?key=OLD\"; }")]
    [InlineData("class Asker { string Model = \"gemini-3.8-flash\"; string _key = {|GG1001:\"OLD\"|}; } class Finder { void M(System.Net.Http.HttpClient h) { h.BaseAddress = new System.Uri(\"https://places.googleapis.com\"); h.DefaultRequestHeaders.Add(\"x-goog-api-key\", \"OLD\"); } }")]
    [InlineData("class C { void M(System.Net.Http.HttpClient h) { h.BaseAddress = new System.Uri(\"https://us-central1-aiplatform.googleapis.com\"); h.DefaultRequestHeaders.Add(\"x-goog-api-key\", {|GG1001:\"OLD\"|}); } }")]
    [InlineData("class C { string Scope = \"https://www.googleapis.com/auth/cloud-platform\"; void M(System.Net.Http.HttpClient h) => h.DefaultRequestHeaders.Add(\"x-goog-api-key\", {|GG1001:\"OLD\"|}); }")]
    [InlineData("class PlacesAdvisor { string Model = \"gemini-3.8-flash\"; string _apiKey = {|GG1001:\"OLD\"|}; }")]
    [InlineData("class MapsOptions { string ApiKey = \"OLD\"; } class D { string Model = \"gemini-3.8-flash\"; }")]
    public async Task The_header_of_all_google_products_is_no_sign_beside_the_host_of_another(string source)
        => await VerifyAsync(source.Replace("OLD", TestKeys.Standard));

    public static TheoryData<string> Innocent => new()
    {
        "your-api-key", "YOUR_GEMINI_API_KEY", "", "GEMINI_API_KEY", "x-goog-api-key",
        TestKeys.StandardPrefix, TestKeys.StandardPrefix + "Sy", TestKeys.AuthPrefix, TestKeys.StandardPrefix + "...", TestKeys.AuthPrefix + "…",
        TestKeys.StandardPrefix + "[0-9A-Za-z_-]{35}", "AQ\\\\.Ab8RN6[A-Za-z0-9_-]{44}", "^" + TestKeys.StandardPrefix + ".{35}$",
        TestKeys.StandardPrefix + new string('x', 35), TestKeys.StandardPrefix + "SyYOUR-API-KEY-GOES-HERE-0123456789abcdefg"[..35],
        TestKeys.AuthPrefix + "8RN6" + new string('*', 44), TestKeys.AuthPrefix + "8RN6" + new string('0', 44),
        TestKeys.StandardPrefix + "Sy-example-" + TestKeys.Random(9, 24),
        TestKeys.StandardPrefix + TestKeys.Random(6, 34), TestKeys.StandardPrefix + TestKeys.Random(6, 36),
        TestKeys.Random(7, 60) + TestKeys.Standard + TestKeys.Random(8, 60), "x" + TestKeys.Standard, TestKeys.Standard + "=", TestKeys.Standard + "+a",
        TestKeys.Random(10, 60) + "/" + TestKeys.Standard, TestKeys.Standard + "/" + TestKeys.Random(11, 60),
        "eyJ0eXAiOiJKV1QiLCJhbGciOiJIUzI1NiJ9x" + TestKeys.Auth + ".c2lnbmF0dXJl",
        "AQ.AbstractQueryablePropertyBuilderImplementationOfSomething", "AQ.AbstractQueryablePropertyBuilder2ImplementationV3",
        "AQ.AbsorbedDose_to_Water-Calibration9", "AQ.Ability2.ToPressManyDifferentButtons4AtOnceQuickly",
        TestKeys.AuthPrefix + "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ_abcdefghij", TestKeys.AuthPrefix + "CdEfGhIjKlMnOpQrStUvWxYz0123456789",
        TestKeys.AuthPrefix + "8RN6abcdefghijklmnopqrstuvwxyzABCDEFGHIJKL012345", TestKeys.AuthPrefix + "8RN6-this-is-not-a-key-but-documentation-text-1",
        TestKeys.StandardPrefix + "SyABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789"[..35],
        "3F2504E0-4F89-11D3-9A0C-0305E82C3301", "d41d8cd98f00b204e9800998ecf8427ed41d8cd98f00b204e9800998ecf8427e",
    };

    [Theory]
    [MemberData(nameof(Innocent))]
    public async Task Does_not_trigger_on_what_only_looks_like_a_key(string text)
    {
        await VerifyAsync("class Gemini { string ApiKey = \"" + text + "\"; string U = \"?key=\" + \"" + text + "\"; }");
        await VerifyAsync("class Gemini { string U(string m) => $\"{m}?key=" + text.Replace("{", "{{").Replace("}", "}}") + "\"; }");
    }

    [Theory]
    [InlineData("class Gemini { bool M(string k) => {|GG1011:k.StartsWith(\"PREFIX\", System.StringComparison.Ordinal)|} && {|GG1011:k.Length == 39|}; }")]
    [InlineData("class Gemini { string M() => \"PREFIX\" + new string('a', 35); }")]
    [InlineData("class Gemini { string M(string rest) => \"PREFIX\" + rest; }")]
    [InlineData("class Gemini { string M(string rest) => $\"PREFIX{rest}\"; }")]
    public async Task Does_not_trigger_on_a_prefix(string source)
        => await VerifyAsync(source.Replace("PREFIX", TestKeys.StandardPrefix));

    [Fact]
    public async Task Does_not_trigger_in_generated_code()
        => await VerifyAsync("// <auto-generated/>\nclass C { string K = \"KEY\"; }".Replace("KEY", TestKeys.Auth), new TestProjectOptions { Nullable = Microsoft.CodeAnalysis.NullableContextOptions.Disable });

    [Fact]
    public async Task Does_not_trigger_on_configured_test_doubles()
        => await VerifyAsync(
            "class C { string K = \"KEY\"; string L = {|GG1001:\"OTHER\"|}; }".Replace("KEY", TestKeys.Auth).Replace("OTHER", TestKeys.OtherAuth),
            new TestProjectOptions { EditorConfig = "dotnet_code_quality.GG1001.test_keys = nothing, " + TestKeys.Auth[20..30] });

    [Fact]
    public async Task Needs_no_type_of_ours()
        => await VerifyAsync("class C { string K = {|GG1001:\"KEY\"|}; }".Replace("KEY", TestKeys.Auth), new TestProjectOptions { References = ReferenceSet.Framework });

    [Fact]
    public async Task Is_off_with_GeminiGenAnalyzers_false()
        => await VerifyAsync("class C { string K = \"KEY\"; }".Replace("KEY", TestKeys.Auth), new TestProjectOptions { GlobalConfig = "build_property.GeminiGenAnalyzers = false" });

    [Theory]
    [InlineData(LanguageVersion.CSharp7_3)]
    [InlineData(LanguageVersion.CSharp10)]
    [InlineData(LanguageVersion.Latest)]
    public async Task Works_in_every_language_version(LanguageVersion version)
        => await VerifyAsync(
            "class C { string K = {|GG1001:\"KEY\"|} + $\"{|GG1001: OTHER|}\"; }".Replace("KEY", TestKeys.Auth).Replace("OTHER", TestKeys.OtherAuth),
            new TestProjectOptions { LanguageVersion = version, Nullable = Microsoft.CodeAnalysis.NullableContextOptions.Disable });

    [Fact]
    public async Task Survives_a_concatenation_of_thousands()
    {
        string parts = string.Concat(Enumerable.Repeat(" + \"x\"", 3000));
        await VerifyAsync("class C { string K = \"a\"" + parts + " + {|GG1001:\"?key=KEY\"|}; }".Replace("KEY", TestKeys.Auth));
    }

    [Fact]
    public async Task Message_gives_family_and_length_and_no_more_than_the_prefix()
    {
        string source = "class Gemini { string A = {|#0:\"KEY\"|}; string B = {|#1:\"OLD\"|}; }".Replace("KEY", TestKeys.Auth).Replace("OLD", TestKeys.Standard);
        DiagnosticResult auth = DiagnosticResult.CompilerError("GG1001").WithLocation(0).WithArguments("Gemini auth key", 53, TestKeys.AuthPrefix);
        DiagnosticResult standard = DiagnosticResult.CompilerError("GG1001").WithLocation(1).WithArguments("Google API key", 39, TestKeys.StandardPrefix);
        await AnalyzerVerifier.VerifyAsync<KeyAnalyzer>(source, null, auth, standard);
    }

    private static string Split(string source, string key, int at) => source.Replace("HEAD", key[..at]).Replace("TAIL", key[at..]);

    private static string AsUnknown(string source) => source.Replace("GG1001", "GG1005");

    private static Task VerifyAsync(string source, TestProjectOptions? options = null)
    {
        TestProjectOptions project = options ?? new TestProjectOptions();
        bool isProgram = source.StartsWith("var ", StringComparison.Ordinal);
        return AnalyzerVerifier.VerifyAsync<KeyAnalyzer>(source, isProgram ? project with { OutputKind = Microsoft.CodeAnalysis.OutputKind.ConsoleApplication } : project);
    }
}

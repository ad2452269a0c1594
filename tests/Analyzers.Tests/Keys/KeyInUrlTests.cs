using GeminiGen.Analyzers.Rules;
using GeminiGen.TestHarness;

namespace GeminiGen.Analyzers.Tests.Keys;

/// <summary>GG1006. In the sources, <c>HOST</c> stands for the address of the API and <c>KEY</c> for a key that is put in at run time.</summary>
public sealed class KeyInUrlTests
{
    [Theory]
    [InlineData("void M(HttpClient h, string k) => h.GetAsync($\"HOST/v1beta/models{|GG1006:?key=|}{k}\");")]
    [InlineData("void M(HttpClient h, string k) => h.GetAsync($\"HOST/v1beta/models?pageSize=5{|GG1006:&key=|}{k}&alt=json\");")]
    [InlineData("void M(HttpClient h, string k) => h.GetAsync(\"HOST/v1beta/models{|GG1006:?key=|}\" + k);")]
    [InlineData("const string Base = \"HOST/v1beta\"; void M(HttpClient h, string k) => h.GetAsync($\"{Base}/models{|GG1006:?key=|}{k}\");")]
    [InlineData("static readonly string Base = \"HOST/v1beta\"; void M(HttpClient h, string k) => h.GetAsync(Base + \"/models{|GG1006:?key=|}\" + k);")]
    [InlineData("const string Url = \"HOST/v1beta/models{|GG1006:?key=|}\"; void M(HttpClient h, string k) => h.GetAsync(Url + k);")]
    [InlineData("void M(HttpClient h, string k) { var url = \"HOST/v1beta/models{|GG1006:?key=|}\"; url += k; h.GetAsync(url); }")]
    [InlineData("void M(HttpClient h, string k, string m) => h.GetAsync($\"v1beta/models/{m}:generateContent{|GG1006:?key=|}{k}\");")]
    [InlineData("void M(HttpClient h, string k) => h.GetAsync(string.Format(\"HOST/v1beta/models{|GG1006:?key=|}{0}\", k));")]
    [InlineData("const string Url = \"HOST/v1beta/models{|GG1006:?key=|}{0}\";")]
    [InlineData("void M(HttpClient h) => h.GetAsync(\"HOST/v1beta/models{|GG1006:?key=|}abc123\");")]
    public async Task Triggers_on_a_key_in_an_address_of_gemini(string member)
    {
        await VerifyAsync(member, "https://generativelanguage.googleapis.com");
        if (member.Contains("HOST", StringComparison.Ordinal))
        {
            await VerifyAsync(member.Replace("{|GG1006:", "").Replace("|}", ""), "https://maps.googleapis.com");
        }
    }

    // Relative addresses, behind the address of their client; where the client is not known by its name, behind the only address of the file.
    [Theory]
    [InlineData("HttpClient _h = new() { BaseAddress = new Uri(\"HOST/\") }; void M(string k) => _h.GetStringAsync($\"v1beta/models{|GG1006:?key=|}{k}\");")]
    [InlineData("void M(string k) { var h = new HttpClient(); h.BaseAddress = new Uri(\"HOST\"); h.GetAsync(\"/v1beta/models{|GG1006:?key=|}\" + k); }")]
    [InlineData("HttpClient _other = new() { BaseAddress = new Uri(\"https://api.example\") }; HttpClient _h = new() { BaseAddress = new Uri(\"HOST/\") }; void M(string k) => _h.GetStringAsync($\"v1beta/models{|GG1006:?key=|}{k}\");")]
    [InlineData("HttpClient _h; C(HttpClient h) { h.BaseAddress = new Uri(\"HOST/\"); _h = h; } void M(string k) { var r = new HttpRequestMessage(HttpMethod.Get, $\"v1beta/models{|GG1006:?key=|}{k}\"); _h.Send(r); }")]
    public async Task Triggers_on_a_relative_address_of_a_client_of_gemini(string member)
    {
        await VerifyAsync(member, "https://generativelanguage.googleapis.com");
        await VerifyAsync(member.Replace("{|GG1006:", "").Replace("|}", ""), "https://maps.googleapis.com");
    }

    [Theory]
    [InlineData("HttpClient _h = new() { BaseAddress = new Uri(\"HOST/\") }; HttpClient _other = new() { BaseAddress = new Uri(\"https://api.example\") }; void M(string k) => _other.GetStringAsync($\"v1/things?key={k}\");")]
    [InlineData("HttpClient _h = new() { BaseAddress = new Uri(\"HOST/\") }; HttpClient _other = new() { BaseAddress = new Uri(\"https://api.example\") }; string M(string k) => $\"v1/things?key={k}\";")]
    [InlineData("HttpClient _h = new() { BaseAddress = new Uri(\"HOST/\") }; string M(string root, string k) => $\"{root}/things?key={k}\";")]
    public async Task Leaves_the_relative_addresses_of_other_clients_alone(string member) => await VerifyAsync(member, "https://generativelanguage.googleapis.com");

    // Methods and objects that put the address together; QueryHelpers and QueryBuilder are those of ASP.NET Core.
    [Theory]
    [InlineData("void M(HttpClient h, string k) => h.GetAsync(QueryHelpers.AddQueryString(\"HOST/v1beta/models\", {|GG1006:\"key\"|}, k));")]
    [InlineData("void M(HttpClient h, string k) => h.GetAsync(QueryHelpers.AddQueryString(\"HOST/v1beta/models\", new Dictionary<string, string?> { [\"pageSize\"] = \"5\", [{|GG1006:\"key\"|}] = k }));")]
    [InlineData("void M(HttpClient h, string k) => h.GetAsync(QueryHelpers.AddQueryString(\"HOST/v1beta/models\", new Dictionary<string, string?> { { {|GG1006:\"key\"|}, k } }));")]
    [InlineData("void M(HttpClient h, string k) { var query = new Dictionary<string, string?>(); query.Add({|GG1006:\"key\"|}, k); h.GetAsync(QueryHelpers.AddQueryString(\"HOST/v1beta/models\", query)); }")]
    [InlineData("void M(HttpClient h, string k) { var query = new QueryBuilder(); query.Add({|GG1006:\"key\"|}, k); h.GetAsync(\"HOST/v1beta/models\" + query); }")]
    [InlineData("void M(HttpClient h, string k) { var query = new QueryBuilder { { {|GG1006:\"key\"|}, k } }; h.GetAsync($\"HOST/v1beta/models{query}\"); }")]
    [InlineData("void M(HttpClient h, string k) => h.GetAsync(new UriBuilder(\"HOST/v1beta/models\") { Query = {|GG1006:\"key=\"|} + k }.Uri);")]
    [InlineData("void M(HttpClient h, string k) { var b = new UriBuilder(\"HOST/v1beta/models\"); b.Query = $\"{|GG1006:key=|}{k}\"; h.GetAsync(b.Uri); }")]
    [InlineData("void M(HttpClient h, string k) { var b = new UriBuilder(\"HOST/v1beta/models\"); b.Query = \"{|GG1006:?key=|}\" + k; h.GetAsync(b.Uri); }")]
    public async Task Triggers_where_an_address_of_gemini_is_put_together(string member)
    {
        await VerifyAsync(Built(member), "https://generativelanguage.googleapis.com");
        await VerifyAsync(Built(member.Replace("{|GG1006:", "").Replace("|}", "")), "https://maps.googleapis.com");
    }

    [Theory]
    [InlineData("void M(HttpClient h, string k) => h.GetAsync(QueryHelpers.AddQueryString(\"HOST/v1beta/models\", \"page\", k));")]
    [InlineData("void M(string k) { var values = new Dictionary<string, string?> { [\"key\"] = k }; System.Console.WriteLine(values.Count + \"HOST\"); }")]
    [InlineData("string M(string k) => \"key\" + k;")]
    public async Task Leaves_other_parameters_and_other_dictionaries_alone(string member) => await VerifyAsync(Built(member), "https://generativelanguage.googleapis.com");

    private static string Built(string member)
        => member + " static class QueryHelpers { public static string AddQueryString(string uri, string name, string value) => uri; public static string AddQueryString(string uri, IDictionary<string, string?> query) => uri; }"
            + " class QueryBuilder : System.Collections.IEnumerable { public void Add(string key, string value) { } public System.Collections.IEnumerator GetEnumerator() => null!; }";

    [Theory]
    [InlineData("void M(HttpClient h) => h.GetAsync({|GG1001:\"HOST/v1beta/models?key=KEY\"|});")]
    [InlineData("string Help = \"Call HOST/v1beta/models?key=YOUR_API_KEY\";")]
    [InlineData("string Help = \"Call HOST/v1beta/models?key=<key>\";")]
    [InlineData("string Help = \"HOST/v1beta/models?key=\";")]
    [InlineData("string Help = \"HOST/v1beta/models?monkey=\"; string M(string k) => Help + k;")]
    [InlineData("void M(string k) => throw new System.ArgumentException($\"HOST/v1beta/models?key={k}\");")]
    [InlineData("[System.Obsolete(\"Use HOST/v1beta/models?key=abc123\")] void M() { }")]
    [InlineData("void M(HttpClient h, string k) => h.GetAsync($\"HOST/v1beta/models?x={k}\");")]
    public async Task Does_not_trigger_elsewhere(string member) => await VerifyAsync(member, "https://generativelanguage.googleapis.com");

    private static Task VerifyAsync(string member, string host)
        => AnalyzerVerifier.VerifyAsync<KeyAnalyzer>(("using System; using System.Collections.Generic; using System.Net.Http; class C { " + member + " }").Replace("HOST", host).Replace("=KEY", "=" + TestKeys.Auth));
}

namespace GeminiGen.Analyzers.Tests.Answers;

/// <summary>GG4005: fences are taken off an answer by hand before it is parsed.</summary>
public sealed class StrippedFencesTests
{
    private const string Send = "async Task<string> Ask(HttpContent c) => await (await Http.PostAsync(\"URL\", c)).EnsureSuccessStatusCode().Content.ReadAsStringAsync(); ";

    [Theory]
    [InlineData("async Task<JsonDocument> M(HttpContent c) { var text = await Ask(c); text = text.Replace({|GG4005:\"```json\"|}, \"\").Replace(\"```\", \"\").Trim(); return JsonDocument.Parse(text); }")]
    [InlineData("async Task<JsonDocument> M(HttpContent c) { var text = (await Ask(c)).Trim(); if (text.StartsWith({|GG4005:\"```\"|})) { text = text.Substring(7, text.Length - 10); } return JsonDocument.Parse(text); }")]
    [InlineData("static string Clean(string s) => Regex.Replace(s, {|GG4005:@\"^```(json)?|```$\"|}, \"\"); async Task<int[]?> M(HttpContent c) => JsonSerializer.Deserialize<int[]>(Clean(await Ask(c)));")]
    [InlineData("async Task<JsonDocument> M(HttpContent c) { var text = await Ask(c); int at = text.IndexOf({|GG4005:\"```json\"|}, StringComparison.Ordinal); return JsonDocument.Parse(text.Substring(at + 7)); }")]
    public async Task Triggers_where_fences_are_stripped_and_JSON_is_parsed(string members) => await RequestVerifier.VerifyAsync("GG4005", Send + members);

    [Theory]
    [InlineData(Send + "async Task<string> M(HttpContent c) => (await Ask(c)).Replace(\"```\", \"\");")]
    [InlineData(Send + "async Task<JsonDocument> M() { var text = await Ask(JsonContent.Create(new { contents = 1, generationConfig = new { responseMimeType = \"application/json\" } })); return JsonDocument.Parse(text.Replace(\"```json\", \"\")); }")]
    [InlineData(Send + "async Task<JsonDocument> M(HttpContent c) { Console.WriteLine(\"```\"); return JsonDocument.Parse(await Ask(c)); }")]
    [InlineData(Send + "async Task<string> M(HttpContent c) { var root = JsonDocument.Parse(await Ask(c)).RootElement; return root.ToString().Replace(\"```csharp\", \"\").Replace(\"```\", \"\"); }")]
    [InlineData(Send + "async Task<string> M(HttpContent c) { var root = JsonDocument.Parse(await Ask(c)).RootElement; var code = root.ToString(); return code.StartsWith(\"```\") ? code.Trim() : code; }")]
    [InlineData("JsonDocument M(string markdown) => JsonDocument.Parse(markdown.Replace(\"```json\", \"\"));")]
    public async Task Is_silent_elsewhere(string members) => await RequestVerifier.VerifyAsync("GG4005", members);
}

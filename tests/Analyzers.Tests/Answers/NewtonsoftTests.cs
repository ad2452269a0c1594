using GeminiGen.TestHarness;

namespace GeminiGen.Analyzers.Tests.Answers;

/// <summary>What the rules about answers see of <c>Newtonsoft.Json</c>, the library itself referenced.</summary>
public sealed class NewtonsoftTests
{
    private const string Send = "async Task<string> Ask(HttpContent c) => await (await Http.PostAsync(\"URL\", c)).EnsureSuccessStatusCode().Content.ReadAsStringAsync(); ";

    private static readonly TestProjectOptions Options = new() { References = TestReferences.WithModelLibraries, Nullable = Microsoft.CodeAnalysis.NullableContextOptions.Annotations };

    [Theory]
    [InlineData("async Task<string> M(HttpContent c) { var root = Newtonsoft.Json.Linq.JObject.Parse(await Ask(c)); return (string)root{|GG4002:[\"candidates\"][0]|}[\"content\"][\"parts\"][0][\"text\"]; }")]
    [InlineData("async Task<string> M(HttpContent c) { dynamic root = Newtonsoft.Json.JsonConvert.DeserializeObject(await Ask(c)); return root.{|GG4002:candidates[0]|}.content.parts[0].text; }")]
    [InlineData("async Task<string> M(HttpContent c) { var answer = Newtonsoft.Json.JsonConvert.DeserializeObject<Answer>(await Ask(c)); return answer.{|GG4002:Candidates[0]|}.Content.Parts[0].Text; } class Answer { public List<Candidate> Candidates { get; set; } } class Candidate { public Content Content { get; set; } } class Content { public List<Part> Parts { get; set; } } class Part { public string Text { get; set; } }")]
    public async Task Answers_read_unchecked_are_told(string members) => await VerifyAsync("GG4002", members);

    [Theory]
    [InlineData("async Task<string> M(HttpContent c) { var root = Newtonsoft.Json.Linq.JObject.Parse(await Ask(c)); if (root[\"candidates\"] is not Newtonsoft.Json.Linq.JArray { Count: > 0 } all) { throw new InvalidOperationException(); } return (string)all[0][\"content\"][\"parts\"][0][\"text\"]; }")]
    [InlineData("async Task<string> M(HttpContent c) { var root = Newtonsoft.Json.Linq.JObject.Parse(await Ask(c)); if (root[\"promptFeedback\"] != null) { throw new InvalidOperationException(); } return (string)root[\"candidates\"][0][\"content\"][\"parts\"][0][\"text\"]; }")]
    public async Task Answers_read_with_care_are_not(string members) => await VerifyAsync("GG4002", members);

    [Theory]
    [InlineData("async Task<string> M(HttpContent c) { var root = Newtonsoft.Json.Linq.JObject.Parse(await Ask(c)); return (string)root[\"candidates\"][0][\"content\"]{|GG4003:[\"parts\"]|}[0][\"text\"]; }")]
    public async Task A_finish_reason_that_nothing_reads_is_told(string members) => await VerifyAsync("GG4003", members);

    [Theory]
    [InlineData("async Task<Newtonsoft.Json.Linq.JObject> M(HttpContent c) { var text = await Ask(c); text = text.Replace({|GG4005:\"```json\"|}, \"\").Replace(\"```\", \"\").Trim(); return Newtonsoft.Json.Linq.JObject.Parse(text); }")]
    [InlineData("async Task<int[]> M(HttpContent c) { var text = await Ask(c); text = text.Trim().Trim({|GG4005:\"```\"|}.ToCharArray()); return Newtonsoft.Json.JsonConvert.DeserializeObject<int[]>(text); }")]
    public async Task Fences_taken_off_are_told(string members) => await VerifyAsync("GG4005", members);

    [Theory]
    [InlineData("async Task M() { var body = Newtonsoft.Json.JsonConvert.SerializeObject(new { contents = new[] { new { {|GG4006:part|} = new[] { new { text = \"a\" } } } } }); await Http.PostAsync(\"URL\", new StringContent(body)); }")]
    public async Task Wrong_names_in_bodies_are_told(string members) => await VerifyAsync("GG4006", members);

    private static Task VerifyAsync(string id, string members) => RequestVerifier.VerifyAsync(id, Send + members, Options);
}

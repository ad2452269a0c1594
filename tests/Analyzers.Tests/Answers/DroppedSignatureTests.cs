using GeminiGen.TestHarness;

namespace GeminiGen.Analyzers.Tests.Answers;

/// <summary>GG4011: a function call is copied into the history without its signature, or its result without the call's id.</summary>
public sealed class DroppedSignatureTests
{
    private const string Send = "Task Ask(object body) => Http.PostAsJsonAsync(\"URL\", body); readonly List<object> _contents = new(); class Call { public string Name = \"\"; public object? Args; public string? Id; } ";

    [Theory]
    [InlineData("void M(Call call) => _contents.Add(new { role = \"model\", parts = new[] { new { {|GG4011:functionCall|} = new { name = call.Name, args = call.Args } } } });")]
    [InlineData("void M(Call call) => _contents.Add(new JsonObject { [\"role\"] = \"model\", [\"parts\"] = new JsonArray(new JsonObject { [{|GG4011:\"functionCall\"|}] = new JsonObject { [\"name\"] = call.Name } }) });")]
    [InlineData("void M(Call call) => _contents.Add(new { role = \"model\", parts = new[] { new { {|GG4011:functionCall|} = call } } });")]
    [InlineData("void M(Call call, object result) => _contents.Add(new { role = \"user\", parts = new[] { new { {|GG4011:functionResponse|} = new { name = call.Name, response = result } } } });")]
    public async Task Triggers_where_parts_are_put_together_anew(string members) => await RequestVerifier.VerifyAsync("GG4011", Send + members);

    [Fact]
    public async Task Triggers_on_a_class_that_has_a_place_for_the_signature()
        => await RequestVerifier.VerifyAsync(
            "GG4011",
            Send + "void M(Call call) => _contents.Add(new Part { {|GG4011:FunctionCall|} = call });",
            new TestProjectOptions { OtherFiles = [new SourceFile("Part.cs", "class Part { public object FunctionCall { get; set; } public byte[] ThoughtSignature { get; set; } }")], Nullable = Microsoft.CodeAnalysis.NullableContextOptions.Annotations });

    [Theory]
    [InlineData(Send + "void M(JsonNode content) => _contents.Add(content);")]
    [InlineData(Send + "void M(Call call, string s) => _contents.Add(new { role = \"model\", parts = new[] { new { functionCall = new { name = call.Name }, thoughtSignature = s } } });")]
    [InlineData(Send + "void M(Call call) => _contents.Add(new { parts = new[] { new { functionResponse = new { id = call.Id, name = call.Name, response = call.Args } } } });")]
    [InlineData(Send + "void M() => _contents.Add(new { role = \"model\", parts = new[] { new { functionCall = new { name = \"get_time\", args = new { tz = \"UTC\" } } } } });")]
    [InlineData(Send + "void M(Call call) => _contents.Add(new Part { FunctionCall = call }); class Part { public object? FunctionCall { get; set; } }")]
    [InlineData("Task M(Call call) => Http.PostAsJsonAsync(\"https://generativelanguage.googleapis.com/v1beta/models/gemini-2.5-flash:generateContent\", new { contents = new[] { new { parts = new[] { new { functionCall = new { name = call.Name } } } } } }); class Call { public string Name = \"\"; }")]
    [InlineData("object M(Call call) => new { functionCall = new { name = call.Name } }; class Call { public string Name = \"\"; }")]
    public async Task Is_silent_where_they_are_kept_or_made_up(string members) => await RequestVerifier.VerifyAsync("GG4011", members);
}

using GeminiGen.TestHarness;

namespace GeminiGen.Analyzers.Tests.Answers;

/// <summary>GG4006: a name in a body that the API does not know, close to one that it does.</summary>
public sealed class WrongBodyNameTests
{
    [Theory]
    // Objects without a type.
    [InlineData("Task M(string t) => Http.PostAsJsonAsync(\"URL\", new { {|GG4006:content|} = new[] { new { parts = new[] { new { text = t } } } } });")]
    [InlineData("Task M(string t) => Http.PostAsJsonAsync(\"URL\", new { contents = new[] { new { role = \"{|GG4006:assistant|}\", parts = new[] { new { text = t } } } } });")]
    [InlineData("async Task M(string t) { var body = new { contents = new[] { new { {|GG4006:part|} = new[] { new { text = t } } } }, generationConfig = new { {|GG4006:maxTokens|} = 5, temperature = 0.5 } }; var json = JsonSerializer.Serialize(body); var content = new StringContent(json, Encoding.UTF8, \"application/json\"); await Http.PostAsync(\"URL\", content); }")]
    [InlineData("async Task M(string t) { var request = new HttpRequestMessage(HttpMethod.Post, \"URL\") { Content = JsonContent.Create(new { {|GG4006:messages|} = new[] { t } }) }; await Http.SendAsync(request); }")]
    [InlineData("async Task M(string t) { var request = new HttpRequestMessage(HttpMethod.Post, \"URL\"); request.Content = new StringContent(JsonSerializer.Serialize(new { contents = new object[] { }, {|GG4006:temperature|} = 1 })); await Http.SendAsync(request); }")]
    // The serializer writes names as they are, or with small first letters.
    [InlineData("Task M(string t) => Http.PostAsync(\"URL\", new StringContent(JsonSerializer.Serialize(new { {|GG4006:Contents|} = new[] { new { {|GG4006:Parts|} = new[] { new { {|GG4006:Text|} = t } } } } })));")]
    // Dictionaries and nodes.
    [InlineData("Task M(string t) => Http.PostAsJsonAsync(\"URL\", new Dictionary<string, object> { [\"contents\"] = new[] { t }, [\"{|GG4006:generateConfig|}\"] = 1 });")]
    [InlineData("Task M(string t) => Http.PostAsJsonAsync(\"URL\", new Dictionary<string, object> { { \"contents\", new List<object> { new { parts = new[] { new { inlineData = new { {|GG4006:mime|} = \"image/png\", data = t } } } } } } });")]
    [InlineData("Task M(string t) => Http.PostAsync(\"URL\", new StringContent(new JsonObject { [\"contents\"] = new JsonArray(new JsonObject { [\"{|GG4006:rol|}\"] = \"user\", [\"parts\"] = new JsonArray() }) }.ToJsonString()));")]
    // Text.
    [InlineData("Task M() => Http.PostAsync(\"URL\", new StringContent(\"{\\\"{|GG4006:Contents|}\\\":[]}\"));")]
    [InlineData("Task M() => Http.PostAsync(\"URL\", new StringContent(@\"{\"\"contents\"\":[],\"\"generationConfig\"\":{\"\"{|GG4006:max_output_token|}\"\":5}}\"));")]
    [InlineData("Task M(string t) => Http.PostAsync(\"URL\", new StringContent($\"{{\\\"contents\\\":[{{\\\"{|GG4006:part|}\\\":[{{\\\"text\\\":{JsonSerializer.Serialize(t)}}}]}}]}}\"));")]
    [InlineData("Task M(string t) => Http.PostAsync(\"URL\", new StringContent($$\"\"\"\n        {\n          \"contents\": [ { \"parts\": [ { \"text\": {{JsonSerializer.Serialize(t)}} } ] } ],\n          \"safetySettings\": [ { \"category\": \"{|GG4006:HARM_CATEGORY_DANGEROUS|}\", \"threshold\": \"{|GG4006:BLOCK_HIGH|}\" } ]\n        }\n        \"\"\"));")]
    [InlineData("const string Body = \"\"\"{\"contents\":[],\"generationConfig\":{\"responseMimeType\":\"{|GG4006:json|}\"}}\"\"\"; Task M() => Http.PostAsync(\"URL\", new StringContent(Body));")]
    [InlineData("Task M(string m, string t) { var json = \"{\\\"contents\\\":[{\\\"parts\\\":[{\\\"text\\\":\" + JsonSerializer.Serialize(t) + \"}]}],\\\"{|GG4006:tool|}\\\":[]}\"; var url = $\"https://generativelanguage.googleapis.com/v1beta/models/{m}:streamGenerateContent?alt=sse\"; return Http.PostAsync(url, new StringContent(json)); }")]
    // Classes, by the names their attributes give.
    [InlineData("Task M(string t) => Http.PostAsJsonAsync(\"URL\", new Request { {|GG4006:Contents|} = { t } }); class Request { [System.Text.Json.Serialization.JsonPropertyName(\"content\")] public List<string> Contents { get; set; } = new(); }")]
    [InlineData("Task M(string t) => Http.PostAsJsonAsync(\"URL\", new Request { Contents = new() { new Turn { Role = \"{|GG4006:assistant|}\" } } }); class Request { public List<Turn> Contents { get; set; } = new(); } class Turn { public string? Role { get; set; } }")]
    // Through a method of the file.
    [InlineData("object Body(string t) => new { contents = new[] { new { parts = new[] { new { {|GG4006:txt|} = t } } } } }; Task M(string t) => Http.PostAsJsonAsync(\"URL\", Body(t));")]
    [InlineData("Task Send(object body) => Http.PostAsJsonAsync(\"URL\", body); Task M() => Send(new { contents = new[] { 1 }, {|GG4006:safety_setting|} = new[] { 1 } });")]
    public async Task Triggers_on_names_close_to_known_ones(string members) => await RequestVerifier.VerifyAsync("GG4006", members);

    [Theory]
    [InlineData("Task M(string t) => Http.PostAsJsonAsync(\"URL\", new { contents = new[] { new { role = \"user\", parts = new[] { new { text = t } } } }, generationConfig = new { maxOutputTokens = 5, response_mime_type = \"application/json\", thinkingConfig = new { thinkingBudget = 0, thinkingLevel = \"low\" } } });")]
    [InlineData("Task M(string t) => Http.PostAsJsonAsync(\"URL\", new { Contents = new[] { new { Parts = new[] { new { Text = t } } } } });")]
    [InlineData("Task M(string t, JsonSerializerOptions o) => Http.PostAsync(\"URL\", new StringContent(JsonSerializer.Serialize(new { Contents = new[] { new { Parts = new[] { new { Text = t } } } } }, o)));")]
    [InlineData("Task M() => Http.PostAsync(\"URL\", new StringContent(\"\"\"{\"system_instruction\":{\"parts\":[]},\"contents\":[],\"tools\":[{\"google_search\":{}}],\"toolConfig\":{\"functionCallingConfig\":{\"mode\":\"any\"}}}\"\"\"));")]
    [InlineData("Task M(string t) => Http.PostAsync(\"URL\", new StringContent(JsonSerializer.Serialize(new Request { Contents = new() { new Turn { Role = \"user\" } }, MaxTokens = 5 }))); class Request { public List<Turn> Contents { get; set; } = new(); [System.Text.Json.Serialization.JsonIgnore] public int MaxTokens { get; set; } } class Turn { public string? Role { get; set; } }")]
    // Newer than the rule, or of the caller's own.
    [InlineData("Task M() => Http.PostAsJsonAsync(\"URL\", new { contents = 1, somethingNew = 2, generationConfig = new { brandNewSetting = 3 } });")]
    [InlineData("Task M() => Http.PostAsJsonAsync(\"URL\", new { contents = 1, tools = new[] { new { functionDeclarations = new[] { new { name = \"f\", parameters = new { type = \"object\", propertys = 1 } } } } }, labels = new { content = 1 } });")]
    [InlineData("Task M() => Http.PostAsJsonAsync(\"URL\", new { contents = 1, safetySettings = new[] { new { category = \"HARM_CATEGORY_SOMETHING_NEW\", threshold = \"OFF\" } } });")]
    // Other methods, other formats, other hosts.
    [InlineData("Task M(string t) => Http.PostAsJsonAsync(\"https://generativelanguage.googleapis.com/v1beta/models/gemini-embedding-001:embedContent\", new { content = new { parts = new[] { new { text = t } } } });")]
    [InlineData("Task M(string t) => Http.PostAsJsonAsync(\"https://generativelanguage.googleapis.com/v1beta/openai/chat/completions\", new { model = \"m\", messages = new[] { new { role = \"assistant\", content = t } } });")]
    [InlineData("Task M(string t) => Http.PostAsJsonAsync(\"https://example.com/generateContent\", new { content = t });")]
    [InlineData("string Url(string method) => $\"https://generativelanguage.googleapis.com/v1beta/models/m:{method}\"; Task A(string t) => Http.PostAsJsonAsync(Url(\"generateContent\"), new { contents = new[] { t } }); Task E(string t) => Http.PostAsJsonAsync(Url(\"embedContent\"), new { content = t });")]
    // What the file does not show, and what is no JSON.
    [InlineData("Task M(object body) => Http.PostAsJsonAsync(\"URL\", body);")]
    [InlineData("Task M(string json) => Http.PostAsync(\"URL\", new StringContent(json));")]
    [InlineData("Task M() => Http.PostAsync(\"URL\", new StringContent(\"{ \\\"contents\\\": [ { \\\"parts\\\" \"));")]
    [InlineData("Task M() => Http.PostAsync(\"URL\", new StringContent(\"content\"));")]
    public async Task Is_silent_on_names_the_API_takes_or_may_take(string members) => await RequestVerifier.VerifyAsync("GG4006", members);

    [Fact]
    public async Task Leaves_tests_alone()
        => await RequestVerifier.VerifyAsync(
            "GG4006",
            "Task M(string t) => Http.PostAsJsonAsync(\"URL\", new { content = t });",
            new TestProjectOptions { References = [.. ReferenceSet.Framework, Microsoft.CodeAnalysis.MetadataReference.CreateFromFile(typeof(FactAttribute).Assembly.Location)] });
}

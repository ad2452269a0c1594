using System.Text.Json.Nodes;

namespace GeminiGen.Emulator.Tests;

/// <summary>What is refused though it is well formed.</summary>
public sealed class RuleTests : EmulatorTest
{
    [Theory]
    [InlineData("{}", "contents is not specified")]
    [InlineData("""{"contents":[{"role":"user","parts":[]}]}""", "contents[0].parts")]
    [InlineData("""{"contents":[{"role":"user","parts":[{}]}]}""", "none is set")]
    [InlineData("""{"contents":[{"role":"user","parts":[{"text":"a","fileData":{"fileUri":"b"}}]}]}""", "more than one is set")]
    [InlineData("""{"contents":[{"role":"assistant","parts":[{"text":"a"}]}]}""", "\"assistant\" is not a valid role")]
    [InlineData("""{"contents":[{"role":"user","parts":[{"text":"a"}]}],"systemInstruction":{"parts":[{"fileData":{"fileUri":"b"}}]}}""", "only text parts")]
    [InlineData("""{"contents":[{"role":"user","parts":[{"text":"a"}]}],"safetySettings":[{"category":"HARM_CATEGORY_HARASSMENT","threshold":"OFF"},{"category":"HARM_CATEGORY_HARASSMENT","threshold":"OFF"}]}""", "more than once")]
    public async Task Contents_are_checked(string body, string message)
    {
        JsonObject error = await RefusalAsync(JsonNode.Parse(body)!);
        Assert.Contains(message, (string)error["message"]!, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(Model, """{"maxOutputTokens":65537}""", "more than the limit of 65536")]
    [InlineData(Model, """{"maxOutputTokens":0}""", "at least 1")]
    [InlineData("gemini-4-argon", """{"maxOutputTokens":32769}""", "more than the limit of 32768")]
    [InlineData(Model, """{"temperature":2.1}""", "temperature: 2.1 is not between 0 and 2")]
    [InlineData(Model, """{"temperature":-0.1}""", "temperature")]
    [InlineData(Model, """{"topP":1.01}""", "top_p")]
    [InlineData(Model, """{"topK":0}""", "top_k")]
    [InlineData(Model, """{"stopSequences":["a","b","c","d","e","f"]}""", "at most 5")]
    [InlineData(Model, """{"candidateCount":2}""", "candidate_count")]
    [InlineData("gemini-2.5-flash-lite", """{"candidateCount":9}""", "candidate_count")]
    [InlineData(Model, """{"presencePenalty":0.5}""", "penalties")]
    [InlineData(Model, """{"logprobs":2}""", "response_logprobs")]
    [InlineData(Model, """{"responseMimeType":"text/html"}""", "response_mime_type")]
    [InlineData(Model, """{"thinkingConfig":{"thinkingLevel":"MINIMAL"}}""", "MINIMAL is not supported")]
    [InlineData("gemini-3.1-pro-preview", """{"thinkingConfig":{"thinkingLevel":"MINIMAL"}}""", "MINIMAL is not supported")]
    [InlineData(Model, """{"thinkingConfig":{"thinkingLevel":"LOW","thinkingBudget":100}}""", "cannot be set together")]
    [InlineData("gemini-4-argon", """{"thinkingConfig":{"thinkingBudget":100}}""", "Use thinking level instead")]
    [InlineData("gemma-4-31b-it", """{"thinkingConfig":{"thinkingBudget":100}}""", "Use thinking level instead")]
    [InlineData("gemini-2.5-flash-lite", """{"thinkingConfig":{"thinkingLevel":"LOW"}}""", "Thinking level is not supported")]
    [InlineData("gemini-2.5-flash-lite", """{"thinkingConfig":{"thinkingBudget":511}}""", "between 512 and 24576")]
    [InlineData("gemini-2.5-flash-lite", """{"thinkingConfig":{"thinkingBudget":24577}}""", "between 512 and 24576")]
    [InlineData("gemini-2.5-flash-image", """{"thinkingConfig":{"thinkingBudget":1}}""", "Thinking is not supported")]
    public async Task Settings_are_checked(string model, string config, string message)
    {
        JsonObject error = await RefusalAsync(Bodies.Prompt("Hello", JsonNode.Parse(config)!.AsObject()), model: model);
        Assert.Contains(message, (string)error["message"]!, StringComparison.Ordinal);
        Assert.StartsWith("generation_config", (string)error["details"]![0]!["fieldViolations"]![0]!["field"]!, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(Model, """{"maxOutputTokens":65536,"temperature":2,"topP":1,"topK":1,"stopSequences":["a","b","c","d","e"],"seed":-1}""")]
    [InlineData("gemini-4-argon", """{"maxOutputTokens":32768}""")]
    [InlineData("gemini-2.5-flash-lite", """{"thinkingConfig":{"thinkingBudget":0}}""")]
    [InlineData("gemini-2.5-flash-lite", """{"thinkingConfig":{"thinkingBudget":-1}}""")]
    [InlineData("gemini-2.5-flash-lite", """{"thinkingConfig":{"thinkingBudget":512},"presencePenalty":0.5,"candidateCount":3}""")]
    [InlineData("gemini-3.6-flash", """{"thinkingConfig":{"thinkingLevel":"MINIMAL"}}""")]
    [InlineData("gemini-3.6-flash", """{"thinkingConfig":{"thinkingBudget":100}}""")]
    public async Task Settings_at_their_bounds_are_accepted(string model, string config) =>
        await AnswerAsync(Bodies.Prompt("Hello", JsonNode.Parse(config)!.AsObject()), model);

    [Theory]
    [InlineData("""{"responseMimeType":"application/json","responseSchema":{"type":"STRING"},"responseJsonSchema":{"type":"string"}}""", "cannot be set together")]
    [InlineData("""{"responseMimeType":"application/json","responseSchema":{"type":"OBJECT"}}""", "should be non-empty for OBJECT type")]
    [InlineData("""{"responseMimeType":"application/json","responseSchema":{"type":"OBJECT","properties":{"a":{"type":"OBJECT","properties":{}}}}}""", "properties[a].properties: should be non-empty")]
    [InlineData("""{"responseMimeType":"application/json","responseSchema":{"type":"OBJECT","properties":{"a":{"type":"STRING"}},"required":["b"]}}""", "property \"b\" is not defined")]
    [InlineData("""{"responseMimeType":"application/json","responseSchema":{"type":"OBJECT","properties":{"a":{"type":"STRING"}},"propertyOrdering":["a","b"]}}""", "must name each property once")]
    [InlineData("""{"responseMimeType":"application/json","responseSchema":{"type":"ARRAY"}}""", "items: missing field")]
    [InlineData("""{"responseMimeType":"application/json","responseSchema":{"type":"INTEGER","enum":["1"]}}""", "only allowed for STRING")]
    [InlineData("""{"responseMimeType":"application/json","responseSchema":{"type":"STRING","enum":[""]}}""", "cannot be empty")]
    [InlineData("""{"responseMimeType":"application/json","responseSchema":{"description":"anything"}}""", "type: must be specified")]
    [InlineData("""{"responseSchema":{"type":"STRING"}}""", "needs application/json")]
    [InlineData("""{"responseMimeType":"application/json","responseJsonSchema":{"$ref":"#/$defs/A"}}""", "names nothing")]
    [InlineData("""{"stopSequences":["a",""]}""", "stop_sequences: a sequence cannot be empty")]
    [InlineData("""{"responseMimeType":"application/json","responseJsonSchema":"abc"}""", "response_json_schema: a schema must be an object")]
    [InlineData("""{"responseMimeType":"application/json","responseJsonSchema":true}""", "response_json_schema: a schema must be an object")]
    [InlineData("""{"responseMimeType":"application/json","responseJsonSchema":{"type":"strin"}}""", "is not one of string, number")]
    [InlineData("""{"responseMimeType":"application/json","responseJsonSchema":{"type":"STRING"}}""", "response_json_schema.type")]
    [InlineData("""{"responseMimeType":"application/json","responseJsonSchema":{"type":["string",5]}}""", "response_json_schema.type")]
    [InlineData("""{"responseMimeType":"application/json","responseJsonSchema":{"type":"array","items":{"anyOf":[{"type":"Object"}]}}}""", "items.anyOf.type")]
    [InlineData("""{"responseMimeType":"application/json","responseJsonSchema":{"type":"object","properties":{"type":{"type":"text"}}}}""", "properties.type.type")]
    [InlineData("""{"responseMimeType":"application/json","responseJsonSchema":{"type":"object","properties":{"a":"string"}}}""", "properties.a: a schema must be an object")]
    [InlineData("""{"responseMimeType":"application/json","responseJsonSchema":{"$ref":"#","type":"object"}}""", "must stand alone")]
    [InlineData("""{"responseMimeType":"application/json","responseJsonSchema":{"$ref":"#/$defs/A","$defs":{"A":{"type":"object","properties":{"a":{"type":"array","items":{"$ref":"#/$defs/A"}}},"required":["a"]}}}}""", "properties that are not required")]
    [InlineData("""{"responseMimeType":"application/json","responseJsonSchema":{"type":"object","properties":{"a":{"anyOf":[{"$ref":"#"},{"type":"null"}]}},"required":["a"]}}""", "properties that are not required")]
    [InlineData("""{"responseMimeType":"application/json","responseSchema":{"type":"INTEGER","minimum":5,"maximum":1}}""", "minimum: must not be more than maximum")]
    [InlineData("""{"responseMimeType":"application/json","responseSchema":{"type":"OBJECT","properties":{"a":{"type":"ARRAY","items":{"type":"STRING"},"minItems":"5","maxItems":"2"}}}}""", "properties[a].minItems: must not be more than maxItems")]
    [InlineData("""{"responseMimeType":"application/json","responseSchema":{"type":"STRING","maxLength":-5}}""", "must not be negative")]
    [InlineData("""{"responseMimeType":"application/json","responseJsonSchema":{"type":"object","properties":{"a":{"type":"integer","minimum":5,"maximum":1}}}}""", "properties.a.minimum: must not be more than maximum")]
    public async Task Schemas_are_checked(string config, string message)
    {
        JsonObject error = await RefusalAsync(Bodies.Prompt("Hello", JsonNode.Parse(config)!.AsObject()));
        Assert.Contains(message, (string)error["message"]!, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("gemini-4-argon", 1_000_000, System.Net.HttpStatusCode.OK)]
    [InlineData("gemini-4-argon", 1_048_576, System.Net.HttpStatusCode.BadRequest)]
    [InlineData(Model, 65_537, System.Net.HttpStatusCode.BadRequest)]
    public async Task A_stream_may_ask_for_what_the_model_gives_over_several_calls(string model, int tokens, System.Net.HttpStatusCode expected)
    {
        string body = Bodies.Prompt("Hello", new JsonObject { ["maxOutputTokens"] = tokens }).ToJsonString();
        using HttpResponseMessage response = await PostAsync($"/v1beta/models/{model}:streamGenerateContent?alt=sse", body);
        Assert.Equal(expected, response.StatusCode);
    }

    [Fact]
    public async Task A_continued_answer_is_counted_in_all()
    {
        JsonObject body = Bodies.Prompt("Hello", new JsonObject { ["maxOutputTokens"] = 200_000 });
        Emulator.Script(GeminiGen.Emulator.Scripting.EmulatorFault.None.InHops(2));
        using HttpResponseMessage first = await PostAsync("/v1beta/models/gemini-4-argon:streamGenerateContent", body.ToJsonString());
        JsonNode last = JsonNode.Parse(await first.Content.ReadAsStringAsync())!.AsArray()[^1]!;
        body["continuationToken"] = (string)last["candidates"]![0]!["continuationToken"]!;
        await AnswerAsync(body, "gemini-4-argon");
    }

    [Theory]
    [InlineData("get weather")]
    [InlineData("1st")]
    [InlineData("")]
    [InlineData("größe")]
    [InlineData("line\n")]
    [InlineData("a1234567890123456789012345678901234567890123456789012345678901234")]
    public async Task Function_names_are_checked(string name)
    {
        JsonObject error = await RefusalAsync(WithFunctions(name));
        Assert.Contains("tools[0].function_declarations[0].name: Invalid function name", (string)error["message"]!, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Function_names_at_their_bounds_are_accepted()
    {
        await AnswerAsync(WithFunctions("_", "a.b:c-d_9", new string('a', 64)));
        await RefusalAsync(WithFunctions([.. Enumerable.Range(0, 513).Select(number => $"f{number}")]));
    }

    private static JsonObject WithFunctions(params string[] names)
    {
        JsonObject body = Bodies.Prompt("Hello");
        JsonNode[] functions = [.. names.Select(name => new JsonObject { ["name"] = name, ["description"] = "A function." })];
        body["tools"] = new JsonArray(new JsonObject { ["functionDeclarations"] = new JsonArray(functions) });
        return body;
    }

    [Fact]
    public async Task Last_turn_of_the_model_is_refused_where_the_model_does_not_continue()
    {
        var body = new JsonObject { ["contents"] = new JsonArray(Bodies.Turn("user", "Hello"), Bodies.Turn("model", "Good")) };
        JsonObject error = await RefusalAsync(body);
        Assert.Contains("last turn", (string)error["message"]!, StringComparison.Ordinal);
        await AnswerAsync(body, "gemini-2.5-flash-lite");
    }

    [Fact]
    public async Task Prompt_over_the_window_is_refused()
    {
        // 1,048,576 tokens: a digit is one.
        JsonObject error = await RefusalAsync(Bodies.Prompt(new string('7', 1_100_000)));
        Assert.Contains("exceeds the maximum number of tokens allowed (1048576)", (string)error["message"]!, StringComparison.Ordinal);
    }
}

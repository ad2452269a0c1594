using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using GeminiGen.Emulator.Scripting;
using Microsoft.Extensions.Time.Testing;

namespace GeminiGen.Emulator.Tests;

/// <summary>The strictness of the real API, rule by rule: each row is a request it refuses, or one that is just within the rule.</summary>
public sealed class StrictnessTests : EmulatorTest
{
    private const string Old = "gemini-2.5-flash-lite";
    private const string Painter = "gemini-2.5-flash-image";
    private const string Png = "\"inlineData\":{\"mimeType\":\"image/png\",\"data\":\"AAAA\"}";

    private readonly FakeTimeProvider _clock = new(new DateTimeOffset(2026, 11, 24, 12, 0, 0, TimeSpan.Zero));

    protected override GeminiEmulatorOptions Options => new() { TimeProvider = _clock };

    [Theory]
    [InlineData(Model, """{"contents":[{"parts":[{"functionCall":{"name":"f","args":[1]}}]}]}""", "google.protobuf.Struct")]
    [InlineData(Model, """{"contents":[{"parts":[{"functionResponse":{"name":"f","response":"done"}}]}]}""", "google.protobuf.Struct")]
    [InlineData(Model, """{"contents":[{"parts":[{"functionResponse":{"name":"f","response":{},"scheduling":"NOW"}}]}]}""", "FunctionResponse.Scheduling")]
    [InlineData(Model, """{"contents":[{"parts":[{"executableCode":{"language":"COBOL","code":""}}]}]}""", "ExecutableCode.Language")]
    [InlineData(Model, """{"contents":[{"parts":[{"codeExecutionResult":{"outcome":"FINE"}}]}]}""", "CodeExecutionResult.Outcome")]
    [InlineData(Model, """{"contents":[{"role":"function","parts":[{"text":"a"}]}]}""", "\"function\" is not a valid role")]
    [InlineData(Model, """{"contents":[{"parts":[{"text":"a"}]}],"serviceTier":"gold"}""", "ServiceTier")]
    [InlineData(Model, """{"contents":[{"parts":[{"text":"a"}]}],"tools":[{"googleSearch":true}]}""", "google.protobuf.Struct")]
    [InlineData(Model, """{"contents":[{"parts":[{"text":"a"}]}],"tools":[{"googleSearchRetrieval":{}}]}""", "Google Search Retrieval is not supported")]
    [InlineData(Model, """{"contents":[{"parts":[{"text":"a"}]}],"tools":[{"functionDeclarations":[{"name":"f","behavior":"LATER"}]}]}""", "FunctionDeclaration.Behavior")]
    [InlineData(Model, """{"contents":[{"parts":[{"text":"a"}]}],"tools":[{"functionDeclarations":[{"name":"f"},{"name":"f"}]}]}""", "Duplicate function declaration found: f")]
    [InlineData(Model, """{"contents":[{"parts":[{"text":"a"}]}],"tools":[{"functionDeclarations":[{"name":"f","parameters":{"type":"OBJECT"}}]}]}""", "should be non-empty for OBJECT type")]
    [InlineData(Model, """{"contents":[{"parts":[{"text":"a"}]}],"tools":[{"functionDeclarations":[{"name":"f","parameters":{"type":"STRING"}}]}]}""", "should be of type OBJECT")]
    [InlineData(Model, """{"contents":[{"parts":[{"text":"a"}]}],"tools":[{"functionDeclarations":[{"name":"f","parameters":{"type":"OBJECT","properties":{"a":{"type":"ARRAY"}}}}]}]}""", "parameters.properties[a].items: missing field")]
    [InlineData(Model, """{"contents":[{"parts":[{"text":"a"}]}],"tools":[{"functionDeclarations":[{"name":"f","parameters":{"type":"OBJECT","properties":{"a":{"type":"STRING"}}},"parametersJsonSchema":{}}]}]}""", "cannot be set together")]
    [InlineData(Model, """{"contents":[{"parts":[{"text":"a"}]}],"tools":[{"functionDeclarations":[{"name":"f","parametersJsonSchema":{"$ref":"#/$defs/A"}}]}]}""", "names nothing")]
    [InlineData(Model, """{"contents":[{"parts":[{"text":"a"}]}],"toolConfig":{"functionCallingConfig":{"mode":"ANY"}}}""", "set without function_declarations")]
    [InlineData(Model, """{"contents":[{"parts":[{"text":"a"}]}],"tools":[{"functionDeclarations":[{"name":"f"}]}],"toolConfig":{"functionCallingConfig":{"mode":"AUTO","allowedFunctionNames":["f"]}}}""", "only allowed with the modes ANY and VALIDATED")]
    [InlineData(Model, """{"contents":[{"parts":[{"text":"a"}]}],"tools":[{"functionDeclarations":[{"name":"f"}]}],"toolConfig":{"functionCallingConfig":{"mode":"ANY","allowedFunctionNames":["g"]}}}""", "\"g\" is not declared")]
    [InlineData(Model, """{"contents":[{"parts":[{"text":"a"}]}],"toolConfig":{"functionCallingConfig":{"mode":"SOMETIMES"}}}""", "FunctionCallingConfig.Mode")]
    [InlineData(Old, """{"contents":[{"parts":[{"text":"a"}]}],"tools":[{"functionDeclarations":[{"name":"f"}]},{"googleSearch":{}}]}""", "Tool use with function calling is unsupported")]
    [InlineData(Old, """{"contents":[{"parts":[{"text":"a"}]}],"tools":[{"functionDeclarations":[{"name":"f"}]}],"generationConfig":{"responseMimeType":"application/json"}}""", "Function calling with a response mime type: 'application/json' is unsupported")]
    [InlineData(Old, """{"contents":[{"parts":[{"text":"a"}]}],"tools":[{"googleSearch":{}}],"generationConfig":{"responseMimeType":"application/json"}}""", "Tool use with a response mime type")]
    [InlineData(Model, """{"contents":[{"parts":[{"text":"a"}]}],"generationConfig":{"responseModalities":["SMELL"]}}""", "GenerationConfig.Modality")]
    [InlineData(Model, """{"contents":[{"parts":[{"text":"a"}]}],"generationConfig":{"responseModalities":["IMAGE"]}}""", "IMAGE is not supported by this model")]
    [InlineData(Painter, """{"contents":[{"parts":[{"text":"a"}]}],"generationConfig":{"temperature":1.5}}""", "1.5 is not between 0 and 1")]
    [InlineData(Model, """{"contents":[{"parts":[{"text":"a"}]}],"generationConfig":{"responseMimeType":"text/x.enum","responseSchema":{"type":"STRING"}}}""", "text/x.enum needs a schema with an enum")]
    [InlineData(Model, """{"contents":[{"parts":[{"text":"a"}]}],"generationConfig":{"responseFormat":{"text":{"mimeType":"application/json"}}}}""", "TextResponseFormat.MimeType")]
    [InlineData(Model, """{"contents":[{"parts":[{"inlineData":{"mimeType":"image/gif","data":"AAAA"}}]}]}""", "Unsupported MIME type: image/gif")]
    [InlineData(Model, """{"contents":[{"parts":[{"inlineData":{"mimeType":"application/zip","data":"AAAA"}}]}]}""", "Unsupported MIME type: application/zip")]
    [InlineData("gemma-4-31b-it", """{"contents":[{"parts":[{"inlineData":{"mimeType":"application/pdf","data":"AAAA"}}]}]}""", "Pdf input modality is not enabled for models/gemma-4-31b-it")]
    [InlineData(Model, """{"contents":[{"parts":[{"text":"a"}]}],"safetySettings":[{"category":"HARM_CATEGORY_HARASSMENT","threshold":"BLOCK_SOME"}]}""", "SafetySetting.HarmBlockThreshold")]
    [InlineData(Model, """{"model":"models/gemini-3.6-flash","contents":[{"parts":[{"text":"a"}]}]}""", "model: must be models/gemini-3.8-flash")]
    [InlineData(Model, """{"contents":[{"parts":[{"fileData":{"mimeType":"image/png","fileUri":"http://x.example/a.png"}}]}]}""", "http://x.example/a.png")]
    [InlineData(Model, """{"contents":[{"parts":[{"fileData":{"mimeType":"image/png","fileUri":"files/abc"}}]}]}""", "files/abc")]
    [InlineData(Model, """{"contents":[{"parts":[{"fileData":{"mimeType":"image/png","fileUri":"gs://bucket/a.png"}}]}]}""", "Unsupported file uri")]
    [InlineData(Model, """{"contents":[{"parts":[{"fileData":{"mimeType":"image/png"}}]}]}""", "is neither")]
    public async Task Refused(string model, string body, string message)
    {
        JsonObject error = await RefusalAsync(JsonNode.Parse(body)!, model: model);
        Assert.Contains(message, (string)error["message"]!, StringComparison.Ordinal);
        Assert.Equal("INVALID_ARGUMENT", (string)error["status"]!);
    }

    [Theory]
    [InlineData(Model, """{"contents":[{"parts":[{"text":"a"}]}],"tools":[{"functionDeclarations":[{"name":"f"}]},{"googleSearch":{}}],"generationConfig":{"responseMimeType":"application/json"}}""")]
    [InlineData(Model, """{"contents":[{"parts":[{"text":"a"}]}],"tools":[{"functionDeclarations":[{"name":"f"},{"name":"g"}]}],"toolConfig":{"functionCallingConfig":{"mode":"VALIDATED","allowedFunctionNames":["g"]}}}""")]
    [InlineData(Painter, """{"contents":[{"parts":[{"text":"a"}]}],"generationConfig":{"temperature":1,"responseModalities":["TEXT","IMAGE"]}}""")]
    [InlineData(Model, """{"contents":[{"parts":[{"text":"a"},{"inlineData":{"mimeType":"text/csv","data":"AAAA"}},{"inlineData":{"mimeType":"audio/L16;rate=16000","data":"AAAA"}}]}]}""")]
    [InlineData(Model, """{"contents":[{"parts":[{"text":"a"},{"fileData":{"fileUri":"https://www.youtube.com/watch?v=x"}}]}]}""")]
    public async Task Accepted(string model, string body) => await AnswerAsync(JsonNode.Parse(body)!, model);

    [Theory]
    [InlineData("image/png", 3600, true)]
    [InlineData("image/png", 3601, false)]
    [InlineData("video/mp4", 10, true)]
    [InlineData("video/mp4", 11, false)]
    public async Task Media_are_counted(string type, int count, bool accepted)
    {
        string part = "{" + Png.Replace("image/png", type, StringComparison.Ordinal) + "}";
        string body = $$"""{"generationConfig":{"mediaResolution":"MEDIA_RESOLUTION_LOW"},"contents":[{"parts":[{{string.Join(',', Enumerable.Repeat(part, count))}}]}]}""";
        using HttpResponseMessage response = await PostAsync($"/v1beta/models/{Model}:generateContent", body);
        string text = await response.Content.ReadAsStringAsync();
        Assert.Equal(accepted ? HttpStatusCode.OK : HttpStatusCode.BadRequest, response.StatusCode);
        Assert.Equal(accepted, !text.Contains("can have at most", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("{}", "", 1120)]
    [InlineData("""{"mediaResolution":"MEDIA_RESOLUTION_LOW"}""", "", 280)]
    [InlineData("""{"mediaResolution":"MEDIA_RESOLUTION_LOW"}""", ",\"mediaResolution\":{\"level\":\"MEDIA_RESOLUTION_ULTRA_HIGH\"}", 2240)]
    [InlineData("{}", ",\"mediaResolution\":{\"level\":\"MEDIA_RESOLUTION_MEDIUM\"}", 560)]
    public async Task Resolution_is_what_a_picture_costs(string config, string resolution, int tokens)
    {
        JsonObject answer = await AnswerAsync(JsonNode.Parse($$"""{"generationConfig":{{config}},"contents":[{"parts":[{"text":"a"},{ {{Png}}{{resolution}} }]}]}""")!);
        Assert.Equal(tokens, (int)answer["usageMetadata"]!["promptTokensDetails"]![1]!["tokenCount"]!);
    }

    [Theory]
    [InlineData(Model, "image/png", 8, "IMAGE", 1120)]
    [InlineData("gemini-2.5-flash-lite", "image/png", 8, "IMAGE", 4 * 258)]
    [InlineData(Model, "application/pdf", 250_000, "DOCUMENT", 3 * 560)]
    [InlineData("gemini-2.5-flash-lite", "application/pdf", 250_000, "DOCUMENT", 3 * 258)]
    [InlineData(Model, "audio/wav", 160_000, "AUDIO", 320)]
    [InlineData(Model, "video/mp4", 500_000, "VIDEO", 204)]
    [InlineData("gemini-2.5-flash-lite", "video/mp4", 500_000, "VIDEO", 526)]
    public async Task Media_cost_what_their_kind_and_the_model_say(string model, string type, int bytes, string modality, int tokens)
    {
        string data = Convert.ToBase64String(new byte[bytes]);
        JsonNode usage = (await AnswerAsync(JsonNode.Parse($$$"""{"contents":[{"parts":[{"text":"a"},{"inlineData":{"mimeType":"{{{type}}}","data":"{{{data}}}"}}]}]}""")!, model))["usageMetadata"]!;
        JsonArray details = usage["promptTokensDetails"]!.AsArray();
        Assert.Equal(["TEXT", modality], details.Select(detail => (string)detail!["modality"]!));
        Assert.Equal(tokens, (int)details[1]!["tokenCount"]!);
        Assert.Equal((int)usage["promptTokenCount"]!, details.Sum(detail => (int)detail!["tokenCount"]!));
    }

    [Theory]
    [InlineData(384, 384, 258)]
    [InlineData(768, 769, 516)]
    public async Task The_size_of_a_picture_counts_where_pictures_are_tiled(int width, int height, int tokens)
    {
        byte[] png = [0x89, .. "PNG\r\n"u8, 0x1A, (byte)'\n', 0, 0, 0, 13, .. "IHDR"u8, 0, 0, (byte)(width >> 8), (byte)width, 0, 0, (byte)(height >> 8), (byte)height, 8];
        JsonNode answer = await AnswerAsync(
            JsonNode.Parse($$$"""{"contents":[{"parts":[{"inlineData":{"mimeType":"image/png","data":"{{{Convert.ToBase64String(png)}}}"}}]}]}""")!, "gemini-2.5-flash-lite");
        Assert.Equal(tokens, (int)answer["usageMetadata"]!["promptTokensDetails"]![1]!["tokenCount"]!);
    }

    [Fact]
    public async Task The_text_of_a_file_is_counted_as_text()
    {
        string data = Convert.ToBase64String("The clock strikes every hour, and the harbour hears it."u8);
        JsonNode usage = (await AnswerAsync(JsonNode.Parse($$$"""{"contents":[{"parts":[{"inlineData":{"mimeType":"text/plain","data":"{{{data}}}"}}]}]}""")!))["usageMetadata"]!;
        JsonNode detail = Assert.Single(usage["promptTokensDetails"]!.AsArray())!;
        Assert.Equal("TEXT", (string)detail["modality"]!);
        Assert.InRange((int)detail["tokenCount"]!, 10, 30);
    }

    [Theory]
    [InlineData("0")]
    [InlineData("24.5")]
    [InlineData("-1")]
    public async Task Frames_a_second_have_a_range(string frames) => await RefusalAsync(JsonNode.Parse(
        $$$"""{"contents":[{"parts":[{"inlineData":{"mimeType":"video/mp4","data":"AAAA"},"videoMetadata":{"fps":{{{frames}}}}}]}]}""")!);

    [Theory]
    [InlineData(null, "standard")]
    [InlineData("flex", "flex")]
    [InlineData("PRIORITY", "priority")]
    public async Task The_tier_is_told(string? asked, string told)
    {
        JsonObject body = Bodies.Prompt("Hello");
        body["serviceTier"] = asked;
        using HttpResponseMessage response = await GenerateAsync(body);
        Assert.Equal(told, response.Headers.GetValues("x-gemini-service-tier").Single());
        Assert.Matches("^gfet4t7; dur=[0-9]+$", response.Headers.GetValues("server-timing").Single());
        Assert.Equal(asked is null ? null : told, (string?)JsonNode.Parse(await response.Content.ReadAsStringAsync())!["usageMetadata"]!["serviceTier"]);
    }

    [Fact]
    public async Task A_deadline_that_is_too_short_is_504()
    {
        Emulator.Script(EmulatorFault.Slow(TimeSpan.FromSeconds(10)), EmulatorFault.None);
        Task<HttpResponseMessage> slow = SendAsync("5");

        // Before that the clock would run out for the request itself.
        await Emulator.WaitForRequestsAsync(1);
        while (!slow.IsCompleted)
        {
            _clock.Advance(TimeSpan.FromSeconds(5));
            await Task.Yield();
        }

        using HttpResponseMessage late = await slow;
        Assert.Equal("DEADLINE_EXCEEDED", (string)(await ErrorAsync(late, HttpStatusCode.GatewayTimeout))["status"]!);
        using HttpResponseMessage inTime = await SendAsync("5");
        Assert.Equal(HttpStatusCode.OK, inTime.StatusCode);
        using HttpResponseMessage none = await SendAsync("0");
        await ErrorAsync(none, HttpStatusCode.GatewayTimeout);
    }

    [Fact]
    public async Task The_stable_version_has_no_endpoint_for_OpenAI_clients()
    {
        using HttpResponseMessage response = await Http.GetAsync(new Uri("/v1/openai/models", UriKind.Relative));
        await ErrorAsync(response, HttpStatusCode.NotFound);
    }

    // Google's own client asks version 1 for everything.
    [Theory]
    [InlineData("v1")]
    [InlineData("v1beta")]
    public async Task Caches_and_interactions_are_in_both_versions(string version)
    {
        using HttpResponseMessage caches = await Http.GetAsync(new Uri($"/{version}/cachedContents", UriKind.Relative));
        Assert.Equal(HttpStatusCode.OK, caches.StatusCode);

        using HttpResponseMessage created = await PostAsync($"/{version}/interactions", $$"""{"model":"{{Model}}","input":"Hello"}""");
        var id = (string)JsonNode.Parse(await created.Content.ReadAsStringAsync())!["id"]!;
        using HttpResponseMessage found = await Http.GetAsync(new Uri($"/{version}/interactions/{id}", UriKind.Relative));
        Assert.Equal(HttpStatusCode.OK, found.StatusCode);
    }

    [Theory]
    [InlineData("ANY", "Hello there", "find_order")]
    [InlineData("ANY", "What about the weather in Bergen?", "get_weather")]
    [InlineData("AUTO", "Use get_weather for Bergen.", "get_weather")]
    [InlineData("AUTO", "Use find_order and get_weather.", "find_order,get_weather")]
    [InlineData("AUTO", "Use get_weather2 for Bergen.", "")]
    [InlineData("NONE", "Use get_weather for Bergen.", "")]
    public async Task Functions_are_called_when_demanded_or_named(string mode, string prompt, string expected)
    {
        JsonObject answer = await AnswerAsync(Calling(mode, prompt));
        JsonObject candidate = answer["candidates"]![0]!.AsObject();
        JsonNode[] calls = [.. candidate["content"]!["parts"]!.AsArray().Select(part => part!["functionCall"]).OfType<JsonNode>()];
        Assert.Equal(expected, string.Join(',', calls.Select(call => (string)call["name"]!)));
        Assert.Equal(expected.Length > 0 ? "Model generated function call(s)." : null, (string?)candidate["finishMessage"]);
        foreach (JsonNode call in calls)
        {
            string[] required = (string)call["name"]! == "get_weather" ? ["city", "days"] : ["number"];
            Assert.All(required, name => Assert.NotNull(call["args"]![name]));
        }
    }

    [Fact]
    public async Task Arguments_fit_their_schema_and_come_from_the_prompt()
    {
        JsonNode args = (await AnswerAsync(Calling("ANY", "Show me the order 4711.")))["candidates"]![0]!["content"]!["parts"]![0]!["functionCall"]!["args"]!;
        Assert.Equal("""{"number":4711}""", args.ToJsonString());
    }

    // The names are longer than the city, and would be taken for it.
    [Fact]
    public async Task Names_of_functions_are_no_arguments()
    {
        JsonNode args = (await AnswerAsync(Calling("AUTO", "Call get_weather for Bergen.")))["candidates"]![0]!["content"]!["parts"]![0]!["functionCall"]!["args"]!;
        Assert.Equal("Bergen", (string)args["city"]!);
    }

    private static JsonObject Calling(string mode, string prompt)
    {
        JsonObject body = Bodies.Prompt(prompt);
        body["tools"] = JsonNode.Parse("""
            [{"functionDeclarations":[
              {"name":"find_order","description":"Finds an order.","parameters":{"type":"OBJECT","properties":{"number":{"type":"INTEGER"}},"required":["number"]}},
              {"name":"get_weather","description":"The weather of a city.","parametersJsonSchema":{"type":"object","properties":{"city":{"type":"string"},"days":{"type":"integer","minimum":1,"maximum":5}},"required":["city","days"]}}]}]
            """);
        body["toolConfig"] = new JsonObject { ["functionCallingConfig"] = new JsonObject { ["mode"] = mode } };
        return body;
    }

    private async Task<HttpResponseMessage> SendAsync(string timeout)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri($"/v1beta/models/{Model}:generateContent", UriKind.Relative))
        {
            Content = new StringContent(Bodies.Prompt("Hello").ToJsonString(), Encoding.UTF8, "application/json"),
        };
        request.Headers.Add("X-Server-Timeout", timeout);
        return await Http.SendAsync(request);
    }
}

using System.Net;
using System.Text.Json.Nodes;
using GeminiGen.Emulator.Scripting;

namespace GeminiGen.Emulator.Tests;

/// <summary>The Interactions API: steps, events, conversations kept by the server.</summary>
public sealed class InteractionTests : EmulatorTest
{
    private const string WeatherTool = """{"type":"function","name":"get_weather","description":"Weather of a city.","parameters":{"type":"object","properties":{"city":{"type":"string"}},"required":["city"]}}""";

    [Fact]
    public async Task The_answer_is_the_same_as_steps()
    {
        JsonObject own = await AnswerAsync(Bodies.Prompt("Summarise:\n" + Bodies.Article));
        JsonObject reply = await CreateAsync(Asking("Summarise:\n" + Bodies.Article));
        Assert.Equal(("interaction", "completed", Model), ((string)reply["object"]!, (string)reply["status"]!, (string)reply["model"]!));
        Assert.Equal(["thought", "model_output"], reply["steps"]!.AsArray().Select(step => (string)step!["type"]!));
        Assert.Equal(TextOf(own), OutputOf(reply));
        Assert.Equal((int)own["usageMetadata"]!["totalTokenCount"]!, (int)reply["usage"]!["total_tokens"]!);
        Assert.Equal((int)own["usageMetadata"]!["thoughtsTokenCount"]!, (int)reply["usage"]!["total_thought_tokens"]!);
    }

    [Fact]
    public async Task What_is_kept_can_be_read_gone_on_from_and_deleted()
    {
        JsonObject first = await CreateAsync(Asking("Describe this document.\n\n" + Bodies.Article));
        JsonObject kept = JsonNode.Parse(await Http.GetStringAsync(Address(first)))!.AsObject();
        Assert.Equal(["user_input", "thought", "model_output"], kept["steps"]!.AsArray().Select(step => (string)step!["type"]!));

        JsonObject body = Asking("What was restored?");
        body["previous_interaction_id"] = (string)first["id"]!;
        JsonObject second = await CreateAsync(body);
        Assert.Contains("harbour clock of Westport was restored", OutputOf(second), StringComparison.Ordinal);
        Assert.Equal((string)first["id"]!, (string)second["previous_interaction_id"]!);
        Assert.NotEqual((string)first["id"]!, (string)second["id"]!);

        using HttpResponseMessage deleted = await Http.DeleteAsync(Address(first));
        Assert.Equal("{}", await deleted.Content.ReadAsStringAsync());
        using HttpResponseMessage gone = await Http.GetAsync(Address(first));
        Assert.Equal("not_found", (string)(await WordErrorAsync(gone, HttpStatusCode.NotFound))["code"]!);
        Assert.Equal("not_found", (string)(await RefusedAsync(body, HttpStatusCode.NotFound))["code"]!);
    }

    [Fact]
    public async Task What_shall_not_be_kept_is_not()
    {
        JsonObject body = Asking("Hello");
        body["store"] = false;
        using HttpResponseMessage gone = await Http.GetAsync(Address(await CreateAsync(body)));
        await WordErrorAsync(gone, HttpStatusCode.NotFound);
        body["background"] = true;
        await RefusedAsync(body);
    }

    [Fact]
    public async Task What_runs_in_the_background_is_done_when_asked_for()
    {
        JsonObject body = Asking("Hello");
        body["background"] = true;
        JsonObject reply = await CreateAsync(body);
        Assert.Equal("in_progress", (string)reply["status"]!);
        Assert.Null(reply["steps"]);
        Assert.Equal("completed", (string)JsonNode.Parse(await Http.GetStringAsync(Address(reply)))!["status"]!);
    }

    [Fact]
    public async Task Streams_bring_the_same_step_by_step()
    {
        JsonObject body = Asking("Summarise:\n" + Bodies.Article);
        body["generation_config"] = new JsonObject { ["thinking_summaries"] = "auto", ["thinking_level"] = "low" };
        JsonObject whole = await CreateAsync(body);
        body["stream"] = true;
        (string Name, JsonNode Data)[] events = await EventsAsync(body);

        Assert.Equal(["interaction.created", "interaction.status_update", "step.start"], events.Take(3).Select(item => item.Name));
        Assert.Equal("interaction.completed", events[^1].Name);
        Assert.All(events, item => Assert.Equal(item.Name, (string)item.Data["event_type"]!));
        Assert.Equal(OutputOf(whole), string.Concat(Deltas(events, "text").Select(delta => (string)delta["text"]!)));
        Assert.True(Deltas(events, "text").Count() > 3);
        Assert.Single(Deltas(events, "thought_summary"));
        Assert.Single(Deltas(events, "thought_signature"));
        Assert.Equal(2, events.Count(item => item.Name == "step.stop"));
        Assert.Equal(whole["usage"]!.ToJsonString(), events[^1].Data["interaction"]!["usage"]!.ToJsonString());
        Assert.Null(events[^1].Data["interaction"]!["steps"]);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Functions_make_their_round(bool isStateless)
    {
        JsonObject body = Asking("Call get_weather for Bergen.");
        body["tools"] = new JsonArray(JsonNode.Parse(WeatherTool));
        JsonObject first = await CreateAsync(body);
        Assert.Equal("requires_action", (string)first["status"]!);
        JsonNode call = first["steps"]!.AsArray().Single(step => (string?)step!["type"] == "function_call")!;
        Assert.NotNull(call["arguments"]!["city"]);

        JsonObject result = new() { ["type"] = "function_result", ["name"] = "get_weather", ["call_id"] = (string)call["id"]!, ["result"] = new JsonObject { ["sky"] = "rain" } };
        if (isStateless)
        {
            JsonNode said = JsonNode.Parse("""{"type":"user_input","content":[{"type":"text","text":"Call get_weather for Bergen."}]}""")!;
            body["input"] = new JsonArray([said, .. first["steps"]!.AsArray().Select(step => step!.DeepClone()), result]);
        }
        else
        {
            body["input"] = new JsonArray(result);
            body["previous_interaction_id"] = (string)first["id"]!;
        }

        Assert.Contains("""get_weather: {"sky":"rain"}""", OutputOf(await CreateAsync(body)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_result_may_stand_among_what_the_user_said()
    {
        JsonObject body = Asking("Call get_weather for Bergen.");
        body["tools"] = new JsonArray(JsonNode.Parse(WeatherTool));
        JsonObject first = await CreateAsync(body);
        JsonNode call = first["steps"]!.AsArray().Single(step => (string?)step!["type"] == "function_call")!;
        JsonObject result = new() { ["type"] = "function_result", ["name"] = "get_weather", ["call_id"] = (string)call["id"]!, ["result"] = "rain" };
        body["input"] = new JsonArray(new JsonObject { ["type"] = "user_input", ["content"] = new JsonArray(result) });
        body["previous_interaction_id"] = (string)first["id"]!;
        Assert.Contains("rain", OutputOf(await CreateAsync(body)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Streamed_calls_bring_their_arguments_as_text()
    {
        JsonObject body = Asking("Hello");
        body["tools"] = new JsonArray(JsonNode.Parse(WeatherTool));
        body["generation_config"] = new JsonObject { ["tool_choice"] = "any" };
        body["stream"] = true;
        (string Name, JsonNode Data)[] events = await EventsAsync(body);
        JsonNode start = Assert.Single(events, item => (string?)item.Data["step"]?["type"] == "function_call").Data["step"]!;
        Assert.Equal(("get_weather", "{}"), ((string)start["name"]!, start["arguments"]!.ToJsonString()));
        Assert.NotNull(JsonNode.Parse((string)Assert.Single(Deltas(events, "arguments_delta"))["arguments"]!)!["city"]);
        Assert.Equal("requires_action", (string)events[^1].Data["interaction"]!["status"]!);
    }

    [Theory]
    [InlineData("""{"type":"text","mime_type":"application/json","schema":{"type":"object","properties":{"title":{"type":"string"}},"required":["title"]}}""")]
    [InlineData("""[{"type":"text","mime_type":"application/json","schema":{"type":"object","properties":{"title":{"type":"string"}},"required":["title"]}}]""")]
    [InlineData("""{"type":"object","properties":{"title":{"type":"string"}},"required":["title"]}""")]
    public async Task Formats_are_kept(string format)
    {
        JsonObject body = Asking("Describe this document.\n\n" + Bodies.Article);
        body["response_format"] = JsonNode.Parse(format);
        Assert.Equal("""{"title":"The harbour clock"}""", OutputOf(await CreateAsync(body)));
    }

    [Theory]
    [InlineData("""{"type":"text","text":"Hello"}""")]
    [InlineData("""[{"type":"text","text":"Hello"}]""")]
    [InlineData("""[{"role":"user","content":"Hello"}]""")]
    [InlineData("""[{"type":"user_input","content":"Hello"}]""")]
    public async Task Input_has_many_shapes(string input)
    {
        JsonObject body = Asking("");
        body["input"] = JsonNode.Parse(input);
        Assert.Equal(OutputOf(await CreateAsync(Asking("Hello"))), OutputOf(await CreateAsync(body)));
    }

    [Fact]
    public async Task Pictures_are_counted()
    {
        JsonObject body = Asking("");
        body["input"] = JsonNode.Parse("""[{"type":"text","text":"What is this?"},{"type":"image","mime_type":"image/png","data":"iVBORw0KGgo="}]""");
        JsonObject reply = await CreateAsync(body);
        Assert.Contains("image/png", OutputOf(reply), StringComparison.Ordinal);
        Assert.True((int)reply["usage"]!["total_input_tokens"]! > 1000);
    }

    [Theory]
    [InlineData("""{"input":"a"}""", "model is required")]
    [InlineData("""{"model":"gemini-3.8-flash"}""", "input is required")]
    [InlineData("""{"model":"gemini-3.8-flash","input":[]}""", "must not be empty")]
    [InlineData("""{"model":"gemini-3.8-flash","input":[{"text":"a"}]}""", "needs a type")]
    [InlineData("""{"model":"gemini-3.8-flash","input":[{"type":"smell","data":"a"}]}""", "\"smell\" is not supported")]
    [InlineData("""{"model":"gemini-3.8-flash","input":[{"type":"function_result","call_id":"x","result":"a"}]}""", "\"x\" is that of no function_call")]
    [InlineData("""{"model":"gemini-3.8-flash","input":"a","temperature":1}""", "Unknown name \"temperature\"")]
    [InlineData("""{"model":"gemini-3.8-flash","input":"a","generation_config":{"thinking_level":"extreme"}}""", "thinking_level")]
    [InlineData("""{"model":"gemini-3.8-flash","input":"a","tools":[{"type":"hammer"}]}""", "\"hammer\" is not supported")]
    [InlineData("""{"agent":"some-agent","input":"a"}""", "Agents are not emulated")]
    public async Task Bad_requests_are_refused(string body, string message)
    {
        JsonNode error = await RefusedAsync(JsonNode.Parse(body)!.AsObject());
        Assert.Contains(message, (string)error["message"]!, StringComparison.Ordinal);
        Assert.Equal("invalid_request", (string)error["code"]!);
    }

    [Fact]
    public async Task Faults_reach_interactions()
    {
        Emulator.Script(EmulatorFault.Unavailable(), EmulatorFault.MaxTokens(), EmulatorFault.BlockedPrompt(), EmulatorFault.Unavailable().InsideStream(2));
        Assert.Equal("unavailable", (string)(await RefusedAsync(Asking("Hello"), HttpStatusCode.ServiceUnavailable))["code"]!);
        Assert.Equal("incomplete", (string)(await CreateAsync(Asking("Hello")))["status"]!);
        Assert.Equal("failed", (string)(await CreateAsync(Asking("Hello")))["status"]!);
        JsonObject body = Asking("Hello");
        body["stream"] = true;
        (string Name, JsonNode Data)[] events = await EventsAsync(body, isWhole: false);
        Assert.Equal(("error", "unavailable"), (events[^1].Name, (string)events[^1].Data["error"]!["code"]!));
    }

    private static JsonObject Asking(string text) => new() { ["model"] = Model, ["input"] = text };

    private static Uri Address(JsonObject interaction) => new("/v1beta/interactions/" + (string)interaction["id"]!, UriKind.Relative);

    private static string OutputOf(JsonObject interaction) => string.Concat(interaction["steps"]!.AsArray()
        .Where(step => (string?)step!["type"] == "model_output").SelectMany(step => step!["content"]!.AsArray()).Select(content => (string)content!["text"]!));

    private static IEnumerable<JsonNode> Deltas((string Name, JsonNode Data)[] events, string type) =>
        events.Select(item => item.Data["delta"]).OfType<JsonNode>().Where(delta => (string?)delta["type"] == type);

    private async Task<JsonObject> CreateAsync(JsonObject body)
    {
        using HttpResponseMessage response = await PostAsync("/v1beta/interactions", body.ToJsonString());
        string text = await response.Content.ReadAsStringAsync();
        Assert.True(response.StatusCode == HttpStatusCode.OK, text);
        return JsonNode.Parse(text)!.AsObject();
    }

    private async Task<(string Name, JsonNode Data)[]> EventsAsync(JsonObject body, bool isWhole = true)
    {
        using HttpResponseMessage response = await PostAsync("/v1beta/interactions", body.ToJsonString());
        string text = await response.Content.ReadAsStringAsync();
        Assert.Equal("text/event-stream", response.Content.Headers.ContentType!.MediaType);
        Assert.Equal(isWhole, text.EndsWith("event: done\ndata: [DONE]\n\n", StringComparison.Ordinal));
        return [.. text.Split("\n\n", StringSplitOptions.RemoveEmptyEntries).Where(item => !item.StartsWith("event: done", StringComparison.Ordinal)).Select(item =>
        {
            string[] lines = item.Split('\n');
            return (lines[0]["event: ".Length..], JsonNode.Parse(lines[1]["data: ".Length..])!);
        })];
    }

    private async Task<JsonNode> RefusedAsync(JsonObject body, HttpStatusCode status = HttpStatusCode.BadRequest)
    {
        using HttpResponseMessage response = await PostAsync("/v1beta/interactions", body.ToJsonString());
        return await WordErrorAsync(response, status);
    }

    private static async Task<JsonNode> WordErrorAsync(HttpResponseMessage response, HttpStatusCode status)
    {
        string text = await response.Content.ReadAsStringAsync();
        Assert.True(response.StatusCode == status, $"{response.StatusCode}: {text}");
        return JsonNode.Parse(text)!["error"]!;
    }
}

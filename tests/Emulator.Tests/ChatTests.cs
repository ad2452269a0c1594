using System.Net;
using System.Net.Http.Headers;
using System.Runtime.InteropServices;
using System.Text;
using System.Text.Json.Nodes;
using GeminiGen.Emulator.Scripting;

namespace GeminiGen.Emulator.Tests;

/// <summary>The OpenAI-compatible endpoint, with the key as a bearer token.</summary>
public sealed class ChatTests : EmulatorTest
{
    private const string WeatherTool = """{"type":"function","function":{"name":"get_weather","description":"Weather of a city.","parameters":{"type":"object","properties":{"city":{"type":"string"}},"required":["city"]}}}""";

    [Fact]
    public async Task The_answer_is_the_same_in_other_words()
    {
        string prompt = "Summarise:\n" + Bodies.Article;
        JsonObject own = await AnswerAsync(Bodies.Prompt(prompt));
        JsonObject chat = await ChatAsync(Chat(prompt));
        Assert.Equal(("chat.completion", Model), ((string)chat["object"]!, (string)chat["model"]!));
        JsonNode choice = chat["choices"]![0]!;
        Assert.Equal(("assistant", "stop"), ((string)choice["message"]!["role"]!, (string)choice["finish_reason"]!));
        Assert.Equal(TextOf(own), (string)choice["message"]!["content"]!);
        JsonNode usage = own["usageMetadata"]!;
        Assert.Equal((int)usage["promptTokenCount"]!, (int)chat["usage"]!["prompt_tokens"]!);
        Assert.Equal((int)usage["candidatesTokenCount"]!, (int)chat["usage"]!["completion_tokens"]!);
        Assert.Equal((int)usage["totalTokenCount"]!, (int)chat["usage"]!["total_tokens"]!);
        Assert.Equal((int)usage["thoughtsTokenCount"]!, (int)chat["usage"]!["completion_tokens_details"]!["reasoning_tokens"]!);
    }

    [Fact]
    public async Task System_messages_count_as_the_system_instruction()
    {
        JsonObject own = Bodies.Prompt("Hello");
        own["systemInstruction"] = Bodies.Turn("user", "Be brief.");
        JsonObject chat = Chat("Hello");
        chat["messages"]!.AsArray().Insert(0, new JsonObject { ["role"] = "developer", ["content"] = "Be brief." });
        Assert.Equal((int)(await AnswerAsync(own))["usageMetadata"]!["promptTokenCount"]!, (int)(await ChatAsync(chat))["usage"]!["prompt_tokens"]!);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Streams_end_with_a_word_and_with_usage_if_asked_for(bool includeUsage)
    {
        JsonObject body = Chat("Summarise:\n" + Bodies.Article);
        string whole = (string)(await ChatAsync(body))["choices"]![0]!["message"]!["content"]!;
        body["stream"] = true;
        body["stream_options"] = new JsonObject { ["include_usage"] = includeUsage };
        string text = await StreamAsync(body);
        Assert.EndsWith("\n\ndata: [DONE]\n\n", text, StringComparison.Ordinal);
        Assert.DoesNotContain("\r", text, StringComparison.Ordinal);
        JsonNode[] chunks = Chunks(text);
        Assert.Equal(whole, string.Concat(chunks.SelectMany(chunk => chunk["choices"]!.AsArray()).Select(choice => (string?)choice!["delta"]!["content"])));
        Assert.Single(chunks, chunk => chunk["choices"]!.AsArray().Any(choice => (string?)choice!["finish_reason"] == "stop"));
        Assert.Equal(includeUsage ? 1 : 0, chunks.Count(chunk => chunk["usage"] is not null));
        Assert.Equal(includeUsage, chunks[^1]["choices"]!.AsArray().Count == 0);
        Assert.All(chunks, chunk => Assert.Equal("chat.completion.chunk", (string)chunk["object"]!));
    }

    [Theory]
    [InlineData("""{"type":"json_schema","json_schema":{"name":"card","strict":true,"schema":{"type":"object","properties":{"title":{"type":"string"}},"required":["title"],"additionalProperties":false}}}""", """{"title":"The harbour clock"}""")]
    [InlineData("""{"type":"json_object"}""", null)]
    public async Task Formats_are_kept(string format, string? expected)
    {
        JsonObject body = Chat("Describe this document.\n\n" + Bodies.Article);
        body["response_format"] = JsonNode.Parse(format);
        string content = (string)(await ChatAsync(body))["choices"]![0]!["message"]!["content"]!;
        Assert.Equal(JsonNode.Parse(expected ?? content)!.AsObject().ToJsonString(), JsonNode.Parse(content)!.ToJsonString());
    }

    [Theory]
    [InlineData("gemini-3.8-flash")]
    [InlineData("gemini-2.5-flash-lite")]
    public async Task Functions_make_their_round(string model)
    {
        JsonObject body = Chat("Call get_weather for Bergen.", model);
        body["tools"] = new JsonArray(JsonNode.Parse(WeatherTool));
        JsonNode choice = (await ChatAsync(body))["choices"]![0]!;
        Assert.Equal("tool_calls", (string)choice["finish_reason"]!);
        JsonNode call = choice["message"]!["tool_calls"]![0]!;
        Assert.Equal(("function", "get_weather"), ((string)call["type"]!, (string)call["function"]!["name"]!));
        Assert.NotNull(JsonNode.Parse((string)call["function"]!["arguments"]!)!["city"]);
        Assert.Null((string?)choice["message"]!["content"]);

        body["messages"]!.AsArray().Add(choice["message"]!.DeepClone());
        body["messages"]!.AsArray().Add(new JsonObject { ["role"] = "tool", ["tool_call_id"] = (string)call["id"]!, ["content"] = """{"sky":"rain"}""" });
        Assert.Contains("""get_weather: {"sky":"rain"}""", (string)(await ChatAsync(body))["choices"]![0]!["message"]!["content"]!, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_lost_signature_is_refused_here_too()
    {
        JsonObject body = Chat("Call get_weather for Bergen.");
        body["tools"] = new JsonArray(JsonNode.Parse(WeatherTool));
        JsonNode message = (await ChatAsync(body))["choices"]![0]!["message"]!.DeepClone();
        JsonObject call = message["tool_calls"]![0]!.AsObject();
        Assert.True(call.Remove("extra_content"));
        body["messages"]!.AsArray().Add(message);
        body["messages"]!.AsArray().Add(new JsonObject { ["role"] = "tool", ["tool_call_id"] = (string)call["id"]!, ["content"] = "rain" });
        Assert.Contains("missing a thought_signature", await RefusedAsync(body), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("\"none\"", "Call get_weather for Bergen.", false)]
    [InlineData("\"auto\"", "Call get_weather for Bergen.", true)]
    [InlineData("\"auto\"", "Hello", false)]
    [InlineData("\"required\"", "Hello", true)]
    [InlineData("""{"type":"function","function":{"name":"get_weather"}}""", "Hello", true)]
    public async Task The_choice_of_a_tool_is_kept(string choice, string prompt, bool calls)
    {
        JsonObject body = Chat(prompt);
        body["tools"] = new JsonArray(JsonNode.Parse(WeatherTool));
        body["tool_choice"] = JsonNode.Parse(choice);
        Assert.Equal(calls, (await ChatAsync(body))["choices"]![0]!["message"]!["tool_calls"] is not null);
    }

    [Fact]
    public async Task Streamed_calls_come_whole_and_signed()
    {
        JsonObject body = Chat("Call get_weather for Bergen.");
        body["tools"] = new JsonArray(JsonNode.Parse(WeatherTool));
        body["stream"] = true;
        JsonNode[] chunks = Chunks(await StreamAsync(body));
        JsonNode call = Assert.Single(chunks.Select(chunk => chunk["choices"]![0]!["delta"]!["tool_calls"]).OfType<JsonArray>())[0]!;
        Assert.Equal(0, (int)call["index"]!);
        Assert.NotEqual("", (string)call["extra_content"]!["google"]!["thought_signature"]!);
        Assert.Equal("tool_calls", (string)chunks[^1]["choices"]![0]!["finish_reason"]!);
    }

    // Clients put the pieces of a call together by its index.
    [Theory]
    [InlineData("gemini-3.8-flash")]
    [InlineData("gemini-2.5-flash-lite")]
    public async Task Streamed_calls_are_numbered_through(string model)
    {
        JsonObject body = Chat("Call get_weather and get_tides for Bergen.", model);
        body["tools"] = new JsonArray(JsonNode.Parse(WeatherTool), JsonNode.Parse(WeatherTool.Replace("get_weather", "get_tides", StringComparison.Ordinal)));
        body["stream"] = true;
        JsonNode[] calls = [.. Chunks(await StreamAsync(body)).SelectMany(chunk => chunk["choices"]![0]!["delta"]!["tool_calls"]?.AsArray() ?? []).Select(call => call!)];
        Assert.Equal(["get_weather", "get_tides"], calls.Select(call => (string)call["function"]!["name"]!));
        Assert.Equal([0, 1], calls.Select(call => (int)call["index"]!));
        Assert.Equal(2, calls.Select(call => (string)call["id"]!).Distinct().Count());
    }

    [Fact]
    public async Task Pictures_are_counted()
    {
        JsonObject body = Chat("");
        body["messages"]![0]!["content"] = JsonNode.Parse("""[{"type":"text","text":"What is this?"},{"type":"image_url","image_url":{"url":"data:image/png;base64,iVBORw0KGgo="}}]""");
        JsonObject reply = await ChatAsync(body);
        Assert.Contains("image/png", (string)reply["choices"]![0]!["message"]!["content"]!, StringComparison.Ordinal);
        Assert.True((int)reply["usage"]!["prompt_tokens"]! > 1000);
    }

    [Theory]
    [InlineData("gemini-3.8-flash", "low", "high")]
    [InlineData("gemini-3.8-flash", "minimal", "high")]
    [InlineData("gemini-2.5-flash-lite", "none", "medium")]
    public async Task Effort_is_thinking(string model, string less, string more)
    {
        int low = await ThoughtsAsync(model, less), high = await ThoughtsAsync(model, more);
        Assert.True(high > low, $"{low}, {high}");
        Assert.Equal(less == "none", low == 0);
    }

    [Fact]
    public async Task Thoughts_stand_between_tags()
    {
        JsonObject body = Chat("Hello");
        body["extra_body"] = JsonNode.Parse("""{"google":{"thinking_config":{"include_thoughts":true,"thinking_level":"low"}}}""");
        Assert.StartsWith("<thought>", (string)(await ChatAsync(body))["choices"]![0]!["message"]!["content"]!, StringComparison.Ordinal);
        body["reasoning_effort"] = "low";
        Assert.Contains("cannot be set together", await RefusedAsync(body), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_cache_can_be_named()
    {
        JsonObject body = Chat("Hello");
        body["extra_body"] = JsonNode.Parse("""{"google":{"cached_content":"cachedContents/none"}}""");
        Assert.Contains("CachedContent not found", await RefusedAsync(body, HttpStatusCode.Forbidden), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""{"messages":[{"role":"user","content":"a"}]}""", "model is required")]
    [InlineData("""{"model":"gemini-3.8-flash","messages":[]}""", "contents is not specified")]
    [InlineData("""{"model":"gemini-3.8-flash","messages":[{"role":"bot","content":"a"}]}""", "messages[0].role")]
    [InlineData("""{"model":"gemini-3.8-flash","messages":[{"content":"a"}]}""", "messages[0].role")]
    [InlineData("""{"model":"gemini-3.8-flash","messages":[{"role":"user","content":[{"type":"video","text":"a"}]}]}""", "\"video\" is not supported")]
    [InlineData("""{"model":"gemini-3.8-flash","messages":[{"role":"user","content":[{"type":"image_url","image_url":{"url":"data:image/png,abc"}}]}]}""", "base64")]
    [InlineData("""{"model":"gemini-3.8-flash","messages":[{"role":"tool","tool_call_id":"x","content":"a"}]}""", "\"x\" is the id of no tool call")]
    [InlineData("""{"model":"gemini-3.8-flash","messages":[{"role":"user","content":"a"}],"temperature":3}""", "temperature")]
    [InlineData("""{"model":"gemini-3.8-flash","messages":[{"role":"user","content":"a"}],"colour":3}""", "Unknown name \"colour\"")]
    [InlineData("""{"model":"gemini-3.8-flash","messages":[{"role":"user","content":"a"}],"presence_penalty":1}""", "penalties")]
    [InlineData("""{"model":"gemini-3.8-flash","messages":[{"role":"assistant","tool_calls":[{"id":"a","function":{"name":"f","arguments":"{"}}]}]}""", "no JSON object")]
    public async Task Bad_requests_are_refused(string body, string message) =>
        Assert.Contains(message, await RefusedAsync(JsonNode.Parse(body)!.AsObject()), StringComparison.Ordinal);

    [Theory]
    [InlineData("nobody", HttpStatusCode.NotFound)]
    [InlineData("gemini-2.0-flash", HttpStatusCode.NotFound)]
    [InlineData("gemini-embedding-001", HttpStatusCode.NotFound)]
    public async Task Models_are_checked(string model, HttpStatusCode status) => await RefusedAsync(Chat("Hello", model), status);

    [Fact]
    public async Task Credentials_are_checked()
    {
        using HttpResponseMessage both = await SendAsync(Chat("Hello"), "Bearer " + Emulator.ApiKey, Emulator.ApiKey);
        Assert.Contains("Multiple authentication credentials", await MessageAsync(both, HttpStatusCode.BadRequest), StringComparison.Ordinal);
        using HttpResponseMessage none = await SendAsync(Chat("Hello"), null, null);
        Assert.Contains("Missing or invalid Authorization header", await MessageAsync(none, HttpStatusCode.BadRequest), StringComparison.Ordinal);
        using HttpResponseMessage wrong = await SendAsync(Chat("Hello"), "Bearer other", null);
        Assert.Contains("API key not valid", await MessageAsync(wrong, HttpStatusCode.BadRequest), StringComparison.Ordinal);
        using HttpResponseMessage header = await SendAsync(Chat("Hello"), null, Emulator.ApiKey);
        Assert.Equal(HttpStatusCode.OK, header.StatusCode);
    }

    [Fact]
    public async Task Faults_reach_chats()
    {
        Emulator.Script(EmulatorFault.QuotaPerMinute(), EmulatorFault.MaxTokens(), EmulatorFault.Withheld(), EmulatorFault.BlockedPrompt(), EmulatorFault.Unavailable().InsideStream(1));
        Assert.Contains("quota", await RefusedAsync(Chat("Hello"), HttpStatusCode.TooManyRequests), StringComparison.Ordinal);
        Assert.Equal("length", (string)(await ChatAsync(Chat("Hello")))["choices"]![0]!["finish_reason"]!);
        Assert.Equal("content_filter", (string)(await ChatAsync(Chat("Hello")))["choices"]![0]!["finish_reason"]!);
        Assert.Equal("content_filter", (string)(await ChatAsync(Chat("Hello")))["choices"]![0]!["finish_reason"]!);
        JsonObject body = Chat("Hello");
        body["stream"] = true;
        string text = await StreamAsync(body);
        Assert.Equal(503, (int)JsonNode.Parse(text.Split("data: ")[^1])!["error"]!["code"]!);
    }

    [Fact]
    public async Task Vectors_come_as_numbers_or_bytes()
    {
        JsonObject body = new() { ["model"] = "gemini-embedding-001", ["input"] = new JsonArray("clock", "harbour"), ["dimensions"] = 256 };
        JsonNode numbers = JsonNode.Parse(await OkAsync("embeddings", body))!;
        float[] first = [.. numbers["data"]![0]!["embedding"]!.AsArray().Select(number => (float)number!)];
        Assert.Equal((256, 1), (first.Length, (int)numbers["data"]![1]!["index"]!));
        body["encoding_format"] = "base64";
        body["input"] = "clock";
        JsonNode bytes = JsonNode.Parse(await OkAsync("embeddings", body))!;
        Assert.Equal(first, MemoryMarshal.Cast<byte, float>(Convert.FromBase64String((string)bytes["data"]![0]!["embedding"]!)).ToArray());
        Assert.Equal((int)bytes["usage"]!["prompt_tokens"]!, (int)bytes["usage"]!["total_tokens"]!);
    }

    [Theory]
    [InlineData("""{"model":"gemini-embedding-001","input":[]}""", HttpStatusCode.BadRequest)]
    [InlineData("""{"model":"gemini-embedding-001","input":[[1,2]]}""", HttpStatusCode.BadRequest)]
    [InlineData("""{"model":"gemini-embedding-001","input":"a","dimensions":9999}""", HttpStatusCode.BadRequest)]
    [InlineData("""{"model":"gemini-3.8-flash","input":"a"}""", HttpStatusCode.NotFound)]
    public async Task Bad_vectors_are_refused(string body, HttpStatusCode status)
    {
        using HttpResponseMessage response = await SendAsync(JsonNode.Parse(body)!, "Bearer " + Emulator.ApiKey, null, "embeddings");
        Assert.NotEqual("", await MessageAsync(response, status));
    }

    [Fact]
    public async Task Models_are_listed()
    {
        JsonArray models = JsonNode.Parse(await Http.GetStringAsync(new Uri("/v1beta/openai/models", UriKind.Relative)))!["data"]!.AsArray();
        Assert.Equal(GeminiModelCatalog.All.Count, models.Count);
        Assert.Equal($"models/{Model}", (string)JsonNode.Parse(await Http.GetStringAsync(new Uri($"/v1beta/openai/models/models/{Model}", UriKind.Relative)))!["id"]!);
        using HttpResponseMessage unknown = await Http.GetAsync(new Uri("/v1beta/openai/models/nobody", UriKind.Relative));
        Assert.NotEqual("", await MessageAsync(unknown, HttpStatusCode.NotFound));
    }

    private static JsonObject Chat(string text, string model = Model) => new()
    {
        ["model"] = model,
        ["messages"] = new JsonArray(new JsonObject { ["role"] = "user", ["content"] = text }),
    };

    private static JsonNode[] Chunks(string stream) =>
        [.. stream.Split("\n\n", StringSplitOptions.RemoveEmptyEntries).Select(text => text["data: ".Length..]).Where(text => text != "[DONE]").Select(text => JsonNode.Parse(text)!)];

    private async Task<JsonObject> ChatAsync(JsonObject body) => JsonNode.Parse(await OkAsync("chat/completions", body))!.AsObject();

    private Task<string> StreamAsync(JsonObject body) => OkAsync("chat/completions", body);

    private async Task<int> ThoughtsAsync(string model, string effort)
    {
        JsonObject body = Chat("Hello", model);
        body["reasoning_effort"] = effort;
        return (int?)(await ChatAsync(body))["usage"]!["completion_tokens_details"]?["reasoning_tokens"] ?? 0;
    }

    private async Task<string> OkAsync(string path, JsonObject body)
    {
        using HttpResponseMessage response = await SendAsync(body, "Bearer " + Emulator.ApiKey, null, path);
        string text = await response.Content.ReadAsStringAsync();
        Assert.True(response.StatusCode == HttpStatusCode.OK, text);
        return text;
    }

    private async Task<string> RefusedAsync(JsonObject body, HttpStatusCode status = HttpStatusCode.BadRequest)
    {
        using HttpResponseMessage response = await SendAsync(body, "Bearer " + Emulator.ApiKey, null);
        return await MessageAsync(response, status);
    }

    /// <summary>The message of a refusal, which this endpoint wraps in an array.</summary>
    private static async Task<string> MessageAsync(HttpResponseMessage response, HttpStatusCode status)
    {
        string text = await response.Content.ReadAsStringAsync();
        Assert.True(response.StatusCode == status, $"{response.StatusCode}: {text}");
        return (string)Assert.Single(JsonNode.Parse(text)!.AsArray())!["error"]!["message"]!;
    }

    private async Task<HttpResponseMessage> SendAsync(JsonNode body, string? authorization, string? key, string path = "chat/completions")
    {
        using var http = new HttpClient { BaseAddress = Emulator.BaseAddress };
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri("/v1beta/openai/" + path, UriKind.Relative))
        {
            Content = new StringContent(body.ToJsonString(), Encoding.UTF8, new MediaTypeHeaderValue("application/json")),
        };
        if (authorization is not null)
        {
            request.Headers.TryAddWithoutValidation("Authorization", authorization);
        }

        if (key is not null)
        {
            request.Headers.Add("x-goog-api-key", key);
        }

        return await http.SendAsync(request);
    }
}

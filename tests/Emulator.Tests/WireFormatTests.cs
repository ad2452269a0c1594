using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using GeminiGen.Emulator.Errors;
using GeminiGen.Emulator.Recording;
using Microsoft.AspNetCore.Http;

namespace GeminiGen.Emulator.Tests;

/// <summary>How bodies are read: spellings, types, odd bytes.</summary>
public sealed class WireFormatTests : EmulatorTest
{
    private const string Path = $"/v1beta/models/{Model}:generateContent";

    [Fact]
    public async Task Both_spellings_are_accepted()
    {
        JsonNode camel = JsonNode.Parse("""{"systemInstruction":{"parts":[{"text":"Be brief."}]},"contents":[{"parts":[{"text":"Hello"}]}],"generationConfig":{"maxOutputTokens":500,"thinkingConfig":{"thinkingLevel":"LOW"}}}""")!;
        JsonNode snake = JsonNode.Parse("""{"system_instruction":{"parts":{"text":"Be brief."}},"contents":{"parts":{"text":"Hello"}},"generation_config":{"max_output_tokens":"500","thinking_config":{"thinking_level":"LOW"}}}""")!;
        JsonObject first = await AnswerAsync(camel);
        JsonObject second = await AnswerAsync(snake);
        Assert.Equal(TextOf(first), TextOf(second));
        Assert.Equal(first["usageMetadata"]!.ToJsonString(), second["usageMetadata"]!.ToJsonString());
    }

    // As Vercel's and LangChain's clients send them, and as Google's own pages write them now and then.
    [Fact]
    public async Task Enum_values_are_read_in_any_case()
    {
        const string Body = """
            {"contents":[{"role":"user","parts":[{"text":"Hello"}]}],
             "tools":[{"functionDeclarations":[{"name":"greet","parameters":{"type":"OBJECT","properties":{"names":{"type":"ARRAY","items":{"type":"STRING"}}},"required":["names"]}}]}],
             "toolConfig":{"functionCallingConfig":{"mode":"ANY"}},"safetySettings":[{"category":"HARM_CATEGORY_HARASSMENT","threshold":"OFF"}],"serviceTier":"FLEX",
             "generationConfig":{"responseModalities":["TEXT"],"thinkingConfig":{"thinkingLevel":"LOW"}}}
            """;
        string lower = Body;
        foreach (string name in (string[])["OBJECT", "ARRAY", "STRING", "ANY", "HARM_CATEGORY_HARASSMENT", "OFF", "FLEX", "TEXT", "LOW"])
        {
            lower = lower.Replace($"\"{name}\"", $"\"{name.ToLowerInvariant()}\"", StringComparison.Ordinal);
        }

        JsonObject first = await AnswerAsync(JsonNode.Parse(Body)!);
        JsonObject second = await AnswerAsync(JsonNode.Parse(lower)!);
        JsonNode call = first["candidates"]![0]!["content"]!["parts"]![0]!["functionCall"]!;
        Assert.Equal("greet", (string)call["name"]!);
        Assert.Equal(call["args"]!.ToJsonString(), second["candidates"]![0]!["content"]!["parts"]![0]!["functionCall"]!["args"]!.ToJsonString());
        Assert.Equal(first["usageMetadata"]!.ToJsonString(), second["usageMetadata"]!.ToJsonString());
    }

    [Theory]
    [InlineData("models/gemini-3.8-flash:countTokens", """{"generate_content_request":{"model":"models/gemini-3.8-flash","system_instruction":{"parts":[{"text":"a"}]},"contents":[{"parts":[{"text":"a"}]}]}}""", "totalTokens")]
    [InlineData("models/gemini-3.8-flash:countTokens", """{"generateContentRequest":{"model":"models/gemini-3.8-flash","systemInstruction":{"parts":[{"text":"a"}]},"contents":[{"parts":[{"text":"a"}]}]}}""", "totalTokens")]
    [InlineData("models/gemini-embedding-001:batchEmbedContents", """{"requests":[{"model":"models/gemini-embedding-001","content":{"parts":[{"text":"a"}]},"output_dimensionality":128,"task_type":"RETRIEVAL_QUERY"}]}""", "embeddings")]
    [InlineData("models/gemini-embedding-001:batchEmbedContents", """{"requests":[{"model":"models/gemini-embedding-001","content":{"parts":[{"text":"a"}]},"outputDimensionality":128,"taskType":"RETRIEVAL_QUERY"}]}""", "embeddings")]
    [InlineData("models/gemini-3.8-flash:batchGenerateContent", """{"batch":{"display_name":"a","input_config":{"requests":{"requests":[{"request":{"contents":[{"parts":[{"text":"a"}]}]}}]}}}}""", "metadata")]
    public async Task Both_spellings_are_accepted_beside_generate(string method, string body, string field)
    {
        using HttpResponseMessage response = await PostAsync("/v1beta/" + method, body);
        string text = await response.Content.ReadAsStringAsync();
        Assert.True(JsonNode.Parse(text)![field] is not null, text);
    }

    [Theory]
    [InlineData("""{"contents":[{"parts":[{"text":"a"}]}],"temperature":1}""", "", "Unknown name \"temperature\"")]
    [InlineData("""{"contents":[{"parts":[{"text":"a"}]}],"generationConfig":{"temprature":1}}""", "generation_config", "Unknown name \"temprature\" at 'generation_config'")]
    [InlineData("""{"contents":[{"parts":[{"txt":"a"}]}]}""", "contents[0].parts[0]", "Unknown name \"txt\" at 'contents[0].parts[0]'")]
    [InlineData("""{"contents":[{"parts":[{"text":1}]}]}""", "contents[0].parts[0].text", "Invalid value at 'contents[0].parts[0].text' (TYPE_STRING), 1")]
    [InlineData("""{"contents":[{"parts":[{"text":"a"}]}],"generationConfig":{"temperature":"warm"}}""", "generation_config.temperature", "(TYPE_FLOAT), \"warm\"")]
    [InlineData("""{"contents":[{"parts":[{"text":"a"}]}],"generationConfig":{"maxOutputTokens":1.5}}""", "generation_config.max_output_tokens", "(TYPE_INT32), 1.5")]
    [InlineData("""{"contents":[{"parts":[{"text":"a"}]}],"generationConfig":{"thinkingConfig":{"thinkingLevel":"EXTREME"}}}""", "generation_config.thinking_config.thinking_level", "\"EXTREME\"")]
    [InlineData("""{"contents":[{"parts":[{"text":"a"}]}],"generationConfig":{"thinkingConfig":{"includeThoughts":"yes"}}}""", "generation_config.thinking_config.include_thoughts", "(TYPE_BOOL)")]
    [InlineData("""{"contents":[{"parts":[{"text":"a"}]}],"safetySettings":[{"category":"HARM_CATEGORY_NOISE","threshold":"OFF"}]}""", "safety_settings[0].category", "HarmCategory")]
    [InlineData("""{"contents":[{"parts":[{"inlineData":{"mimeType":"image/png","data":"%%%"}}]}]}""", "contents[0].parts[0].inline_data.data", "(TYPE_BYTES)")]
    [InlineData("""{"contents":"hello"}""", "contents", "an object is expected")]
    [InlineData("""{"contents":[{"parts":[{"text":"a"}]}],"generationConfig":{"responseSchema":{"type":"text"}}}""", "generation_config.response_schema.type", "\"text\"")]
    [InlineData("""{"contents":[{"parts":[{"text":"a"}]}],"generationConfig":{"responseSchema":{"$ref":"#"}}}""", "generation_config.response_schema", "$ref")]
    public async Task Wrong_field_is_named(string body, string field, string message)
    {
        JsonObject error = await RefusalAsync(JsonNode.Parse(body)!);
        Assert.Contains(message, (string)error["message"]!, StringComparison.Ordinal);
        JsonNode details = error["details"]![0]!;
        Assert.Equal("type.googleapis.com/google.rpc.BadRequest", (string)details["@type"]!);
        Assert.Equal(field, (string?)details["fieldViolations"]![0]!["field"] ?? "");
    }

    [Fact]
    public async Task Every_wrong_field_is_named()
    {
        JsonObject error = await RefusalAsync(JsonNode.Parse("""{"foo":1,"bar":2,"contents":[{"parts":[{"text":"a"}]}]}""")!);
        Assert.Equal(2, error["details"]![0]!["fieldViolations"]!.AsArray().Count);
    }

    [Fact]
    public async Task Null_is_as_good_as_absent()
    {
        await AnswerAsync(JsonNode.Parse("""{"contents":[{"role":null,"parts":[{"text":"Hello","inlineData":null}]}],"tools":null,"generationConfig":{"topP":null}}""")!);
    }

    public static TheoryData<string, byte[]> OddBodies => new()
    {
        { "empty", [] },
        { "not JSON", "Hello"u8.ToArray() },
        { "half", "{\"contents\":["u8.ToArray() },
        { "array", "[]"u8.ToArray() },
        { "number", "1"u8.ToArray() },
        { "invalid UTF-8", [.. "{\"contents\":[{\"parts\":[{\"text\":\""u8, 0xFF, 0xC0, .. "\"}]}]}"u8] },
        { "UTF-16", Encoding.Unicode.GetBytes("{\"contents\":[]}") },
        { "half a surrogate pair", "{\"contents\":[{\"parts\":[{\"text\":\"\\ud83d\"}]}]}"u8.ToArray() },
        { "half a pair as a name", "{\"\\udc00\":1}"u8.ToArray() },
        { "deep", Encoding.UTF8.GetBytes(new string('[', 5000) + new string(']', 5000)) },
        { "deep in a field", Encoding.UTF8.GetBytes("{\"generationConfig\":{\"responseJsonSchema\":" + string.Concat(Enumerable.Repeat("{\"items\":", 200)) + "{}" + new string('}', 200) + "}}") },
        { "twice the same name", "{\"contents\":[],\"contents\":[]}"u8.ToArray() },
        { "trailing text", "{} {}"u8.ToArray() },
    };

    [Theory]
    [MemberData(nameof(OddBodies))]
    public async Task Odd_body_is_400_in_the_envelope(string name, byte[] body)
    {
        Assert.NotEmpty(name);
        using HttpResponseMessage response = await PostAsync(Path, body);
        JsonObject error = await ErrorAsync(response, HttpStatusCode.BadRequest);
        Assert.Equal("INVALID_ARGUMENT", (string)error["status"]!);
        Assert.Equal(body, Assert.Single(Emulator.Requests).Body.ToArray());
    }

    [Fact]
    public async Task More_than_100_MB_is_413_in_the_envelope()
    {
        using HttpResponseMessage response = await PostAsync(Path, new byte[(100 * 1024 * 1024) + 1]);
        await ErrorAsync(response, HttpStatusCode.RequestEntityTooLarge);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task What_is_too_large_is_read_and_not_kept(bool announced)
    {
        const long Length = 300L * 1024 * 1024;
        var context = new DefaultHttpContext();
        context.Request.Body = new EndlessStream(Length);
        context.Request.ContentLength = announced ? Length : null;
        var options = new GeminiEmulatorOptions();

        // All of it is read on this thread, as the stream never waits.
        long before = GC.GetAllocatedBytesForCurrentThread();
        Task reading = RequestRecorder.ReadAsync(context.Request, options, new Secrets(options), CancellationToken.None);
        long allocated = GC.GetAllocatedBytesForCurrentThread() - before;
        Assert.True(reading.IsCompleted);
        await Assert.ThrowsAsync<ApiErrorException>(() => reading);
        Assert.InRange(allocated, 0, announced ? 1024 * 1024 : 300L * 1024 * 1024);
    }

    [Fact]
    public async Task A_large_body_that_was_announced_is_kept_once()
    {
        const int Length = 90 * 1024 * 1024;
        var context = new DefaultHttpContext();
        context.Request.Body = new EndlessStream(Length);
        context.Request.ContentLength = Length;
        var options = new GeminiEmulatorOptions();
        long before = GC.GetAllocatedBytesForCurrentThread();
        RecordedRequest request = await RequestRecorder.ReadAsync(context.Request, options, new Secrets(options), CancellationToken.None);
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, Length, 2L * Length);
        Assert.Equal(Length, request.Body.Length);
    }

    [Fact]
    public async Task Large_body_is_answered()
    {
        string text = string.Concat(Enumerable.Repeat("The harbour clock strikes every hour. ", 100_000));
        JsonObject answer = await AnswerAsync(Bodies.Prompt("Summarise in one sentence:\n" + text));
        Assert.StartsWith("The harbour clock strikes every hour.", TextOf(answer), StringComparison.Ordinal);
    }

    /// <summary>So many bytes of nothing, at once.</summary>
    private sealed class EndlessStream(long length) : MemoryStream
    {
        private long _left = length;

        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
        {
            int read = (int)Math.Min(_left, buffer.Length);
            _left -= read;
            return ValueTask.FromResult(read);
        }
    }
}

using System.Net;
using System.Text.Json;
using System.Text.Json.Nodes;
using GeminiGen.Emulator.Scripting;
using Json.Schema;

namespace GeminiGen.Emulator.Tests;

/// <summary>Scripts in JSON: what they say happens, what they cannot say is told where it stands, and the published schema agrees.</summary>
public sealed class ScriptFileTests : EmulatorTest
{
    private const string Everything = """
        {
          "$schema": "emulator-script.schema.json",
          "comment": "All there is.",
          "clock": "2026-11-24T10:00:00Z",
          "rules": [
            { "comment": "refused once", "when": { "model": "gemini-3.*", "text": "refund", "call": 2 }, "fault": "unavailable" },
            { "when": { "system": "desk", "path": ":generate", "stream": false, "headers": { "x-a": "b" } }, "answer": { "kind": "Refund", "amounts": [1.50] }, "finishReason": "OTHER", "thoughts": "Hm." },
            { "times": 1, "functionCalls": [ { "name": "Cancel", "arguments": { "number": "A-1" } }, { "name": "Tell" } ] },
            { "times": 2, "fault": { "code": 429, "status": "RESOURCE_EXHAUSTED", "message": "Slow down.", "details": [ { "retryDelay": "3s" } ] } },
            { "times": 1, "answer": "Slow.", "delay": "0s", "tokensPerSecond": 100000.5, "cutAtByte": 100000, "malformedPieces": [ { "piece": 9, "text": "{" } ] },
            { "when": { "stream": true }, "fault": "cutStream", "afterPieces": 0 },
            { "answer": "Always." }
          ]
        }
        """;

    [Fact]
    public async Task Rules_do_what_they_say()
    {
        Emulator.Play(EmulatorScript.Parse(Everything));
        JsonNode calls = (await AnswerAsync(Bodies.Prompt("refund")))["candidates"]![0]!["content"]!["parts"]!;
        Assert.Equal("A-1", (string)calls[0]!["functionCall"]!["args"]!["number"]!);
        Assert.Equal("Tell", (string)calls[1]!["functionCall"]!["name"]!);
        await RefusalAsync(Bodies.Prompt("refund"), HttpStatusCode.ServiceUnavailable);
        JsonObject error = await RefusalAsync(Bodies.Prompt("Hello"), HttpStatusCode.TooManyRequests);
        Assert.Equal("3s", (string)error["details"]![0]!["retryDelay"]!);
        await RefusalAsync(Bodies.Prompt("Hello"), HttpStatusCode.TooManyRequests);
        Assert.Equal("Slow.", TextOf(await AnswerAsync(Bodies.Prompt("Hello"))));
        Assert.Equal("Always.", TextOf(await AnswerAsync(Bodies.Prompt("Hello"))));
        Assert.Equal("Always.", TextOf(await AnswerAsync(Bodies.Prompt("Hello"))));
    }

    [Fact]
    public async Task Answer_may_be_json_and_conditions_join()
    {
        Emulator.Play(EmulatorScript.Parse(Everything));
        JsonObject body = Bodies.Prompt("Hello");
        body["systemInstruction"] = new JsonObject { ["parts"] = new JsonArray(new JsonObject { ["text"] = "You are the desk." }) };
        Http.DefaultRequestHeaders.Add("x-a", "abc");
        JsonNode candidate = (await AnswerAsync(body))["candidates"]![0]!;
        Assert.Equal("OTHER", (string)candidate["finishReason"]!);
        Assert.Equal("Hm.", (string)candidate["content"]!["parts"]![0]!["text"]!);
        Assert.Equal("""{"kind":"Refund","amounts":[1.50]}""", (string)candidate["content"]!["parts"]![1]!["text"]!);
    }

    [Fact]
    public void Clock_is_told() => Assert.Equal(new DateTimeOffset(2026, 11, 24, 10, 0, 0, TimeSpan.Zero), EmulatorScript.Parse(Everything).Clock);

    [Theory]
    [InlineData("{", 1, 2, "Expected a member name")]
    [InlineData("{\n  \"rule\": []\n}", 2, 3, "What may stand there: rules, clock")]
    [InlineData("{\"rules\":[\n{\"answr\":\"x\"}]}", 2, 2, "What may stand there: when, times, answer")]
    [InlineData("{\"rules\":[\n{\"when\":{\"modell\":\"x\"}}]}", 2, 10, "model, system, text, path, stream, call, headers")]
    [InlineData("{\"rules\":[{\"fault\":\"unavailible\"}]}", 1, 20, "unavailable")]
    [InlineData("{\"rules\":[{\"fault\":{\"code\":200}}]}", 1, 28, "400 to 599")]
    [InlineData("{\"rules\":[{\"fault\":{\"status\":\"X\"}}]}", 1, 20, "needs a \"code\"")]
    [InlineData("{\"rules\":[{\"fault\":\"unavailable\",\n \"answer\":\"x\"}]}", 2, 2, "Make two rules")]
    [InlineData("{\"rules\":[{\"delay\":\"1 minute\"}]}", 1, 20, "250ms")]
    [InlineData("{\"rules\":[{\"times\":0}]}", 1, 20, "1 or more")]
    [InlineData("{\"rules\":[{\"tokensPerSecond\":0}]}", 1, 30, "above 0")]
    [InlineData("{\"rules\":[{\"functionCalls\":[{\"arguments\":{}}]}]}", 1, 29, "needs a \"name\"")]
    [InlineData("{\"rules\":[{\"functionCalls\":[]}]}", 1, 28, "at least one item")]
    [InlineData("{\"rules\":{}}", 1, 10, "a list")]
    [InlineData("[]", 1, 1, "an object with \"rules\"")]
    [InlineData("{\"clock\":\"noon\"}", 1, 10, "2026-11-30T08:00:00Z")]
    [InlineData("{\"rules\":[{\"when\":{\"stream\":\"yes\"}}]}", 1, 29, "true or false")]
    public void Error_names_line_column_and_cure(string script, int line, int column, string cure)
    {
        EmulatorScriptException exception = Assert.Throws<EmulatorScriptException>(() => EmulatorScript.Parse(script, "faults.json"));
        Assert.Equal((line, column), (exception.Line, exception.Column));
        Assert.StartsWith($"faults.json({line},{column}): ", exception.Message, StringComparison.Ordinal);
        Assert.Contains(cure, exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Schema_takes_what_the_reader_takes() => Assert.True(Schema().Evaluate(Parse(Everything)).IsValid);

    [Theory]
    [InlineData("""{"rule":[]}""")]
    [InlineData("""{"rules":[{"answr":"x"}]}""")]
    [InlineData("""{"rules":[{"when":{"modell":"x"}}]}""")]
    [InlineData("""{"rules":[{"fault":"unavailible"}]}""")]
    [InlineData("""{"rules":[{"fault":{"code":200}}]}""")]
    [InlineData("""{"rules":[{"fault":"unavailable","answer":"x"}]}""")]
    [InlineData("""{"rules":[{"delay":"1 minute"}]}""")]
    [InlineData("""{"rules":[{"times":0}]}""")]
    public void Schema_refuses_what_the_reader_refuses(string script)
    {
        Assert.Throws<EmulatorScriptException>(() => EmulatorScript.Parse(script));
        Assert.False(Schema().Evaluate(Parse(script)).IsValid);
    }

    [Fact]
    public void File_is_read_and_named()
    {
        string path = Path.GetTempFileName();
        try
        {
            File.WriteAllText(path, """{"rules":[{}],"x":1}""");
            Assert.StartsWith($"{path}(1,15): ", Assert.Throws<EmulatorScriptException>(() => EmulatorScript.Load(path)).Message, StringComparison.Ordinal);
        }
        finally
        {
            File.Delete(path);
        }
    }

    private static JsonSchema Schema() => JsonSchema.FromText(File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "emulator-script.schema.json")));

    private static JsonElement Parse(string json) => JsonSerializer.Deserialize<JsonElement>(json);
}

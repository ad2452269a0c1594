using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using GeminiGen.Emulator.Scripting;
using Microsoft.Extensions.Time.Testing;

namespace GeminiGen.Emulator.Tests;

/// <summary>Which call a scripted fault is for, and how what it sends arrives.</summary>
public sealed class ScriptTests : EmulatorTest
{
    private readonly FakeTimeProvider _clock = new(new DateTimeOffset(2026, 11, 24, 0, 0, 0, TimeSpan.Zero));

    protected override GeminiEmulatorOptions Options => new() { TimeProvider = _clock };

    [Fact]
    public async Task Fault_waits_for_the_call_it_is_for()
    {
        Emulator.Script(
            EmulatorFault.Answer("refund").When(new CallMatch { Text = "money" }),
            EmulatorFault.Answer("lite").When(new CallMatch { Model = "*-lite" }),
            EmulatorFault.Answer("desk").When(new CallMatch { System = "support" }),
            EmulatorFault.Answer("any"));
        Assert.Equal("any", TextOf(await AnswerAsync(Bodies.Prompt("Hello"))));
        Assert.Equal("lite", TextOf(await AnswerAsync(Bodies.Prompt("Hello"), "gemini-3.5-flash-lite")));
        JsonObject supported = Bodies.Prompt("Hello");
        supported["systemInstruction"] = new JsonObject { ["parts"] = new JsonArray(new JsonObject { ["text"] = "You are a support agent." }) };
        Assert.Equal("desk", TextOf(await AnswerAsync(supported)));
        Assert.Equal("refund", TextOf(await AnswerAsync(Bodies.Prompt("I want my money back."))));
        Assert.NotEqual("refund", TextOf(await AnswerAsync(Bodies.Prompt("I want my money back."))));
    }

    [Fact]
    public async Task First_that_fits_wins()
    {
        Emulator.Script(EmulatorFault.Answer("first").When(new CallMatch { Text = "Hello" }), EmulatorFault.Answer("second"));
        Assert.Equal("first", TextOf(await AnswerAsync(Bodies.Prompt("Hello"))));
        Assert.Equal("second", TextOf(await AnswerAsync(Bodies.Prompt("Hello"))));
    }

    [Fact]
    public async Task Call_is_counted_among_those_that_fit()
    {
        Emulator.Script(EmulatorFault.Answer("third").When(new CallMatch { Text = "Hello", Call = 3 }), EmulatorFault.Answer("second").When(new CallMatch { Text = "Hello", Call = 2 }));
        var answers = new List<bool>();
        foreach (string text in (string[])["Hello 1", "Bye", "Hello 2", "Hello 3", "Hello 4"])
        {
            answers.Add(TextOf(await AnswerAsync(Bodies.Prompt(text))) is "second" or "third");
        }

        Assert.Equal([false, false, true, true, false], answers);
    }

    [Fact]
    public async Task Headers_paths_and_streams_tell_calls_apart()
    {
        Emulator.Script(
            EmulatorFault.Unavailable().When(new CallMatch { Headers = new Dictionary<string, string> { ["x-goog-api-client"] = "genai-js" } }).Always(),
            EmulatorFault.InternalError().When(new CallMatch { Path = ":countTokens" }).Always(),
            EmulatorFault.QuotaPerDay().When(new CallMatch { Streams = true }).Always());
        await AnswerAsync(Bodies.Prompt("Hello"));
        using HttpResponseMessage count = await PostAsync($"/v1beta/models/{Model}:countTokens", Bodies.Prompt("Hello").ToJsonString());
        using HttpResponseMessage stream = await PostAsync($"/v1beta/models/{Model}:streamGenerateContent?alt=sse", Bodies.Prompt("Hello").ToJsonString());
        Http.DefaultRequestHeaders.Add("x-goog-api-client", "Genai-JS/1.2");
        using HttpResponseMessage client = await GenerateAsync(Bodies.Prompt("Hello"));
        Assert.Equal([500, 429, 503], new[] { count, stream, client }.Select(response => (int)response.StatusCode));
    }

    [Fact]
    public async Task Fault_may_be_for_every_call()
    {
        Emulator.Script(EmulatorFault.Unavailable().Always());
        for (int i = 0; i < 3; i++)
        {
            await RefusalAsync(Bodies.Prompt("Hello"), HttpStatusCode.ServiceUnavailable);
        }
    }

    [Fact]
    public async Task Finish_reason_and_thoughts_may_be_given()
    {
        Emulator.Script(EmulatorFault.Answer("Yes.").Thinking("Is it? It is.").Ending("OTHER"));
        JsonNode candidate = (await AnswerAsync(Bodies.Prompt("Hello")))["candidates"]![0]!;
        Assert.Equal("OTHER", (string)candidate["finishReason"]!);
        JsonNode thought = candidate["content"]!["parts"]![0]!;
        Assert.True((bool)thought["thought"]!);
        Assert.Equal("Is it? It is.", (string)thought["text"]!);
        Assert.Equal("Yes.", (string)candidate["content"]!["parts"]![1]!["text"]!);
    }

    [Fact]
    public async Task Error_may_have_details()
    {
        Emulator.Script(EmulatorFault.ApiFailure(429, "RESOURCE_EXHAUSTED", "Slow down.", """[{"@type":"type.googleapis.com/google.rpc.RetryInfo","retryDelay":"3s"}]"""));
        JsonObject error = await RefusalAsync(Bodies.Prompt("Hello"), HttpStatusCode.TooManyRequests);
        Assert.Equal("3s", (string)error["details"]![0]!["retryDelay"]!);
        Assert.Throws<ArgumentException>(() => EmulatorFault.ApiFailure(429, "X", "Y", "{}"));
        Assert.Throws<ArgumentException>(() => EmulatorFault.ApiFailure(429, "X", "Y", "["));
    }

    [Fact]
    public async Task Answer_takes_as_long_as_its_tokens()
    {
        Emulator.Script(EmulatorFault.Answer(Bodies.Article).AtTokensPerSecond(10));
        Task<JsonObject> answer = AnswerAsync(Bodies.Prompt("Hello"));
        await Emulator.WaitForRequestsAsync(1);
        TimeSpan waited = TimeSpan.Zero;
        while (!answer.IsCompleted)
        {
            _clock.Advance(TimeSpan.FromSeconds(1));
            waited += TimeSpan.FromSeconds(1);
            await Task.Yield();
        }

        JsonNode usage = (await answer)["usageMetadata"]!;
        int tokens = (int)usage["candidatesTokenCount"]! + (int)(usage["thoughtsTokenCount"] ?? 0)!;
        Assert.True(waited.TotalSeconds >= tokens / 10 && tokens > 100, $"{waited} for {tokens} tokens");
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(100)]
    public async Task Answer_may_be_cut_at_a_byte(int bytes)
    {
        using HttpResponseMessage whole = await GenerateAsync(Bodies.Prompt("Hello"));
        byte[] expected = await whole.Content.ReadAsByteArrayAsync();
        Emulator.Script(EmulatorFault.None.CutAtByte(bytes));
        Assert.Equal(expected[..bytes], await ReadCutAsync("generateContent"));
    }

    [Fact]
    public async Task Stream_may_be_cut_inside_a_piece()
    {
        Emulator.Script(EmulatorFault.None.CutAtByte(17));
        byte[] received = await ReadCutAsync("streamGenerateContent?alt=sse");
        Assert.Equal("data: {\"candidates", Encoding.UTF8.GetString(received) + "s");
    }

    [Fact]
    public async Task Cut_beyond_the_end_cuts_nothing()
    {
        Emulator.Script(EmulatorFault.None.CutAtByte(1_000_000));
        await AnswerAsync(Bodies.Prompt("Hello"));
    }

    [Fact]
    public async Task Pieces_may_be_malformed()
    {
        Emulator.Script(EmulatorFault.Answer(Bodies.Article).WithMalformedPiece(2, "{\"candidates\": ["), EmulatorFault.None.WithMalformedPiece(1, "<html>"));
        using HttpResponseMessage stream = await PostAsync($"/v1beta/models/{Model}:streamGenerateContent?alt=sse", Bodies.Prompt("Hello").ToJsonString());
        string[] events = (await stream.Content.ReadAsStringAsync()).Split("\r\n\r\n");
        Assert.StartsWith("data: {\"candidates\":", events[0], StringComparison.Ordinal);
        Assert.Equal("data: {\"candidates\": [", events[1]);
        Assert.StartsWith("data: {\"candidates\":", events[2], StringComparison.Ordinal);
        using HttpResponseMessage answer = await GenerateAsync(Bodies.Prompt("Hello"));
        Assert.Equal("<html>", await answer.Content.ReadAsStringAsync());
    }

    [Fact]
    public void Fault_says_what_it_does() =>
        Assert.Equal(
            "503 UNAVAILABLE, after 1.5 s, 20 tokens per second, cut after 7 bytes, 1 malformed",
            EmulatorFault.Unavailable().After(TimeSpan.FromSeconds(1.5)).AtTokensPerSecond(20).CutAtByte(7).WithMalformedPiece(1, "").ToString());

    private async Task<byte[]> ReadCutAsync(string method)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, $"/v1beta/models/{Model}:{method}") { Content = new StringContent(Bodies.Prompt("Hello").ToJsonString()) };
        var received = new MemoryStream();
        await Assert.ThrowsAnyAsync<Exception>(async () =>
        {
            using HttpResponseMessage response = await Http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead);
            await using Stream body = await response.Content.ReadAsStreamAsync();
            int value;
            byte[] one = new byte[1];
            while ((value = await body.ReadAsync(one)) > 0)
            {
                received.Write(one);
            }
        });
        return received.ToArray();
    }
}

using System.Net;
using System.Text.Json.Nodes;
using GeminiGen.Emulator.Recording;
using GeminiGen.Emulator.Scripting;
using Microsoft.Extensions.Time.Testing;

namespace GeminiGen.Emulator.Tests;

/// <summary>Streams in both forms, whole and broken.</summary>
public sealed class StreamTests : EmulatorTest
{
    private const string Path = $"/v1beta/models/{Model}:streamGenerateContent";
    private static readonly string Body = Bodies.Prompt("Summarise:\n" + Bodies.Article).ToJsonString();

    [Fact]
    public async Task Events_hold_the_same_answer_as_one_piece()
    {
        using HttpResponseMessage response = await PostAsync(Path + "?alt=sse", Body);
        Assert.Equal("text/event-stream", response.Content.Headers.ContentType!.MediaType);
        JsonNode[] events = StreamReading.Events(await response.Content.ReadAsStringAsync());
        JsonObject whole = await AnswerAsync(JsonNode.Parse(Body)!);

        Assert.True(events.Length > 3);
        Assert.Equal(TextOf(whole), StreamReading.Text(events));
        Assert.All(events, item => Assert.NotNull(item["usageMetadata"]));
        Assert.All(events[..^1], item => Assert.Null(item["candidates"]![0]!["finishReason"]));
        Assert.Equal("STOP", (string)events[^1]["candidates"]![0]!["finishReason"]!);
        Assert.Equal(whole["usageMetadata"]!.ToJsonString(), events[^1]["usageMetadata"]!.ToJsonString());
        Assert.Single(events.Select(item => (string)item["responseId"]!).Distinct());
    }

    [Fact]
    public async Task The_last_chunk_of_a_thinking_model_carries_its_signature()
    {
        using HttpResponseMessage response = await PostAsync(Path + "?alt=sse", Body);
        JsonNode[] events = StreamReading.Events(await response.Content.ReadAsStringAsync());
        JsonNode last = Assert.Single(events, item => item["candidates"]![0]!["content"]!["parts"]![0]!["thoughtSignature"] is not null);
        Assert.Same(events[^1], last);
        JsonNode part = last["candidates"]![0]!["content"]!["parts"]![0]!;
        Assert.Equal("", (string)part["text"]!);
        Assert.NotEmpty(Convert.FromBase64String((string)part["thoughtSignature"]!));
    }

    [Fact]
    public async Task A_model_that_does_not_think_signs_nothing()
    {
        using HttpResponseMessage response = await PostAsync("/v1beta/models/gemini-2.5-flash-image:streamGenerateContent?alt=sse", Body);
        Assert.DoesNotContain("thoughtSignature", await response.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_events_it_is_one_array()
    {
        using HttpResponseMessage response = await PostAsync(Path, Body);
        Assert.Equal("application/json", response.Content.Headers.ContentType!.MediaType);
        JsonArray chunks = JsonNode.Parse(await response.Content.ReadAsStringAsync())!.AsArray();
        JsonObject whole = await AnswerAsync(JsonNode.Parse(Body)!);
        Assert.True(chunks.Count > 3);
        Assert.Equal(TextOf(whole), StreamReading.Text(chunks!));
    }

    [Fact]
    public async Task Chunks_never_split_a_character()
    {
        string emoji = string.Concat(Enumerable.Repeat("\U0001F600", 500));
        Emulator.Script(EmulatorFault.Answer(emoji));
        using HttpResponseMessage response = await PostAsync(Path + "?alt=sse", Body);
        JsonNode[] events = StreamReading.Events(await response.Content.ReadAsStringAsync());
        Assert.Equal(emoji, StreamReading.Text(events));
        Assert.True(events.Length > 5);
        Assert.DoesNotContain(events, item => StreamReading.Text([item]).Contains('\uFFFD', StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("?alt=sse", "text/event-stream")]
    [InlineData("", "application/json")]
    public async Task Error_before_the_stream_is_a_status(string query, string contentType)
    {
        Emulator.Script(EmulatorFault.Unavailable());
        using HttpResponseMessage response = await PostAsync(Path + query, Body);
        Assert.Equal(HttpStatusCode.ServiceUnavailable, response.StatusCode);
        Assert.Equal(contentType, response.Content.Headers.ContentType!.MediaType);
        JsonNode body = JsonNode.Parse(await response.Content.ReadAsStringAsync())!;
        JsonNode error = query.Length > 0 ? body["error"]! : body[0]!["error"]!;
        Assert.Equal("UNAVAILABLE", (string)error["status"]!);
    }

    [Fact]
    public async Task Error_inside_the_stream_comes_as_an_event()
    {
        Emulator.Script(EmulatorFault.Unavailable().InsideStream(afterChunks: 2));
        using HttpResponseMessage response = await PostAsync(Path + "?alt=sse", Body);
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        JsonNode[] events = StreamReading.Events(await response.Content.ReadAsStringAsync());
        Assert.Equal(3, events.Length);
        Assert.Equal(503, (int)events[2]["error"]!["code"]!);
    }

    [Fact]
    public async Task Error_inside_the_stream_may_be_wrapped()
    {
        Emulator.Script(EmulatorFault.InternalError().InsideStream(afterChunks: 1).InArray());
        using HttpResponseMessage response = await PostAsync(Path + "?alt=sse", Body);
        JsonNode[] events = StreamReading.Events(await response.Content.ReadAsStringAsync());
        Assert.Equal(500, (int)events[1][0]!["error"]!["code"]!);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(2)]
    [InlineData(999)]
    public async Task Cut_breaks_the_connection_after_the_chunks(int chunks)
    {
        Emulator.Script(EmulatorFault.CutStream(chunks));
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(Path + "?alt=sse", UriKind.Relative)) { Content = new StringContent(Body) };
        using HttpResponseMessage response = await Http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead);
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        using Stream stream = await response.Content.ReadAsStreamAsync();
        var received = new MemoryStream();
        await Assert.ThrowsAnyAsync<IOException>(() => stream.CopyToAsync(received));
        JsonNode[] events = StreamReading.Events(System.Text.Encoding.UTF8.GetString(received.ToArray()));
        Assert.All(events, item => Assert.Null(item["candidates"]![0]!["finishReason"]));
        Assert.True(chunks == 999 ? events.Length > 3 : events.Length == chunks, $"{events.Length}");
        Assert.Equal(RequestEnding.ClosedByServer, await Assert.Single(Emulator.Requests).Ending);
    }

    [Fact]
    public async Task Early_end_is_in_good_order_but_without_a_reason()
    {
        Emulator.Script(EmulatorFault.EndStreamEarly(2));
        using HttpResponseMessage response = await PostAsync(Path + "?alt=sse", Body);
        JsonNode[] events = StreamReading.Events(await response.Content.ReadAsStringAsync());
        Assert.Equal(2, events.Length);
        Assert.All(events, item => Assert.Null(item["candidates"]![0]!["finishReason"]));
    }

    [Fact]
    public async Task Stalled_stream_sees_the_client_go()
    {
        Emulator.Script(EmulatorFault.StallStream(1));
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(Path + "?alt=sse", UriKind.Relative)) { Content = new StringContent(Body) };
        HttpResponseMessage response = await Http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead);
        using var reader = new StreamReader(await response.Content.ReadAsStreamAsync());
        Assert.StartsWith("data: ", await reader.ReadLineAsync(), StringComparison.Ordinal);
        RecordedRequest recorded = Assert.Single(Emulator.Requests);
        Assert.False(recorded.Ending.IsCompleted);
        response.Dispose();
        Assert.Equal(RequestEnding.ClosedByClient, await recorded.Ending.WaitAsync(TimeSpan.FromSeconds(30)));
    }

    [Fact]
    public async Task Thought_parts_come_first_and_are_marked()
    {
        Emulator.Script(EmulatorFault.ThoughtParts());
        using HttpResponseMessage response = await PostAsync(Path + "?alt=sse", Body);
        JsonNode[] events = StreamReading.Events(await response.Content.ReadAsStringAsync());
        Assert.True((bool)events[0]["candidates"]![0]!["content"]!["parts"]![0]!["thought"]!);
        Assert.Equal(TextOf(await AnswerAsync(JsonNode.Parse(Body)!)), StreamReading.Text(events));
    }

    [Fact]
    public async Task Blocked_stream_is_one_chunk_without_candidates()
    {
        Emulator.Script(EmulatorFault.BlockedPrompt());
        using HttpResponseMessage response = await PostAsync(Path + "?alt=sse", Body);
        JsonNode chunk = Assert.Single(StreamReading.Events(await response.Content.ReadAsStringAsync()));
        Assert.Null(chunk["candidates"]);
        Assert.Equal("SAFETY", (string)chunk["promptFeedback"]!["blockReason"]!);
    }

    [Theory]
    [InlineData("?alt=sse", "data: {")]
    [InlineData("", "[{")]
    public async Task Chunks_wait_for_the_clock(string query, string start)
    {
        var clock = new FakeTimeProvider { AutoAdvanceAmount = TimeSpan.Zero };
        await using GeminiEmulator paced = await GeminiEmulator.StartAsync(new GeminiEmulatorOptions { ChunkDelay = TimeSpan.FromHours(1), TimeProvider = clock });
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(paced.BaseAddress, Path + query)) { Content = new StringContent(Body) };
        using HttpResponseMessage response = await Http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead);
        using Stream stream = await response.Content.ReadAsStreamAsync();
        string first = await ReadUntilAsync(stream, "usageMetadata");
        Assert.StartsWith(start, first, StringComparison.Ordinal);
        Assert.Single(first.Split("\"candidates\"").Skip(1));
        Task<string> second = ReadUntilAsync(stream, "usageMetadata");
        Assert.False(second.IsCompleted);

        // The server may not be waiting yet when the clock first moves.
        while (!second.IsCompleted)
        {
            clock.Advance(TimeSpan.FromHours(1));
            await Task.Yield();
        }

        Assert.Contains("candidates", await second, StringComparison.Ordinal);
    }

    /// <summary>What arrives, up to the piece in which a word stands.</summary>
    private static async Task<string> ReadUntilAsync(Stream stream, string word)
    {
        var received = new System.Text.StringBuilder();
        byte[] buffer = new byte[4096];
        int read;
        while (!received.ToString().Contains(word, StringComparison.Ordinal) && (read = await stream.ReadAsync(buffer)) > 0)
        {
            received.Append(System.Text.Encoding.UTF8.GetString(buffer, 0, read));
        }

        return received.ToString();
    }
}

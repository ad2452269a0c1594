using System.Text;
using GeminiGen.Emulator;
using GeminiGen.Testing.Contracts;
using GeminiGen.Testing.Tests.Support;
using Microsoft.Extensions.DependencyInjection;

namespace GeminiGen.Testing.Tests.Recording;

/// <summary>What is recorded comes back.</summary>
public sealed class RecorderTests : IDisposable
{
    private const string Answer = """{"candidates":[{"content":{"role":"model","parts":[{"text":"Soon."}]},"finishReason":"STOP"}],"usageMetadata":{"promptTokenCount":9,"candidatesTokenCount":2,"totalTokenCount":11}}""";

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Answers_and_streams_of_an_api_come_back_without_it()
    {
        string text;
        Feedback feedback;
        List<string> poem;
        await using (GeminiEmulator emulator = await GeminiEmulator.StartAsync())
        {
            using GeminiRecorder recorder = new(_folder.Path);
            using GeminiClient client = recorder.CreateClient(new GeminiOptions { ApiKey = emulator.ApiKey, BaseAddress = emulator.BaseAddress });
            (text, feedback, poem) = await AskAsync(client);
            Assert.Equal(3, emulator.Requests.Count);
        }

        using GeminiRecorder replay = new(_folder.Path, GeminiRecorderMode.ReplayOnly);
        using GeminiClient offline = replay.CreateClient();
        (string text, Feedback feedback, List<string> poem) again = await AskAsync(offline);

        Assert.Equal(text, again.text);
        Assert.Equal(feedback, again.feedback);
        Assert.Equal(poem, again.poem);
        Assert.True(poem.Count > 1);
    }

    [Fact]
    public async Task A_file_is_one_request_of_a_method_and_can_be_read()
    {
        await RecordAsync("Where is it?");

        (string name, string text) = Assert.Single(_folder.Files);
        Assert.Matches(@"^ISupportDesk\.AnswerAsync\.[0-9a-f]{12}\.json$", name);
        Assert.Contains("\"method\": \"ISupportDesk.AnswerAsync\"", text, StringComparison.Ordinal);
        Assert.Contains("\"path\": \"/v1beta/models/gemini-3.8-flash:generateContent\"", text, StringComparison.Ordinal);
        Assert.Contains("\"text\": \"Answer in English: Where is it?\"", text, StringComparison.Ordinal);
        Assert.Contains("\"text\": \"Soon.\"", text, StringComparison.Ordinal);
        Assert.Contains("\"status\": 200", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_changed_prompt_is_told_with_the_difference()
    {
        await RecordAsync("Where is it?");
        using GeminiRecorder replay = new(_folder.Path, GeminiRecorderMode.ReplayOnly);
        using GeminiClient client = replay.CreateClient();

        GeminiRecordingException exception = await Assert.ThrowsAsync<GeminiRecordingException>(() => Desk(client).AnswerAsync("Where was it?"));

        Assert.Contains("The prompt of ISupportDesk.AnswerAsync has changed since it was recorded in ", exception.Message, StringComparison.Ordinal);
        Assert.Contains("-             \"text\": \"Answer in English: Where is it?\"", exception.Message, StringComparison.Ordinal);
        Assert.Contains("+             \"text\": \"Answer in English: Where was it?\"", exception.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("- \"method\"", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_request_nobody_recorded_is_not_sent()
    {
        StubHandler stub = StubHandler.OfJson(Answer);
        using GeminiRecorder replay = new(_folder.Path, GeminiRecorderMode.ReplayOnly);
        using GeminiClient client = replay.CreateClient(innerHandler: stub);

        GeminiRecordingException exception = await Assert.ThrowsAsync<GeminiRecordingException>(() => Desk(client).AnswerAsync("Where is it?"));

        Assert.StartsWith("There is no recording of ISupportDesk.AnswerAsync in ", exception.Message, StringComparison.Ordinal);
        Assert.Equal(0, stub.Calls);
    }

    [Fact]
    public async Task Each_mode_does_as_it_says()
    {
        StubHandler stub = StubHandler.OfJson(Answer);
        foreach ((GeminiRecorderMode mode, int calls) in new[] { (GeminiRecorderMode.ReplayOrRecord, 1), (GeminiRecorderMode.ReplayOrRecord, 1), (GeminiRecorderMode.Record, 2), (GeminiRecorderMode.ReplayOnly, 2) })
        {
            using GeminiRecorder recorder = new(_folder.Path, mode);
            using GeminiClient client = recorder.CreateClient(new GeminiOptions { ApiKey = "k" }, stub);
            Assert.Equal("Soon.", await Desk(client).AnswerAsync("Where is it?"));
            Assert.Equal(calls, stub.Calls);
        }

        Assert.Single(_folder.Files);
    }

    [Fact]
    public async Task The_same_request_has_its_responses_in_their_order()
    {
        int count = 0;
        StubHandler stub = new(_ => count++ == 0
            ? new HttpResponseMessage(System.Net.HttpStatusCode.ServiceUnavailable) { Content = new StringContent("""{"error":{"code":503,"message":"Busy","status":"UNAVAILABLE"}}""", Encoding.UTF8, "application/json") }
            : new HttpResponseMessage(System.Net.HttpStatusCode.OK) { Content = new StringContent(Answer, Encoding.UTF8, "application/json") });
        using (GeminiRecorder recorder = new(_folder.Path))
        {
            using HttpClient http = new(recorder.CreateHandler(stub));
            Assert.Equal(503, (int)(await PostAsync(http)).StatusCode);
            Assert.Equal(200, (int)(await PostAsync(http)).StatusCode);
        }

        using GeminiRecorder replay = new(_folder.Path, GeminiRecorderMode.ReplayOnly);
        using HttpClient offline = new(replay.CreateHandler());
        Assert.Equal(503, (int)(await PostAsync(offline)).StatusCode);
        HttpResponseMessage second = await PostAsync(offline);
        Assert.Equal(Answer, await second.Content.ReadAsStringAsync());
        GeminiRecordingException exception = await Assert.ThrowsAsync<GeminiRecordingException>(() => PostAsync(offline));
        Assert.Contains("more often than was recorded", exception.Message, StringComparison.Ordinal);
        Assert.Contains("2 times", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_means_the_same_is_the_same_request()
    {
        using (GeminiRecorder recorder = new(_folder.Path))
        {
            using HttpClient http = new(recorder.CreateHandler(StubHandler.OfJson("{}")));
            await PostAsync(http, """{"a":1,"b":{"c":true,"d":"untrusted-0123456789abcdef"}}""");
        }

        using GeminiRecorder replay = new(_folder.Path, GeminiRecorderMode.ReplayOnly);
        using HttpClient offline = new(replay.CreateHandler());

        Assert.Equal("{}", await (await PostAsync(offline, """{ "b" : {"d": "untrusted-fedcba9876543210", "c": true}, "a": 1 }""")).Content.ReadAsStringAsync());
    }

    [Fact]
    public async Task What_differs_with_each_run_can_be_made_the_same()
    {
        GeminiRecorderOptions options = new() { Normalize = static body => body.Replace(DateTime.UtcNow.Year.ToString(System.Globalization.CultureInfo.InvariantCulture), "YEAR", StringComparison.Ordinal).Replace("1999", "YEAR", StringComparison.Ordinal) };
        using (GeminiRecorder recorder = new(_folder.Path, GeminiRecorderMode.Record, options))
        {
            using HttpClient http = new(recorder.CreateHandler(StubHandler.OfJson("{}")));
            await PostAsync(http, $$"""{"year":"{{DateTime.UtcNow.Year}}"}""");
        }

        using GeminiRecorder replay = new(_folder.Path, GeminiRecorderMode.ReplayOnly, options);
        using HttpClient offline = new(replay.CreateHandler());

        Assert.Equal("{}", await (await PostAsync(offline, """{"year":"1999"}""")).Content.ReadAsStringAsync());
    }

    [Fact]
    public async Task A_registered_client_records_and_replays()
    {
        StubHandler stub = StubHandler.OfJson(Answer);
        using (GeminiRecorder recorder = new(_folder.Path))
        {
            Assert.Equal("Soon.", await AskRegisteredAsync(recorder, stub));
        }

        using GeminiRecorder replay = new(_folder.Path, GeminiRecorderMode.ReplayOnly);
        Assert.Equal("Soon.", await AskRegisteredAsync(replay, stub));
        Assert.Equal(1, stub.Calls);
    }

    [Fact]
    public async Task A_body_that_is_no_json_comes_back()
    {
        using (GeminiRecorder recorder = new(_folder.Path))
        {
            using HttpClient http = new(recorder.CreateHandler(new StubHandler(static _ => new HttpResponseMessage(System.Net.HttpStatusCode.BadGateway) { Content = new StringContent("<h1>No</h1>", Encoding.UTF8, "text/html") })));
            await http.GetAsync(new Uri("http://127.0.0.1/a?b=c"));
        }

        using GeminiRecorder replay = new(_folder.Path, GeminiRecorderMode.ReplayOnly);
        using HttpClient offline = new(replay.CreateHandler());
        HttpResponseMessage response = await offline.GetAsync(new Uri("http://localhost:99/a?b=c"));

        Assert.Equal("<h1>No</h1>", await response.Content.ReadAsStringAsync());
        Assert.Equal("text/html; charset=utf-8", response.Content.Headers.ContentType!.ToString());
    }

    private static async Task<string> AskRegisteredAsync(GeminiRecorder recorder, StubHandler stub)
    {
        ServiceCollection services = new();
        GeminiGenBuilder builder = services.AddGeminiGen().AddRecorder(recorder);
        if (recorder.Mode != GeminiRecorderMode.ReplayOnly)
        {
            services.Configure<GeminiOptions>(static options => options.ApiKey = "k");
        }

        builder.HttpClient.ConfigurePrimaryHttpMessageHandler(() => stub);
        await using ServiceProvider provider = services.BuildServiceProvider();
        return await Desk(provider.GetRequiredService<GeminiClient>()).AnswerAsync("Where is it?");
    }

    private async Task RecordAsync(string question)
    {
        using GeminiRecorder recorder = new(_folder.Path);
        using GeminiClient client = recorder.CreateClient(new GeminiOptions { ApiKey = "k" }, StubHandler.OfJson(Answer));
        await Desk(client).AnswerAsync(question);
    }

    private static SupportDesk Desk(GeminiClient client) => new(client, new KeyedConversations());

    private static async Task<(string Text, Feedback Feedback, List<string> Poem)> AskAsync(GeminiClient client)
    {
        List<string> poem = [];
        await foreach (string piece in Desk(client).WritePoemAsync("the long way of an order across the sea, from the harbour to the door"))
        {
            poem.Add(piece);
        }

        return (await Desk(client).AnswerAsync("Where is my order?"), await Desk(client).ClassifyAsync("It is late"), poem);
    }

    private static Task<HttpResponseMessage> PostAsync(HttpClient http, string body = "{}")
        => http.PostAsync(new Uri("http://127.0.0.1/v1beta/models/m:generateContent"), new StringContent(body, Encoding.UTF8, "application/json"));
}

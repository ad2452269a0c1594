using System.Net;
using System.Text.Json.Nodes;
using GeminiGen.Emulator.Exchanges;
using GeminiGen.Emulator.Observing;
using GeminiGen.Emulator.Recording;
using GeminiGen.Emulator.Scripting;
using Microsoft.AspNetCore.Http;

namespace GeminiGen.Emulator.Tests;

/// <summary>Exchanges in files, and answers from them.</summary>
public sealed class ExchangeTests : IDisposable
{
    private const string Model = "gemini-3.8-flash";

    private readonly string _folder = Directory.CreateTempSubdirectory("geminigen-exchanges-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task Recorded_answers_are_given_again_in_their_order()
    {
        string[] recorded;
        await using (GeminiEmulator emulator = await RecordAsync())
        {
            emulator.Script(EmulatorFault.Unavailable(), EmulatorFault.Answer("Grüße <&>"));
            recorded = [await SendAsync(emulator, "generateContent", "Hello"), await SendAsync(emulator, "generateContent", "Hello"), await SendAsync(emulator, "streamGenerateContent?alt=sse", "Hello")];
        }

        await using GeminiEmulator replay = await ReplayAsync();
        string[] replayed = [await SendAsync(replay, "generateContent", "Hello"), await SendAsync(replay, "generateContent", "Hello"), await SendAsync(replay, "streamGenerateContent?alt=sse", "Hello")];
        Assert.Equal(recorded, replayed);
        Assert.Equal(recorded[1], await SendAsync(replay, "generateContent", "Hello"));
        Assert.Contains("Grüße <&>", recorded[1], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Files_are_readable_and_hold_no_key()
    {
        string key;
        await using (GeminiEmulator emulator = await RecordAsync())
        {
            key = emulator.ApiKey;
            await SendAsync(emulator, $"streamGenerateContent?alt=sse&key={key}", "Grüße");
        }

        string path = Assert.Single(Directory.GetFiles(_folder));
        Assert.Equal($"000001-post-{Model}-streamGenerateContent.json", Path.GetFileName(path));
        string text = await File.ReadAllTextAsync(path);
        Assert.DoesNotContain(key, text, StringComparison.Ordinal);
        JsonNode file = JsonNode.Parse(text)!;
        Assert.Equal("Grüße", (string)file["request"]!["json"]!["contents"]![0]!["parts"]![0]!["text"]!);
        Assert.Equal("alt=sse", (string)file["request"]!["query"]!);
        Assert.Equal("text/event-stream", (string)file["response"]!["contentType"]!);
        Assert.StartsWith("data: ", string.Concat(file["response"]!["pieces"]!.AsArray().Select(piece => (string)piece!)), StringComparison.Ordinal);
        Assert.Contains("Grüße", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Unknown_request_is_refused_as_the_api_refuses()
    {
        await using (GeminiEmulator emulator = await RecordAsync())
        {
            await SendAsync(emulator, "generateContent", "Hello");
        }

        await using GeminiEmulator replay = await ReplayAsync();
        JsonNode error = JsonNode.Parse(await SendAsync(replay, "generateContent", "Hello!", HttpStatusCode.NotFound))!["error"]!;
        Assert.Equal("NOT_FOUND", (string)error["status"]!);
        Assert.Contains("record it anew", (string)error["message"]!, StringComparison.Ordinal);
        Assert.Contains(_folder, (string)error["message"]!, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Order_of_members_and_query_does_not_matter()
    {
        await using (GeminiEmulator emulator = await RecordAsync())
        {
            await SendAsync(emulator, "generateContent?a=1&b=2", "Hello", body: """{"contents":[{"role":"user","parts":[{"text":"Hello"}]}],"generationConfig":{"topP":1,"topK":2}}""");
        }

        await using GeminiEmulator replay = await ReplayAsync();
        await SendAsync(replay, "generateContent?b=2&a=1", "Hello", body: """{ "generationConfig":{"topK":2,"topP":1}, "contents":[{"parts":[{"text":"Hello"}],"role":"user"}]}""");
    }

    [Fact]
    public async Task Recording_goes_on_after_what_is_there()
    {
        for (int run = 0; run < 2; run++)
        {
            await using GeminiEmulator emulator = await RecordAsync();
            await SendAsync(emulator, "generateContent", "Hello");
        }

        Assert.Equal(["000001", "000002"], Directory.GetFiles(_folder).Select(path => Path.GetFileName(path)[..6]).Order());
    }

    [Fact]
    public async Task Two_emulators_may_record_into_one_folder()
    {
        await using GeminiEmulator first = await RecordAsync();
        await using GeminiEmulator second = await RecordAsync();
        await Task.WhenAll(Enumerable.Range(0, 20).Select(i => SendAsync(i % 2 == 0 ? first : second, "generateContent", $"Hello {i}")));
        await first.DisposeAsync();
        await second.DisposeAsync();
        await using GeminiEmulator replay = await ReplayAsync();
        await Task.WhenAll(Enumerable.Range(0, 20).Select(i => SendAsync(replay, "generateContent", $"Hello {i}")));
    }

    [Fact]
    public async Task Recorders_of_one_folder_never_take_the_same_name()
    {
        const int Each = 200;
        var options = new GeminiEmulatorOptions();
        using var warnings = new StringWriter();
        ExchangeRecorder[] recorders = [.. Enumerable.Range(0, 4).Select(_ => new ExchangeRecorder(_folder, warnings, new Secrets(options)))];
        await Task.WhenAll(recorders.Select((recorder, number) => Task.Run(async () =>
        {
            for (int i = 0; i < Each; i++)
            {
                var request = new RecordedRequest("GET", "/v1beta/models", $"{number}={i}", new Dictionary<string, string>(), [], DateTimeOffset.UnixEpoch);
                await recorder.SaveAsync(request, new ObservedCall(new DefaultHttpContext().Response, TimeProvider.System, 0));
            }
        })));
        Assert.Equal("", warnings.ToString());
        Assert.Equal(recorders.Length * Each, Directory.GetFiles(_folder, "*.json").Length);
        Assert.Empty(Directory.GetFiles(_folder, "*.tmp"));
    }

    [Fact]
    public async Task Corrupt_file_is_named_at_the_start()
    {
        string path = Path.Combine(_folder, "000001-post-x.json");
        await File.WriteAllTextAsync(path, """{"request":{"method":"POST"}}""");
        InvalidDataException exception = await Assert.ThrowsAsync<InvalidDataException>(ReplayAsync);
        Assert.StartsWith(path, exception.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""{"contents":[{"parts":[{"text":"\ud800"}]}]}""")]
    [InlineData("""{"contents":[{"parts":[{"text":"dup"}]}],"contents":[]}""")]
    [InlineData("""{"contents":[{"parts":[{"text":"DEEP"}]}]}""")]
    [InlineData("not JSON at all")]
    public async Task What_the_api_refuses_is_recorded_and_replayed_too(string body)
    {
        body = body.Replace("\"DEEP\"", new string('[', 58) + new string(']', 58), StringComparison.Ordinal);
        string recorded;
        await using (GeminiEmulator emulator = await RecordAsync())
        {
            recorded = await SendAsync(emulator, "generateContent", "", HttpStatusCode.BadRequest, body);
        }

        Assert.Single(Directory.GetFiles(_folder));
        await using GeminiEmulator replay = await ReplayAsync();
        string replayed = await SendAsync(replay, "generateContent", "", HttpStatusCode.BadRequest, body);
        Assert.True(JsonNode.DeepEquals(JsonNode.Parse(recorded), JsonNode.Parse(replayed)), replayed);
        await SendAsync(replay, "generateContent", "", HttpStatusCode.NotFound, body + " ");
    }

    [Fact]
    public async Task Keys_in_bodies_are_not_stored_and_do_not_matter()
    {
        string Prompt(string key) => $"Summarise: my key {key} opens the door of the cellar.";
        await using (GeminiEmulator emulator = await RecordAsync())
        {
            string escaped = Bodies.Prompt(Prompt(emulator.ApiKey)).ToJsonString().Replace(emulator.ApiKey, "\\u0065" + emulator.ApiKey[1..], StringComparison.Ordinal);
            await SendAsync(emulator, "generateContent", "", HttpStatusCode.OK, escaped);
            await SendAsync(emulator, "generateContent", "", HttpStatusCode.BadRequest, Prompt(emulator.ApiKey));
        }

        string[] files = Directory.GetFiles(_folder);
        Assert.Equal(2, files.Length);
        foreach (string file in files)
        {
            string text = await File.ReadAllTextAsync(file);
            Assert.Contains("my key [key] opens", text, StringComparison.Ordinal);
            Assert.DoesNotContain("emulator-key", text, StringComparison.Ordinal);
        }

        await using GeminiEmulator replay = await GeminiEmulator.StartAsync(new GeminiEmulatorOptions { ReplayFolder = _folder, ApiKey = "another-key" });
        await SendAsync(replay, "generateContent", Prompt("another-key"), HttpStatusCode.OK);
        await SendAsync(replay, "generateContent", "", HttpStatusCode.BadRequest, Prompt("another-key"));
    }

    [Fact]
    public async Task Uploads_can_be_replayed()
    {
        string recorded;
        await using (GeminiEmulator emulator = await RecordAsync())
        {
            recorded = await UploadAsync(emulator);
        }

        await using GeminiEmulator replay = await ReplayAsync();
        Assert.True(JsonNode.DeepEquals(JsonNode.Parse(recorded), JsonNode.Parse(await UploadAsync(replay))));
    }

    [Theory]
    [InlineData("""{"request":{"method":"GET","path":"/x","query":null},"response":{"status":200}}""")]
    [InlineData("""{"request":{"method":"GET","path":"/x","query":""},"response":{"status":200,"pieces":[null]}}""")]
    [InlineData("""{"request":{"method":"GET","path":"/x","query":""},"response":{"status":99999}}""")]
    [InlineData("""{"request":{"method":"GET","path":"/x","query":""},"response":{"status":200,"base64":"@@"}}""")]
    [InlineData("""{"request":{"method":"GET","path":"/x","query":""},"response":{"status":200,"uploadHeaders":{"a":1}}}""")]
    [InlineData("[]")]
    public async Task Every_kind_of_damage_is_told_with_the_file(string content)
    {
        string path = Path.Combine(_folder, "000001-get-x.json");
        await File.WriteAllTextAsync(path, content);
        InvalidDataException exception = await Assert.ThrowsAsync<InvalidDataException>(ReplayAsync);
        Assert.StartsWith(path + " is no recording of the emulator: ", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Folder_that_cannot_be_used_is_told_at_the_start()
    {
        string file = Path.Combine(_folder, "file");
        await File.WriteAllTextAsync(file, "");
        await Assert.ThrowsAnyAsync<IOException>(() => GeminiEmulator.StartAsync(new GeminiEmulatorOptions { RecordFolder = file }));
        await Assert.ThrowsAnyAsync<IOException>(() => GeminiEmulator.StartAsync(new GeminiEmulatorOptions { ReplayFolder = Path.Combine(_folder, "none") }));
    }

    private Task<GeminiEmulator> RecordAsync() => GeminiEmulator.StartAsync(new GeminiEmulatorOptions { RecordFolder = _folder });

    private Task<GeminiEmulator> ReplayAsync() => GeminiEmulator.StartAsync(new GeminiEmulatorOptions { ReplayFolder = _folder });

    /// <summary>Uploads a file, and gives what the emulator says of it.</summary>
    private static async Task<string> UploadAsync(GeminiEmulator emulator)
    {
        using var http = new HttpClient { BaseAddress = emulator.BaseAddress };
        using var start = new HttpRequestMessage(HttpMethod.Post, "/upload/v1beta/files") { Content = new StringContent("""{"file":{"displayName":"a"}}""") };
        start.Headers.Add("x-goog-api-key", emulator.ApiKey);
        start.Headers.Add("X-Goog-Upload-Protocol", "resumable");
        start.Headers.Add("X-Goog-Upload-Command", "start");
        start.Headers.Add("X-Goog-Upload-Header-Content-Length", "5");
        start.Headers.Add("X-Goog-Upload-Header-Content-Type", "text/plain");
        using HttpResponseMessage started = await http.SendAsync(start);
        var address = new Uri(Assert.Single(started.Headers.GetValues("x-goog-upload-url")));
        Assert.Equal(emulator.BaseAddress.Authority, address.Authority);

        using var end = new HttpRequestMessage(HttpMethod.Post, address) { Content = new StringContent("hello") };
        end.Headers.Add("X-Goog-Upload-Command", "upload, finalize");
        end.Headers.Add("X-Goog-Upload-Offset", "0");
        using HttpResponseMessage ended = await http.SendAsync(end);
        Assert.Equal("final", Assert.Single(ended.Headers.GetValues("x-goog-upload-status")));
        await Task.WhenAll(emulator.Requests.Select(request => request.Ending));
        return await ended.Content.ReadAsStringAsync();
    }

    private static async Task<string> SendAsync(GeminiEmulator emulator, string method, string text, HttpStatusCode? status = null, string? body = null)
    {
        using var http = new HttpClient { BaseAddress = emulator.BaseAddress };
        http.DefaultRequestHeaders.Add("x-goog-api-key", emulator.ApiKey);
        using var content = new StringContent(body ?? Bodies.Prompt(text).ToJsonString());
        using HttpResponseMessage response = await http.PostAsync(new Uri($"/v1beta/models/{Model}:{method}", UriKind.Relative), content);
        string received = await response.Content.ReadAsStringAsync();
        Assert.True(status is null ? response.StatusCode is HttpStatusCode.OK or HttpStatusCode.ServiceUnavailable : response.StatusCode == status, received);
        await Task.WhenAll(emulator.Requests.Select(request => request.Ending));
        return received;
    }
}

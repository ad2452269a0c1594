using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.Extensions.Time.Testing;

namespace GeminiGen.Emulator.Tests;

/// <summary>Batches: their states over time, their results, and what is wrong with single requests.</summary>
public sealed class BatchTests : EmulatorTest
{
    private readonly FakeTimeProvider _clock = new(new DateTimeOffset(2026, 11, 24, 12, 0, 0, TimeSpan.Zero));
    private GeminiEmulatorOptions? _options;

    protected override GeminiEmulatorOptions Options => _options ??= new()
    {
        TimeProvider = _clock,
        BatchPendingTime = TimeSpan.FromMinutes(10),
        BatchRunningTime = TimeSpan.FromHours(1),
    };

    [Fact]
    public async Task A_batch_waits_runs_and_succeeds()
    {
        JsonObject job = await CreateAsync(Inline(("a", Bodies.Prompt("Hello"))));
        Assert.Equal(("BATCH_STATE_PENDING", "1", "1"), (State(job), Stat(job, "requestCount"), Stat(job, "pendingRequestCount")));
        Assert.Equal(("models/" + Model, "2026-11-24T12:00:00.0000000Z"), ((string)job["metadata"]!["model"]!, (string)job["metadata"]!["createTime"]!));
        Assert.Null(job["done"]);
        _clock.Advance(TimeSpan.FromMinutes(10));
        Assert.Equal("BATCH_STATE_RUNNING", State(await GetAsync(job)));
        Assert.Null((await GetAsync(job))["metadata"]!["output"]);
        _clock.Advance(TimeSpan.FromHours(1));

        JsonObject done = await GetAsync(job);
        Assert.Equal(("BATCH_STATE_SUCCEEDED", "1", "2026-11-24T13:10:00.0000000Z"), (State(done), Stat(done, "successfulRequestCount"), (string)done["metadata"]!["endTime"]!));
        Assert.True((bool)done["done"]!);
        Assert.Null(done["metadata"]!["batchStats"]!["pendingRequestCount"]);
        Assert.Equal(done["metadata"]!["output"]!["inlinedResponses"]!.ToJsonString(), done["response"]!["inlinedResponses"]!.ToJsonString());
    }

    [Fact]
    public async Task Each_request_has_its_answer_or_its_error()
    {
        JsonObject refused = Bodies.Prompt("Hello", new JsonObject { ["temperature"] = 5 });
        JsonObject job = await FinishedAsync(Inline(("a", Bodies.Prompt("Summarise:\n" + Bodies.Article)), ("b", refused), ("c", Bodies.Prompt("Hello"))));
        JsonArray results = job["metadata"]!["output"]!["inlinedResponses"]!["inlinedResponses"]!.AsArray();
        Assert.Equal(["a", "b", "c"], results.Select(result => (string)result!["metadata"]!["key"]!));
        JsonObject alone = await AnswerAsync(Bodies.Prompt("Summarise:\n" + Bodies.Article));
        Assert.Equal(alone.ToJsonString(), results[0]!["response"]!.ToJsonString());
        Assert.Equal(3, (int)results[1]!["error"]!["code"]!);
        Assert.Contains("temperature", (string)results[1]!["error"]!["message"]!, StringComparison.Ordinal);
        Assert.Null(results[1]!["response"]);
        Assert.Equal(("2", "1"), (Stat(job, "successfulRequestCount"), Stat(job, "failedRequestCount")));
    }

    [Fact]
    public async Task A_file_of_lines_gives_a_file_of_lines()
    {
        string file = await UploadAsync(
            $$"""{"key":"a","request":{{Bodies.Prompt("Hello").ToJsonString()}}}""" + "\n\n" +
            """{"key":"b","request":{"contents":[{"parts":[{"txt":"Hello"}]}]}}""" + "\r\n" +
            "no JSON\n" +
            """{"key":7}""");
        JsonObject job = await FinishedAsync(new JsonObject { ["input_config"] = new JsonObject { ["file_name"] = file }, ["display_name"] = "Nightly" });
        Assert.Equal(("Nightly", "4", "1", "3"), ((string)job["metadata"]!["displayName"]!, Stat(job, "requestCount"), Stat(job, "successfulRequestCount"), Stat(job, "failedRequestCount")));

        string name = (string)job["metadata"]!["output"]!["responsesFile"]!;
        Assert.Equal(name, (string)job["response"]!["responsesFile"]!);
        JsonNode[] lines = [.. (await Http.GetStringAsync(new Uri($"/v1beta/{name}:download?alt=media", UriKind.Relative))).Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => JsonNode.Parse(line)!)];
        Assert.Equal((await AnswerAsync(Bodies.Prompt("Hello"))).ToJsonString(), lines[0]["response"]!.ToJsonString());
        Assert.Equal("a", (string)lines[0]["key"]!);
        Assert.Contains("Unknown name \"txt\"", (string)lines[1]["error"]!["message"]!, StringComparison.Ordinal);
        Assert.Contains("Invalid JSON", (string)lines[2]["error"]!["message"]!, StringComparison.Ordinal);
        Assert.Equal(7, (int)lines[3]["key"]!);

        JsonNode described = JsonNode.Parse(await Http.GetStringAsync(new Uri("/v1beta/" + name, UriKind.Relative)))!;
        Assert.Equal("GENERATED", (string)described["source"]!);
        Assert.Contains(name + ":download", (string)described["downloadUri"]!, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(30)]
    public async Task A_batch_can_be_called_off_until_it_is_done(int minutes)
    {
        JsonObject job = await CreateAsync(Inline(("a", Bodies.Prompt("Hello"))));
        _clock.Advance(TimeSpan.FromMinutes(minutes));
        await CancelAsync(job);
        _clock.Advance(TimeSpan.FromDays(3));
        JsonObject cancelled = await GetAsync(job);
        Assert.Equal(("BATCH_STATE_CANCELLED", 1), (State(cancelled), (int)cancelled["error"]!["code"]!));
        Assert.Null(cancelled["response"]);

        JsonObject done = await FinishedAsync(Inline(("a", Bodies.Prompt("Hello"))));
        await CancelAsync(done);
        Assert.Equal("BATCH_STATE_SUCCEEDED", State(await GetAsync(done)));
    }

    [Fact]
    public async Task A_batch_that_takes_two_days_expires()
    {
        _options!.BatchRunningTime = TimeSpan.FromHours(48);
        JsonObject job = await CreateAsync(Inline(("a", Bodies.Prompt("Hello"))));
        _clock.Advance(TimeSpan.FromHours(48) - TimeSpan.FromTicks(1));
        Assert.Equal("BATCH_STATE_RUNNING", State(await GetAsync(job)));
        _clock.Advance(TimeSpan.FromTicks(1));
        JsonObject expired = await GetAsync(job);
        Assert.Equal(("BATCH_STATE_EXPIRED", 4), (State(expired), (int)expired["error"]!["code"]!));
    }

    [Fact]
    public async Task Lists_have_pages_and_deleted_batches_are_gone()
    {
        JsonObject first = await CreateAsync(Inline(("a", Bodies.Prompt("Hello")))), second = await CreateAsync(Inline(("a", Bodies.Prompt("Hello"))));
        JsonNode page = JsonNode.Parse(await Http.GetStringAsync(new Uri("/v1beta/batches?pageSize=1", UriKind.Relative)))!;
        Assert.Equal((string)first["name"]!, (string)Assert.Single(page["operations"]!.AsArray())!["name"]!);
        page = JsonNode.Parse(await Http.GetStringAsync(new Uri("/v1beta/batches?pageToken=" + page["nextPageToken"], UriKind.Relative)))!;
        Assert.Equal((string)second["name"]!, (string)Assert.Single(page["operations"]!.AsArray())!["name"]!);

        using HttpResponseMessage deleted = await Http.DeleteAsync(Address(first));
        Assert.Equal("{}", await deleted.Content.ReadAsStringAsync());
        using HttpResponseMessage gone = await Http.GetAsync(Address(first));
        await ErrorAsync(gone, HttpStatusCode.NotFound);
    }

    [Theory]
    [InlineData("{}", "either requests or file_name is required")]
    [InlineData("""{"batch":{"inputConfig":{}}}""", "either requests or file_name is required")]
    [InlineData("""{"batch":{"inputConfig":{"requests":{"requests":[]}}}}""", "there are no requests")]
    [InlineData("""{"batch":{"inputConfig":{"requests":{"requests":[{"metadata":{"key":"a"}}]}}}}""", "requests[0].request")]
    [InlineData("""{"batch":{"inputConfig":{"requests":{"requests":[{"request":{"contentz":[]}}]}}}}""", "Unknown name \"contentz\"")]
    [InlineData("""{"batch":{"inputConfig":{"requests":[]},"colour":1}}""", "Unknown name \"colour\"")]
    public async Task Bad_batches_are_refused(string body, string message)
    {
        using HttpResponseMessage response = await PostAsync($"/v1beta/models/{Model}:batchGenerateContent", body);
        Assert.Contains(message, (string)(await ErrorAsync(response, HttpStatusCode.BadRequest))["message"]!, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("gemini-2.5-computer-use-preview-10-2025")]
    [InlineData("gemini-2.0-flash")]
    public async Task Models_without_batches_are_404(string model)
    {
        using HttpResponseMessage response = await PostAsync($"/v1beta/models/{model}:batchGenerateContent", Body(Inline(("a", Bodies.Prompt("Hello")))));
        await ErrorAsync(response, HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task A_hundred_can_be_open()
    {
        for (int number = 0; number < 100; number++)
        {
            await CreateAsync(Inline(("a", Bodies.Prompt("Hello"))));
        }

        using HttpResponseMessage full = await PostAsync($"/v1beta/models/{Model}:batchGenerateContent", Body(Inline(("a", Bodies.Prompt("Hello")))));
        await ErrorAsync(full, HttpStatusCode.TooManyRequests);
        _clock.Advance(TimeSpan.FromHours(2));
        await CreateAsync(Inline(("a", Bodies.Prompt("Hello"))));
    }

    [Fact]
    public async Task Vectors_come_in_batches_too()
    {
        JsonNode request = JsonNode.Parse("""{"content":{"parts":[{"text":"clock"}]},"outputDimensionality":128}""")!;
        JsonObject input = Inline(("a", request.AsObject()), ("b", new JsonObject { ["content"] = new JsonObject() }));
        JsonObject job = await FinishedAsync(input, "gemini-embedding-001:asyncBatchEmbedContent");
        JsonArray results = job["metadata"]!["output"]!["inlinedEmbedContentResponses"]!["inlinedResponses"]!.AsArray();
        Assert.Equal(128, results[0]!["response"]!["embedding"]!["values"]!.AsArray().Count);
        Assert.Equal(3, (int)results[1]!["error"]!["code"]!);
        Assert.EndsWith("EmbedContentBatch", (string)job["metadata"]!["@type"]!, StringComparison.Ordinal);
    }

    private static JsonObject Inline(params (string Key, JsonObject Request)[] requests) => new()
    {
        ["displayName"] = "Test",
        ["inputConfig"] = new JsonObject
        {
            ["requests"] = new JsonObject
            {
                ["requests"] = new JsonArray([.. requests.Select(item => new JsonObject { ["request"] = item.Request, ["metadata"] = new JsonObject { ["key"] = item.Key } })]),
            },
        },
    };

    private static string Body(JsonObject batch) => new JsonObject { ["batch"] = batch }.ToJsonString();

    private static string State(JsonObject job) => (string)job["metadata"]!["state"]!;

    private static string Stat(JsonObject job, string name) => (string)job["metadata"]!["batchStats"]![name]!;

    private static Uri Address(JsonObject job, string verb = "") => new("/v1beta/" + (string)job["name"]! + verb, UriKind.Relative);

    private async Task<JsonObject> CreateAsync(JsonObject batch, string method = Model + ":batchGenerateContent")
    {
        using HttpResponseMessage response = await PostAsync($"/v1beta/models/{method}", Body(batch));
        string text = await response.Content.ReadAsStringAsync();
        Assert.True(response.StatusCode == HttpStatusCode.OK, text);
        return JsonNode.Parse(text)!.AsObject();
    }

    private async Task<JsonObject> FinishedAsync(JsonObject batch, string method = Model + ":batchGenerateContent")
    {
        JsonObject job = await CreateAsync(batch, method);
        _clock.Advance(TimeSpan.FromHours(2));
        return await GetAsync(job);
    }

    private async Task<JsonObject> GetAsync(JsonObject job) => JsonNode.Parse(await Http.GetStringAsync(Address(job)))!.AsObject();

    private async Task CancelAsync(JsonObject job)
    {
        using HttpResponseMessage response = await Http.PostAsync(Address(job, ":cancel"), null);
        Assert.Equal("{}", await response.Content.ReadAsStringAsync());
    }

    private async Task<string> UploadAsync(string text)
    {
        using var start = new HttpRequestMessage(HttpMethod.Post, new Uri("/upload/v1beta/files", UriKind.Relative)) { Content = new StringContent("{}") };
        start.Headers.Add("X-Goog-Upload-Protocol", "resumable");
        start.Headers.Add("X-Goog-Upload-Command", "start");
        start.Headers.Add("X-Goog-Upload-Header-Content-Length", $"{Encoding.UTF8.GetByteCount(text)}");
        start.Headers.Add("X-Goog-Upload-Header-Content-Type", "application/jsonl");
        using HttpResponseMessage started = await Http.SendAsync(start);
        using var chunk = new HttpRequestMessage(HttpMethod.Post, started.Headers.GetValues("x-goog-upload-url").Single()) { Content = new StringContent(text) };
        chunk.Headers.TryAddWithoutValidation("X-Goog-Upload-Command", "upload, finalize");
        chunk.Headers.Add("X-Goog-Upload-Offset", "0");
        using HttpResponseMessage finished = await Http.SendAsync(chunk);
        return (string)JsonNode.Parse(await finished.Content.ReadAsStringAsync())!["file"]!["name"]!;
    }
}

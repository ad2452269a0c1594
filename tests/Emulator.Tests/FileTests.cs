using System.Net;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.Extensions.Time.Testing;

namespace GeminiGen.Emulator.Tests;

/// <summary>The Files API as a client without our own sees it.</summary>
public sealed class FileTests : EmulatorTest
{
    private readonly FakeTimeProvider _clock = new(new DateTimeOffset(2026, 11, 24, 12, 0, 0, TimeSpan.Zero));

    protected override GeminiEmulatorOptions Options => new() { TimeProvider = _clock, FileProcessingTime = TimeSpan.FromSeconds(10) };

    [Fact]
    public async Task An_upload_is_refused_at_a_wrong_offset_and_goes_on_at_the_right_one()
    {
        string address = await StartAsync(5);
        using HttpResponseMessage wrong = await SendAsync(address, "upload, finalize", "hello", ("X-Goog-Upload-Offset", "1"));
        await ErrorAsync(wrong, HttpStatusCode.BadRequest);
        using HttpResponseMessage query = await SendAsync(address, "query", "");
        Assert.Equal(("active", "0"), Progress(query));

        JsonNode file = await FinishAsync(address, "hello");
        Assert.Equal(("PROCESSING", "5", "UPLOADED"), ((string)file["state"]!, (string)file["sizeBytes"]!, (string)file["source"]!));
        string hash = Convert.ToHexStringLower(SHA256.HashData("hello"u8));
        Assert.Equal(hash, Encoding.ASCII.GetString(Convert.FromBase64String((string)file["sha256Hash"]!)));
    }

    [Fact]
    public async Task A_file_is_of_use_when_it_is_ready_and_for_48_hours()
    {
        JsonNode file = await UploadAsync("hello");
        JsonObject body = Body(new JsonObject { ["fileData"] = new JsonObject { ["mimeType"] = "text/plain", ["fileUri"] = (string)file["uri"]! } });
        Assert.Equal("FAILED_PRECONDITION", (string)(await RefusalAsync(body))["status"]!);

        _clock.Advance(TimeSpan.FromSeconds(10));
        Assert.Equal("ACTIVE", (string)(await GetAsync(file))["state"]!);
        await AnswerAsync(body);

        _clock.Advance(TimeSpan.FromHours(48) - TimeSpan.FromSeconds(11));
        await AnswerAsync(body);
        _clock.Advance(TimeSpan.FromSeconds(1));
        await RefusalAsync(body, HttpStatusCode.Forbidden);
        using HttpResponseMessage gone = await Http.GetAsync(Address(file));
        await ErrorAsync(gone, HttpStatusCode.Forbidden);
    }

    [Fact]
    public async Task A_file_cannot_be_read_as_another_kind_than_it_is()
    {
        JsonNode file = await UploadAsync("hello");
        _clock.Advance(TimeSpan.FromSeconds(10));
        await AnswerAsync(Body(new JsonObject { ["fileData"] = new JsonObject { ["mimeType"] = "text/markdown", ["fileUri"] = (string)file["uri"]! } }));
        JsonObject error = await RefusalAsync(Body(new JsonObject { ["fileData"] = new JsonObject { ["mimeType"] = "image/png", ["fileUri"] = (string)file["uri"]! } }));
        Assert.Contains("was uploaded as text/plain and cannot be read as image/png", (string)error["message"]!, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Chunks_are_sent_one_after_the_other_and_the_end_may_come_alone()
    {
        const int Chunk = 256 * 1024;
        string address = await StartAsync(2 * Chunk);
        string piece = new('x', Chunk);
        using HttpResponseMessage odd = await SendAsync(address, "upload", "too short", ("X-Goog-Upload-Offset", "0"));
        await ErrorAsync(odd, HttpStatusCode.BadRequest);
        using HttpResponseMessage first = await SendAsync(address, "upload", piece, ("X-Goog-Upload-Offset", "0"));
        Assert.Equal(("active", "262144"), Progress(first));
        using HttpResponseMessage early = await SendAsync(address, "finalize", "");
        await ErrorAsync(early, HttpStatusCode.BadRequest);
        using HttpResponseMessage second = await SendAsync(address, "upload", piece, ("X-Goog-Upload-Offset", "262144"));
        Assert.Equal(("active", "524288"), Progress(second));
        using HttpResponseMessage end = await SendAsync(address, "finalize", "");
        Assert.Equal(("final", "524288"), Progress(end));
        using HttpResponseMessage again = await SendAsync(address, "finalize", "");
        Assert.Equal(await end.Content.ReadAsStringAsync(), await again.Content.ReadAsStringAsync());
    }

    [Fact]
    public async Task A_cancelled_upload_is_over()
    {
        string address = await StartAsync(5);
        using HttpResponseMessage cancelled = await SendAsync(address, "cancel", "");
        Assert.Equal("cancelled", cancelled.Headers.GetValues("x-goog-upload-status").Single());
        using HttpResponseMessage late = await SendAsync(address, "upload, finalize", "hello", ("X-Goog-Upload-Offset", "0"));
        await ErrorAsync(late, HttpStatusCode.NotFound);
        Assert.Equal("{}", await Http.GetStringAsync(new Uri("/v1beta/files", UriKind.Relative)));
    }

    [Theory]
    [InlineData("""{"file":{"name":"files/My-Notes"}}""", "file.name")]
    [InlineData("""{"file":{"name":"files/-a"}}""", "file.name")]
    [InlineData("""{"file":{"name":"files/a2345678901234567890123456789012345678901"}}""", "file.name")]
    [InlineData("""{"file":{"colour":"red"}}""", "Unknown name \"colour\"")]
    public async Task Starts_with_bad_names_are_refused(string body, string message)
    {
        using HttpResponseMessage response = await SendStartAsync(5, body);
        Assert.Contains(message, (string)(await ErrorAsync(response, HttpStatusCode.BadRequest))["message"]!, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_client_may_name_its_file_once()
    {
        const string Named = """{"file":{"name":"files/my-notes-1","displayName":"Notes"}}""";
        JsonNode file = await FinishAsync(await StartAsync(5, Named), "hello");
        Assert.Equal(("files/my-notes-1", "Notes"), ((string)file["name"]!, (string)file["displayName"]!));
        using HttpResponseMessage twice = await SendStartAsync(5, Named);
        Assert.Equal("ALREADY_EXISTS", (string)(await ErrorAsync(twice, HttpStatusCode.Conflict))["status"]!);
    }

    [Theory]
    [InlineData("0")]
    [InlineData("2147483649")]
    [InlineData("many")]
    public async Task Sizes_the_api_would_not_take_are_refused(string length)
    {
        using HttpResponseMessage response = await SendAsync(null, "start", "{}", ("X-Goog-Upload-Protocol", "resumable"),
            ("X-Goog-Upload-Header-Content-Length", length), ("X-Goog-Upload-Header-Content-Type", "text/plain"));
        await ErrorAsync(response, HttpStatusCode.BadRequest);
    }

    [Fact]
    public async Task A_project_has_room_for_20_gigabytes()
    {
        for (int number = 0; number < 10; number++)
        {
            await StartAsync(2L * 1024 * 1024 * 1024);
        }

        using HttpResponseMessage full = await SendStartAsync(1, "{}");
        JsonObject error = await ErrorAsync(full, HttpStatusCode.TooManyRequests);
        Assert.Equal("FileStorageBytesPerProject", (string)error["details"]![0]!["violations"]![0]!["quotaId"]!);
    }

    [Fact]
    public async Task Lists_have_pages_and_deleted_files_are_gone()
    {
        JsonNode first = await UploadAsync("hello"), second = await UploadAsync("world");
        JsonNode page = JsonNode.Parse(await Http.GetStringAsync(new Uri("/v1beta/files?pageSize=1", UriKind.Relative)))!;
        Assert.Equal((string)first["name"]!, (string)Assert.Single(page["files"]!.AsArray())!["name"]!);
        using HttpResponseMessage deleted = await Http.DeleteAsync(Address(first));
        Assert.Equal("{}", await deleted.Content.ReadAsStringAsync());
        page = JsonNode.Parse(await Http.GetStringAsync(new Uri("/v1beta/files", UriKind.Relative)))!;
        Assert.Equal((string)second["name"]!, (string)Assert.Single(page["files"]!.AsArray())!["name"]!);
    }

    [Theory]
    [InlineData("/v1beta")]
    [InlineData("/download/v1beta")]
    public async Task What_was_uploaded_cannot_be_downloaded(string version)
    {
        JsonNode file = await UploadAsync("hello");
        using HttpResponseMessage response = await Http.GetAsync(new Uri($"{version}/{file["name"]}:download?alt=media", UriKind.Relative));
        await ErrorAsync(response, HttpStatusCode.BadRequest);
    }

    [Theory]
    [InlineData("""{"fileData":{"mimeType":"text/plain","fileUri":"http://x/v1beta/files/none"}}""", HttpStatusCode.Forbidden)]
    [InlineData("""{"inlineData":{"data":"AAAA"}}""", HttpStatusCode.BadRequest)]
    [InlineData("""{"inlineData":{"mimeType":"image/png","data":""}}""", HttpStatusCode.BadRequest)]
    [InlineData("""{"inlineData":{"mimeType":"image/png","data":"AAAA"},"mediaResolution":{"level":"HUGE"}}""", HttpStatusCode.BadRequest)]
    public async Task Media_the_api_would_not_take_is_refused(string part, HttpStatusCode status)
        => await RefusalAsync(Body(JsonNode.Parse(part)!), status);

    private static JsonObject Body(JsonNode part)
        => new() { ["contents"] = new JsonArray(new JsonObject { ["role"] = "user", ["parts"] = new JsonArray(part) }) };

    private static Uri Address(JsonNode file) => new("/v1beta/" + (string)file["name"]!, UriKind.Relative);

    private static (string Status, string Size) Progress(HttpResponseMessage response) =>
        (response.Headers.GetValues("x-goog-upload-status").Single(), response.Headers.GetValues("x-goog-upload-size-received").Single());

    private async Task<JsonNode> GetAsync(JsonNode file) => JsonNode.Parse(await Http.GetStringAsync(Address(file)))!;

    private async Task<JsonNode> UploadAsync(string text) => await FinishAsync(await StartAsync(text.Length), text);

    private Task<HttpResponseMessage> SendStartAsync(long length, string body) => SendAsync(null, "start", body, ("X-Goog-Upload-Protocol", "resumable"),
        ("X-Goog-Upload-Header-Content-Length", $"{length}"), ("X-Goog-Upload-Header-Content-Type", "text/plain"));

    private async Task<string> StartAsync(long length, string body = """{"file":{"displayName":"a"}}""")
    {
        using HttpResponseMessage start = await SendStartAsync(length, body);
        Assert.Equal(HttpStatusCode.OK, start.StatusCode);
        return start.Headers.GetValues("x-goog-upload-url").Single();
    }

    private async Task<JsonNode> FinishAsync(string address, string text)
    {
        using HttpResponseMessage last = await SendAsync(address, "upload, finalize", text, ("X-Goog-Upload-Offset", "0"));
        Assert.Equal("final", Progress(last).Status);
        return JsonNode.Parse(await last.Content.ReadAsStringAsync())!["file"]!;
    }

    private async Task<HttpResponseMessage> SendAsync(string? address, string command, string body, params (string Name, string Value)[] headers)
    {
        using HttpRequestMessage message = new(HttpMethod.Post, address ?? "/upload/v1beta/files") { Content = new StringContent(body, Encoding.UTF8, "application/json") };
        message.Headers.TryAddWithoutValidation("X-Goog-Upload-Command", command);
        foreach ((string name, string value) in headers)
        {
            message.Headers.TryAddWithoutValidation(name, value);
        }

        return await Http.SendAsync(message);
    }
}

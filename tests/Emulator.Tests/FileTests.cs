using System.Net;
using System.Text;
using System.Text.Json.Nodes;

namespace GeminiGen.Emulator.Tests;

/// <summary>The Files API as a client without our own sees it.</summary>
public sealed class FileTests : EmulatorTest
{
    [Fact]
    public async Task An_upload_is_refused_at_a_wrong_offset_and_goes_on_at_the_right_one()
    {
        using HttpResponseMessage start = await SendAsync(null, "start", "{\"file\":{\"displayName\":\"a\"}}", ("X-Goog-Upload-Protocol", "resumable"),
            ("X-Goog-Upload-Header-Content-Length", "5"), ("X-Goog-Upload-Header-Content-Type", "text/plain"));
        string address = start.Headers.GetValues("x-goog-upload-url").Single();

        using HttpResponseMessage wrong = await SendAsync(address, "upload, finalize", "hello", ("X-Goog-Upload-Offset", "1"));
        await ErrorAsync(wrong, HttpStatusCode.BadRequest);
        using HttpResponseMessage query = await SendAsync(address, "query", "");
        Assert.Equal("0", query.Headers.GetValues("x-goog-upload-size-received").Single());
        Assert.Equal("active", query.Headers.GetValues("x-goog-upload-status").Single());

        using HttpResponseMessage last = await SendAsync(address, "upload, finalize", "hello", ("X-Goog-Upload-Offset", "0"));
        JsonNode file = JsonNode.Parse(await last.Content.ReadAsStringAsync())!["file"]!;
        Assert.Equal(("final", "ACTIVE", "5"), (last.Headers.GetValues("x-goog-upload-status").Single(), (string)file["state"]!, (string)file["sizeBytes"]!));

        JsonObject part = new() { ["fileData"] = new JsonObject { ["mimeType"] = "text/plain", ["fileUri"] = (string)file["uri"]! } };
        await AnswerAsync(Body(part));
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

    private async Task<HttpResponseMessage> SendAsync(string? address, string command, string body, params (string Name, string Value)[] headers)
    {
        using HttpRequestMessage message = new(HttpMethod.Post, address ?? "/upload/v1beta/files") { Content = new StringContent(body, Encoding.UTF8, "application/json") };
        message.Headers.Add("X-Goog-Upload-Command", command);
        foreach ((string name, string value) in headers)
        {
            message.Headers.TryAddWithoutValidation(name, value);
        }

        return await Http.SendAsync(message);
    }
}

using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;

namespace GeminiGen.Emulator.Tests;

/// <summary>A running emulator and a plain client for it.</summary>
public abstract class EmulatorTest : IAsyncLifetime
{
    protected const string Model = "gemini-3.8-flash";

    protected GeminiEmulator Emulator { get; private set; } = null!;

    protected HttpClient Http { get; private set; } = null!;

    protected virtual GeminiEmulatorOptions Options { get; } = new();

    public async Task InitializeAsync()
    {
        Emulator = await GeminiEmulator.StartAsync(Options);
        Http = new HttpClient { BaseAddress = Emulator.BaseAddress };
        Http.DefaultRequestHeaders.Add("x-goog-api-key", Emulator.ApiKey);
    }

    public async Task DisposeAsync()
    {
        Http.Dispose();
        await Emulator.DisposeAsync();
    }

    protected Task<HttpResponseMessage> PostAsync(string path, string json) => PostAsync(path, Encoding.UTF8.GetBytes(json));

    protected Task<HttpResponseMessage> PostAsync(string path, byte[] body)
    {
        var content = new ByteArrayContent(body);
        content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
        return Http.PostAsync(new Uri(path, UriKind.Relative), content);
    }

    protected Task<HttpResponseMessage> GenerateAsync(JsonNode body, string model = Model) =>
        PostAsync($"/v1beta/models/{model}:generateContent", body.ToJsonString());

    /// <summary>Sends a request that shall be answered.</summary>
    protected async Task<JsonObject> AnswerAsync(JsonNode body, string model = Model)
    {
        using HttpResponseMessage response = await GenerateAsync(body, model);
        string text = await response.Content.ReadAsStringAsync();
        Assert.True(response.StatusCode == HttpStatusCode.OK, text);
        return JsonNode.Parse(text)!.AsObject();
    }

    /// <summary>Sends a request that shall be refused, and checks the envelope.</summary>
    protected async Task<JsonObject> RefusalAsync(JsonNode body, HttpStatusCode status = HttpStatusCode.BadRequest, string model = Model)
    {
        using HttpResponseMessage response = await GenerateAsync(body, model);
        return await ErrorAsync(response, status);
    }

    /// <summary>Waits until the server, too, knows that every request is over.</summary>
    protected Task SettleAsync() => Task.WhenAll(Emulator.Requests.Select(request => request.Ending));

    protected static async Task<JsonObject> ErrorAsync(HttpResponseMessage response, HttpStatusCode status)
    {
        string text = await response.Content.ReadAsStringAsync();
        Assert.True(response.StatusCode == status, $"{response.StatusCode}: {text}");
        JsonObject error = JsonNode.Parse(text)!["error"]!.AsObject();
        Assert.Equal((int)status, (int)error["code"]!);
        Assert.NotEqual("", (string)error["message"]!);
        Assert.Matches("^[A-Z_]+$", (string)error["status"]!);
        return error;
    }

    protected static string TextOf(JsonNode answer) =>
        string.Concat(answer["candidates"]![0]!["content"]!["parts"]!.AsArray().Where(part => part!["thought"] is null).Select(part => (string)part!["text"]!));
}

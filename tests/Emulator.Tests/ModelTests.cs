using System.Net;
using System.Text.Json.Nodes;
using Microsoft.Extensions.Time.Testing;

namespace GeminiGen.Emulator.Tests;

/// <summary>Which models answer, and what the list says.</summary>
public sealed class ModelTests : EmulatorTest
{
    private readonly FakeTimeProvider _clock = new(new DateTimeOffset(2026, 11, 24, 0, 0, 0, TimeSpan.Zero));

    protected override GeminiEmulatorOptions Options => new() { TimeProvider = _clock };

    [Theory]
    [InlineData("gemini-99-ultra")]
    [InlineData("gemini-1.5-flash")]
    [InlineData("text-embedding-004")]
    [InlineData("gemini-embedding-001")]
    [InlineData("gemini-3.8-live")]
    [InlineData("gemini-3.1-flash-live-preview")]
    [InlineData("gemini-2.5-flash-native-audio-preview-12-2025")]
    public async Task Unknown_or_retired_or_unfit_model_is_404(string model)
    {
        JsonObject error = await RefusalAsync(Bodies.Prompt("Hello"), HttpStatusCode.NotFound, model);
        Assert.Equal("NOT_FOUND", (string)error["status"]!);
        Assert.Contains($"models/{model} is not found for API version v1beta", (string)error["message"]!, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Model_answers_until_its_shutdown_day()
    {
        await AnswerAsync(Bodies.Prompt("Hello"), "gemini-2.5-flash");
        _clock.SetUtcNow(new DateTimeOffset(2026, 12, 1, 0, 0, 0, TimeSpan.Zero));
        await RefusalAsync(Bodies.Prompt("Hello"), HttpStatusCode.NotFound, "gemini-2.5-flash");
    }

    [Theory]
    [InlineData("models/gemini-3.8-flash", "gemini-3.8-flash")]
    [InlineData("models/models/gemini-3.8-flash", "gemini-3.8-flash")]
    [InlineData("gemini-3.8-flash", "gemini-3.8-flash")]
    [InlineData("gemini-flash-latest", "gemini-3.8-flash")]
    public async Task Answer_names_the_model_that_gave_it(string asked, string version)
    {
        JsonObject answer = await AnswerAsync(Bodies.Prompt("Hello"), asked);
        Assert.Equal(version, (string)answer["modelVersion"]!);
    }

    [Fact]
    public async Task Both_versions_of_the_api_answer()
    {
        using HttpResponseMessage v1 = await PostAsync($"/v1/models/{Model}:generateContent", Bodies.Prompt("Hello").ToJsonString());
        Assert.Equal(HttpStatusCode.OK, v1.StatusCode);
        using HttpResponseMessage v2 = await PostAsync($"/v2/models/{Model}:generateContent", Bodies.Prompt("Hello").ToJsonString());
        await ErrorAsync(v2, HttpStatusCode.NotFound);
    }

    [Theory]
    [InlineData("GET", "/v1beta/tunings")]
    [InlineData("PUT", "/v1beta/files/a")]
    [InlineData("GET", "/v1beta/models/gemini-3.8-flash:countTokens")]
    [InlineData("POST", "/v1beta/models/:generateContent")]
    [InlineData("POST", "/v1beta/models/gemini-3.8-flash:paint")]
    [InlineData("DELETE", "/v1beta/models/gemini-3.8-flash")]
    public async Task Other_paths_are_404_in_the_envelope(string method, string path)
    {
        using var request = new HttpRequestMessage(new HttpMethod(method), new Uri(path, UriKind.Relative));
        using HttpResponseMessage response = await Http.SendAsync(request);
        await ErrorAsync(response, HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task One_model_tells_its_limits()
    {
        JsonNode model = JsonNode.Parse(await Http.GetStringAsync(new Uri($"/v1beta/models/{Model}", UriKind.Relative)))!;
        Assert.Equal($"models/{Model}", (string)model["name"]!);
        Assert.Equal(1048576, (int)model["inputTokenLimit"]!);
        Assert.Equal(65536, (int)model["outputTokenLimit"]!);
        Assert.True((bool)model["thinking"]!);
        Assert.NotEqual("", (string)model["description"]!);
        Assert.Equal(2, (decimal)model["maxTemperature"]!);
        Assert.Contains("generateContent", model["supportedGenerationMethods"]!.AsArray().Select(method => (string)method!));
    }

    [Fact]
    public async Task Pages_hold_every_model_once()
    {
        var names = new List<string>();
        string token = "";
        do
        {
            JsonNode page = JsonNode.Parse(await Http.GetStringAsync(new Uri($"/v1beta/models?pageSize=7&pageToken={token}", UriKind.Relative)))!;
            Assert.InRange(page["models"]!.AsArray().Count, 1, 7);
            names.AddRange(page["models"]!.AsArray().Select(model => (string)model!["name"]!));
            token = (string?)page["nextPageToken"] ?? "";
        }
        while (token.Length > 0);

        Assert.Equal(GeminiModelCatalog.All.Select(model => "models/" + model.Id).Order(), names.Order());
    }

    [Fact]
    public async Task Only_models_that_generate_say_so()
    {
        JsonArray models = JsonNode.Parse(await Http.GetStringAsync(new Uri("/v1beta/models?pageSize=1000", UriKind.Relative)))!["models"]!.AsArray();
        foreach (JsonNode? model in models)
        {
            string id = ((string)model!["name"]!)["models/".Length..];
            string[] methods = [.. model["supportedGenerationMethods"]!.AsArray().Select(method => (string)method!)];
            GeminiModel known = GeminiModelCatalog.All.Single(entry => entry.Id == id);
            string expected = known.OutputModalities.Contains("embedding") ? "embedContent" : known.Capabilities.Live == GeminiSupport.Yes ? "bidiGenerateContent" : "generateContent";
            Assert.Equal(expected, methods[0]);
            Assert.Equal(expected == "generateContent", methods.Contains("generateContent"));
        }
    }

    [Theory]
    [InlineData("pageSize=many")]
    [InlineData("pageToken=!")]
    [InlineData("pageSize=-1")]
    public async Task Bad_page_values_are_400(string query)
    {
        using HttpResponseMessage response = await Http.GetAsync(new Uri("/v1beta/models?" + query, UriKind.Relative));
        await ErrorAsync(response, HttpStatusCode.BadRequest);
    }
}

using System.Net;
using System.Text;
using System.Text.Json.Nodes;

namespace GeminiGen.Emulator.Tests;

/// <summary>Google Cloud's path: a token instead of a key, and what differs.</summary>
public sealed class CloudTests : EmulatorTest
{
    private const string Project = "projects/demo/locations/europe-west4/";

    [Theory]
    [InlineData("v1")]
    [InlineData("v1beta1")]
    public async Task The_answer_is_the_same_with_a_little_more(string version)
    {
        JsonObject own = await AnswerAsync(Bodies.Prompt("Hello"));
        JsonObject cloud = JsonNode.Parse(await OkAsync($"/{version}/{Project}publishers/google/models/{Model}:generateContent", Bodies.Prompt("Hello")))!.AsObject();
        Assert.Equal((TextOf(own), (string)own["responseId"]!), (TextOf(cloud), (string)cloud["responseId"]!));
        Assert.Equal("ON_DEMAND", (string)cloud["usageMetadata"]!["trafficType"]!);
        Assert.NotNull(cloud["createTime"]);
        Assert.Null(own["createTime"]);
        Assert.Null(own["usageMetadata"]!["trafficType"]);
    }

    [Fact]
    public async Task Streams_come_in_both_forms()
    {
        string path = $"/v1/{Project}publishers/google/models/{Model}:streamGenerateContent";
        JsonObject own = await AnswerAsync(Bodies.Prompt("Hello"));
        Assert.Equal(TextOf(own), StreamReading.Text(StreamReading.Events(await OkAsync(path + "?alt=sse", Bodies.Prompt("Hello")))));
        Assert.Equal(TextOf(own), StreamReading.Text(JsonNode.Parse(await OkAsync(path, Bodies.Prompt("Hello")))!.AsArray()!));
    }

    [Fact]
    public async Task Characters_are_counted_beside_tokens()
    {
        JsonObject body = Bodies.Prompt("Hello you");
        body["systemInstruction"] = Bodies.Turn("user", "Be brief.");
        JsonNode count = JsonNode.Parse(await OkAsync($"/v1/{Project}publishers/google/models/{Model}:countTokens", body))!;
        Assert.Equal(16, (int)count["totalBillableCharacters"]!);
        Assert.Equal((int)(await AnswerAsync(body))["usageMetadata"]!["promptTokenCount"]!, (int)count["totalTokens"]!);
    }

    [Theory]
    [InlineData("labels", """{"team":"support"}""")]
    [InlineData("modelArmorConfig", "{}")]
    public async Task Fields_of_its_own_are_its_own(string field, string value)
    {
        JsonObject body = Bodies.Prompt("Hello");
        body[field] = JsonNode.Parse(value);
        await OkAsync($"/v1/{Project}publishers/google/models/{Model}:generateContent", body);
        Assert.Contains("Unknown name", (string)(await RefusalAsync(body))["message"]!, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""{"contents":[{"parts":[{"text":"a"}]}]}""", "valid role", true)]
    [InlineData("""{"contents":[{"role":"user","parts":[{"toolCall":{}}]}]}""", "toolCall is not supported", true)]
    [InlineData("""{"contents":[{"role":"user","parts":[{"text":"a"}]}],"tools":[{"fileSearch":{}}]}""", "file_search is not supported", true)]
    [InlineData("""{"contents":[{"role":"user","parts":[{"fileData":{"mimeType":"image/png","fileUri":"http://localhost/v1beta/files/a"}}]}]}""", "Unsupported file uri", true)]
    [InlineData("""{"contents":[{"role":"user","parts":[{"fileData":{"mimeType":"image/png","fileUri":"gs://bucket/a.png"}}]}]}""", "Unsupported file uri", false)]
    public async Task What_only_the_other_takes_is_refused(string body, string message, bool onCloud)
    {
        using HttpResponseMessage cloud = await SendAsync($"/v1/{Project}publishers/google/models/{Model}:generateContent", body, Emulator.AccessToken);
        using HttpResponseMessage gemini = await GenerateAsync(JsonNode.Parse(body)!);
        (HttpResponseMessage refused, HttpResponseMessage other) = onCloud ? (cloud, gemini) : (gemini, cloud);
        Assert.Contains(message, (string)(await ErrorAsync(refused, HttpStatusCode.BadRequest))["message"]!, StringComparison.Ordinal);
        Assert.DoesNotContain(message, await other.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("gemini-2.0-flash")]
    [InlineData("nobody")]
    public async Task Models_that_are_not_there_are_named_in_full(string model)
    {
        using HttpResponseMessage response = await SendAsync($"/v1/{Project}publishers/google/models/{model}:generateContent", Bodies.Prompt("Hello").ToJsonString(), Emulator.AccessToken);
        Assert.Contains($"`{Project}publishers/google/models/{model}` was not found", (string)(await ErrorAsync(response, HttpStatusCode.NotFound))["message"]!, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(null, "CREDENTIALS_MISSING")]
    [InlineData("emulator-key", "ACCESS_TOKEN_TYPE_UNSUPPORTED")]
    [InlineData("other", "ACCESS_TOKEN_TYPE_UNSUPPORTED")]
    public async Task The_token_is_looked_at_before_the_body(string? token, string reason)
    {
        using HttpResponseMessage response = await SendAsync($"/v1/{Project}publishers/google/models/{Model}:generateContent", "no JSON", token);
        JsonObject error = await ErrorAsync(response, HttpStatusCode.Unauthorized);
        Assert.Equal(("UNAUTHENTICATED", reason), ((string)error["status"]!, (string)error["details"]![0]!["reason"]!));
        Assert.DoesNotContain("send an API key", (string)error["message"]!, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_express_mode_takes_a_key()
    {
        using HttpResponseMessage response = await PostAsync($"/v1/publishers/google/models/{Model}:generateContent", Bodies.Prompt("Hello").ToJsonString());
        Assert.Equal("ON_DEMAND", (string)JsonNode.Parse(await response.Content.ReadAsStringAsync())!["usageMetadata"]!["trafficType"]!);
    }

    [Theory]
    [InlineData("/v1beta/projects/demo/locations/global/publishers/google/models/gemini-3.8-flash:generateContent")]
    [InlineData("/v1/projects/demo/locations/global/publishers/other/models/gemini-3.8-flash:generateContent")]
    public async Task Other_paths_are_404(string path)
    {
        using HttpResponseMessage response = await SendAsync(path, Bodies.Prompt("Hello").ToJsonString(), Emulator.AccessToken);
        await ErrorAsync(response, HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task The_token_is_good_for_the_gemini_api_too()
    {
        using HttpResponseMessage response = await SendAsync($"/v1beta/models/{Model}:generateContent", Bodies.Prompt("Hello").ToJsonString(), Emulator.AccessToken);
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
    }

    private async Task<string> OkAsync(string path, JsonObject body)
    {
        using HttpResponseMessage response = await SendAsync(path, body.ToJsonString(), Emulator.AccessToken);
        string text = await response.Content.ReadAsStringAsync();
        Assert.True(response.StatusCode == HttpStatusCode.OK, text);
        return text;
    }

    private async Task<HttpResponseMessage> SendAsync(string path, string body, string? token)
    {
        using var http = new HttpClient { BaseAddress = Emulator.BaseAddress };
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(path, UriKind.Relative)) { Content = new StringContent(body, Encoding.UTF8, "application/json") };
        if (token is not null)
        {
            request.Headers.TryAddWithoutValidation("Authorization", "Bearer " + token);
        }

        return await http.SendAsync(request);
    }
}

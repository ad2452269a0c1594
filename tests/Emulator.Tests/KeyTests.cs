using System.Net;
using System.Text.Json.Nodes;

namespace GeminiGen.Emulator.Tests;

/// <summary>Which keys are accepted, and what is checked before them.</summary>
public sealed class KeyTests : EmulatorTest
{
    private const string Path = $"/v1beta/models/{Model}:generateContent";

    [Fact]
    public async Task Missing_key_is_403()
    {
        Http.DefaultRequestHeaders.Remove("x-goog-api-key");
        JsonObject error = await RefusalAsync(Bodies.Prompt("Hello"), HttpStatusCode.Forbidden);
        Assert.Equal("PERMISSION_DENIED", (string)error["status"]!);
    }

    [Fact]
    public async Task Wrong_key_is_400_with_a_reason()
    {
        Http.DefaultRequestHeaders.Remove("x-goog-api-key");
        Http.DefaultRequestHeaders.Add("x-goog-api-key", "another");
        JsonObject error = await RefusalAsync(Bodies.Prompt("Hello"));
        Assert.Equal("INVALID_ARGUMENT", (string)error["status"]!);
        JsonNode info = error["details"]![0]!;
        Assert.Equal("type.googleapis.com/google.rpc.ErrorInfo", (string)info["@type"]!);
        Assert.Equal("API_KEY_INVALID", (string)info["reason"]!);
        Assert.Equal("googleapis.com", (string)info["domain"]!);
    }

    [Fact]
    public async Task Key_in_the_query_is_accepted_and_not_recorded()
    {
        Http.DefaultRequestHeaders.Remove("x-goog-api-key");
        using HttpResponseMessage response = await PostAsync($"{Path}?key={Emulator.ApiKey}&prettyPrint=false", Bodies.Prompt("Hello").ToJsonString());
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Equal("prettyPrint=false", Assert.Single(Emulator.Requests).Query);
    }

    [Theory]
    [InlineData("KEY")]
    [InlineData("Key")]
    [InlineData("k%65y")]
    [InlineData("api_key=x&key")]
    public async Task Key_in_the_query_is_recorded_under_no_name(string name)
    {
        await PostAsync($"{Path}?{name}={Emulator.ApiKey}", Bodies.Prompt("Hello").ToJsonString());
        await PostAsync($"{Path}?access_token={Emulator.AccessToken}&apiKey={Emulator.ApiKey}", Bodies.Prompt("Hello").ToJsonString());
        Assert.All(Emulator.Requests, request =>
        {
            Assert.DoesNotContain(Emulator.ApiKey, request.Query, StringComparison.Ordinal);
            Assert.DoesNotContain(Emulator.AccessToken, request.Query, StringComparison.Ordinal);
        });
        Assert.Equal("access_token=%5Bkey%5D&apiKey=%5Bkey%5D", Emulator.Requests[1].Query);
    }

    [Fact]
    public async Task No_page_shows_a_key_that_a_prompt_holds()
    {
        Http.DefaultRequestHeaders.Add("X-Copy", "key " + Emulator.ApiKey);
        await AnswerAsync(Bodies.Prompt($"Summarise: the {Emulator.ApiKey} opens the door of the cellar."));
        await SettleAsync();
        Assert.Equal("key [key]", Assert.Single(Emulator.Requests).Headers["X-Copy"]);
        foreach (string page in (string[])["/admin/requests", "/status/1"])
        {
            string text = await Http.GetStringAsync(new Uri(page, UriKind.Relative));
            Assert.Contains("[key] opens the door", text, StringComparison.Ordinal);
            Assert.DoesNotContain(Emulator.ApiKey, text, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Bearer_token_is_401()
    {
        Http.DefaultRequestHeaders.Remove("x-goog-api-key");
        Http.DefaultRequestHeaders.Add("Authorization", "Bearer something");
        JsonObject error = await RefusalAsync(Bodies.Prompt("Hello"), HttpStatusCode.Unauthorized);
        Assert.Equal("UNAUTHENTICATED", (string)error["status"]!);
        Assert.Equal("ACCESS_TOKEN_TYPE_UNSUPPORTED", (string)error["details"]![0]!["reason"]!);
    }

    [Fact]
    public async Task Bad_body_hides_a_bad_key()
    {
        Http.DefaultRequestHeaders.Remove("x-goog-api-key");
        using HttpResponseMessage notJson = await PostAsync(Path, "{");
        await ErrorAsync(notJson, HttpStatusCode.BadRequest);
        JsonObject error = await RefusalAsync(new JsonObject { ["contentz"] = 1 });
        Assert.Contains("contentz", (string)error["message"]!, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Bad_key_hides_an_unknown_model()
    {
        Http.DefaultRequestHeaders.Remove("x-goog-api-key");
        await RefusalAsync(Bodies.Prompt("Hello"), HttpStatusCode.Forbidden, "no-such-model");
    }

    [Fact]
    public async Task Listing_needs_the_key_too()
    {
        Http.DefaultRequestHeaders.Remove("x-goog-api-key");
        using HttpResponseMessage response = await Http.GetAsync(new Uri("/v1beta/models", UriKind.Relative));
        await ErrorAsync(response, HttpStatusCode.Forbidden);
    }

    [Fact]
    public void The_accepted_key_has_no_keys_shape()
    {
        Assert.DoesNotMatch("^(AIza|AQ\\.)", Emulator.ApiKey);
        Assert.True(Emulator.ApiKey.Length < 30);
    }

    [Fact]
    public async Task No_key_reaches_the_record()
    {
        Http.DefaultRequestHeaders.Add("Cookie", "session=" + Emulator.ApiKey);
        await AnswerAsync(Bodies.Prompt("Hello"));
        var request = Assert.Single(Emulator.Requests);
        Assert.DoesNotContain(request.Headers, header => header.Value.Contains(Emulator.ApiKey, StringComparison.Ordinal));
        Assert.False(request.Headers.ContainsKey("x-goog-api-key"));
    }
}

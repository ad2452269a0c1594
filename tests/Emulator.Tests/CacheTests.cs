using System.Net;
using System.Text.Json.Nodes;
using Microsoft.Extensions.Time.Testing;

namespace GeminiGen.Emulator.Tests;

/// <summary>Explicit caches: their life, their limits, and what a request may not do with them.</summary>
public sealed class CacheTests : EmulatorTest
{
    private readonly FakeTimeProvider _clock = new(new DateTimeOffset(2026, 11, 24, 12, 0, 0, TimeSpan.Zero));

    // More than 4,096 tokens, of which a digit is one.
    private static readonly string Handbook = Bodies.Article + "\n\n" + new string('7', 4200);

    protected override GeminiEmulatorOptions Options => new() { TimeProvider = _clock };

    [Fact]
    public async Task A_cache_lives_an_hour_unless_told_otherwise()
    {
        JsonObject cache = await CreateAsync(Cache());
        Assert.StartsWith("cachedContents/", (string)cache["name"]!, StringComparison.Ordinal);
        Assert.Equal(("models/" + Model, "2026-11-24T13:00:00.0000000Z"), ((string)cache["model"]!, (string)cache["expireTime"]!));
        Assert.True((int)cache["usageMetadata"]!["totalTokenCount"]! > 4200);
        Assert.Null(cache["contents"]);

        _clock.Advance(TimeSpan.FromMinutes(59));
        Assert.Equal(cache.ToJsonString(), (await GetAsync(cache)).ToJsonString());
        _clock.Advance(TimeSpan.FromMinutes(1));
        using HttpResponseMessage gone = await Http.GetAsync(Address(cache));
        Assert.Equal("PERMISSION_DENIED", (string)(await ErrorAsync(gone, HttpStatusCode.Forbidden))["status"]!);
        JsonObject late = Asking(cache);
        await RefusalAsync(late, HttpStatusCode.Forbidden);
    }

    [Fact]
    public async Task The_prompt_counts_what_was_cached()
    {
        JsonObject cache = await CreateAsync(Cache());
        JsonNode usage = (await AnswerAsync(Asking(cache)))["usageMetadata"]!;
        int cached = (int)cache["usageMetadata"]!["totalTokenCount"]!;
        Assert.Equal(cached, (int)usage["cachedContentTokenCount"]!);
        Assert.Equal(cached, (int)usage["cacheTokensDetails"]![0]!["tokenCount"]!);
        JsonNode alone = (await AnswerAsync(Bodies.Prompt("What was restored?")))["usageMetadata"]!;
        Assert.Equal(cached + (int)alone["promptTokenCount"]!, (int)usage["promptTokenCount"]!);
        Assert.Null(alone["cachedContentTokenCount"]);

        JsonObject whole = Asking(cache);
        whole["model"] = "models/" + Model;
        using HttpResponseMessage response = await PostAsync($"/v1beta/models/{Model}:countTokens", new JsonObject { ["generateContentRequest"] = whole }.ToJsonString());
        JsonNode count = JsonNode.Parse(await response.Content.ReadAsStringAsync())!;
        Assert.Equal(((int)usage["promptTokenCount"]!, cached), ((int)count["totalTokens"]!, (int)count["cachedContentTokenCount"]!));
    }

    [Fact]
    public async Task The_answer_is_drawn_from_what_was_cached()
    {
        JsonObject cache = await CreateAsync(Cache());
        Assert.Contains("harbour clock of Westport was restored", TextOf(await AnswerAsync(Asking(cache))), StringComparison.Ordinal);
        Assert.DoesNotContain("Westport", TextOf(await AnswerAsync(Bodies.Prompt("What was restored?"))), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("systemInstruction", """{"parts":[{"text":"Be brief."}]}""")]
    [InlineData("tools", """[{"functionDeclarations":[{"name":"f"}]}]""")]
    [InlineData("toolConfig", """{"functionCallingConfig":{"mode":"AUTO"}}""")]
    public async Task What_is_the_caches_a_request_may_not_set(string field, string value)
    {
        JsonObject body = Asking(await CreateAsync(Cache()));
        body[field] = JsonNode.Parse(value);
        Assert.Contains("CachedContent can not be used", (string)(await RefusalAsync(body))["message"]!, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_cache_is_of_use_to_its_own_model_only()
    {
        JsonObject cache = await CreateAsync(Cache());
        JsonObject error = await RefusalAsync(Asking(cache), model: "gemini-3.6-flash");
        Assert.Contains($"(models/gemini-3.6-flash) and CachedContent (models/{Model}) has to be the same", (string)error["message"]!, StringComparison.Ordinal);
        await AnswerAsync(Asking(cache), "gemini-flash-latest");
        await AnswerAsync(Asking(await CreateAsync(Cache("gemini-flash-latest", Handbook))));
    }

    [Theory]
    [InlineData("cachedContents/none", HttpStatusCode.Forbidden)]
    [InlineData("none", HttpStatusCode.BadRequest)]
    public async Task Unknown_caches_are_refused(string name, HttpStatusCode status)
    {
        JsonObject body = Bodies.Prompt("Hello");
        body["cachedContent"] = name;
        await RefusalAsync(body, status);
    }

    [Theory]
    [InlineData(Model, 3000, "total_token_count=3", "min_total_token_count=4096")]
    [InlineData("gemini-2.5-flash-lite", 1000, "total_token_count=1", "min_total_token_count=2048")]
    public async Task Too_little_is_not_worth_a_cache(string model, int digits, string count, string minimum)
    {
        using HttpResponseMessage response = await PostAsync("/v1beta/cachedContents", Cache(model, new string('7', digits)).ToJsonString());
        string message = (string)(await ErrorAsync(response, HttpStatusCode.BadRequest))["message"]!;
        Assert.Contains("Cached content is too small. " + count, message, StringComparison.Ordinal);
        Assert.EndsWith(minimum, message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("gemini-4-argon")]
    [InlineData("gemini-embedding-001")]
    [InlineData("gemini-2.0-flash")]
    [InlineData("nobody")]
    public async Task Models_without_explicit_caches_are_404(string model)
    {
        using HttpResponseMessage response = await PostAsync("/v1beta/cachedContents", Cache(model, Handbook).ToJsonString());
        await ErrorAsync(response, HttpStatusCode.NotFound);
    }

    [Theory]
    [InlineData("ttl", "3600", "Duration")]
    [InlineData("ttl", "1h", "Duration")]
    [InlineData("ttl", "0s", "must be in the future")]
    [InlineData("ttl", "-5s", "must be in the future")]
    [InlineData("expireTime", "tomorrow", "Timestamp")]
    [InlineData("expireTime", "2026-11-24T11:59:59Z", "must be in the future")]
    [InlineData("displayName", "0123456789012345678901234567890123456789012345678901234567890123456789012345678901234567890123456789012345678901234567890123456789", "at most 128")]
    [InlineData("generationConfig", "", "Unknown name \"generationConfig\"")]
    public async Task Bad_fields_are_refused(string field, string value, string message)
    {
        JsonObject body = Cache();
        body[field] = value;
        using HttpResponseMessage response = await PostAsync("/v1beta/cachedContents", body.ToJsonString());
        Assert.Contains(message, (string)(await ErrorAsync(response, HttpStatusCode.BadRequest))["message"]!, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Two_ends_and_no_model_are_refused()
    {
        JsonObject body = Cache();
        body["ttl"] = "60s";
        body["expire_time"] = "2026-11-25T00:00:00+01:00";
        using HttpResponseMessage both = await PostAsync("/v1beta/cachedContents", body.ToJsonString());
        Assert.Contains("cannot be set together", (string)(await ErrorAsync(both, HttpStatusCode.BadRequest))["message"]!, StringComparison.Ordinal);

        body.Remove("ttl");
        Assert.Equal("2026-11-24T23:00:00.0000000Z", (string)(await CreateAsync(body))["expireTime"]!);
        body.Remove("model");
        using HttpResponseMessage nameless = await PostAsync("/v1beta/cachedContents", body.ToJsonString());
        Assert.Contains("model is required", (string)(await ErrorAsync(nameless, HttpStatusCode.BadRequest))["message"]!, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_end_can_be_moved_and_nothing_else()
    {
        JsonObject cache = await CreateAsync(Cache());
        _clock.Advance(TimeSpan.FromMinutes(30));
        JsonObject longer = await PatchAsync(cache, "", """{"ttl":"7200.5s"}""", HttpStatusCode.OK);
        Assert.Equal(("2026-11-24T14:30:00.5000000Z", "2026-11-24T12:30:00.0000000Z"), ((string)longer["expireTime"]!, (string)longer["updateTime"]!));
        _clock.Advance(TimeSpan.FromHours(1));
        await AnswerAsync(Asking(cache));

        await PatchAsync(cache, "?updateMask=expireTime", """{"expire_time":"2026-11-26T00:00:00Z"}""", HttpStatusCode.OK);
        await PatchAsync(cache, "", """{"displayName":"Other"}""", HttpStatusCode.BadRequest);
        await PatchAsync(cache, "?updateMask=contents", """{"ttl":"60s"}""", HttpStatusCode.BadRequest);
        await PatchAsync(cache, "", "{}", HttpStatusCode.BadRequest);
    }

    [Fact]
    public async Task Lists_have_pages_and_deleted_caches_are_gone()
    {
        JsonObject first = await CreateAsync(Cache()), second = await CreateAsync(Cache());
        JsonNode page = JsonNode.Parse(await Http.GetStringAsync(new Uri("/v1beta/cachedContents?pageSize=1", UriKind.Relative)))!;
        Assert.Equal((string)first["name"]!, (string)Assert.Single(page["cachedContents"]!.AsArray())!["name"]!);
        page = JsonNode.Parse(await Http.GetStringAsync(new Uri("/v1beta/cachedContents?pageToken=" + page["nextPageToken"], UriKind.Relative)))!;
        Assert.Equal((string)second["name"]!, (string)Assert.Single(page["cachedContents"]!.AsArray())!["name"]!);
        Assert.Null(page["nextPageToken"]);

        using HttpResponseMessage deleted = await Http.DeleteAsync(Address(first));
        Assert.Equal("{}", await deleted.Content.ReadAsStringAsync());
        using HttpResponseMessage again = await Http.DeleteAsync(Address(first));
        await ErrorAsync(again, HttpStatusCode.Forbidden);
        await RefusalAsync(Asking(first), HttpStatusCode.Forbidden);
        await AnswerAsync(Asking(second));
    }

    [Fact]
    public async Task Functions_of_a_cache_are_the_requests_own()
    {
        JsonObject body = Cache("gemini-2.5-flash-lite", Handbook);
        body["tools"] = JsonNode.Parse("""[{"functionDeclarations":[{"name":"f"}]}]""");
        JsonObject asking = Asking(await CreateAsync(body));
        await AnswerAsync(asking, "gemini-2.5-flash-lite");
        asking["generationConfig"] = new JsonObject { ["responseMimeType"] = "application/json" };
        JsonObject error = await RefusalAsync(asking, model: "gemini-2.5-flash-lite");
        Assert.Contains("Function calling with a response mime type", (string)error["message"]!, StringComparison.Ordinal);
    }

    private static JsonObject Cache(string model = Model, string? text = null) => new()
    {
        ["model"] = "models/" + model,
        ["contents"] = new JsonArray(Bodies.Turn("user", text ?? Handbook)),
    };

    private static JsonObject Asking(JsonObject cache)
    {
        JsonObject body = Bodies.Prompt("What was restored?");
        body["cachedContent"] = (string)cache["name"]!;
        return body;
    }

    private static Uri Address(JsonObject cache) => new("/v1beta/" + (string)cache["name"]!, UriKind.Relative);

    private async Task<JsonObject> CreateAsync(JsonObject body)
    {
        using HttpResponseMessage response = await PostAsync("/v1beta/cachedContents", body.ToJsonString());
        string text = await response.Content.ReadAsStringAsync();
        Assert.True(response.StatusCode == HttpStatusCode.OK, text);
        return JsonNode.Parse(text)!.AsObject();
    }

    private async Task<JsonObject> GetAsync(JsonObject cache) => JsonNode.Parse(await Http.GetStringAsync(Address(cache)))!.AsObject();

    private async Task<JsonObject> PatchAsync(JsonObject cache, string query, string body, HttpStatusCode status)
    {
        using HttpResponseMessage response = await Http.PatchAsync(new Uri(Address(cache) + query, UriKind.Relative), new StringContent(body));
        string text = await response.Content.ReadAsStringAsync();
        Assert.True(response.StatusCode == status, text);
        return JsonNode.Parse(text)!.AsObject();
    }
}

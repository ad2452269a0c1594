using System.Net;
using System.Text.Json.Nodes;
using GeminiGen.Emulator.Quotas;
using Microsoft.Extensions.Time.Testing;

namespace GeminiGen.Emulator.Tests;

/// <summary>Quotas by project and model, and how the API tells that one is used up.</summary>
public sealed class QuotaTests : EmulatorTest
{
    private const string SecondKey = "second-key";

    private readonly FakeTimeProvider _clock = new(new DateTimeOffset(2026, 11, 24, 12, 0, 25, 500, TimeSpan.Zero));
    private readonly QuotaOptions _quotas = new() { Models = { [Model] = new ModelQuota { RequestsPerMinute = 2 } } };

    protected override GeminiEmulatorOptions Options => new() { TimeProvider = _clock, Quotas = _quotas, ProjectsByKey = { [SecondKey] = "second", ["third-key"] = "second" } };

    [Fact]
    public async Task Refusal_names_quota_model_value_and_wait()
    {
        JsonObject error = await UseUpAsync(2);
        Assert.Equal("RESOURCE_EXHAUSTED", (string)error["status"]!);
        JsonNode violation = Assert.Single(Detail(error, "QuotaFailure")["violations"]!.AsArray())!;
        Assert.Equal("generativelanguage.googleapis.com/generate_content_free_tier_requests", (string)violation["quotaMetric"]!);
        Assert.Equal("GenerateRequestsPerMinutePerProjectPerModel-FreeTier", (string)violation["quotaId"]!);
        Assert.Equal(Model, (string)violation["quotaDimensions"]!["model"]!);
        Assert.Equal("global", (string)violation["quotaDimensions"]!["location"]!);
        Assert.Equal("2", (string)violation["quotaValue"]!);
        Assert.Equal("34.5s", (string)Detail(error, "RetryInfo")["retryDelay"]!);
        Assert.StartsWith("https://", (string)Detail(error, "Help")["links"]![0]!["url"]!, StringComparison.Ordinal);
        Assert.EndsWith($"limit: 2, model: {Model}\nPlease retry in 34.5s.", (string)error["message"]!, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Told_wait_is_enough_and_no_less_is()
    {
        await UseUpAsync(2);
        _clock.Advance(TimeSpan.FromSeconds(34.499));
        await RefusalAsync(Bodies.Prompt("Hello"), HttpStatusCode.TooManyRequests);
        _clock.Advance(TimeSpan.FromMilliseconds(1));
        await UseUpAsync(2);
    }

    [Fact]
    public async Task Models_do_not_share_a_quota_and_an_alias_counts_for_its_target()
    {
        GeminiModel alias = GeminiModelCatalog.All.First(entry => GeminiModelCatalog.TryResolve(entry.Id, out GeminiModel? target) && target.Id == Model && entry.Id != Model);
        await UseUpAsync(2);
        await AnswerAsync(Bodies.Prompt("Hello"), "gemini-3.5-flash");
        await RefusalAsync(Bodies.Prompt("Hello"), HttpStatusCode.TooManyRequests, alias.Id);
    }

    [Fact]
    public async Task Keys_of_one_project_share_its_quota()
    {
        await UseUpAsync(2);
        UseKey(SecondKey);
        await AnswerAsync(Bodies.Prompt("Hello"));
        UseKey("third-key");
        await AnswerAsync(Bodies.Prompt("Hello"));
        await RefusalAsync(Bodies.Prompt("Hello"), HttpStatusCode.TooManyRequests);
        Assert.Equal([("emulator-project", 2L), ("second", 2L)], Emulator.QuotaUsages.Select(usage => (usage.Project, usage.RequestsThisMinute)));
    }

    [Fact]
    public async Task Refused_calls_and_token_counts_are_not_counted()
    {
        await RefusalAsync(new JsonObject());
        for (int i = 0; i < 3; i++)
        {
            using HttpResponseMessage count = await PostAsync($"/v1beta/models/{Model}:countTokens", Bodies.Prompt("Hello").ToJsonString());
            Assert.Equal(HttpStatusCode.OK, count.StatusCode);
        }

        await UseUpAsync(2);
        Assert.Equal(2, Assert.Single(Emulator.QuotaUsages).RequestsToday);
    }

    [Fact]
    public async Task Streams_are_refused_before_they_begin()
    {
        await UseUpAsync(2);
        using HttpResponseMessage response = await PostAsync($"/v1beta/models/{Model}:streamGenerateContent?alt=sse", Bodies.Prompt("Hello").ToJsonString());
        await ErrorAsync(response, HttpStatusCode.TooManyRequests);
    }

    [Fact]
    public async Task Input_tokens_are_counted_as_the_answer_tells_them()
    {
        _quotas.Models[Model] = new ModelQuota { InputTokensPerMinute = 100 };
        JsonObject answer = await AnswerAsync(Bodies.Prompt("Hello"));
        int tokens = (int)answer["usageMetadata"]!["promptTokenCount"]!;
        Assert.Equal(tokens, Assert.Single(Emulator.QuotaUsages).InputTokensThisMinute);
        JsonObject error = await RefusalAsync(Bodies.Prompt(Bodies.Article), HttpStatusCode.TooManyRequests);
        JsonNode violation = Detail(error, "QuotaFailure")["violations"]![0]!;
        Assert.Equal("GenerateContentInputTokensPerModelPerMinute-FreeTier", (string)violation["quotaId"]!);
        Assert.Equal("generativelanguage.googleapis.com/generate_content_free_tier_input_token_count", (string)violation["quotaMetric"]!);
        await AnswerAsync(Bodies.Prompt("Hello"));
    }

    [Fact]
    public async Task All_quotas_that_are_used_up_are_told()
    {
        _quotas.Models[Model] = new ModelQuota { RequestsPerMinute = 0, InputTokensPerMinute = 0, RequestsPerDay = 0 };
        JsonObject error = await UseUpAsync(0);
        Assert.Equal(3, Detail(error, "QuotaFailure")["violations"]!.AsArray().Count);
        Assert.Equal("0", (string)Detail(error, "QuotaFailure")["violations"]![0]!["quotaValue"]!);
        Assert.Contains("limit: 0", (string)error["message"]!, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Paid_quotas_have_other_names()
    {
        _quotas.Tier = QuotaTier.Paid;
        _quotas.Models[Model] = new ModelQuota { InputTokensPerMinute = 1 };
        JsonObject error = await UseUpAsync(0);
        Assert.Equal("GenerateContentPaidTierInputTokensPerModelPerMinute", (string)Detail(error, "QuotaFailure")["violations"]![0]!["quotaId"]!);
    }

    [Fact]
    public async Task Vectors_count_one_by_one_and_apart_from_answers()
    {
        _quotas.Default = new ModelQuota { RequestsPerMinute = 3 };
        const string Batch = """{"requests":[{"model":"models/gemini-embedding-001","content":{"parts":[{"text":"a"}]}},{"model":"models/gemini-embedding-001","content":{"parts":[{"text":"b"}]}}]}""";
        using HttpResponseMessage first = await PostAsync("/v1beta/models/gemini-embedding-001:batchEmbedContents", Batch);
        Assert.Equal(HttpStatusCode.OK, first.StatusCode);
        using HttpResponseMessage second = await PostAsync("/v1beta/models/gemini-embedding-001:batchEmbedContents", Batch);
        JsonObject error = await ErrorAsync(second, HttpStatusCode.TooManyRequests);
        Assert.Equal("EmbedContentRequestsPerMinutePerProjectPerModel-FreeTier", (string)Detail(error, "QuotaFailure")["violations"]![0]!["quotaId"]!);
    }

    [Theory]
    [InlineData("2026-11-24T12:00:00Z", "2026-11-25T08:00:00Z")] // winter: eight hours behind
    [InlineData("2026-07-01T06:59:59Z", "2026-07-01T07:00:00Z")] // summer: seven
    [InlineData("2027-03-14T09:00:00Z", "2027-03-15T07:00:00Z")] // the day of 23 hours
    [InlineData("2027-03-14T12:00:00Z", "2027-03-15T07:00:00Z")]
    [InlineData("2026-11-01T08:30:00Z", "2026-11-02T08:00:00Z")] // the day of 25 hours, in its double hour
    [InlineData("2026-11-01T09:30:00Z", "2026-11-02T08:00:00Z")]
    public async Task Day_ends_at_midnight_in_California(string now, string end)
    {
        DateTimeOffset start = DateTimeOffset.Parse(now, System.Globalization.CultureInfo.InvariantCulture);
        DateTimeOffset midnight = DateTimeOffset.Parse(end, System.Globalization.CultureInfo.InvariantCulture);
        var clock = new FakeTimeProvider(start);
        var quotas = new QuotaOptions { Default = new ModelQuota { RequestsPerDay = 1 } };
        await using GeminiEmulator emulator = await GeminiEmulator.StartAsync(new GeminiEmulatorOptions { TimeProvider = clock, Quotas = quotas });
        Assert.Equal(HttpStatusCode.OK, (await StatusAsync(emulator)).Status);
        clock.SetUtcNow(midnight.AddSeconds(-1));
        (HttpStatusCode status, string body) = await StatusAsync(emulator);
        Assert.Equal(HttpStatusCode.TooManyRequests, status);
        Assert.Contains("GenerateRequestsPerDayPerProjectPerModel-FreeTier", body, StringComparison.Ordinal);
        Assert.Contains("\"retryDelay\":\"1s\"", body, StringComparison.Ordinal);
        clock.SetUtcNow(midnight);
        Assert.Equal(HttpStatusCode.OK, (await StatusAsync(emulator)).Status);
    }

    [Fact]
    public void Days_agree_with_the_time_zone_of_the_machine()
    {
        TimeZoneInfo zone = TimeZoneInfo.FindSystemTimeZoneById("America/Los_Angeles");
        for (DateTimeOffset hour = new(2026, 1, 1, 0, 30, 0, TimeSpan.Zero); hour.Year < 2029; hour = hour.AddHours(1))
        {
            Assert.Equal(DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(hour, zone).DateTime), PacificDay.Of(hour));
        }
    }

    [Fact]
    public void Free_tier_is_the_catalogues()
    {
        QuotaOptions free = QuotaOptions.FreeTier();
        Assert.Equal(new ModelQuota { RequestsPerMinute = 5, RequestsPerDay = 20, InputTokensPerMinute = 250_000 }, free.Of("gemini-3.5-flash"));
        Assert.Equal(0, free.Of("gemini-4-argon")!.RequestsPerDay);
    }

    [Fact]
    public void Text_of_a_quota_is_read()
    {
        QuotaOptions quotas = new QuotaOptions().Parse("rpm=5").Parse("gemini-3.8-flash:rpm=1,tpm=250000,rpd=20");
        Assert.Equal(new ModelQuota { RequestsPerMinute = 5 }, quotas.Of("gemini-3.5-flash"));
        Assert.Equal(new ModelQuota { RequestsPerMinute = 1, InputTokensPerMinute = 250_000, RequestsPerDay = 20 }, quotas.Of("gemini-3.8-flash"));
        Assert.True(new QuotaOptions().Parse("free").UsesCatalog);
    }

    [Theory]
    [InlineData("")]
    [InlineData("fre")]
    [InlineData("rpm")]
    [InlineData("rpm=-1")]
    [InlineData("rps=1")]
    [InlineData("gemini-3.8-flash:")]
    public void Text_that_is_no_quota_is_refused_with_what_would_be(string text) =>
        Assert.Contains("rpm=5,tpm=250000,rpd=20", Assert.Throws<FormatException>(() => new QuotaOptions().Parse(text)).Message, StringComparison.Ordinal);

    [Fact]
    public async Task A_project_in_the_path_counts_for_itself()
    {
        HttpStatusCode[] statuses = [];
        foreach (string project in (string[])["one", "one", "one", "two"])
        {
            using var request = new HttpRequestMessage(HttpMethod.Post, $"/v1/projects/{project}/locations/us-central1/publishers/google/models/{Model}:generateContent")
            {
                Content = new StringContent("""{"contents":[{"role":"user","parts":[{"text":"Hello"}]}]}"""),
            };
            request.Headers.Authorization = new("Bearer", Emulator.AccessToken);
            using var http = new HttpClient { BaseAddress = Emulator.BaseAddress };
            using HttpResponseMessage response = await http.SendAsync(request);
            statuses = [.. statuses, response.StatusCode];
        }

        Assert.Equal([HttpStatusCode.OK, HttpStatusCode.OK, HttpStatusCode.TooManyRequests, HttpStatusCode.OK], statuses);
    }

    [Fact]
    public void Quotas_are_for_models_that_are_known_and_an_alias_stands_for_its_target()
    {
        Assert.Contains("'zz'", Assert.Throws<FormatException>(() => new QuotaOptions().Parse("zz:rpm=5")).Message, StringComparison.Ordinal);
        Assert.Equal(5, new QuotaOptions().Parse("gemini-flash-latest:rpm=5").Of("gemini-3.8-flash")!.RequestsPerMinute);
    }

    private static async Task<(HttpStatusCode Status, string Body)> StatusAsync(GeminiEmulator emulator)
    {
        using var http = new HttpClient();
        http.DefaultRequestHeaders.Add("x-goog-api-key", emulator.ApiKey);
        using var content = new StringContent(Bodies.Prompt("Hello").ToJsonString());
        using HttpResponseMessage response = await http.PostAsync(new Uri(emulator.BaseAddress, $"/v1beta/models/{Model}:generateContent"), content);
        return (response.StatusCode, await response.Content.ReadAsStringAsync());
    }

    private void UseKey(string key)
    {
        Http.DefaultRequestHeaders.Remove("x-goog-api-key");
        Http.DefaultRequestHeaders.Add("x-goog-api-key", key);
    }

    private async Task<JsonObject> UseUpAsync(int calls)
    {
        for (int i = 0; i < calls; i++)
        {
            await AnswerAsync(Bodies.Prompt("Hello"));
        }

        return await RefusalAsync(Bodies.Prompt("Hello"), HttpStatusCode.TooManyRequests);
    }

    private static JsonNode Detail(JsonObject error, string type) =>
        error["details"]!.AsArray().Single(detail => (string)detail!["@type"]! == "type.googleapis.com/google.rpc." + type)!;
}

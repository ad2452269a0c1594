using System.Net;
using System.Text.Json.Nodes;
using GeminiGen.Emulator.Recording;
using GeminiGen.Emulator.Scripting;
using Microsoft.Extensions.Time.Testing;

namespace GeminiGen.Emulator.Tests;

/// <summary>Scripted faults of calls that do not stream.</summary>
public sealed class FaultTests : EmulatorTest
{
    private readonly FakeTimeProvider _clock = new(new DateTimeOffset(2026, 11, 24, 0, 0, 0, TimeSpan.Zero));

    protected override GeminiEmulatorOptions Options => new() { TimeProvider = _clock };

    [Fact]
    public async Task Quota_of_the_minute_says_when_to_come_back()
    {
        Emulator.Script(EmulatorFault.QuotaPerMinute(TimeSpan.FromSeconds(1.5)));
        JsonObject error = await RefusalAsync(Bodies.Prompt("Hello"), HttpStatusCode.TooManyRequests);
        Assert.Equal("RESOURCE_EXHAUSTED", (string)error["status"]!);
        Assert.Contains("PerMinute", (string)Detail(error, "QuotaFailure")["violations"]![0]!["quotaId"]!, StringComparison.Ordinal);
        Assert.Equal("1.5s", (string)Detail(error, "RetryInfo")["retryDelay"]!);
    }

    [Fact]
    public async Task Usual_delay_has_fractions()
    {
        Emulator.Script(EmulatorFault.QuotaPerMinute());
        JsonObject error = await RefusalAsync(Bodies.Prompt("Hello"), HttpStatusCode.TooManyRequests);
        Assert.Equal("34.0748242s", (string)Detail(error, "RetryInfo")["retryDelay"]!);
    }

    [Fact]
    public async Task Quota_of_the_day_is_another_quota()
    {
        Emulator.Script(EmulatorFault.QuotaPerDay());
        using HttpResponseMessage response = await GenerateAsync(Bodies.Prompt("Hello"));
        JsonObject error = await ErrorAsync(response, HttpStatusCode.TooManyRequests);
        Assert.Contains("PerDay", (string)Detail(error, "QuotaFailure")["violations"]![0]!["quotaId"]!, StringComparison.Ordinal);
        Assert.Null(response.Headers.RetryAfter);
    }

    [Fact]
    public async Task Script_is_played_call_by_call()
    {
        Emulator.Script(EmulatorFault.InternalError(), EmulatorFault.None, EmulatorFault.Unavailable().Times(2)).Script(EmulatorFault.ApiFailure(400, "FAILED_PRECONDITION", "Not here."));
        var statuses = new List<int>();
        for (int i = 0; i < 6; i++)
        {
            using HttpResponseMessage response = await GenerateAsync(Bodies.Prompt("Hello"));
            statuses.Add((int)response.StatusCode);
        }

        Assert.Equal([500, 200, 503, 503, 400, 200], statuses);
    }

    [Fact]
    public async Task Refused_calls_and_listings_use_up_no_fault()
    {
        Emulator.Script(EmulatorFault.InternalError());
        await RefusalAsync(new JsonObject());
        using HttpResponseMessage list = await Http.GetAsync(new Uri("/v1beta/models", UriKind.Relative));
        Assert.Equal(HttpStatusCode.OK, list.StatusCode);
        await RefusalAsync(Bodies.Prompt("Hello"), HttpStatusCode.InternalServerError);
    }

    [Fact]
    public async Task Cleared_script_is_forgotten()
    {
        Emulator.Script(EmulatorFault.InternalError().Times(5)).ClearScript();
        await AnswerAsync(Bodies.Prompt("Hello"));
    }

    [Fact]
    public async Task Counting_has_faults_too()
    {
        Emulator.Script(EmulatorFault.Unavailable());
        using HttpResponseMessage response = await PostAsync($"/v1beta/models/{Model}:countTokens", Bodies.Prompt("Hello").ToJsonString());
        await ErrorAsync(response, HttpStatusCode.ServiceUnavailable);
    }

    [Fact]
    public async Task Error_may_be_wrapped_in_an_array()
    {
        Emulator.Script(EmulatorFault.InternalError().InArray());
        using HttpResponseMessage response = await GenerateAsync(Bodies.Prompt("Hello"));
        Assert.Equal(HttpStatusCode.InternalServerError, response.StatusCode);
        Assert.Equal(500, (int)JsonNode.Parse(await response.Content.ReadAsStringAsync())![0]!["error"]!["code"]!);
    }

    [Fact]
    public async Task Blocked_prompt_has_feedback_and_no_candidates()
    {
        Emulator.Script(EmulatorFault.BlockedPrompt("PROHIBITED_CONTENT"));
        JsonObject answer = await AnswerAsync(Bodies.Prompt("Hello"));
        Assert.Null(answer["candidates"]);
        Assert.Equal("PROHIBITED_CONTENT", (string)answer["promptFeedback"]!["blockReason"]!);
        Assert.Equal((int)answer["usageMetadata"]!["promptTokenCount"]!, (int)answer["usageMetadata"]!["totalTokenCount"]!);
    }

    [Fact]
    public async Task Withheld_answer_has_no_content()
    {
        Emulator.Script(EmulatorFault.Withheld());
        JsonNode candidate = (await AnswerAsync(Bodies.Prompt("Hello")))["candidates"]![0]!;
        Assert.Equal("SAFETY", (string)candidate["finishReason"]!);
        Assert.Null(candidate["content"]);
        Assert.True((bool)candidate["safetyRatings"]!.AsArray().Single(rating => (string)rating!["probability"]! == "HIGH")!["blocked"]!);
    }

    [Fact]
    public async Task Prompt_blocked_for_safety_tells_ratings()
    {
        Emulator.Script(EmulatorFault.BlockedPrompt());
        JsonObject answer = await AnswerAsync(Bodies.Prompt("Hello"));
        Assert.Contains(answer["promptFeedback"]!["safetyRatings"]!.AsArray(), rating => (string)rating!["category"]! == "HARM_CATEGORY_DANGEROUS_CONTENT");
    }

    [Fact]
    public async Task Scripted_answer_has_the_places_of_its_own_sources()
    {
        Emulator.Script(EmulatorFault.Answer("Ærø is old. Nobody knows."));
        JsonObject body = Bodies.Prompt("Summarise:\n" + Bodies.Article);
        body["tools"] = new JsonArray(new JsonObject { ["googleSearch"] = new JsonObject() });
        JsonNode metadata = (await AnswerAsync(body))["candidates"]![0]!["groundingMetadata"]!;
        Assert.Equal(
            [("Ærø is old.", 0, 13), ("Nobody knows.", 14, 27)],
            metadata["groundingSupports"]!.AsArray().Select(support => support!["segment"]!).Select(segment => ((string)segment["text"]!, (int)segment["startIndex"]!, (int)segment["endIndex"]!)));
    }

    [Fact]
    public async Task Cut_answer_is_half_of_it()
    {
        JsonObject body = Bodies.Prompt("Summarise:\n" + Bodies.Article);
        string whole = TextOf(await AnswerAsync(body));
        Emulator.Script(EmulatorFault.MaxTokens());
        JsonObject answer = await AnswerAsync(body);
        Assert.Equal("MAX_TOKENS", (string)answer["candidates"]![0]!["finishReason"]!);
        Assert.Equal(whole[..(whole.Length / 2)], TextOf(answer));
    }

    [Fact]
    public async Task Thinking_may_eat_the_answer()
    {
        Emulator.Script(EmulatorFault.MaxTokensSpentOnThinking());
        JsonObject answer = await AnswerAsync(Bodies.Prompt("Hello"));
        Assert.Equal("MAX_TOKENS", (string)answer["candidates"]![0]!["finishReason"]!);
        Assert.Null(answer["candidates"]![0]!["content"]!["parts"]);
        Assert.Null(answer["usageMetadata"]!["candidatesTokenCount"]);
        Assert.True((int)answer["usageMetadata"]!["thoughtsTokenCount"]! > 0);
    }

    [Fact]
    public async Task Candidates_may_be_empty()
    {
        Emulator.Script(EmulatorFault.EmptyCandidates());
        JsonObject answer = await AnswerAsync(Bodies.Prompt("Hello"));
        Assert.Empty(answer["candidates"]!.AsArray());
        Assert.Null(answer["promptFeedback"]);
    }

    [Fact]
    public async Task Malformed_json_ends_too_early()
    {
        Emulator.Script(EmulatorFault.MalformedJson());
        JsonObject answer = await AnswerAsync(Bodies.Typed("A clock.", "responseJsonSchema", """{"type":"object","properties":{"title":{"type":"string"}},"required":["title"]}"""));
        Assert.Equal("STOP", (string)answer["candidates"]![0]!["finishReason"]!);
        Assert.ThrowsAny<System.Text.Json.JsonException>(() => JsonNode.Parse(TextOf(answer)));
    }

    [Fact]
    public async Task Answer_may_be_given()
    {
        Emulator.Script(EmulatorFault.Answer("{\"kind\":\"Nothing\"}", "OTHER"));
        JsonObject answer = await AnswerAsync(Bodies.Prompt("Hello"));
        Assert.Equal("{\"kind\":\"Nothing\"}", TextOf(answer));
        Assert.Equal("OTHER", (string)answer["candidates"]![0]!["finishReason"]!);
    }

    [Fact]
    public async Task Slow_answer_waits_for_the_clock()
    {
        Emulator.Script(EmulatorFault.Slow(TimeSpan.FromMinutes(3)));
        Task<JsonObject> answer = AnswerAsync(Bodies.Prompt("Hello"));
        await Emulator.WaitForRequestsAsync(1);
        Assert.False(answer.IsCompleted);
        while (!answer.IsCompleted)
        {
            _clock.Advance(TimeSpan.FromMinutes(3));
            await Task.Yield();
        }

        Assert.NotNull((await answer)["candidates"]);
    }

    [Fact]
    public async Task Error_may_come_late()
    {
        Emulator.Script(EmulatorFault.InternalError().After(TimeSpan.FromMinutes(3)));
        Task<JsonObject> error = RefusalAsync(Bodies.Prompt("Hello"), HttpStatusCode.InternalServerError);
        await Emulator.WaitForRequestsAsync(1);
        while (!error.IsCompleted)
        {
            _clock.Advance(TimeSpan.FromMinutes(3));
            await Task.Yield();
        }

        await error;
    }

    [Fact]
    public async Task No_answer_until_the_client_goes()
    {
        Emulator.Script(EmulatorFault.NeverAnswers());
        using var cancellation = new CancellationTokenSource();
        Task<HttpResponseMessage> call = Http.PostAsync(new Uri($"/v1beta/models/{Model}:generateContent", UriKind.Relative), new StringContent(Bodies.Prompt("Hello").ToJsonString()), cancellation.Token);
        await Emulator.WaitForRequestsAsync(1);
        RecordedRequest recorded = Assert.Single(Emulator.Requests);
        Assert.False(recorded.Ending.IsCompleted);
        await cancellation.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => call);
        Assert.Equal(RequestEnding.ClosedByClient, await recorded.Ending.WaitAsync(TimeSpan.FromSeconds(30)));
    }

    [Fact]
    public async Task Disposal_ends_what_is_open()
    {
        GeminiEmulator emulator = await GeminiEmulator.StartAsync();
        emulator.Script(EmulatorFault.NeverAnswers());
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(emulator.BaseAddress, $"/v1beta/models/{Model}:generateContent")) { Content = new StringContent(Bodies.Prompt("Hello").ToJsonString()) };
        request.Headers.Add("x-goog-api-key", emulator.ApiKey);
        Task<HttpResponseMessage> call = Http.SendAsync(request);
        await emulator.WaitForRequestsAsync(1);
        await emulator.DisposeAsync();
        await Assert.ThrowsAsync<HttpRequestException>(() => call);
        Assert.Equal(RequestEnding.ClosedByServer, await Assert.Single(emulator.Requests).Ending);
    }

    [Fact]
    public void Bad_scripts_are_refused()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => EmulatorFault.None.Times(0));
        Assert.Throws<ArgumentOutOfRangeException>(() => EmulatorFault.CutStream(-1));
        Assert.Throws<ArgumentOutOfRangeException>(() => EmulatorFault.ApiFailure(200, "OK", "Fine."));
        Assert.Throws<ArgumentNullException>(() => Emulator.Script(null!));
    }

    private static JsonNode Detail(JsonObject error, string type) =>
        error["details"]!.AsArray().Single(detail => (string)detail!["@type"]! == "type.googleapis.com/google.rpc." + type)!;
}

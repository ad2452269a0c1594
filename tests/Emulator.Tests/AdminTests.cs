using System.Net;
using System.Text.Json.Nodes;
using GeminiGen.Emulator.Quotas;
using GeminiGen.Emulator.Scripting;

namespace GeminiGen.Emulator.Tests;

/// <summary>What the emulator tells about itself to programs.</summary>
public sealed class AdminTests : EmulatorTest
{
    protected override GeminiEmulatorOptions Options => new() { Quotas = new QuotaOptions { Default = new ModelQuota { RequestsPerMinute = 9 } }, RecentCalls = 3 };

    [Fact]
    public async Task Requests_are_told_with_their_answers_newest_first()
    {
        Emulator.Script(EmulatorFault.None, EmulatorFault.Unavailable());
        await AnswerAsync(Bodies.Prompt("What is a clock?"));
        await RefusalAsync(Bodies.Prompt("Hello"), HttpStatusCode.ServiceUnavailable);
        JsonArray requests = (await GetAsync("/admin/requests"))["requests"]!.AsArray();
        Assert.Equal([2, 1], requests.Select(request => (int)request!["number"]!));
        Assert.Equal(503, (int)requests[0]!["status"]!);
        Assert.Equal("503 UNAVAILABLE", (string)requests[0]!["fault"]!);
        JsonNode answered = requests[1]!;
        Assert.Equal($"/v1beta/models/{Model}:generateContent", (string)answered["path"]!);
        Assert.Equal(Model, (string)answered["model"]!);
        Assert.Equal("Answered", (string)answered["ending"]!);
        Assert.Null(answered["fault"]);
        JsonNode usage = JsonNode.Parse((string)answered["response"]!)!["usageMetadata"]!;
        Assert.Equal((int)usage["promptTokenCount"]!, (int)answered["promptTokens"]!);
        Assert.Equal((int)usage["candidatesTokenCount"]!, (int)answered["candidatesTokens"]!);
        Assert.Contains("What is a clock?", (string)answered["request"]!, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Only_the_last_calls_are_kept()
    {
        for (int i = 0; i < 5; i++)
        {
            await AnswerAsync(Bodies.Prompt("Hello"));
        }

        JsonObject told = await GetAsync("/admin/requests");
        Assert.Equal(5, (int)told["received"]!);
        Assert.Equal([5, 4, 3], told["requests"]!.AsArray().Select(request => (int)request!["number"]!));
    }

    [Fact]
    public async Task Large_bodies_are_kept_in_part()
    {
        await AnswerAsync(Bodies.Prompt(new string('a', 200_000)));
        JsonNode told = (await GetAsync("/admin/requests"))["requests"]![0]!;
        Assert.True((int)told["requestBytes"]! > 200_000);
        Assert.Equal(64 * 1024, ((string)told["request"]!).Length);
    }

    [Fact]
    public async Task Quotas_and_faults_that_are_left_are_told()
    {
        Emulator.Script(EmulatorFault.None, EmulatorFault.Unavailable().Times(3), EmulatorFault.Answer("x").Always()).ScriptUploads(EmulatorFault.InternalError());
        await AnswerAsync(Bodies.Prompt("Hello"));
        await RefusalAsync(Bodies.Prompt("Hello"), HttpStatusCode.ServiceUnavailable);
        JsonObject summary = await GetAsync("/admin");
        JsonNode quota = Assert.Single(summary["quotas"]!.AsArray())!;
        Assert.Equal((Model, 2, 9), ((string)quota["model"]!, (int)quota["requestsPerMinute"]!["used"]!, (int)quota["requestsPerMinute"]!["limit"]!));
        Assert.Equal(
            [("503 UNAVAILABLE", 2), ("scripted answer", null)],
            summary["faults"]!.AsArray().Select(fault => ((string)fault!["fault"]!, (int?)fault["callsLeft"])));
        Assert.Equal("500 INTERNAL", (string)summary["uploadFaults"]![0]!["fault"]!);
        Assert.Equal(summary["quotas"]!.ToJsonString(), (await GetAsync("/admin/quotas"))["quotas"]!.ToJsonString());
        Assert.Equal(summary["faults"]!.ToJsonString(), (await GetAsync("/admin/faults"))["faults"]!.ToJsonString());
    }

    [Fact]
    public async Task Reset_forgets_everything()
    {
        Emulator.Script(EmulatorFault.Unavailable().Times(3));
        await RefusalAsync(Bodies.Prompt("Hello"), HttpStatusCode.ServiceUnavailable);
        using HttpResponseMessage reset = await Http.PostAsync(new Uri("/admin/reset", UriKind.Relative), content: null);
        Assert.Equal(HttpStatusCode.OK, reset.StatusCode);
        Assert.Equal("""{"received":0,"quotas":[],"faults":[],"uploadFaults":[]}""", (await GetAsync("/admin")).ToJsonString());
        await AnswerAsync(Bodies.Prompt("Hello"));
    }

    [Fact]
    public async Task Own_paths_are_no_requests_to_the_api()
    {
        await GetAsync("/admin");
        await GetAsync("/admin/requests");
        Assert.Empty(Emulator.Requests);
        Assert.Equal(0, (int)(await GetAsync("/admin"))["received"]!);
    }

    [Fact]
    public async Task Keys_are_never_told()
    {
        using HttpResponseMessage response = await PostAsync($"/v1beta/models/{Model}:generateContent?key={Emulator.ApiKey}&a=1", Bodies.Prompt("Hello").ToJsonString());
        string told = (await GetAsync("/admin/requests")).ToJsonString();
        Assert.Contains("a=1", told, StringComparison.Ordinal);
        Assert.DoesNotContain(Emulator.ApiKey, told, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Host", "attacker.example")]
    [InlineData("Origin", "http://attacker.example")]
    public async Task Foreign_pages_learn_and_change_nothing(string header, string value)
    {
        Emulator.Script(EmulatorFault.Unavailable());
        using var request = new HttpRequestMessage(HttpMethod.Post, "/admin/reset");
        request.Headers.TryAddWithoutValidation(header, value);
        using HttpResponseMessage response = await Http.SendAsync(request);
        await ErrorAsync(response, HttpStatusCode.Forbidden);
        Assert.Single((await GetAsync("/admin"))["faults"]!.AsArray());
    }

    private async Task<JsonObject> GetAsync(string path)
    {
        await SettleAsync();
        using HttpResponseMessage response = await Http.GetAsync(new Uri(path, UriKind.Relative));
        string text = await response.Content.ReadAsStringAsync();
        Assert.True(response.StatusCode == HttpStatusCode.OK, text);
        return JsonNode.Parse(text)!.AsObject();
    }
}

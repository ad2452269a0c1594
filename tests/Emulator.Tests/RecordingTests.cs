using System.Text;
using GeminiGen.Emulator.Recording;

namespace GeminiGen.Emulator.Tests;

/// <summary>What is kept of requests, and the life of the emulator itself.</summary>
public sealed class RecordingTests : EmulatorTest
{
    [Fact]
    public async Task Requests_are_kept_in_order_byte_for_byte()
    {
        byte[] body = Encoding.UTF8.GetBytes("""{ "contents" : [ {"parts":[{"text":"Grüße \ud83d\ude00 😀"}]} ] }""");
        Http.DefaultRequestHeaders.Add("x-goog-api-client", "test/1");
        using HttpResponseMessage first = await PostAsync($"/v1beta/models/{Model}:generateContent?a=1&b=x%20y", body);
        using HttpResponseMessage second = await Http.GetAsync(new Uri("/v1beta/models", UriKind.Relative));
        Assert.Equal(2, Emulator.Requests.Count);
        RecordedRequest recorded = Emulator.Requests[0];
        Assert.Equal("POST", recorded.Method);
        Assert.Equal($"/v1beta/models/{Model}:generateContent", recorded.Path);
        Assert.Equal("a=1&b=x%20y", recorded.Query);
        Assert.Equal(body, recorded.Body.ToArray());
        Assert.Equal("test/1", recorded.Headers["X-Goog-Api-Client"]);
        Assert.Equal(RequestEnding.Answered, await recorded.Ending);
        Assert.Equal("GET /v1beta/models (0 bytes)", Emulator.Requests[1].ToString());
    }

    [Fact]
    public async Task Recording_can_be_off()
    {
        await using GeminiEmulator emulator = await GeminiEmulator.StartAsync(new GeminiEmulatorOptions { RecordRequests = false });
        using HttpResponseMessage response = await Http.GetAsync(new Uri(emulator.BaseAddress, "/v1beta/models"));
        Assert.Empty(emulator.Requests);
        await emulator.WaitForRequestsAsync(1);
    }

    [Fact]
    public async Task Waiting_can_be_given_up()
    {
        using var cancellation = new CancellationTokenSource();
        Task waiting = Emulator.WaitForRequestsAsync(1, cancellation.Token);
        await cancellation.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => waiting);
    }

    [Fact]
    public async Task Two_emulators_do_not_meet()
    {
        await using GeminiEmulator other = await GeminiEmulator.StartAsync(new GeminiEmulatorOptions { ApiKey = "other" });
        Assert.NotEqual(Emulator.BaseAddress, other.BaseAddress);
        Assert.True(other.BaseAddress.IsLoopback);
        await AnswerAsync(Bodies.Prompt("Hello"));
        Assert.Empty(other.Requests);
    }

    [Fact]
    public async Task Port_can_be_chosen_and_may_be_taken()
    {
        await Assert.ThrowsAsync<IOException>(() => GeminiEmulator.StartAsync(new GeminiEmulatorOptions { Port = Emulator.BaseAddress.Port }));
        await Assert.ThrowsAsync<ArgumentException>(() => GeminiEmulator.StartAsync(new GeminiEmulatorOptions { ApiKey = " " }));
    }

    [Fact]
    public async Task Calls_at_the_same_time_are_all_answered()
    {
        await Task.WhenAll(Enumerable.Range(0, 20).Select(i => AnswerAsync(Bodies.Prompt($"Hello {i}"))));
        Assert.Equal(20, Emulator.Requests.Count);
    }
}

using System.Text;
using GeminiGen.Testing.Contracts;
using GeminiGen.Testing.Tests.Support;

namespace GeminiGen.Testing.Tests.Recording;

/// <summary>No key is ever recorded.</summary>
public sealed class SecretTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Keys_in_headers_addresses_and_bodies_are_left_out()
    {
        string key = TestKeys.Create(1);
        string other = TestKeys.Create(2);
        using (GeminiRecorder recorder = new(_folder.Path, options: new GeminiRecorderOptions { Secrets = { "tenant-4711-secret" } }))
        {
            StubHandler stub = new(_ =>
            {
                HttpResponseMessage response = new() { Content = new StringContent($$"""{"echo":"{{other}}","tenant":"tenant-4711-secret"}""", Encoding.UTF8, "application/json") };
                response.Headers.Add("Set-Cookie", "session=1");
                response.Headers.Add("X-Echo", key);
                return response;
            });
            using HttpClient http = new(recorder.CreateHandler(stub));
            using HttpRequestMessage request = new(HttpMethod.Post, $"http://127.0.0.1/v1/models?alt=json&key={key}&x=1") { Content = new StringContent($$"""{"mine":"{{key}}"}""", Encoding.UTF8, "application/json") };
            request.Headers.Add("Authorization", "Bearer token-of-a-user-0815");
            request.Headers.Add("x-goog-api-key", key);
            HttpResponseMessage answered = await http.SendAsync(request);

            // What the code under test sees is what came.
            Assert.Contains(other, await answered.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        }

        string text = Assert.Single(_folder.Files).Value;
        Assert.All(new[] { key, other, "tenant-4711-secret", "token-of-a-user-0815", "session=1" }, secret => Assert.DoesNotContain(secret, text, StringComparison.Ordinal));
        Assert.Contains("\"path\": \"/v1/models?alt=json&x=1\"", text, StringComparison.Ordinal);
        Assert.Contains("\"mine\": \"REMOVED-KEY\"", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Another_key_finds_the_same_recording()
    {
        foreach ((int seed, GeminiRecorderMode mode) in new[] { (1, GeminiRecorderMode.Record), (2, GeminiRecorderMode.ReplayOnly) })
        {
            using GeminiRecorder recorder = new(_folder.Path, mode);
            using HttpClient http = new(recorder.CreateHandler(StubHandler.OfJson("{}")));
            string key = TestKeys.Create(seed);
            HttpResponseMessage response = await http.PostAsync(new Uri($"http://127.0.0.1/a?key={key}"), new StringContent($$"""{"key":"{{key}}"}""", Encoding.UTF8, "application/json"));
            Assert.Equal("{}", await response.Content.ReadAsStringAsync());
        }
    }

    [Fact]
    public async Task Headers_a_test_names_are_left_out()
    {
        GeminiRecorderOptions options = new() { RemovedHeaders = { "X-Tenant" } };
        using (GeminiRecorder recorder = new(_folder.Path, options: options))
        {
            StubHandler stub = new(static _ =>
            {
                HttpResponseMessage response = new() { Content = new StringContent("{}", Encoding.UTF8, "application/json") };
                response.Headers.Add("X-Tenant", "acme");
                response.Headers.Add("Retry-After", "3");
                return response;
            });
            using HttpClient http = new(recorder.CreateHandler(stub));
            await http.GetAsync(new Uri("http://127.0.0.1/a"));
        }

        string text = Assert.Single(_folder.Files).Value;
        Assert.DoesNotContain("acme", text, StringComparison.Ordinal);
        Assert.Contains("\"Retry-After\": \"3\"", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_a_recording_and_without_a_key_nothing_is_sent()
    {
        StubHandler stub = StubHandler.OfJson("{}");
        using GeminiRecorder recorder = new(_folder.Path);
        GeminiOptions options = new() { BaseAddress = new Uri("http://127.0.0.1:9") };
        using GeminiClient client = recorder.CreateClient(options, stub);

        GeminiRecordingException exception = await Assert.ThrowsAsync<GeminiRecordingException>(() => new SupportDesk(client, new KeyedConversations()).JokeAsync());

        Assert.Contains("no key to make one", exception.Message, StringComparison.Ordinal);
        Assert.Equal(0, stub.Calls);
    }
}

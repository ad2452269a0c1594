using System.Text;
using System.Text.RegularExpressions;
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

    // System.Text.Json escapes more than it must, other servers less, and models write JSON within JSON.
    [Theory]
    [InlineData("Müller-4711", "M\\u00FCller-4711")]
    [InlineData("Müller-4711", "Müller-4711")]
    [InlineData("Müller-4711", "{\\\"name\\\":\\\"M\\\\u00fcller-4711\\\"}")]
    [InlineData("a\"b\\c-secret", "a\\\"b\\\\c-secret")]
    [InlineData("a\"b\\c-secret", "a\\u0022b\\u005Cc-secret")]
    [InlineData("a+b/c 😀", "a\\u002Bb\\/c \\uD83D\\uDE00")]
    [InlineData("4711", "4711")]
    public async Task Secrets_are_left_out_however_they_are_escaped(string secret, string escaped)
    {
        string json = $$"""{"text":"before {{escaped}} after"}""";
        foreach ((string media, string body) in new[] { ("application/json", json), ("text/event-stream", $"data: {json}\n\n"), ("text/event-stream", $"id: 1\ndata: {json}\n\n"), ("text/plain", json) })
        {
            using GeminiRecorder recorder = new(_folder.Path, GeminiRecorderMode.Record, new GeminiRecorderOptions { Secrets = { secret } });
            using HttpClient http = new(recorder.CreateHandler(new StubHandler(_ => new HttpResponseMessage { Content = new StringContent(body, Encoding.UTF8, media) })));
            HttpResponseMessage response = await http.PostAsync(new Uri("http://127.0.0.1/a?of=" + Uri.EscapeDataString(secret)), new StringContent(json, Encoding.UTF8, "application/json"));
            await response.Content.ReadAsStringAsync();
            recorder.Dispose();

            string text = Assert.Single(_folder.Files).Value;
            Assert.DoesNotContain(secret, text, StringComparison.Ordinal);
            Assert.Contains("?of=REMOVED-KEY", text, StringComparison.Ordinal);
            MatchCollection found = Regex.Matches(text, "before (.*?) after");
            Assert.Equal(2, found.Count);
            Assert.All(found, match => Assert.Equal("REMOVED-KEY", Regex.Replace(match.Value, "before|after|name|[^A-Za-z0-9-]", "")));
        }
    }

    [Fact]
    public async Task Secrets_in_names_and_numbers_are_left_out_and_the_rest_stays()
    {
        using (GeminiRecorder recorder = new(_folder.Path, options: new GeminiRecorderOptions { Secrets = { "4711", "" } }))
        {
            using HttpClient http = new(recorder.CreateHandler(StubHandler.OfJson("""{"n4711":1,"pin":4711,"list":[true,null,12,"\n4711"]}""")));
            await http.GetAsync(new Uri("http://127.0.0.1/a"));
        }

        using GeminiRecorder replay = new(_folder.Path, GeminiRecorderMode.ReplayOnly);
        using HttpClient offline = new(replay.CreateHandler());
        Assert.Equal("""{"nREMOVED-KEY":1,"pin":"REMOVED-KEY","list":[true,null,12,"\nREMOVED-KEY"]}""", await offline.GetStringAsync(new Uri("http://127.0.0.1/a")));
    }

    [Fact]
    public async Task The_key_of_a_request_is_left_out_where_json_escapes_it()
    {
        using GeminiRecorder recorder = new(_folder.Path);
        using HttpClient http = new(recorder.CreateHandler(StubHandler.OfJson("""{"echo":"token\u002B0815\u002Fend"}""")));
        using HttpRequestMessage request = new(HttpMethod.Get, "http://127.0.0.1/a");
        request.Headers.Add("Authorization", "Bearer token+0815/end");
        await http.SendAsync(request);
        recorder.Dispose();

        Assert.Contains("\"echo\": \"REMOVED-KEY\"", Assert.Single(_folder.Files).Value, StringComparison.Ordinal);
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

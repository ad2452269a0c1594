using System.Text;
using GeminiGen.Testing.Tests.Support;

namespace GeminiGen.Testing.Tests.Recording;

/// <summary>What goes wrong with files is told, and nothing is lost.</summary>
public sealed class BadInputTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task A_folder_that_cannot_be_written_to_is_told_before_anything_is_sent()
    {
        string file = Path.Combine(_folder.Path, "file");
        await File.WriteAllTextAsync(file, "kept");
        StubHandler stub = StubHandler.OfJson("{}");
        using GeminiRecorder recorder = new(Path.Combine(file, "recordings"));
        using HttpClient http = new(recorder.CreateHandler(stub));

        GeminiRecordingException exception = await Assert.ThrowsAsync<GeminiRecordingException>(() => GetAsync(http));

        Assert.StartsWith($"Recordings cannot be written to {recorder.Folder}", exception.Message, StringComparison.Ordinal);
        Assert.Equal(0, stub.Calls);
        Assert.Equal("kept", await File.ReadAllTextAsync(file));
    }

    [Theory]
    [InlineData("")]
    [InlineData("{")]
    [InlineData("[]")]
    [InlineData("{\"format\":1,\"request\":{},\"responses\":[]}")]
    [InlineData("{\"format\":2,\"request\":{},\"responses\":[{\"status\":200,\"body\":{}}]}")]
    [InlineData("{\"format\":1,\"request\":{},\"responses\":[{\"status\":\"x\",\"body\":{}}]}")]
    [InlineData("{\"format\":1,\"request\":{},\"responses\":[{\"status\":200}]}")]
    [InlineData("{\"format\":1,\"request\":{},\"responses\":[{\"status\":20000,\"chunks\":[]}]}")]
    [InlineData("{\"format\":1,\"request\":{},\"responses\":[{\"status\":200,\"chunks\":[{}]}]}")]
    [InlineData("{\"format\":1,\"request\":{},\"responses\":[{\"status\":200,\"chunks\":[null]}]}")]
    [InlineData("{\"format\":1,\"request\":{},\"responses\":[{\"status\":200,\"chunks\":[{\"base64\":\"@@\"}]}]}")]
    [InlineData("{\"format\":1,\"format\":1,\"request\":{},\"responses\":[{\"status\":200,\"body\":{}}]}")]
    [InlineData("{\"format\":1,\"request\":{},\"responses\":[{\"status\":200,\"body\":{\"a\":1,\"a\":2}}]}")]
    [InlineData("{\"format\":1,\"request\":{},\"responses\":[{\"status\":200,\"headers\":[],\"body\":{}}]}")]
    [InlineData("{\"format\":1,\"request\":{},\"responses\":[{\"status\":200,\"headers\":{\"a\":{}},\"body\":{}}]}")]
    public async Task A_corrupt_recording_is_told_and_left_as_it_is(string text)
    {
        await RecordAsync();
        string path = Assert.Single(Directory.GetFiles(_folder.Path));
        await File.WriteAllTextAsync(path, text);
        StubHandler stub = StubHandler.OfJson("{}");
        using GeminiRecorder recorder = new(_folder.Path);
        using HttpClient http = new(recorder.CreateHandler(stub));

        GeminiRecordingException exception = await Assert.ThrowsAsync<GeminiRecordingException>(() => GetAsync(http));

        Assert.StartsWith($"The recording {path} cannot be read: ", exception.Message, StringComparison.Ordinal);
        Assert.Equal(0, stub.Calls);
        Assert.Equal(text, await File.ReadAllTextAsync(path));
    }

    [Theory]
    [InlineData("{\"t\":\"\\ud83d\"}")]
    [InlineData("{\"t\":1,\"t\":2}")]
    public async Task Json_that_cannot_be_written_again_is_recorded_as_text(string body)
    {
        foreach (GeminiRecorderMode mode in new[] { GeminiRecorderMode.Record, GeminiRecorderMode.ReplayOnly })
        {
            using GeminiRecorder recorder = new(_folder.Path, mode);
            using HttpClient http = new(recorder.CreateHandler(StubHandler.OfJson(body)));
            HttpResponseMessage response = await http.PostAsync(new Uri("http://127.0.0.1/a"), new StringContent(body, Encoding.UTF8, "application/json"));

            Assert.Equal(body, await response.Content.ReadAsStringAsync());
        }
    }

    [Fact]
    public async Task Two_recorders_of_one_file_are_told_and_the_first_ones_recording_stays()
    {
        StubHandler second = StubHandler.OfJson("{\"second\":true}");
        using (GeminiRecorder first = new(_folder.Path, GeminiRecorderMode.Record))
        {
            using HttpClient http = new(first.CreateHandler(StubHandler.OfJson("{\"first\":true}")));
            await GetAsync(http);
            using GeminiRecorder other = new(_folder.Path, GeminiRecorderMode.Record);
            using HttpClient otherHttp = new(other.CreateHandler(second));

            GeminiRecordingException exception = await Assert.ThrowsAsync<GeminiRecordingException>(() => GetAsync(otherHttp));

            Assert.StartsWith("Another recorder is writing ", exception.Message, StringComparison.Ordinal);
            Assert.Equal(0, second.Calls);
        }

        Assert.Contains("\"first\": true", Assert.Single(_folder.Files).Value, StringComparison.Ordinal);

        // Once the first one is done, the file is free.
        using GeminiRecorder later = new(_folder.Path, GeminiRecorderMode.Record);
        using HttpClient laterHttp = new(later.CreateHandler(second));
        await GetAsync(laterHttp);
        Assert.Equal(1, second.Calls);
    }

    [Fact]
    public async Task Requests_at_the_same_time_are_all_recorded()
    {
        using (GeminiRecorder recorder = new(_folder.Path))
        {
            using HttpClient http = new(recorder.CreateHandler(StubHandler.OfJson("{}")));
            await Task.WhenAll(Enumerable.Range(0, 40).Select(i => http.GetAsync(new Uri($"http://127.0.0.1/a?n={i % 20}"))));
        }

        using GeminiRecorder replay = new(_folder.Path, GeminiRecorderMode.ReplayOnly);
        using HttpClient offline = new(replay.CreateHandler());
        HttpResponseMessage[] all = await Task.WhenAll(Enumerable.Range(0, 40).Select(i => offline.GetAsync(new Uri($"http://127.0.0.1/a?n={i % 20}"))));
        Assert.All(all, static response => Assert.True(response.IsSuccessStatusCode));
        Assert.Equal(20, _folder.Files.Count);
    }

    [Fact]
    public async Task A_recorder_that_is_disposed_records_no_more()
    {
        GeminiRecorder recorder = new(_folder.Path);
        using HttpClient http = new(recorder.CreateHandler(StubHandler.OfJson("{}")));
        recorder.Dispose();

        await Assert.ThrowsAsync<ObjectDisposedException>(() => GetAsync(http));
    }

    private async Task RecordAsync()
    {
        using GeminiRecorder recorder = new(_folder.Path);
        using HttpClient http = new(recorder.CreateHandler(StubHandler.OfJson("{}")));
        await GetAsync(http);
    }

    private static Task<HttpResponseMessage> GetAsync(HttpClient http)
        => http.PostAsync(new Uri("http://127.0.0.1/a"), new StringContent("{}", Encoding.UTF8, "application/json"));
}

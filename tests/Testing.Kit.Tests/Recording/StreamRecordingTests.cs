using System.Text;
using GeminiGen.Testing.Tests.Support;

namespace GeminiGen.Testing.Tests.Recording;

/// <summary>Streams come back in the pieces in which they came.</summary>
public sealed class StreamRecordingTests : IDisposable
{
    private const string Event = "data: {\"text\":\"Grüße\"}\r\n\r\n";

    private readonly TemporaryFolder _folder = new();

    public static TheoryData<int[]> Cuts =>
    [
        [],
        [Event.Length + 2],
        [5, 10, 11, 12, 20],
        [.. Enumerable.Range(1, 50)],
    ];

    public void Dispose() => _folder.Dispose();

    [Theory]
    [MemberData(nameof(Cuts))]
    public async Task Pieces_stay_as_they_were(int[] cuts)
    {
        List<byte[]> pieces = Cut(Encoding.UTF8.GetBytes(Event + Event), cuts);
        List<byte[]> recorded = await RecordAsync(StubHandler.OfPieces(pieces));

        List<byte[]> replayed = await ReplayAsync();

        Assert.Equal(pieces, recorded);
        Assert.Equal(pieces, replayed);
    }

    // Without alt=sse.
    [Fact]
    public async Task An_array_in_pieces_reaches_the_caller_and_the_replay_in_them()
    {
        Uri address = new("http://127.0.0.1/v1beta/models/m:streamGenerateContent?x=1");
        List<byte[]> pieces = Cut(Encoding.UTF8.GetBytes("[{\"text\":\"one\"}\r\n,\r\n{\"text\":\"two\"}]"), [15, 20]);

        List<byte[]> recorded = await RecordAsync(StubHandler.OfPieces(pieces, media: "application/json"), address);

        Assert.Equal(pieces, recorded);
        Assert.Equal(pieces, await ReplayAsync(address));
    }

    [Fact]
    public async Task Whole_events_are_json_in_the_file()
    {
        await RecordAsync(StubHandler.OfPieces(Cut(Encoding.UTF8.GetBytes(Event + Event), [Event.Length + 2])));

        string text = Assert.Single(_folder.Files).Value;
        Assert.Equal(2, text.Split("\"text\": \"Grüße\"").Length - 1);
        Assert.DoesNotContain("data:", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_connection_that_breaks_breaks_again()
    {
        await Assert.ThrowsAsync<IOException>(() => RecordAsync(StubHandler.OfPieces([Encoding.UTF8.GetBytes(Event)], new IOException("Reset."))));

        Assert.Contains("\"isCut\": true", Assert.Single(_folder.Files).Value, StringComparison.Ordinal);
        await Assert.ThrowsAsync<IOException>(ReplayAsync);
    }

    [Fact]
    public async Task A_stream_that_was_left_early_is_kept_as_far_as_it_was_read()
    {
        using (GeminiRecorder recorder = new(_folder.Path))
        {
            using HttpClient http = new(recorder.CreateHandler(StubHandler.OfPieces(Cut(Encoding.UTF8.GetBytes(Event + Event), [Event.Length + 2]))));
            using HttpResponseMessage response = await SendAsync(http);
            await using Stream body = await response.Content.ReadAsStreamAsync();
            byte[] buffer = new byte[1000];
            Assert.Equal(Event.Length + 2, await body.ReadAsync(buffer));
        }

        using GeminiRecorder replay = new(_folder.Path, GeminiRecorderMode.ReplayOnly);
        using HttpClient offline = new(replay.CreateHandler());
        using HttpResponseMessage again = await SendAsync(offline);
        await using Stream replayed = await again.Content.ReadAsStreamAsync();
        Assert.Equal(Event.Length + 2, await replayed.ReadAsync(new byte[1000]));
    }

    [Fact]
    public async Task A_key_that_two_pieces_share_is_left_out()
    {
        string key = TestKeys.Create(1);
        byte[] bytes = Encoding.UTF8.GetBytes($"data: {{\"text\":\"{key}\"}}\n\n");

        await RecordAsync(StubHandler.OfPieces(Cut(bytes, [25])));

        string text = Assert.Single(_folder.Files).Value;
        Assert.Contains("REMOVED-KEY", text, StringComparison.Ordinal);
        Assert.DoesNotContain(key[..9], text, StringComparison.Ordinal);
        Assert.DoesNotContain(key[^9..], text, StringComparison.Ordinal);
    }

    private static List<byte[]> Cut(byte[] bytes, int[] cuts)
    {
        List<byte[]> pieces = [];
        int start = 0;
        foreach (int cut in cuts.Append(bytes.Length))
        {
            pieces.Add(bytes[start..cut]);
            start = cut;
        }

        return pieces;
    }

    private async Task<List<byte[]>> RecordAsync(StubHandler stub, Uri? address = null)
    {
        using GeminiRecorder recorder = new(_folder.Path);
        using HttpClient http = new(recorder.CreateHandler(stub));
        return await ReadAsync(http, address);
    }

    private Task<List<byte[]>> ReplayAsync() => ReplayAsync(null);

    private async Task<List<byte[]>> ReplayAsync(Uri? address)
    {
        using GeminiRecorder recorder = new(_folder.Path, GeminiRecorderMode.ReplayOnly);
        using HttpClient http = new(recorder.CreateHandler());
        return await ReadAsync(http, address);
    }

    private static async Task<List<byte[]>> ReadAsync(HttpClient http, Uri? address)
    {
        using HttpResponseMessage response = await SendAsync(http, address);
        await using Stream body = await response.Content.ReadAsStreamAsync();
        List<byte[]> pieces = [];
        byte[] buffer = new byte[1000];
        int count;
        while ((count = await body.ReadAsync(buffer)) > 0)
        {
            pieces.Add(buffer[..count]);
        }

        return pieces;
    }

    private static Task<HttpResponseMessage> SendAsync(HttpClient http, Uri? address = null)
        => http.SendAsync(new HttpRequestMessage(HttpMethod.Get, address ?? new Uri("http://127.0.0.1/stream")), HttpCompletionOption.ResponseHeadersRead);
}

using System.IO.Compression;
using GeminiGen.Runtime.Tests.Support;

namespace GeminiGen.Runtime.Tests.MediaInput;

public sealed class MediaSourceTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("geminigen-tests").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Theory]
    [InlineData(8)]
    [InlineData(9)]
    [InlineData(10)]
    [InlineData(49_151)]
    [InlineData(49_152)]
    [InlineData(49_153)]
    [InlineData(300_000)]
    public async Task EverySourceSendsItsBytes(int length)
    {
        byte[] bytes = Samples.Png(length);
        string path = Write("holiday.txt", bytes);
        using MemoryStream seekable = new([1, 2, 3, .. bytes]);
        seekable.Position = 3;
        foreach (Media media in (Media[])[
            Media.FromBytes(bytes), Media.FromFile(path), Media.FromFile(new FileInfo(path)), Media.FromUri(new Uri(path)),
            Media.FromStream(seekable), Media.FromStream(new OneWayStream(bytes))])
        {
            using (media)
            {
                string parts = await MediaDesk.PartsAsync(media);
                Assert.Equal("[{\"inlineData\":{\"mimeType\":\"image/png\",\"data\":\"" + Convert.ToBase64String(bytes) + "\"}}]", parts);
            }
        }
    }

    [Fact]
    public async Task ALongStreamThatCannotSeekGoesThroughATemporaryFileOnce()
    {
        byte[] bytes = Samples.Mp4(SpooledStreamSource.MemoryLimit + 12_345);
        using Media media = Media.FromStream(new OneWayStream(bytes));
        Assert.Null(media.MimeType);
        Assert.Null(media.Length);
        string first = await MediaDesk.PartsAsync(media);
        Assert.Equal("video/mp4", media.MimeType);
        Assert.Equal(bytes.Length, media.Length);
        Assert.Contains(Convert.ToBase64String(bytes), first, StringComparison.Ordinal);
        Assert.Equal(first, await MediaDesk.PartsAsync(media));
    }

    [Fact]
    public async Task AfterItsDisposalSpooledMediaCannotBeSent()
    {
        Media media = Media.FromStream(new OneWayStream(Samples.Mp4(SpooledStreamSource.MemoryLimit + 1)));
        await MediaDesk.PartsAsync(media);
        media.Dispose();
        await Assert.ThrowsAnyAsync<Exception>(() => MediaDesk.PartsAsync(media));
    }

    [Fact]
    public async Task AStreamThatCannotSeekIsJudgedByTheFirstCall()
    {
        await Assert.ThrowsAsync<GeminiMediaEmptyException>(() => MediaDesk.PartsAsync(Media.FromStream(new OneWayStream([]))));
        await Assert.ThrowsAsync<GeminiMediaTypeException>(() => MediaDesk.PartsAsync(Media.FromStream(new OneWayStream([0, 1, 2]))));
    }

    [Fact]
    public async Task ABrokenStreamIsNotReadTwice()
    {
        using DeflateStream broken = new(new MemoryStream([0xFF, 0xFF, 0xFF]), CompressionMode.Decompress);
        Media media = Media.FromStream(broken);
        GeminiMediaException first = await Assert.ThrowsAsync<GeminiMediaException>(() => MediaDesk.PartsAsync(media));
        Assert.IsType<InvalidDataException>(first.InnerException);
        Assert.Same(first, await Assert.ThrowsAsync<GeminiMediaException>(() => MediaDesk.PartsAsync(media)));
    }

    [Fact]
    public async Task CallsAtOnceShareASeekableStream()
    {
        byte[] bytes = Samples.Png(500_000);
        using MemoryStream stream = new(bytes);
        using Media media = Media.FromStream(stream);
        string[] sent = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(() => MediaDesk.PartsAsync(media))));
        Assert.All(sent, parts => Assert.Contains(Convert.ToBase64String(bytes), parts, StringComparison.Ordinal));
    }

    [Fact]
    public void AMissingFileIsNamed()
    {
        string path = Path.Combine(_folder, "missing", "photo.png");
        GeminiMediaNotFoundException error = Assert.Throws<GeminiMediaNotFoundException>(() => Media.FromFile(path));
        Assert.Equal(path, error.Path);
        Assert.Contains(path, error.Message, StringComparison.Ordinal);
        Assert.IsType<GeminiMediaException>(Assert.ThrowsAny<GeminiMediaException>(() => Media.FromFile(_folder)));
    }

    [Fact]
    public async Task AFileThatChangedIsNotSentAndNotTriedAgain()
    {
        string path = Write("photo", Samples.Png());
        Media media = Media.FromFile(path);
        await File.WriteAllBytesAsync(path, Samples.Png(50));
        FakeHandler handler = new(() => FakeHandler.Json(Replies.Answer("ok")));
        using GeminiClient client = TestClient.Create(handler);
        GeminiMediaException error = await Assert.ThrowsAsync<GeminiMediaException>(() => MediaDesk.AskAsync(client, media));
        Assert.Contains("another length", error.Message, StringComparison.Ordinal);
        Assert.Empty(handler.Requests);
    }

    [Fact]
    public async Task ARetryReadsTheFileAgain()
    {
        string path = Write("photo", Samples.Png(200_000));
        FakeHandler handler = FakeHandler.Of(
            () => FakeHandler.Json(Replies.Error(503, "UNAVAILABLE"), 503),
            () => FakeHandler.Json(Replies.Answer("ok")));
        using GeminiClient client = TestClient.Create(handler, TestClient.Unlimited(new JumpingClock()));
        Assert.Equal("ok", await MediaDesk.AskAsync(client, "Look: ", Media.FromFile(path)));
        Assert.Equal(2, handler.Requests.Count);
        Assert.Equal(handler.Requests[0].Body, handler.Requests[1].Body);
        Assert.Contains(Convert.ToBase64String(await File.ReadAllBytesAsync(path)), handler.Requests[1].Text, StringComparison.Ordinal);
    }

    private string Write(string name, byte[] bytes)
    {
        string path = Path.Combine(_folder, name);
        File.WriteAllBytes(path, bytes);
        return path;
    }
}

using System.Text;
using GeminiGen.CompilerServices;
using GeminiGen.Runtime.Tests.Support;

namespace GeminiGen.Runtime.Tests.MediaInput;

public sealed class MediaPartTests
{
    private static readonly byte[] Bytes = Samples.Png(30);

    private static Media Photo => Media.FromBytes(Bytes);

    private static string Part => "{\"inlineData\":{\"mimeType\":\"image/png\",\"data\":\"" + Convert.ToBase64String(Bytes) + "\"}}";

    private static string Text(string text) => "{\"text\":\"" + text + "\"}";

    [Fact]
    public async Task TextAndMediaAreParts()
    {
        Assert.Equal($"[{Text("a")},{Part},{Text("b")}]", await MediaDesk.PartsAsync("a", Photo, "b"));
        Assert.Equal($"[{Part},{Text("b")}]", await MediaDesk.PartsAsync(Photo, "b"));
        Assert.Equal($"[{Text("a")},{Part}]", await MediaDesk.PartsAsync("a", Photo));
        Assert.Equal($"[{Part},{Part}]", await MediaDesk.PartsAsync(Photo, Photo));
        Assert.Equal($"[{Text("a")},{Part},{Part},{Text("b")},{Part}]", await MediaDesk.PartsAsync("a", new[] { Photo, Photo }, "b", Photo));
    }

    [Fact]
    public async Task NothingIsNoPart()
    {
        Assert.Equal($"[{Text("ab")}]", await MediaDesk.PartsAsync("a", null, Array.Empty<Media>(), "b"));
        Assert.Equal($"[{Text("")}]", await MediaDesk.PartsAsync(null, ""));
    }

    [Fact]
    public async Task ATextThatLooksLikeTheBeginningOfAPartIsText()
        => Assert.Equal($"[{Text("{\\\"text\\\":\\\"")},{Part},{Text(",{\\\"text\\\":\\\"")}]", await MediaDesk.PartsAsync("{\"text\":\"", Photo, ",{\"text\":\""));

    [Fact]
    public async Task ANullInAListIsTheCallersFault()
        => await Assert.ThrowsAsync<ArgumentException>(() => MediaDesk.PartsAsync("a", new Media[] { null! }));

    [Fact]
    public async Task AddressesAreSentAsSuch()
    {
        Assert.Equal(
            "[{\"fileData\":{\"fileUri\":\"https://www.youtube.com/watch?v=abc\"}}]",
            await MediaDesk.PartsAsync(Media.FromUri(new Uri("https://www.youtube.com/watch?v=abc"))));
        Assert.Equal(
            "[{\"fileData\":{\"mimeType\":\"application/pdf\",\"fileUri\":\"gs://bucket/a&b.pdf\"}}]",
            await MediaDesk.PartsAsync(Media.FromUri(new Uri("gs://bucket/a&b.pdf"), "application/pdf")));
    }

    [Fact]
    public async Task ResolutionAndClipStandBesideTheData()
    {
        Assert.Equal(
            "[" + Part[..^1] + ",\"mediaResolution\":{\"level\":\"MEDIA_RESOLUTION_ULTRA_HIGH\"}}]",
            await MediaDesk.PartsAsync(Photo.WithResolution(MediaResolution.UltraHigh)));
        Media video = Media.FromUri(new Uri("https://youtu.be/abc"));
        Assert.Equal(
            "[{\"fileData\":{\"fileUri\":\"https://youtu.be/abc\"},\"videoMetadata\":{\"startOffset\":\"1.5s\",\"endOffset\":\"90s\",\"fps\":0.5}}]",
            await MediaDesk.PartsAsync(video.WithClip(TimeSpan.FromSeconds(1.5), TimeSpan.FromSeconds(90), 0.5)));
    }

    [Fact]
    public void ValuesOutOfBoundsAreRefused()
    {
        Media video = Media.FromBytes(Samples.Mp4());
        Assert.Throws<ArgumentOutOfRangeException>(() => video.WithClip(TimeSpan.FromSeconds(-1)));
        Assert.Throws<ArgumentOutOfRangeException>(() => video.WithClip(TimeSpan.FromSeconds(2), TimeSpan.FromSeconds(2)));
        Assert.Throws<ArgumentOutOfRangeException>(() => video.WithClip(framesPerSecond: 0));
        Assert.Throws<ArgumentOutOfRangeException>(() => video.WithClip(framesPerSecond: 24.5));
        Assert.Throws<ArgumentOutOfRangeException>(() => video.WithResolution((MediaResolution)9));
        Assert.Throws<InvalidOperationException>(() => Photo.WithClip(TimeSpan.Zero));
    }

    [Theory]
    [InlineData("http://example.com/a.png")]
    [InlineData("ftp://example.com/a.png")]
    [InlineData("a.png")]
    [InlineData("https://generativelanguage.googleapis.com/v1beta/files/abc?key=x")]
    public void AddressesTheApiDoesNotFetchAreRefused(string address)
        => Assert.Throws<ArgumentException>(() => Media.FromUri(new Uri(address, UriKind.RelativeOrAbsolute), "image/png"));

    [Fact]
    public void AnAddressNeedsAType()
        => Assert.Throws<GeminiMediaTypeException>(() => Media.FromUri(new Uri("https://example.com/a.png")));

    [Fact]
    public async Task AModelThatDoesNotReadTheKindIsNotAsked()
    {
        FakeHandler handler = new(() => FakeHandler.Json(Replies.Answer("ok")));
        using GeminiClient client = TestClient.Create(handler);
        PromptRequest request = MediaDesk.Write(client, Desk.Method(model: TextModel), "a", Photo);
        GeminiMediaTypeException error = await Assert.ThrowsAsync<GeminiMediaTypeException>(() => PromptCalls.GenerateTextAsync(request, default));
        Assert.Contains(TextModel, error.Message, StringComparison.Ordinal);
        Assert.Empty(handler.Requests);
    }

    [Fact]
    public async Task LimitsAreCheckedBeforeAnythingIsSent()
    {
        FakeHandler handler = new(() => FakeHandler.Json(Replies.Answer("ok")));
        using GeminiClient client = TestClient.Create(handler);
        GeminiMediaTooLargeException pdf = await Assert.ThrowsAsync<GeminiMediaTooLargeException>(
            () => MediaDesk.AskAsync(client, Media.FromBytes(Samples.Pdf(50_000_001))));
        Assert.Equal((50_000_001, 50_000_000), (pdf.Actual, pdf.Limit));
        Media video = Media.FromUri(new Uri("https://youtu.be/abc"));
        GeminiMediaTooLargeException videos = await Assert.ThrowsAsync<GeminiMediaTooLargeException>(
            () => MediaDesk.AskAsync(client, Enumerable.Repeat(video, 11).ToArray().Cast<object>().ToArray()));
        Assert.Equal((11, 10), (videos.Actual, videos.Limit));
        Assert.Empty(handler.Requests);
    }

    [Fact]
    public void ATextRenderingShowsAMarker()
    {
        StringBuilder user = new();
        TextPromptWriter writer = new(new StringBuilder(), user);
        writer.BeginUserTurn();
        writer.Value("Look: ");
        writer.Media(Media.FromBytes(Samples.Png(12_345)));
        writer.Media([Media.FromUri(new Uri("https://youtu.be/abc")), Media.FromUri(new Uri("https://a.test/b.pdf?sig=secret"), "application/pdf")]);
        writer.Media((Media?)null);
        writer.EndUserTurn();
        Assert.Equal("Look: [image/png, 12,345 bytes][video, https://youtu.be/abc] [application/pdf, https://a.test/b.pdf]", user.ToString());
    }

    /// <summary>A model of the catalogue that reads text only.</summary>
    private static string TextModel => GeminiModelCatalog.All.First(model => model.InputModalities.Count > 0 && !model.InputModalities.Contains("image") && model.OutputModalities.Contains("text")).Id;
}

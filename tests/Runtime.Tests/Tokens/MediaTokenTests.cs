using System.Text;

namespace GeminiGen.Runtime.Tests.Tokens;

/// <summary>Every rate the API documents for media, by the model's generation.</summary>
public sealed class MediaTokenTests
{
    private const string Tiled = "gemini-2.5-flash";
    private const string Newer = "gemini-3.8-flash";

    [Theory]
    [InlineData(1, 1, 258)]
    [InlineData(384, 384, 258)]
    [InlineData(385, 100, 258)]
    [InlineData(768, 768, 258)]
    [InlineData(769, 768, 2 * 258)]
    [InlineData(1536, 1536, 4 * 258)]
    [InlineData(1537, 10, 3 * 258)]
    [InlineData(int.MaxValue, int.MaxValue, int.MaxValue)]
    public void A_picture_costs_its_tiles_up_to_2_5(int width, int height, int tokens)
        => Assert.Equal(tokens, TokenEstimator.EstimateImage(Tiled, width, height, MediaResolution.UltraHigh));

    [Theory]
    [InlineData(null, 1120)]
    [InlineData(MediaResolution.Low, 280)]
    [InlineData(MediaResolution.Medium, 560)]
    [InlineData(MediaResolution.High, 1120)]
    [InlineData(MediaResolution.UltraHigh, 2240)]
    public void A_picture_costs_its_resolution_since_3(MediaResolution? resolution, int tokens)
        => Assert.Equal(tokens, TokenEstimator.EstimateImage(Newer, 5000, 4000, resolution));

    [Theory]
    [InlineData("gemini-1.5-pro", 258)]
    [InlineData("models/gemini-2.0-flash", 258)]
    [InlineData("gemini-pro", 258)]
    [InlineData("gemini-pro-vision", 258)]
    [InlineData("gemini-pro-latest", 1120)]
    [InlineData("models/gemini-4-argon", 1120)]
    [InlineData("", 1120)]
    public void The_generation_is_read_from_the_id(string model, int tokens) => Assert.Equal(tokens, TokenEstimator.EstimateImage(model, 100, 100));

    [Theory]
    [InlineData(0, 0)]
    [InlineData(1, 32)]
    [InlineData(0.5, 16)]
    [InlineData(60, 1920)]
    public void Sound_costs_32_a_second(double seconds, int tokens) => Assert.Equal(tokens, TokenEstimator.EstimateAudio(TimeSpan.FromSeconds(seconds)));

    [Theory]
    [InlineData(Tiled, 10, null, 1, 2630)]
    [InlineData(Tiled, 1, MediaResolution.High, 2, (2 * 258) + 5)]
    [InlineData(Newer, 10, null, 1, 10 * (70 + 32))]
    [InlineData(Newer, 10, MediaResolution.Medium, 1, 10 * (70 + 32))]
    [InlineData(Newer, 10, MediaResolution.High, 1, 10 * (280 + 32))]
    [InlineData(Newer, 1, null, 24, (24 * 70) + 32)]
    public void Video_costs_its_frames_and_its_sound(string model, double seconds, MediaResolution? resolution, double framesPerSecond, int tokens)
        => Assert.Equal(tokens, TokenEstimator.EstimateVideo(model, TimeSpan.FromSeconds(seconds), resolution, framesPerSecond));

    [Theory]
    [InlineData(Tiled, 10, MediaResolution.High, 2580)]
    [InlineData(Newer, 10, null, 5600)]
    [InlineData(Newer, 1, MediaResolution.Low, 280)]
    [InlineData(Newer, 1, MediaResolution.High, 1120)]
    [InlineData(Newer, 0, null, 0)]
    [InlineData(Newer, int.MaxValue, null, int.MaxValue)]
    public void A_document_costs_its_pages(string model, int pages, MediaResolution? resolution, int tokens)
        => Assert.Equal(tokens, TokenEstimator.EstimatePdf(model, pages, resolution));

    [Fact]
    public void A_turn_costs_one_token_beside_its_text()
        => Assert.Equal((1, TokenEstimator.Estimate("Hello") + 1), (TokenEstimator.EstimateTurn(""), TokenEstimator.EstimateTurn("Hello")));

    [Fact]
    public void Refuses_what_no_medium_has()
    {
        Assert.Throws<ArgumentNullException>(() => TokenEstimator.EstimateImage(null!, 1, 1));
        Assert.Throws<ArgumentOutOfRangeException>(() => TokenEstimator.EstimateImage(Newer, 0, 1));
        Assert.Throws<ArgumentOutOfRangeException>(() => TokenEstimator.EstimateImage(Newer, 1, 0));
        Assert.Throws<ArgumentOutOfRangeException>(() => TokenEstimator.EstimateAudio(TimeSpan.FromTicks(-1)));
        Assert.Throws<ArgumentOutOfRangeException>(() => TokenEstimator.EstimateVideo(Newer, TimeSpan.FromTicks(-1)));
        Assert.Throws<ArgumentOutOfRangeException>(() => TokenEstimator.EstimateVideo(Newer, TimeSpan.Zero, null, 0));
        Assert.Throws<ArgumentOutOfRangeException>(() => TokenEstimator.EstimateVideo(Newer, TimeSpan.Zero, null, double.NaN));
        Assert.Throws<ArgumentOutOfRangeException>(() => TokenEstimator.EstimateVideo(Newer, TimeSpan.Zero, null, 24.1));
        Assert.Throws<ArgumentOutOfRangeException>(() => TokenEstimator.EstimatePdf(Newer, -1));
    }

    [Theory]
    [InlineData(Newer, """{"inlineData":{"mimeType":"image/png","data":"AAAA"}}""", 1120)]
    [InlineData(Tiled, """{"inlineData":{"mimeType":"image/png","data":"AAAA"}}""", 4 * 258)]
    [InlineData(Newer, """{"mediaResolution":{"level":"MEDIA_RESOLUTION_LOW"},"inlineData":{"data":"<11 bytes>","mimeType":"image/png"}}""", 280)]
    [InlineData(Newer, """{"inlineData":{"mimeType":"audio/mp3","data":"<160,000 bytes>"}}""", 320)]
    [InlineData(Newer, """{"inlineData":{"mimeType":"application/pdf","data":"<250,000 bytes>"}}""", 3 * 560)]
    [InlineData(Tiled, """{"fileData":{"mimeType":"application/pdf","fileUri":"https://a/b"}}""", 10 * 258)]
    [InlineData(Newer, """{"fileData":{"mimeType":"video/mp4","fileUri":"https://a/b"}}""", 60 * 102)]
    [InlineData(Newer, """{"fileData":{"mimeType":"video/mp4","fileUri":"https://a/b"},"videoMetadata":{"startOffset":"10s","endOffset":"15.5s","fps":2}}""", 946)]
    [InlineData(Newer, """{"fileData":{"fileUri":"https://a/b"}}""", 1120)]
    [InlineData(Newer, """{"fileData":null}""", 1120)]
    public void A_request_counts_its_media(string model, string part, int tokens)
    {
        byte[] turn = Encoding.UTF8.GetBytes($$"""{"role":"user","parts":[{"text":""},{{part}}]}""");
        Assert.Equal(tokens + 1, TurnFacts.EstimateTokens(turn, model));
    }
}

namespace GeminiGen;

/// <content>What media cost: fixed rates that the API documents, by the model's generation.</content>
public static partial class TokenEstimator
{
    /// <summary>
    /// Estimates a picture. Up to Gemini 2.5 it costs 258 tokens when both sides are at most 384 pixels, otherwise 258 for each tile of 768 by 768. Since Gemini 3 its size does not
    /// count: 280, 560, 1,120 or 2,240 by the resolution asked for.
    /// </summary>
    /// <param name="model">The id of the model; one that names no generation, such as an alias, is taken for one since Gemini 3.</param>
    /// <param name="width">Pixels across.</param>
    /// <param name="height">Pixels down.</param>
    /// <param name="resolution">The resolution asked for; null for the default, which is high. Models up to 2.5 do not take it.</param>
    /// <exception cref="ArgumentNullException"><paramref name="model"/> is null.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A side is less than one pixel.</exception>
    public static int EstimateImage(string model, int width, int height, MediaResolution? resolution = null)
    {
        ArgumentNullException.ThrowIfNull(model);
        ArgumentOutOfRangeException.ThrowIfLessThan(width, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(height, 1);
        return MediaTokens.UsesTiles(model) ? MediaTokens.OfTiles(width, height) : OfImage(resolution ?? MediaResolution.High);
    }

    /// <summary>Estimates sound: 32 tokens a second.</summary>
    /// <param name="length">How long it is.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="length"/> is negative.</exception>
    public static int EstimateAudio(TimeSpan length)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(length, TimeSpan.Zero);
        return MediaTokens.Limit(length.TotalSeconds * MediaTokens.AudioSecond);
    }

    /// <summary>
    /// Estimates a video with its sound. Up to Gemini 2.5 a second costs 263 tokens at one frame. Since Gemini 3 a frame costs 70 (280 at high resolution), and a second of sound 32.
    /// </summary>
    /// <param name="model">The id of the model; one that names no generation, such as an alias, is taken for one since Gemini 3.</param>
    /// <param name="length">How long it is, or the part of it that is sent.</param>
    /// <param name="resolution">The resolution asked for; null for the default. Models up to 2.5 do not take it.</param>
    /// <param name="framesPerSecond">Frames the model looks at in a second; 1 unless asked for.</param>
    /// <exception cref="ArgumentNullException"><paramref name="model"/> is null.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="length"/> is negative, or <paramref name="framesPerSecond"/> not more than 0 and at most 24.</exception>
    public static int EstimateVideo(string model, TimeSpan length, MediaResolution? resolution = null, double framesPerSecond = 1)
    {
        ArgumentNullException.ThrowIfNull(model);
        ArgumentOutOfRangeException.ThrowIfLessThan(length, TimeSpan.Zero);
        // The negated form also catches NaN.
        if (!(framesPerSecond > 0 && framesPerSecond <= MediaLimits.FramesPerSecond))
        {
            throw new ArgumentOutOfRangeException(nameof(framesPerSecond), framesPerSecond, "More than 0 and at most 24.");
        }

        double second = MediaTokens.UsesTiles(model)
            ? (MediaTokens.Tile * framesPerSecond) + (MediaTokens.TiledVideoSecond - MediaTokens.Tile)
            : (OfFrame(resolution) * framesPerSecond) + MediaTokens.AudioSecond;
        return MediaTokens.Limit(length.TotalSeconds * second);
    }

    /// <summary>Estimates a PDF document: 258 tokens a page up to Gemini 2.5; since Gemini 3 560, or what a picture of the resolution asked for costs.</summary>
    /// <param name="model">The id of the model; one that names no generation, such as an alias, is taken for one since Gemini 3.</param>
    /// <param name="pages">Number of pages.</param>
    /// <param name="resolution">The resolution asked for; null for the default, which is medium. Models up to 2.5 do not take it.</param>
    /// <exception cref="ArgumentNullException"><paramref name="model"/> is null.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="pages"/> is negative.</exception>
    public static int EstimatePdf(string model, int pages, MediaResolution? resolution = null)
    {
        ArgumentNullException.ThrowIfNull(model);
        ArgumentOutOfRangeException.ThrowIfNegative(pages);
        int page = MediaTokens.UsesTiles(model) ? MediaTokens.TiledPdfPage : resolution is { } given ? OfImage(given) : MediaTokens.PdfPage;
        return MediaTokens.Limit((double)pages * page);
    }

    private static int OfImage(MediaResolution resolution) => resolution switch
    {
        MediaResolution.Low => MediaTokens.LowImage,
        MediaResolution.Medium => MediaTokens.MediumImage,
        MediaResolution.UltraHigh => MediaTokens.UltraHighImage,
        _ => MediaTokens.HighImage,
    };

    private static int OfFrame(MediaResolution? resolution)
        => resolution is MediaResolution.High or MediaResolution.UltraHigh ? MediaTokens.HighVideoFrame : MediaTokens.VideoFrame;
}

namespace GeminiGen;

/// <summary>
/// What media cost, in tokens (ai.google.dev: tokens, image understanding, media resolution; as of November 2026). Up to Gemini 2.5 a picture is cut into tiles; since Gemini 3
/// the resolution that is asked for decides.
/// </summary>
internal static class MediaTokens
{
    /// <summary>A picture that is small, or one tile of a larger one, up to 2.5.</summary>
    public const int Tile = 258;

    /// <summary>Pixels of a tile's side.</summary>
    public const int TileSide = 768;

    /// <summary>A picture whose sides are both at most this is one tile.</summary>
    public const int SmallSide = 384;

    /// <summary>A page of a PDF document, up to 2.5.</summary>
    public const int TiledPdfPage = 258;

    /// <summary>A second of video at one frame, up to 2.5.</summary>
    public const int TiledVideoSecond = 263;

    /// <summary>A picture at low resolution, since Gemini 3.</summary>
    public const int LowImage = 280;

    /// <summary>A picture at medium resolution, since Gemini 3.</summary>
    public const int MediumImage = 560;

    /// <summary>A picture at high resolution, which is the default, since Gemini 3.</summary>
    public const int HighImage = 1120;

    /// <summary>A picture at ultra high resolution, since Gemini 3.</summary>
    public const int UltraHighImage = 2240;

    /// <summary>A page of a PDF document at the default resolution, since Gemini 3.</summary>
    public const int PdfPage = MediumImage;

    /// <summary>A frame of a video, since Gemini 3.</summary>
    public const int VideoFrame = 70;

    /// <summary>A frame of a video at high resolution, since Gemini 3.</summary>
    public const int HighVideoFrame = 280;

    /// <summary>A second of sound.</summary>
    public const int AudioSecond = 32;

    /// <summary>Whether a model cuts pictures into tiles: those of Gemini 1 and 2. An id that says nothing, an alias say, is taken for a newer model's.</summary>
    public static bool UsesTiles(ReadOnlySpan<char> model)
    {
        ReadOnlySpan<char> prefix = "models/".AsSpan();
        ReadOnlySpan<char> id = model.StartsWith(prefix, StringComparison.Ordinal) ? model.Slice(prefix.Length) : model;
        return id.StartsWith("gemini-1".AsSpan(), StringComparison.Ordinal)
            || id.StartsWith("gemini-2".AsSpan(), StringComparison.Ordinal)
            || id.SequenceEqual("gemini-pro".AsSpan())
            || id.SequenceEqual("gemini-pro-vision".AsSpan());
    }

    /// <summary>A picture that is cut into tiles.</summary>
    public static int OfTiles(int width, int height)
        => width <= SmallSide && height <= SmallSide ? Tile : Limit((double)Tile * Count(width) * Count(height));

    /// <summary>A number of tokens as an integer, rounded up; more than fits is the largest.</summary>
    public static int Limit(double tokens) => tokens >= int.MaxValue ? int.MaxValue : (int)Math.Ceiling(tokens);

    private static int Count(int pixels) => ((pixels - 1) / TileSide) + 1;
}

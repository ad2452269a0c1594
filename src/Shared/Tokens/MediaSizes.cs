namespace GeminiGen;

/// <summary>How long a medium is taken to be that nobody looks into.</summary>
internal static class MediaSizes
{
    /// <summary>Sound of 128 kbit/s.</summary>
    public const double AudioBytesPerSecond = 16_000;

    /// <summary>Video of 2 Mbit/s.</summary>
    public const double VideoBytesPerSecond = 250_000;

    /// <summary>Pixels of a side of a picture whose size is not known, where its size counts: two tiles by two.</summary>
    public const int UnknownSide = 2 * MediaTokens.TileSide;

    private const double PdfBytesPerPage = 100_000;
    private const int UnknownSeconds = 60;
    private const int UnknownPages = 10;

    /// <summary>Pages of a PDF document of so many bytes.</summary>
    public static int Pages(long? bytes) => bytes is { } known ? (int)Math.Min(int.MaxValue, Math.Ceiling(known / PdfBytesPerPage)) : UnknownPages;

    /// <summary>How long sound or video is, or the part of it that is asked for in seconds.</summary>
    public static TimeSpan Length(long? bytes, double bytesPerSecond, double start, double? end)
    {
        double seconds = end is { } last ? last - start
            : bytes is { } known ? (known / bytesPerSecond) - start
            : UnknownSeconds;
        return TimeSpan.FromSeconds(Math.Min(Math.Max(seconds, 0), int.MaxValue));
    }
}

namespace GeminiGen;

/// <summary>Bounds of the API for media, in bytes where nothing else is said. From its pages on file input, documents and video, as of November 2026.</summary>
internal static class MediaLimits
{
    /// <summary>A whole request with everything inline (since January 2026; 20 MB before).</summary>
    internal const long Request = ApiLimits.InlineRequestBytes;

    /// <summary>What pages of the API still call the limit of a request, and what some accounts still meet.</summary>
    internal const long CautiousRequest = ApiLimits.CautiousInlineRequestBytes;

    /// <summary>A PDF document, however it is sent.</summary>
    internal const long Pdf = ApiLimits.PdfBytes;

    /// <summary>A file of the Files API: 2 GB.</summary>
    internal const long File = 2L * 1024 * 1024 * 1024;

    /// <summary>Pictures in a request.</summary>
    internal const int Images = 3600;

    /// <summary>Videos in a request.</summary>
    internal const int Videos = 10;

    /// <summary>Frames looked at in a second of video: more than 0 and at most this.</summary>
    internal const double FramesPerSecond = 24;
}

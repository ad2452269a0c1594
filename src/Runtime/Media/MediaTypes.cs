using System.Net.Http.Headers;

namespace GeminiGen;

/// <summary>MIME types: which ones the API takes, and what they are.</summary>
internal static class MediaTypes
{
    internal const string Pdf = "application/pdf";
    internal const string PlainText = "text/plain";

    // From the API's pages on images, audio, video and documents, as of November 2026. HTML and its like count as text.
    private static readonly HashSet<string> Supported = new(StringComparer.Ordinal)
    {
        "image/png", "image/jpeg", "image/webp", "image/heic", "image/heif",
        "audio/wav", "audio/mp3", "audio/aiff", "audio/aac", "audio/ogg", "audio/flac", "audio/mpeg", "audio/m4a",
        "video/mp4", "video/mpeg", "video/mov", "video/avi", "video/x-flv", "video/webm", "video/wmv", "video/3gpp",
        Pdf,
    };

    /// <summary>Whether the API takes a type that was found by content.</summary>
    internal static bool IsSupported(string mimeType) => KindOf(mimeType) == MediaKind.Text || Supported.Contains(mimeType);

    internal static MediaKind KindOf(string? mimeType) => mimeType switch
    {
        null => MediaKind.Other,
        Pdf => MediaKind.Pdf,
        _ when mimeType.StartsWith("image/", StringComparison.Ordinal) => MediaKind.Image,
        _ when mimeType.StartsWith("audio/", StringComparison.Ordinal) => MediaKind.Audio,
        _ when mimeType.StartsWith("video/", StringComparison.Ordinal) => MediaKind.Video,
        _ when mimeType.StartsWith("text/", StringComparison.Ordinal) => MediaKind.Text,
        _ => MediaKind.Other,
    };

    /// <summary>A type the caller names, in lower case; parameters such as a sampling rate stay.</summary>
    /// <exception cref="ArgumentException">It is no MIME type.</exception>
    internal static string Normalize(string mimeType)
    {
        if (!MediaTypeHeaderValue.TryParse(mimeType, out MediaTypeHeaderValue? parsed) || parsed.MediaType is not { } type || type.Contains('*', StringComparison.Ordinal))
        {
            throw new ArgumentException($"\"{mimeType}\" is no MIME type; one looks like image/png.", nameof(mimeType));
        }

        parsed.MediaType = type.ToLowerInvariant();
        return parsed.ToString();
    }
}

using System.Globalization;

namespace GeminiGen;

/// <summary>What the API and the model refuse of a request's media, told before anything is sent.</summary>
internal static class MediaRules
{
    /// <summary>Checks kinds, sizes and numbers.</summary>
    /// <exception cref="GeminiMediaException">Something would be refused.</exception>
    internal static void Check(MediaParts media, PreparedMethod method)
    {
        int images = 0;
        int videos = 0;
        foreach (MediaPart part in media.All)
        {
            CheckKind(part.Media, method);
            CheckSize(part.Media);
            images += part.Media.Kind == MediaKind.Image ? 1 : 0;
            videos += part.Media.Kind == MediaKind.Video ? 1 : 0;
        }

        CheckNumber(images, MediaLimits.Images, "pictures", method);
        CheckNumber(videos, MediaLimits.Videos, "videos", method);
    }

    /// <summary>Checks media that goes to the Files API, or may.</summary>
    /// <exception cref="GeminiMediaTooLargeException">It is over a limit.</exception>
    internal static void CheckSize(Media media)
    {
        long limit = media.Kind == MediaKind.Pdf ? MediaLimits.Pdf : MediaLimits.File;
        if (media.Length > limit)
        {
            string what = media.Kind == MediaKind.Pdf ? "a PDF document" : "a file";
            throw new GeminiMediaTooLargeException(
                string.Create(CultureInfo.InvariantCulture, $"The API takes {what} of at most {limit:N0} bytes; {media.Source!.Description} has {media.Length:N0}. Split it, or make it smaller."))
            { Actual = media.Length!.Value, Limit = limit };
        }
    }

    private static void CheckKind(Media media, PreparedMethod method)
    {
        string? modality = media.Kind switch
        {
            MediaKind.Image => "image",
            MediaKind.Audio => "audio",
            MediaKind.Video => "video",
            MediaKind.Pdf => "pdf",
            _ => null,
        };
        IReadOnlyList<string> read = method.Facts.InputModalities;
        if (modality is not null && read.Count > 0 && !read.Contains(modality, StringComparer.OrdinalIgnoreCase))
        {
            throw new GeminiMediaTypeException(
                $"{method.Method}: {method.Model} reads {string.Join(", ", read)}, but no {modality}. Choose a model that does on the contract, in GeminiOptions.Models or as GeminiOptions.DefaultModel.")
            { MimeType = media.MimeType };
        }
    }

    private static void CheckNumber(int actual, int limit, string what, PreparedMethod method)
    {
        if (actual > limit)
        {
            throw new GeminiMediaTooLargeException(
                string.Create(CultureInfo.InvariantCulture, $"{method.Method}: a request takes at most {limit:N0} {what}, and this one has {actual:N0}. Split it into several calls."))
            { Actual = actual, Limit = limit };
        }
    }
}

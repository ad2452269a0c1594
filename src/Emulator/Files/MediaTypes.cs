using System.Collections.Frozen;

namespace GeminiGen.Emulator.Files;

/// <summary>Which types of media the API reads (wire format, section 6), and what it calls their kinds.</summary>
internal static class MediaTypes
{
    private static readonly FrozenDictionary<string, string> Kinds = new (string Kind, string[] Types)[]
    {
        ("image", ["image/png", "image/jpeg", "image/jpg", "image/webp", "image/heic", "image/heif"]),
        ("pdf", ["application/pdf"]),
        ("audio",
        [
            "audio/wav", "audio/x-wav", "audio/wave", "audio/mp3", "audio/mpeg", "audio/aiff", "audio/x-aiff", "audio/aac", "audio/ogg", "audio/flac", "audio/x-flac", "audio/m4a", "audio/x-m4a",
            "audio/mp4", "audio/l16", "audio/pcm", "audio/opus", "audio/alaw", "audio/mulaw", "audio/webm",
        ]),
        ("video",
        [
            "video/mp4", "video/mpeg", "video/mov", "video/quicktime", "video/avi", "video/x-msvideo", "video/x-flv", "video/mpg", "video/webm", "video/wmv", "video/x-ms-wmv", "video/3gpp",
        ]),
        ("text",
        [
            "application/json", "application/xml", "application/x-javascript", "application/javascript", "application/x-python", "application/x-python-code", "application/rtf", "application/x-yaml",
            "application/yaml", "application/typescript", "application/x-typescript",
        ]),
    }.SelectMany(pair => pair.Types.Select(type => (type, pair.Kind))).ToFrozenDictionary(pair => pair.type, pair => pair.Kind, StringComparer.OrdinalIgnoreCase);

    /// <summary>text, image, audio, video or pdf; null for what the API does not read.</summary>
    public static string? KindOf(string mimeType)
    {
        string type = mimeType.Split(';')[0].Trim();
        return type.StartsWith("text/", StringComparison.OrdinalIgnoreCase) ? "text" : Kinds.GetValueOrDefault(type);
    }
}

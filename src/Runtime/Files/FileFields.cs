using System.Globalization;
using System.Text.Json;

namespace GeminiGen;

/// <summary>What the API says of a file.</summary>
internal sealed record FileFields(
    string Name,
    string Uri,
    string? MimeType,
    string? DisplayName,
    long? Length,
    DateTimeOffset? Created,
    DateTimeOffset? Expires,
    GeminiFileState State,
    string? Error)
{
    /// <summary>Reads a file object; <see langword="null"/> when it is none.</summary>
    internal static FileFields? Read(JsonElement file)
    {
        if (file.ValueKind != JsonValueKind.Object || Text(file, "name") is not { } name ||
            Text(file, "uri") is not { } uri || !System.Uri.TryCreate(uri, UriKind.Absolute, out _))
        {
            return null;
        }

        return new FileFields(
            name,
            uri,
            Text(file, "mimeType"),
            Text(file, "displayName"),
            long.TryParse(Text(file, "sizeBytes"), NumberStyles.None, CultureInfo.InvariantCulture, out long length) ? length : null,
            Time(file, "createTime"),
            Time(file, "expirationTime"),
            Text(file, "state") switch
            {
                "PROCESSING" => GeminiFileState.Processing,
                "ACTIVE" => GeminiFileState.Active,
                "FAILED" => GeminiFileState.Failed,
                _ => GeminiFileState.Unknown,
            },
            file.TryGetProperty("error", out JsonElement error) && error.ValueKind == JsonValueKind.Object ? Text(error, "message") : null);
    }

    private static string? Text(JsonElement element, string name) => ApiErrorReader.Text(element, name);

    private static DateTimeOffset? Time(JsonElement element, string name)
        => DateTimeOffset.TryParse(Text(element, name), CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out DateTimeOffset time) ? time : null;
}

using System.Globalization;
using System.Text.Json;
using GeminiGen.Emulator.Errors;
using GeminiGen.Emulator.Models;
using GeminiGen.Emulator.Validation;

namespace GeminiGen.Emulator.Files;

/// <summary>
/// What the API refuses of media in a request: data without a type, types it does not read, kinds the model does not take, too many, resolutions nobody knows,
/// files that are missing or not ready.
/// </summary>
internal static class MediaRules
{
    private const int MaxImages = 3600;
    private const int MaxVideos = 10;

    private static readonly string[] Resolutions =
        ["MEDIA_RESOLUTION_LOW", "MEDIA_RESOLUTION_MEDIUM", "MEDIA_RESOLUTION_HIGH", "MEDIA_RESOLUTION_ULTRA_HIGH"];

    public static void ThrowIfRefused(JsonElement body, EmulatedModel model, FileStore files)
    {
        var counts = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (JsonElement part in body.ItemsField("contents").SelectMany(content => content.ItemsField("parts")))
        {
            CheckInline(part);
            CheckResolution(part);
            string? fileType = part.Field("fileData")?.TextField("fileUri") is { } uri ? CheckFile(uri, files) : null;
            string? type = part.Field("inlineData")?.TextField("mimeType") ?? part.Field("fileData")?.TextField("mimeType") ?? fileType;
            if (type is { Length: > 0 })
            {
                string kind = CheckKind(type, model);
                counts[kind] = counts.GetValueOrDefault(kind) + 1;
            }
        }

        CheckCount(counts.GetValueOrDefault("image"), MaxImages, "images");
        CheckCount(counts.GetValueOrDefault("video"), MaxVideos, "videos");
    }

    private static string CheckKind(string type, EmulatedModel model)
    {
        string kind = MediaTypes.KindOf(type) ?? throw Refused($"Unsupported MIME type: {type}");
        return model.InputModalities.Count == 0 || model.InputModalities.Contains(kind)
            ? kind
            : throw Refused($"{char.ToUpperInvariant(kind[0])}{kind[1..]} input modality is not enabled for models/{model.Id}");
    }

    private static void CheckCount(int count, int most, string what)
    {
        if (count > most)
        {
            throw Refused(string.Create(CultureInfo.InvariantCulture, $"A request can have at most {most} {what}; this one has {count}."));
        }
    }

    private static void CheckInline(JsonElement part)
    {
        if (part.Field("inlineData") is { } data && (data.TextField("mimeType") is not { Length: > 0 } || data.TextField("data") is not { Length: > 0 }))
        {
            throw Refused("Inline data needs a MIME type and at least one byte.");
        }
    }

    private static void CheckResolution(JsonElement part)
    {
        if (part.Field("mediaResolution") is { } resolution && !Resolutions.Contains(resolution.TextField("level")))
        {
            throw Refused("The level of a part's media resolution is none.");
        }

        if (part.Field("videoMetadata")?.NumberField("fps") is { } frames && !(frames > 0 && frames <= 24))
        {
            throw Refused("Frames per second have to be more than 0 and at most 24.");
        }
    }

    /// <summary>The type of a file of ours; null for any other address.</summary>
    private static string? CheckFile(string uri, FileStore files)
    {
        int at = uri.IndexOf("/v1beta/files/", StringComparison.Ordinal);
        if (at < 0)
        {
            return null;
        }

        StoredFile file = files.Find(uri[(at + "/v1beta/files/".Length)..]);
        string state = file.StateAt(files.Now);
        return state == "ACTIVE" ? file.MimeType : throw new ApiErrorException(ApiErrors.Precondition($"The file {file.Id} is {state} and cannot be used before it is ACTIVE."));
    }

    private static ApiErrorException Refused(string message) => new(ApiErrors.Invalid(message));
}

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
    /// <summary>The most frames of a video the API looks at in a second.</summary>
    public const double MaxFramesPerSecond = 24;

    private const string FilesPath = "/v1beta/files/";
    private const int MaxImages = 3600;
    private const int MaxVideos = 10;

    private static readonly string[] Resolutions =
        ["MEDIA_RESOLUTION_LOW", "MEDIA_RESOLUTION_MEDIUM", "MEDIA_RESOLUTION_HIGH", "MEDIA_RESOLUTION_ULTRA_HIGH"];

    public static void ThrowIfRefused(GenerateRequest request, EmulatedModel model, FileStore files)
    {
        var counts = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (JsonElement part in request.Body.ItemsField("contents").SelectMany(content => content.ItemsField("parts")))
        {
            CheckInline(part);
            CheckResolution(part);
            string? fileType = part.Field("fileData") is { } file ? CheckFile(file, request.IsCloud, files) : null;
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

        if (part.Field("videoMetadata")?.NumberField("fps") is { } frames && !(frames > 0 && frames <= MaxFramesPerSecond))
        {
            throw Refused("Frames per second have to be more than 0 and at most 24.");
        }
    }

    /// <summary>The type of a file of ours; null for any other address, which has to be one that Google's servers can fetch.</summary>
    private static string? CheckFile(JsonElement data, bool isCloud, FileStore files)
    {
        string uri = data.TextField("fileUri") ?? "";
        int at = uri.IndexOf(FilesPath, StringComparison.Ordinal);
        if (at >= 0)
        {
            return CheckOwn(data, files.Find(uri[(at + FilesPath.Length)..]), files);
        }

        return uri.StartsWith("https://", StringComparison.OrdinalIgnoreCase) || (isCloud && uri.StartsWith("gs://", StringComparison.Ordinal))
            ? null
            : throw Refused($"The file URI \"{uri}\" is neither that of a file of the Files API nor an address with https.");
    }

    private static string CheckOwn(JsonElement data, StoredFile file, FileStore files)
    {
        string state = file.StateAt(files.Now);
        if (state != "ACTIVE")
        {
            throw new ApiErrorException(ApiErrors.Precondition($"The file {file.Id} is {state} and cannot be used before it is ACTIVE."));
        }

        // Of one kind there are several names; what is one thing cannot be read as another.
        return data.TextField("mimeType") is { Length: > 0 } said && MediaTypes.KindOf(said) != MediaTypes.KindOf(file.MimeType)
            ? throw Refused($"The file {file.Id} was uploaded as {file.MimeType} and cannot be read as {said}.")
            : file.MimeType;
    }

    private static ApiErrorException Refused(string message) => new(ApiErrors.Invalid(message));
}

using System.Text.Json;
using GeminiGen.Emulator.Errors;
using GeminiGen.Emulator.Validation;

namespace GeminiGen.Emulator.Files;

/// <summary>What the API refuses of media in a request: data without a type, resolutions nobody knows, files that are missing or not ready.</summary>
internal static class MediaRules
{
    private static readonly string[] Resolutions =
        ["MEDIA_RESOLUTION_LOW", "MEDIA_RESOLUTION_MEDIUM", "MEDIA_RESOLUTION_HIGH", "MEDIA_RESOLUTION_ULTRA_HIGH"];

    public static void ThrowIfRefused(JsonElement body, FileStore files)
    {
        foreach (JsonElement part in body.ItemsField("contents").SelectMany(content => content.ItemsField("parts")))
        {
            CheckInline(part);
            CheckResolution(part);
            if (part.Field("fileData")?.TextField("fileUri") is { } uri)
            {
                CheckFile(uri, files);
            }
        }
    }

    private static void CheckInline(JsonElement part)
    {
        if (part.Field("inlineData") is { } data && (data.TextField("mimeType") is not { Length: > 0 } || data.TextField("data") is not { Length: > 0 }))
        {
            throw new ApiErrorException(ApiErrors.Invalid("Inline data needs a MIME type and at least one byte."));
        }
    }

    private static void CheckResolution(JsonElement part)
    {
        if (part.Field("mediaResolution") is { } resolution && !Resolutions.Contains(resolution.TextField("level")))
        {
            throw new ApiErrorException(ApiErrors.Invalid("The level of a part's media resolution is none."));
        }

        if (part.Field("videoMetadata")?.NumberField("fps") is { } frames && !(frames > 0 && frames <= 24))
        {
            throw new ApiErrorException(ApiErrors.Invalid("Frames per second have to be more than 0 and at most 24."));
        }
    }

    private static void CheckFile(string uri, FileStore files)
    {
        int at = uri.IndexOf("/v1beta/files/", StringComparison.Ordinal);
        if (at < 0)
        {
            return;
        }

        string id = uri[(at + "/v1beta/files/".Length)..];
        string state = files.Find(id).StateAt(files.Now);
        if (state != "ACTIVE")
        {
            throw new ApiErrorException(ApiErrors.Precondition($"The file {id} is {state} and cannot be used before it is ACTIVE."));
        }
    }
}

using System.Buffers.Binary;
using System.Text;
using System.Text.Json;
using GeminiGen.Emulator.Validation;

namespace GeminiGen.Emulator.Files;

/// <summary>What a medium of a prompt counts, by the model's generation, and under which name.</summary>
internal static class MediaCost
{
    private const int PngHeader = 24;

    /// <summary>The tokens of a part with <c>inlineData</c> or <c>fileData</c>.</summary>
    /// <param name="part">The part.</param>
    /// <param name="resolution">The resolution asked for in the whole request.</param>
    /// <param name="model">The id of the model that answers.</param>
    public static (string Modality, int Tokens) Of(JsonElement part, string? resolution, string model)
    {
        string? data = part.Field("inlineData")?.TextField("data");
        long? bytes = data?.TrimEnd('=').Length * 3L / 4;
        MediaResolution? asked = Resolution(part.Field("mediaResolution")?.TextField("level") ?? resolution);
        string type = (part.Field("inlineData") ?? part.Field("fileData"))?.TextField("mimeType") ?? "";
        return MediaTypes.KindOf(type) switch
        {
            "audio" => ("AUDIO", TokenEstimator.EstimateAudio(Length(part, bytes, MediaSizes.AudioBytesPerSecond))),
            "video" => ("VIDEO", TokenEstimator.EstimateVideo(model, Length(part, bytes, MediaSizes.VideoBytesPerSecond), asked, FramesPerSecond(part))),
            "text" when data is not null => ("TEXT", TokenEstimator.Estimate(Encoding.UTF8.GetString(Decode(data)))),
            "pdf" or "text" => ("DOCUMENT", TokenEstimator.EstimatePdf(model, MediaSizes.Pages(bytes), asked)),
            _ => ("IMAGE", OfImage(data, asked, model)),
        };
    }

    // Up to 2.5 the size counts; the kind of picture that tests send most says it in its first bytes.
    private static int OfImage(string? data, MediaResolution? resolution, string model)
    {
        ReadOnlySpan<byte> head = data?.Length >= PngHeader / 3 * 4 ? Decode(data[..(PngHeader / 3 * 4)]) : [];
        return head is [0x89, (byte)'P', (byte)'N', (byte)'G', ..]
            && BinaryPrimitives.ReadInt32BigEndian(head[16..]) is var width and > 0
            && BinaryPrimitives.ReadInt32BigEndian(head[20..]) is var height and > 0
                ? TokenEstimator.EstimateImage(model, width, height, resolution)
                : TokenEstimator.EstimateImage(model, MediaSizes.UnknownSide, MediaSizes.UnknownSide, resolution);
    }

    private static TimeSpan Length(JsonElement part, long? bytes, double bytesPerSecond)
    {
        JsonElement? cut = part.Field("videoMetadata");
        return MediaSizes.Length(bytes, bytesPerSecond, Seconds(cut, "startOffset") ?? 0, Seconds(cut, "endOffset"));
    }

    private static double? Seconds(JsonElement? cut, string name) => cut?.Field(name) is { } value ? WireValue.Duration(value)?.TotalSeconds : null;

    // What is out of range is refused later.
    private static double FramesPerSecond(JsonElement part) => part.Field("videoMetadata")?.NumberField("fps") is { } frames and > 0 and <= MediaRules.MaxFramesPerSecond ? frames : 1;

    private static MediaResolution? Resolution(string? level) => level switch
    {
        "MEDIA_RESOLUTION_LOW" => MediaResolution.Low,
        "MEDIA_RESOLUTION_MEDIUM" => MediaResolution.Medium,
        "MEDIA_RESOLUTION_HIGH" => MediaResolution.High,
        "MEDIA_RESOLUTION_ULTRA_HIGH" => MediaResolution.UltraHigh,
        _ => null,
    };

    /// <summary>The bytes behind base64 in either alphabet, with or without padding.</summary>
    private static byte[] Decode(string data)
    {
        string standard = data.Replace('-', '+').Replace('_', '/').TrimEnd('=');
        return Convert.FromBase64String(standard.PadRight((standard.Length + 3) / 4 * 4, '='));
    }
}

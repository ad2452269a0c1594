using System.Globalization;
using System.Text.Json;

namespace GeminiGen;

/// <summary>What a part's JSON tells about the medium in it, as far as its price goes.</summary>
internal ref struct MediumFacts
{
    private bool _isMedium;
    private MediaKind? _kind;
    private long? _bytes;
    private MediaResolution? _resolution;
    private double _start;
    private double? _end;
    private double _framesPerSecond;

    /// <summary>Reads <c>inlineData</c>, <c>fileData</c>, <c>mediaResolution</c> or <c>videoMetadata</c>; the reader stands at the name.</summary>
    /// <returns>False when it is none of them, and nothing was read.</returns>
    public bool TryRead(ref Utf8JsonReader reader)
    {
        if (reader.ValueTextEquals("inlineData"u8) || reader.ValueTextEquals("fileData"u8))
        {
            _isMedium = true;
        }
        else if (!reader.ValueTextEquals("mediaResolution"u8) && !reader.ValueTextEquals("videoMetadata"u8))
        {
            return false;
        }

        if (!AnswerReader.Enter(ref reader, JsonTokenType.StartObject))
        {
            return true;
        }

        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            ReadMember(ref reader);
        }

        return true;
    }

    /// <summary>What the medium costs; 0 for a part without one. Forgets it.</summary>
    public int Take(string model)
    {
        MediumFacts facts = this;
        this = default;
        return facts._isMedium ? facts.Estimate(model) : 0;
    }

    private void ReadMember(ref Utf8JsonReader reader)
    {
        if (reader.ValueTextEquals("data"u8))
        {
            reader.Read();
            _bytes = reader.TokenType == JsonTokenType.String ? CountBytes(reader.ValueSpan) : null;
        }
        else if (reader.ValueTextEquals("mimeType"u8))
        {
            _kind = MediaTypes.KindOf(ReadText(ref reader));
        }
        else if (reader.ValueTextEquals("level"u8))
        {
            _resolution = ReadText(ref reader) switch
            {
                "MEDIA_RESOLUTION_LOW" => MediaResolution.Low,
                "MEDIA_RESOLUTION_MEDIUM" => MediaResolution.Medium,
                "MEDIA_RESOLUTION_HIGH" => MediaResolution.High,
                "MEDIA_RESOLUTION_ULTRA_HIGH" => MediaResolution.UltraHigh,
                _ => null,
            };
        }
        else if (reader.ValueTextEquals("startOffset"u8))
        {
            _start = ReadSeconds(ref reader) ?? 0;
        }
        else if (reader.ValueTextEquals("endOffset"u8))
        {
            _end = ReadSeconds(ref reader);
        }
        else if (reader.ValueTextEquals("fps"u8))
        {
            reader.Read();
            _framesPerSecond = reader.TokenType == JsonTokenType.Number && reader.TryGetDouble(out double value) ? value : 0;
        }
        else
        {
            reader.Skip();
        }
    }

    private readonly int Estimate(string model) => _kind switch
    {
        MediaKind.Audio => TokenEstimator.EstimateAudio(Seconds(MediaSizes.AudioBytesPerSecond)),
        MediaKind.Video => TokenEstimator.EstimateVideo(model, Seconds(MediaSizes.VideoBytesPerSecond), _resolution, FramesPerSecond()),
        MediaKind.Pdf => TokenEstimator.EstimatePdf(model, MediaSizes.Pages(_bytes), _resolution),
        _ => TokenEstimator.EstimateImage(model, MediaSizes.UnknownSide, MediaSizes.UnknownSide, _resolution),
    };

    private readonly double FramesPerSecond() => _framesPerSecond is > 0 and <= MediaLimits.FramesPerSecond ? _framesPerSecond : 1;

    private readonly TimeSpan Seconds(double bytesPerSecond)
    {
        return MediaSizes.Length(_bytes, bytesPerSecond, _start, _end);
    }

    /// <summary>The bytes behind base64, or the number in the description that a preview has in its place.</summary>
    private static long? CountBytes(ReadOnlySpan<byte> data)
    {
        if (data is not [(byte)'<', ..])
        {
            return data.Length / 4L * 3;
        }

        long bytes = 0;
        bool hasDigit = false;
        foreach (byte character in data)
        {
            if (char.IsAsciiDigit((char)character))
            {
                bytes = (bytes * 10) + (character - '0');
                hasDigit = true;
            }
        }

        return hasDigit ? bytes : null;
    }

    private static string? ReadText(ref Utf8JsonReader reader)
    {
        reader.Read();
        if (reader.TokenType == JsonTokenType.String)
        {
            return reader.GetString();
        }

        reader.Skip();
        return null;
    }

    private static double? ReadSeconds(ref Utf8JsonReader reader)
        => ReadText(ref reader) is { } text && double.TryParse(text.TrimEnd('s'), NumberStyles.Float, CultureInfo.InvariantCulture, out double seconds) ? seconds : null;
}

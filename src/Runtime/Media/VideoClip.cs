using System.Globalization;
using System.Text;

namespace GeminiGen;

/// <summary>Which part of a video is looked at, and how often.</summary>
/// <param name="Start">Where it begins, or its beginning.</param>
/// <param name="End">Where it ends, or its end.</param>
/// <param name="FramesPerSecond">Frames looked at in a second, or the API's own number.</param>
internal sealed record VideoClip(TimeSpan? Start, TimeSpan? End, double? FramesPerSecond)
{
    /// <summary>The value of <c>videoMetadata</c>.</summary>
    internal string ToJson()
    {
        StringBuilder json = new("{");
        Append(json, "startOffset", Seconds(Start));
        Append(json, "endOffset", Seconds(End));
        Append(json, "fps", FramesPerSecond?.ToString("R", CultureInfo.InvariantCulture));
        return json.Append('}').ToString();
    }

    private static void Append(StringBuilder json, string name, string? value)
    {
        if (value is not null)
        {
            json.Append(json.Length > 1 ? "," : "").Append('"').Append(name).Append("\":").Append(value);
        }
    }

    private static string? Seconds(TimeSpan? time)
        => time is { } offset ? string.Create(CultureInfo.InvariantCulture, $"\"{offset.Ticks / (decimal)TimeSpan.TicksPerSecond:0.#######}s\"") : null;
}

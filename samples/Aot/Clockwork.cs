using System.ComponentModel.DataAnnotations;
using GeminiGen;

namespace AotSample;

/// <summary>A function the model may call.</summary>
internal static class Clockwork
{
    /// <summary>How often the clock strikes.</summary>
    /// <param name="hour">The hour.</param>
    /// <param name="marks">How it sounds.</param>
    [Tool]
    public static Strike Strike([Range(0, 23)] int hour, Marks marks = Marks.None) => new(hour % 12 == 0 ? 12 : hour % 12, marks);
}

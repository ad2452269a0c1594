using System.Buffers;
using System.Globalization;

namespace GeminiGen;

/// <summary>Durations as Google writes them: <c>34.074824224s</c> in error details, <c>900.2ms</c> or <c>1h2m3.5s</c> in messages.</summary>
internal static class Durations
{
    private const string MessageLead = "retry in ";

    private static readonly SearchValues<char> NumberCharacters = SearchValues.Create("0123456789.");
    private static readonly SearchValues<char> DurationCharacters = SearchValues.Create("0123456789.hms");

    /// <summary>The duration, rounded up to the next tick so that no wait is too short; <see langword="null"/> when the text is none.</summary>
    internal static TimeSpan? Parse(ReadOnlySpan<char> text)
    {
        text = text.Trim();
        decimal ticks = 0;
        if (text.IsEmpty)
        {
            return null;
        }

        while (!text.IsEmpty)
        {
            int digits = text.IndexOfAnyExcept(NumberCharacters);
            if (digits <= 0 || !decimal.TryParse(text[..digits], NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out decimal number))
            {
                return null;
            }

            text = text[digits..];
            (long unit, int length) = UnitOf(text);
            if (unit == 0 || number > TimeSpan.MaxValue.Days * (decimal)TimeSpan.TicksPerDay / unit)
            {
                return null;
            }

            ticks += number * unit;
            text = text[length..];
        }

        return ticks <= TimeSpan.MaxValue.Ticks ? TimeSpan.FromTicks((long)decimal.Ceiling(ticks)) : null;
    }

    /// <summary>The duration in "… Please retry in 34.07s.", or <see langword="null"/>.</summary>
    internal static TimeSpan? FindInMessage(string message)
    {
        int start = message.LastIndexOf(MessageLead, StringComparison.OrdinalIgnoreCase);
        if (start < 0)
        {
            return null;
        }

        ReadOnlySpan<char> rest = message.AsSpan(start + MessageLead.Length);
        int end = rest.IndexOfAnyExcept(DurationCharacters);
        return Parse((end < 0 ? rest : rest[..end]).TrimEnd('.'));
    }

    private static (long Ticks, int Length) UnitOf(ReadOnlySpan<char> text)
    {
        if (text.StartsWith("ms"))
        {
            return (TimeSpan.TicksPerMillisecond, 2);
        }

        return text.IsEmpty ? default : text[0] switch
        {
            's' => (TimeSpan.TicksPerSecond, 1),
            'm' => (TimeSpan.TicksPerMinute, 1),
            'h' => (TimeSpan.TicksPerHour, 1),
            _ => default,
        };
    }
}

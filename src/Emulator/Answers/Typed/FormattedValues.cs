using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;
using GeminiGen.Emulator.Answers.Text;

namespace GeminiGen.Emulator.Answers.Typed;

/// <summary>Strings of a format: dates, times, addresses, ids. What the input does not hold is made up, always the same.</summary>
internal static partial class FormattedValues
{
    private const string ShortUrl = "http://a";
    private const int LongestLabel = 63;

    /// <summary>The value for a format, or null when the format asks for nothing special.</summary>
    public static (string Text, bool FromInput)? Choose(string format, FieldName field, InputDocument input) => format switch
    {
        "date" => DateNear(field, input) is var (date, _) ? (Iso(date), true) : ("1970-01-01", false),
        "date-time" => DateNear(field, input) is var (date, time) ? ($"{Iso(date)}T{time:HH\\:mm\\:ss}Z", true) : ("1970-01-01T00:00:00Z", false),
        "time" => DateNear(field, input) is var (_, time) ? ($"{time:HH\\:mm\\:ss}Z", true) : ("00:00:00Z", false),
        "duration" => ("PT0S", false),
        "uuid" => (Id(input), false),
        "uri" or "url" => First(Url(), input) is { } url ? (url, true) : ("https://example.com/", false),
        "email" => First(Email(), input) is { } email ? (email, true) : ("nobody@example.com", false),
        "ipv4" => ("127.0.0.1", false),
        "ipv6" => ("::1", false),
        "hostname" => ("example.com", false),
        _ => null,
    };

    /// <summary>A value of a format within two lengths, for those formats whose values may be of any.</summary>
    public static string Fit(string format, string text, int minLength, int maxLength)
    {
        if (text.Length >= minLength && text.Length <= maxLength)
        {
            return text;
        }

        return format switch
        {
            "email" => "a@b.co".PadLeft(minLength, 'a'),
            "uri" or "url" => minLength > ShortUrl.Length ? (ShortUrl + "/").PadRight(minLength, 'a') : ShortUrl,
            "hostname" => minLength > LongestLabel ? string.Concat(Enumerable.Repeat("a.", minLength / 2)) + "aa"[..(1 + (minLength % 2))] : "a".PadRight(minLength, 'a'),
            _ => text,
        };
    }

    /// <summary>Every address in the input.</summary>
    public static IEnumerable<string> Urls(InputDocument input) => Url().Matches(input.Text).Select(match => match.Value).Distinct();

    public static string? FirstUrl(InputDocument input) => First(Url(), input);

    public static string? FirstEmail(InputDocument input) => First(Email(), input);

    /// <summary>The date nearest after, or else before, a word of the field's name; without such a word the first one.</summary>
    public static (DateOnly Date, TimeOnly Time)? DateNear(FieldName field, InputDocument input)
    {
        (DateOnly Date, TimeOnly Time, int Index)[] dates = [.. DateFinder.Find(input.Text)];
        if (dates.Length == 0)
        {
            return null;
        }

        (DateOnly date, TimeOnly time, _) = dates.MaxBy(entry => LineBefore(input.Text, entry.Index).ContentWords().Count(field.AllWords.Contains));
        return (date, time);
    }

    public static string Iso(DateOnly date) => date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static string LineBefore(string text, int index)
    {
        string before = text[Math.Max(0, index - 60)..index];
        return before[(before.LastIndexOf('\n') + 1)..];
    }

    private static string? First(Regex pattern, InputDocument input) => pattern.Match(input.Text) is { Success: true } match ? match.Value : null;

    private static string Id(InputDocument input)
    {
        byte[] hash = SHA256.HashData(Encoding.UTF8.GetBytes(input.Text));
        return new Guid(hash.AsSpan(0, 16)).ToString("D");
    }

    [GeneratedRegex(@"https?://[^\s<>()\[\]""'`]+[\w/]")]
    private static partial Regex Url();

    [GeneratedRegex(@"[\w.+\-]+@[\w\-]+(?:\.[\w\-]+)+")]
    private static partial Regex Email();
}

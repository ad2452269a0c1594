using System.Buffers.Text;
using System.Collections.Concurrent;
using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace GeminiGen.Emulator.Validation;

/// <summary>Reads fields and values the lenient way the API does: both spellings, numbers as strings, null as absent, one value as a list.</summary>
internal static partial class WireValue
{
    /// <summary>The longest duration of protobuf: 10,000 years.</summary>
    private const double MaxSeconds = 315_576_000_000;

    /// <summary>The other spelling of each field; most requests leave most fields out, so both are looked for each time.</summary>
    private static readonly ConcurrentDictionary<string, string> SnakeNames = new(StringComparer.Ordinal);

    public static JsonElement? Field(this JsonElement element, string camelName)
    {
        if (element.ValueKind != JsonValueKind.Object)
        {
            return null;
        }

        if (!element.TryGetProperty(camelName, out JsonElement value) &&
            !element.TryGetProperty(SnakeNames.GetOrAdd(camelName, static name => JsonNamingPolicy.SnakeCaseLower.ConvertName(name)), out value))
        {
            return null;
        }

        return value.ValueKind == JsonValueKind.Null ? null : value;
    }

    public static string? TextField(this JsonElement element, string camelName) =>
        element.Field(camelName) is { ValueKind: JsonValueKind.String } value ? value.GetString() : null;

    public static int? IntegerField(this JsonElement element, string camelName) => element.Field(camelName) is { } value ? Integer(value) : null;

    public static double? NumberField(this JsonElement element, string camelName) => element.Field(camelName) is { } value ? Number(value) : null;

    public static bool FlagField(this JsonElement element, string camelName) => element.Field(camelName) is { ValueKind: JsonValueKind.True };

    public static IEnumerable<JsonElement> ItemsField(this JsonElement element, string camelName) => element.Field(camelName) switch
    {
        null => [],
        { ValueKind: JsonValueKind.Array } list => list.EnumerateArray(),
        { } single => [single],
    };

    public static int? Integer(JsonElement value) =>
        Number(value) is { } number && Math.Floor(number) == number && number is >= int.MinValue and <= int.MaxValue ? (int)number : null;

    public static double? Number(JsonElement value)
    {
        if (value.ValueKind == JsonValueKind.Number && value.TryGetDouble(out double number))
        {
            return number;
        }

        return value.ValueKind == JsonValueKind.String && double.TryParse(value.GetString(), NumberStyles.Float, CultureInfo.InvariantCulture, out number)
            ? number
            : null;
    }

    /// <summary>A length of time as protobuf writes it, to a hundred nanoseconds; null for anything else, and for what no clock can hold.</summary>
    public static TimeSpan? Duration(JsonElement value) =>
        value.ValueKind == JsonValueKind.String && value.GetString() is { } text && DurationPattern().IsMatch(text)
            && double.Parse(text[..^1], CultureInfo.InvariantCulture) is var seconds && Math.Abs(seconds) < MaxSeconds
            ? TimeSpan.FromSeconds(seconds)
            : null;

    public static DateTimeOffset? Time(JsonElement value) =>
        value.ValueKind == JsonValueKind.String && TimePattern().IsMatch(value.GetString()!)
            && DateTimeOffset.TryParse(value.GetString(), CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out DateTimeOffset time)
            ? time
            : null;

    /// <summary>A point in time as the API writes it.</summary>
    public static string Text(DateTimeOffset time) => time.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fffffff'Z'", CultureInfo.InvariantCulture);

    /// <summary>Base64 in either alphabet, with or without padding.</summary>
    public static bool IsBase64(JsonElement value)
    {
        string text = value.GetString()!;
        return Base64.IsValid(text) || Base64Url.IsValid(text);
    }

    [GeneratedRegex(@"^-?\d+(?:\.\d{1,9})?s\z", RegexOptions.CultureInvariant)]
    private static partial Regex DurationPattern();

    [GeneratedRegex(@"^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d{1,9})?(?:Z|[+-]\d\d:\d\d)\z", RegexOptions.CultureInvariant)]
    private static partial Regex TimePattern();
}

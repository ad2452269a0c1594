using System.Buffers.Text;
using System.Globalization;
using System.Text.Json;

namespace GeminiGen.Emulator.Validation;

/// <summary>Reads fields and values the lenient way the API does: both spellings, numbers as strings, null as absent, one value as a list.</summary>
internal static class WireValue
{
    public static JsonElement? Field(this JsonElement element, string camelName)
    {
        if (element.ValueKind != JsonValueKind.Object)
        {
            return null;
        }

        if (!element.TryGetProperty(camelName, out JsonElement value) &&
            !element.TryGetProperty(JsonNamingPolicy.SnakeCaseLower.ConvertName(camelName), out value))
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

    /// <summary>Base64 in either alphabet, with or without padding.</summary>
    public static bool IsBase64(JsonElement value)
    {
        string text = value.GetString()!;
        return Base64.IsValid(text) || Base64Url.IsValid(text);
    }
}

using System.Globalization;
using System.Text.Json;

namespace GeminiGen.Catalog.Tests;

/// <summary>Turns an entry of the data into one line per value, <c>prices.tiers[0].inputPerMTok = 2</c>, leaving out what is null or an empty list.</summary>
internal static class JsonFlattener
{
    /// <summary>The lines of an entry.</summary>
    public static IEnumerable<string> Flatten(JsonElement element, string path = "") => element.ValueKind switch
    {
        JsonValueKind.Object => element.EnumerateObject().SelectMany(member => Flatten(member.Value, path.Length == 0 ? member.Name : $"{path}.{member.Name}")),
        JsonValueKind.Array => element.EnumerateArray().SelectMany((item, i) => Flatten(item, $"{path}[{i}]")),
        JsonValueKind.Null => [],
        JsonValueKind.Number => [$"{path} = {Format(element.GetDecimal())}"],
        JsonValueKind.True => [$"{path} = true"],
        JsonValueKind.False => [$"{path} = false"],
        _ => [$"{path} = {element.GetString()}"],
    };

    /// <summary>A number without trailing zeros.</summary>
    public static string Format(decimal number) => number.ToString("0.############", CultureInfo.InvariantCulture);
}

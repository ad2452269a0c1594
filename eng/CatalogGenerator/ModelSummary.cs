using System.Globalization;
using GeminiGen.Shared.Json;

namespace GeminiGen.CatalogGenerator;

/// <summary>The XML documentation of a model's constant.</summary>
internal static class ModelSummary
{
    /// <summary>Status and limits in one sentence.</summary>
    public static string Summary(JsonValue model)
        => Escape($"{Text(model, "id")}: {string.Join(", ", Facts(model))}.");

    /// <summary>Where the facts come from.</summary>
    public static string Sources(JsonValue model)
        => Escape("Sources: " + string.Join("; ", Items(model, "sources").Select(static source => $"{Text(source, "what")}: {Text(source, "where")} ({Text(source, "date")})")) + ".");

    private static IEnumerable<string> Facts(JsonValue model)
    {
        yield return Text(model, "status")!.Replace('-', ' ');
        foreach ((string property, string words) in new[] { ("aliasOf", "stands for"), ("released", "released"), ("shutdown", "shut down"), ("replacement", "replaced by") })
        {
            if (Text(model, property) is { } value)
            {
                yield return $"{words} {value}";
            }
        }

        foreach ((string property, string words) in new[] { ("inputTokenLimit", "input"), ("outputTokenLimit", "output") })
        {
            if (model.Find(property) is { Kind: JsonKind.Number } limit)
            {
                yield return $"{limit.GetInt32().ToString("N0", CultureInfo.InvariantCulture)} {words} tokens";
            }
        }
    }

    private static IReadOnlyList<JsonValue> Items(JsonValue model, string property) => model.Find(property)?.Items ?? [];

    private static string? Text(JsonValue owner, string property)
        => owner.Find(property) is { Kind: JsonKind.String } value ? value.GetString() : null;

    private static string Escape(string text) => text.Replace("&", "&amp;").Replace("<", "&lt;").Replace(">", "&gt;");
}

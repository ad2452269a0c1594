using System.Text.Json;

namespace GeminiGen.Catalog.Tests;

/// <summary>The data file, read by another reader than the one the catalogue is generated with.</summary>
internal static class CatalogData
{
    private static readonly JsonDocument Document = JsonDocument.Parse(Text);

    /// <summary>The text of the data file.</summary>
    public static string Text => File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "gemini-models.json"));

    /// <summary>Every entry by its id, in the order of the file.</summary>
    public static IReadOnlyDictionary<string, JsonElement> Models { get; } =
        Document.RootElement.EnumerateArray().ToDictionary(static model => model.GetProperty("id").GetString()!);

    /// <summary>The ids as rows of a theory.</summary>
    public static TheoryData<string> Ids => [.. Models.Keys];
}

using System.Text.Json;

namespace GeminiGen.Generated.Tests.Http;

/// <summary>Compares JSON strictly: same members, same values, no member twice.</summary>
internal static class JsonAssert
{
    private static readonly JsonDocumentOptions Strict = new() { AllowDuplicateProperties = false };
    private static readonly JsonSerializerOptions Indented = new() { WriteIndented = true };

    /// <summary>Fails, showing both indented, when the two differ.</summary>
    public static void Equal(string expected, string actual)
    {
        using JsonDocument left = JsonDocument.Parse(expected, Strict);
        using JsonDocument right = JsonDocument.Parse(actual, Strict);
        if (!JsonElement.DeepEquals(left.RootElement, right.RootElement))
        {
            Assert.Equal(JsonSerializer.Serialize(left.RootElement, Indented), JsonSerializer.Serialize(right.RootElement, Indented));
            Assert.Fail($"Differs in more than the text:\n{expected}\n{actual}");
        }
    }

    /// <summary>The part of a body at a path of member names and indexes.</summary>
    public static string At(string json, params object[] path)
    {
        using JsonDocument document = JsonDocument.Parse(json, Strict);
        JsonElement element = document.RootElement;
        foreach (object step in path)
        {
            element = step is int index ? element[index] : element.GetProperty((string)step);
        }

        return element.GetRawText();
    }

    /// <summary>The user's text of a request body.</summary>
    public static string UserText(string body) => Text(body, "contents", 0, "parts", 0, "text");

    /// <summary>The text of the system instruction of a request body.</summary>
    public static string SystemText(string body) => Text(body, "systemInstruction", "parts", 0, "text");

    private static string Text(string body, params object[] path) => JsonSerializer.Deserialize<string>(At(body, path))!;
}

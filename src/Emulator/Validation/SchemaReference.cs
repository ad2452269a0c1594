using System.Text.Json;

namespace GeminiGen.Emulator.Validation;

/// <summary>Finds what a <c>$ref</c> points at within one JSON Schema: the root, a JSON pointer, or an anchor.</summary>
internal static class SchemaReference
{
    public static JsonElement? Resolve(JsonElement root, string reference)
    {
        if (reference is "#" or "")
        {
            return root;
        }

        if (reference.StartsWith("#/", StringComparison.Ordinal))
        {
            return Follow(root, reference[2..]);
        }

        return FindNamed(root, reference, reference.TrimStart('#'));
    }

    private static JsonElement? Follow(JsonElement element, string pointer)
    {
        foreach (string step in pointer.Split('/'))
        {
            string name = Uri.UnescapeDataString(step).Replace("~1", "/", StringComparison.Ordinal).Replace("~0", "~", StringComparison.Ordinal);
            if (element.ValueKind == JsonValueKind.Array && int.TryParse(name, out int index) && index >= 0 && index < element.GetArrayLength())
            {
                element = element[index];
            }
            else if (element.ValueKind != JsonValueKind.Object || !element.TryGetProperty(name, out element))
            {
                return null;
            }
        }

        return element;
    }

    private static JsonElement? FindNamed(JsonElement element, string id, string anchor)
    {
        if (element.ValueKind == JsonValueKind.Object)
        {
            if (Is(element, "$anchor", anchor) || Is(element, "$id", id))
            {
                return element;
            }

            foreach (JsonProperty member in element.EnumerateObject())
            {
                if (FindNamed(member.Value, id, anchor) is { } found)
                {
                    return found;
                }
            }
        }

        return element.ValueKind == JsonValueKind.Array
            ? element.EnumerateArray().Select(item => FindNamed(item, id, anchor)).FirstOrDefault(found => found is not null)
            : null;
    }

    private static bool Is(JsonElement element, string name, string value) =>
        element.TryGetProperty(name, out JsonElement member) && member.ValueKind == JsonValueKind.String && member.GetString() == value;
}

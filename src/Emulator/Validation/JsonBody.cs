using System.Text.Json;
using System.Text.Unicode;
using GeminiGen.Emulator.Errors;

namespace GeminiGen.Emulator.Validation;

/// <summary>Turns the bytes of a body into JSON whose every string can be read, or refuses them as the API would.</summary>
internal static class JsonBody
{
    private static readonly JsonDocumentOptions Options = new() { MaxDepth = 100, AllowDuplicateProperties = false };

    public static JsonElement Parse(ReadOnlyMemory<byte> utf8)
    {
        if (utf8.Span.IndexOfAnyExcept(" \t\r\n"u8) < 0)
        {
            utf8 = "{}"u8.ToArray();
        }

        if (!Utf8.IsValid(utf8.Span))
        {
            throw Refusal("The body is not valid UTF-8.");
        }

        try
        {
            using JsonDocument document = JsonDocument.Parse(utf8, Options);
            JsonElement root = document.RootElement.Clone();
            if (root.ValueKind != JsonValueKind.Object)
            {
                throw Refusal("An object is expected at the top.");
            }

            if (utf8.Span.IndexOf("\\u"u8) >= 0)
            {
                ReadStrings(root);
            }

            return root;
        }
        catch (JsonException exception)
        {
            throw Refusal(exception.Message);
        }
        catch (InvalidOperationException)
        {
            // What the reader says to an escape that is half a surrogate pair.
            throw Refusal("A \\u escape is half a surrogate pair.");
        }
    }

    private static void ReadStrings(JsonElement element)
    {
        switch (element.ValueKind)
        {
            case JsonValueKind.String:
                element.GetString();
                break;
            case JsonValueKind.Array:
                foreach (JsonElement item in element.EnumerateArray())
                {
                    ReadStrings(item);
                }

                break;
            case JsonValueKind.Object:
                foreach (JsonProperty property in element.EnumerateObject())
                {
                    _ = property.Name;
                    ReadStrings(property.Value);
                }

                break;
            default:
                break;
        }
    }

    private static ApiErrorException Refusal(string reason) => new(ApiErrors.Invalid("", "Invalid JSON payload received. " + reason));
}

using System.Text.Json;

namespace GeminiGen;

/// <summary>
/// Reads error bodies in every form they come in: the plain envelope, one in an array, one as a JSON string inside another's message, an OAuth
/// error. Details are known by their members rather than by <c>@type</c>, whose name has been seen with a blank before it.
/// </summary>
internal static class ApiErrorReader
{
    // Proxies wrap what they got from the next proxy; more layers than these have not been seen.
    private const int MaxNesting = 4;

    /// <summary>The error in a body, or <see langword="null"/> when the body is none we can read.</summary>
    internal static ApiError? Read(string body)
    {
        ApiError error = new();
        return TryReadText(body, error, MaxNesting) ? error : null;
    }

    private static bool TryReadText(string json, ApiError error, int nesting)
    {
        // Two bodies one after the other have been seen; the first is enough.
        Utf8JsonReader reader = new(System.Text.Encoding.UTF8.GetBytes(json.Trim('\uFEFF', ' ', '\r', '\n', '\t')));
        try
        {
            using JsonDocument document = JsonDocument.ParseValue(ref reader);
            return TryReadRoot(document.RootElement, error, nesting);
        }
        catch (JsonException)
        {
            return false;
        }
    }

    private static bool TryReadRoot(JsonElement root, ApiError error, int nesting)
    {
        if (root.ValueKind == JsonValueKind.Array)
        {
            foreach (JsonElement item in root.EnumerateArray())
            {
                if (TryReadRoot(item, error, nesting))
                {
                    return true;
                }
            }

            return false;
        }

        if (root.ValueKind != JsonValueKind.Object || !root.TryGetProperty("error", out JsonElement inner))
        {
            return false;
        }

        if (inner.ValueKind == JsonValueKind.String)
        {
            return ReadFlat(root, inner.GetString()!, error, nesting);
        }

        if (inner.ValueKind != JsonValueKind.Object)
        {
            return false;
        }

        ReadError(inner, error, nesting);
        return true;
    }

    // {"error":"invalid_grant","error_description":"…"}, or the whole envelope once more as a string.
    private static bool ReadFlat(JsonElement root, string text, ApiError error, int nesting)
    {
        if (nesting > 0 && text.TrimStart().StartsWith('{') && TryReadText(text, error, nesting - 1))
        {
            return true;
        }

        error.Status = text;
        error.Message = Text(root, "error_description") ?? text;
        return true;
    }

    private static void ReadError(JsonElement element, ApiError error, int nesting)
    {
        error.Code = Number(element, "code");
        error.Status = Text(element, "status");
        if (error.Code == 0)
        {
            error.Code = Number(element, "status");
        }

        error.Message = Text(element, "message");
        if (element.TryGetProperty("details", out JsonElement details) && details.ValueKind == JsonValueKind.Array)
        {
            foreach (JsonElement detail in details.EnumerateArray())
            {
                ErrorDetailReader.Read(detail, error);
            }
        }

        string? message = error.Message?.TrimStart();
        if (nesting > 0 && message is not null && (message.StartsWith('{') || message.StartsWith('[')))
        {
            TryReadText(message, error, nesting - 1);
        }
    }

    internal static string? Text(JsonElement element, string name)
        => element.TryGetProperty(name, out JsonElement value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;

    private static int Number(JsonElement element, string name)
        => element.TryGetProperty(name, out JsonElement value) && value.ValueKind == JsonValueKind.Number && value.TryGetInt32(out int number) ? number : 0;
}

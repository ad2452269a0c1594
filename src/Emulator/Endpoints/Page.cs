using System.Globalization;
using System.Text.Json.Nodes;
using GeminiGen.Emulator.Errors;

namespace GeminiGen.Emulator.Endpoints;

/// <summary>One page of a list: <c>pageSize</c> and <c>pageToken</c> in, <c>nextPageToken</c> out.</summary>
internal static class Page
{
    /// <param name="exchange">The request.</param>
    /// <param name="name">The list's name in the reply. As in the API, an empty list has none.</param>
    /// <param name="items">The whole list.</param>
    /// <param name="usualSize">How many a page has where the request does not say.</param>
    /// <param name="maxSize">The most a page has, whatever the request says.</param>
    /// <param name="toNode">Writes one item.</param>
    public static JsonObject Of<T>(Exchange exchange, string name, IReadOnlyList<T> items, int usualSize, int maxSize, Func<T, JsonObject> toNode)
    {
        int size = Number(exchange, "pageSize");
        size = size == 0 ? usualSize : Math.Min(size, maxSize);
        int start = Number(exchange, "pageToken");
        var reply = new JsonObject();
        if (start < items.Count)
        {
            reply[name] = new JsonArray([.. items.Skip(start).Take(size).Select(toNode)]);
        }

        if (size < items.Count - start)
        {
            reply["nextPageToken"] = (start + size).ToString(CultureInfo.InvariantCulture);
        }

        return reply;
    }

    private static int Number(Exchange exchange, string name)
    {
        string text = exchange.Request.Query[name].ToString();
        return text.Length == 0 ? 0
            : int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out int number) ? number
            : throw new ApiErrorException(ApiErrors.Invalid(name, $"Invalid value at '{name}', \"{text}\""));
    }
}

using System.Text.Json;

namespace GeminiGen;

/// <summary>
/// Finds the answer's JSON where the model has put a code fence or prose around it: the first value of the kind that was asked for. Nothing is
/// repaired: where that value is broken or cut, there is none.
/// </summary>
internal static class EmbeddedJson
{
    private static ReadOnlySpan<byte> Fence => "```"u8;

    /// <summary>Finds the value.</summary>
    /// <param name="text">The answer, which is not JSON as a whole.</param>
    /// <param name="schema">What was asked for.</param>
    /// <param name="json">The value.</param>
    internal static bool TryFind(ReadOnlySpan<byte> text, ReadOnlySpan<byte> schema, out ReadOnlySpan<byte> json)
    {
        JsonShapes wanted = SchemaShapes.Of(schema);
        return (wanted & (JsonShapes.Object | JsonShapes.Array)) != 0
            ? TryFindContainer(text, wanted, SchemaShapes.OfItems(schema), out json)
            : TryFindInFence(text, out json);
    }

    /// <summary>What stands at a brace or bracket.</summary>
    /// <param name="bytes">The text from there on.</param>
    /// <param name="wanted">The kinds of value asked for.</param>
    /// <param name="items">The kinds of element a list may have; none where nobody knows, and for a list that the text starts with, which is the answer whatever is in it.</param>
    internal static JsonStart Classify(ReadOnlySpan<byte> bytes, JsonShapes wanted, JsonShapes items)
    {
        ReadOnlySpan<byte> inside = bytes[1..].TrimStart(" \t\r\n"u8);
        if (inside.IsEmpty)
        {
            return JsonStart.Unknown;
        }

        if (bytes[0] == (byte)'{')
        {
            return inside[0] is not ((byte)'"' or (byte)'}') ? JsonStart.Prose
                : (wanted & JsonShapes.Object) != 0 ? JsonStart.Wanted
                : JsonStart.Foreign;
        }

        JsonShapes element = SchemaShapes.OfStart(inside[0]);
        bool fits = inside[0] == (byte)']' || (items == JsonShapes.None ? element != JsonShapes.None : (items & element) != 0);
        return fits && (wanted & JsonShapes.Array) != 0 ? JsonStart.Wanted
            : (element & (JsonShapes.Object | JsonShapes.Array | JsonShapes.String)) != 0 ? JsonStart.Foreign
            : JsonStart.Prose;
    }

    /// <summary>Whether what follows a value is more JSON, so that the value is not all there is.</summary>
    internal static bool GoesOn(byte next) => next is (byte)',' or (byte)':' or (byte)'"' or (byte)'{' or (byte)'}' or (byte)'[' or (byte)']';

    private static bool TryFindContainer(ReadOnlySpan<byte> text, JsonShapes wanted, JsonShapes items, out ReadOnlySpan<byte> json)
    {
        json = default;
        int first = text.IndexOfAnyExcept(" \t\r\n"u8);
        int start = Next(text, 0);
        while (start < text.Length)
        {
            JsonStart kind = Classify(text[start..], wanted, start == first ? JsonShapes.None : items);
            int length = kind is JsonStart.Prose or JsonStart.Unknown ? 1 : MeasureValue(text[start..]);
            if (length < 0)
            {
                // What lies inside of a broken value is not what was asked for.
                return false;
            }

            if (kind == JsonStart.Wanted)
            {
                json = text.Slice(start, length);
                ReadOnlySpan<byte> rest = text[(start + length)..].TrimStart(" \t\r\n"u8);
                return rest.IsEmpty || !GoesOn(rest[0]);
            }

            start = Next(text, start + length);
        }

        return false;
    }

    private static int Next(ReadOnlySpan<byte> text, int from)
    {
        int offset = text[from..].IndexOfAny((byte)'{', (byte)'[');
        return offset < 0 ? text.Length : from + offset;
    }

    /// <summary>How many bytes the value at the start takes; -1 when it is broken or not at its end.</summary>
    internal static int MeasureValue(ReadOnlySpan<byte> text)
    {
        try
        {
            Utf8JsonReader reader = new(text, isFinalBlock: false, default);
            return reader.Read() && reader.TrySkip() ? (int)reader.BytesConsumed : -1;
        }
        catch (JsonException)
        {
            return -1;
        }
    }

    /// <summary>A word or a number stands in prose anywhere: only a fence says that it is the answer.</summary>
    private static bool TryFindInFence(ReadOnlySpan<byte> text, out ReadOnlySpan<byte> json)
    {
        json = default;
        int open = text.IndexOf(Fence);
        if (open < 0)
        {
            return false;
        }

        ReadOnlySpan<byte> inside = text[(open + Fence.Length)..];
        int line = inside.IndexOf((byte)'\n');
        int close = line < 0 ? -1 : inside[line..].IndexOf(Fence);
        if (close < 0)
        {
            return false;
        }

        json = inside[line..(line + close)].Trim(" \t\r\n"u8);
        Utf8JsonReader reader = new(json, isFinalBlock: true, default);
        try
        {
            return reader.Read() && !reader.Read();
        }
        catch (JsonException)
        {
            return false;
        }
    }
}

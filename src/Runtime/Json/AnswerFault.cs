using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace GeminiGen;

/// <summary>Tells in the author's terms, rather than the serializer's, why an answer's JSON does not fit its type.</summary>
internal static class AnswerFault
{
    /// <summary>Finds out what the serializer stumbled over: it names the place, and for a missing member only the object around it.</summary>
    /// <param name="root">How the answer is read.</param>
    /// <param name="json">The answer, valid JSON.</param>
    /// <param name="exception">The serializer's.</param>
    internal static PromptViolation Find(JsonTypeInfo root, ReadOnlyMemory<byte> json, JsonException exception)
    {
        string path = (exception is ValuePathException inner ? inner.ValuePath : exception.Path) ?? "$";
        Exception cause = exception;
        while (cause is ValuePathException { InnerException: { } nested })
        {
            cause = nested;
        }

        if (cause is AnswerValueException or ValuePathException)
        {
            return new PromptViolation(path, cause.Message, null);
        }

        using JsonDocument document = JsonDocument.Parse(json);
        AnswerPlace place = new(document.RootElement, root);
        return place.TryFollow(path) ? Describe(place, path) : new PromptViolation(path, "does not fit", null);
    }

    private static PromptViolation Describe(AnswerPlace place, string path)
    {
        if (place.IsRepeated)
        {
            return new PromptViolation(path, "must not stand there twice", null);
        }

        if (place.FindMissingMember() is { } missing)
        {
            return new PromptViolation(path + missing, "is missing", null);
        }

        string found = place.Element.ValueKind switch
        {
            JsonValueKind.Object => "an object",
            JsonValueKind.Array => "an array",
            JsonValueKind.String => "a string",
            JsonValueKind.Number => "a number",
            JsonValueKind.Null => "null",
            _ => "a boolean",
        };
        return new PromptViolation(path, place.Type is null ? "does not fit" : Expect(place.Type, found), null);
    }

    // A string that is no date is still a string: what was found is then no reason.
    private static string Expect(JsonTypeInfo type, string found)
        => type.Kind == JsonTypeInfoKind.None && found != "null" && IsWrittenAs(found, type.Type)
            ? type.Type == typeof(string) ? "is no Unicode text (half of a surrogate pair)" : $"is no {TypeNames.Of(type)}"
            : $"must be {TypeNames.Of(type)}, not {found}";

    private static bool IsWrittenAs(string found, Type type) => Type.GetTypeCode(Nullable.GetUnderlyingType(type) ?? type) switch
    {
        TypeCode.Boolean => false,
        TypeCode.Object => found is "a string" or "an object",
        TypeCode.DateTime or TypeCode.Char or TypeCode.String => found == "a string",
        _ => found == "a number",
    };
}

using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace GeminiGen;

/// <summary>Tells in the author's terms, rather than the serializer's, why an answer's JSON does not fit its type.</summary>
internal static class AnswerFault
{
    /// <summary>Whether an exception tells that an answer does not fit: what the serializer or the user's own constructors and setters throw does, but for what stops any work.</summary>
    internal static bool IsOfAnswer(Exception exception)
        => exception is not (OperationCanceledException or OutOfMemoryException or InsufficientExecutionStackException);

    /// <summary>The exception that was thrown: the serializer puts one of its own around some.</summary>
    internal static Exception CauseOf(Exception exception) => exception is NotSupportedException { InnerException: NotSupportedException own } ? own : exception;

    /// <summary>Finds out what reading stumbled over.</summary>
    /// <param name="root">How the answer is read.</param>
    /// <param name="json">The answer, valid JSON.</param>
    /// <param name="exception">The serializer's, or the user's own.</param>
    internal static PromptViolation Find(JsonTypeInfo root, ReadOnlyMemory<byte> json, Exception exception)
        => exception is JsonException fault ? FindMisfit(root, json, fault) : FindRefusal(root, json, exception);

    /// <summary>The innermost value that the user's own code refuses: nothing but reading each of them again tells which it is.</summary>
    private static PromptViolation FindRefusal(JsonTypeInfo root, ReadOnlyMemory<byte> json, Exception exception)
    {
        using JsonDocument document = JsonDocument.Parse(json);
        AnswerPlace place = new(document.RootElement, root);
        string path = "$";
        while (place.FindStep(inner => IsRefused(inner, exception)) is { } step && place.TryFollow("$" + step))
        {
            path += step;
        }

        // A message of several lines would not be one point of a list.
        string type = place.Type is null ? "its type" : TypeNames.Of(place.Type);
        return new PromptViolation(path, $"is refused by {type}: {exception.Message.ReplaceLineEndings(" ")}", null);
    }

    private static bool IsRefused(AnswerPlace place, Exception expected)
    {
        try
        {
            place.Element.Deserialize(place.Type!);
            return false;
        }
        catch (Exception exception) when (IsOfAnswer(exception))
        {
            return CauseOf(exception) is var cause && cause.GetType() == expected.GetType() && cause.Message == expected.Message;
        }
    }

    // The serializer names the place, and for a missing member only the object around it.
    private static PromptViolation FindMisfit(JsonTypeInfo root, ReadOnlyMemory<byte> json, JsonException exception)
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

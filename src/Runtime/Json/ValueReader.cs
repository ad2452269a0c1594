using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace GeminiGen;

/// <summary>Reads an answer's JSON text into the user's type.</summary>
internal static class ValueReader
{
    internal static PromptOutcome Read<T>(
        JsonTypeInfo<T> typeInfo, in AnswerFields fields, PreparedMethod method, out T? value, out GeminiAnswerException? error)
    {
        value = default;
        ReadOnlySpan<byte> json = fields.Utf8!.WrittenSpan;
        PromptOutcome outcome = AnswerOutcome.Of(fields, hasText: !json.IsEmpty);
        if (outcome != PromptOutcome.Complete)
        {
            error = AnswerErrors.Create(outcome, fields, Encoding.UTF8.GetString(json), method);
            return outcome;
        }

        try
        {
            value = JsonSerializer.Deserialize(json, typeInfo);
        }
        catch (JsonException exception)
        {
            bool isJson = IsJson(json);
            error = isJson
                ? Invalid<T>(fields, method, exception is ValuePathException inner ? inner.ValuePath : exception.Path, exception)
                : Malformed(fields, method, exception);
            return isJson ? PromptOutcome.Invalid : PromptOutcome.Malformed;
        }

        if (value is null && method.Method.Schema is not { IsNullable: true })
        {
            error = Invalid<T>(fields, method, "$", null);
            return PromptOutcome.Invalid;
        }

        error = null;
        return PromptOutcome.Complete;
    }

    private static GeminiInvalidAnswerException Invalid<T>(in AnswerFields fields, PreparedMethod method, string? path, JsonException? cause) => new(
        $"{method.Method}: the JSON {method.Model} answered does not fit {typeof(T).Name} at {path ?? "$"}: " +
        $"{cause?.Message ?? "it is null."} RawText holds the answer.",
        cause)
    {
        FinishReason = fields.Finish,
        Usage = fields.Usage,
        Text = Encoding.UTF8.GetString(fields.Utf8!.WrittenSpan),
        JsonPath = path ?? "$",
    };

    private static GeminiMalformedAnswerException Malformed(in AnswerFields fields, PreparedMethod method, JsonException cause) => new(
        $"{method.Method}: {method.Model} should have answered in JSON and did not, from {cause.Path ?? "$"} on. RawText holds the answer.",
        cause)
    {
        FinishReason = fields.Finish,
        Usage = fields.Usage,
        Text = Encoding.UTF8.GetString(fields.Utf8!.WrittenSpan),
        JsonPath = cause.Path ?? "$",
    };

    private static bool IsJson(ReadOnlySpan<byte> text)
    {
        try
        {
            Utf8JsonReader reader = new(text);
            while (reader.Read())
            {
            }

            return true;
        }
        catch (JsonException)
        {
            return false;
        }
    }
}

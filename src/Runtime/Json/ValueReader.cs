using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using GeminiGen.CompilerServices;

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
            string path = (exception is ValuePathException inner ? inner.ValuePath : exception.Path) ?? "$";
            error = isJson
                ? Invalid<T>(fields, method, [new PromptViolation(path, "does not fit: " + exception.Message, null)], exception)
                : Malformed(fields, method, exception);
            return isJson ? PromptOutcome.Invalid : PromptOutcome.Malformed;
        }

        if (value is null && method.Method.Schema is not { IsNullable: true })
        {
            error = Invalid<T>(fields, method, [new PromptViolation("$", "must not be null", null)], null);
            return PromptOutcome.Invalid;
        }

        if (value is not null && method.Method.Schema?.CheckOf<T>() is { } check)
        {
            PromptViolations violations = new();
            check(value, violations);
            if (violations.Found.Count > 0)
            {
                error = Invalid<T>(fields, method, violations.Found, null);
                return PromptOutcome.Invalid;
            }
        }

        error = null;
        return PromptOutcome.Complete;
    }

    private static GeminiInvalidAnswerException Invalid<T>(in AnswerFields fields, PreparedMethod method, IReadOnlyList<PromptViolation> violations, JsonException? cause) => new(
        $"{method.Method}: the JSON {method.Model} answered does not fit {typeof(T).Name}: {List(violations)} RawText holds the answer.",
        cause)
    {
        FinishReason = fields.Finish,
        Usage = fields.Usage,
        Text = Encoding.UTF8.GetString(fields.Utf8!.WrittenSpan),
        JsonPath = violations[0].Path,
        Violations = violations,
    };

    /// <summary>The first violations as sentences; the rest is counted.</summary>
    private static string List(IReadOnlyList<PromptViolation> violations)
    {
        const int Shown = 5;
        string text = string.Join("; ", violations.Take(Shown)).TrimEnd('.');
        return violations.Count > Shown ? $"{text}; and {violations.Count - Shown} more." : text + ".";
    }

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

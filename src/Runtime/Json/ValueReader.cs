using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using GeminiGen.CompilerServices;

namespace GeminiGen;

/// <summary>Reads an answer's JSON text into the user's type.</summary>
internal static class ValueReader
{
    internal static PromptOutcome Read<T>(
        JsonTypeInfo<T> typeInfo, in AnswerFields fields, in AnswerContext context, out T? value, out GeminiAnswerException? error)
    {
        value = default;
        ReadOnlySpan<byte> json = fields.Utf8!.WrittenSpan;
        PromptOutcome outcome = AnswerOutcome.Of(fields, hasText: !json.IsEmpty);
        if (outcome != PromptOutcome.Complete)
        {
            error = AnswerErrors.Create(outcome, fields, Encoding.UTF8.GetString(json), context);
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
                ? Invalid(fields, context, [AnswerFault.Find(typeInfo, json.ToArray(), exception)], typeInfo, exception)
                : Malformed(fields, context, exception);
            return isJson ? PromptOutcome.Invalid : PromptOutcome.Malformed;
        }

        if (value is null && context.Method.Method.Schema is not { IsNullable: true })
        {
            error = Invalid(fields, context, [new PromptViolation("$", "must not be null", null)], typeInfo, null);
            return PromptOutcome.Invalid;
        }

        if (value is not null && context.Method.Method.Schema?.CheckOf<T>() is { } check)
        {
            PromptViolations violations = new();
            check(value, violations);
            if (violations.Found.Count > 0)
            {
                error = Invalid(fields, context, violations.Found, typeInfo, null);
                return PromptOutcome.Invalid;
            }
        }

        error = null;
        return PromptOutcome.Complete;
    }

    private static GeminiInvalidAnswerException Invalid(
        in AnswerFields fields, in AnswerContext context, IReadOnlyList<PromptViolation> violations, JsonTypeInfo typeInfo, JsonException? cause) => new(
        $"{context.Method.Method}: the JSON {context.Method.Model} answered does not fit {TypeNames.Of(typeInfo)}: {List(violations)} " +
        "RawText holds the answer; another call may get a better one.",
        cause ?? (Exception?)context.Progress.LastError)
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

    private static GeminiMalformedAnswerException Malformed(in AnswerFields fields, in AnswerContext context, JsonException cause) => new(
        $"{context.Method.Method}: {context.Method.Model} should have answered in JSON and did not, from {cause.Path ?? "$"} on. " +
        "RawText holds the answer; another call may get a better one.",
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

using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using GeminiGen.CompilerServices;

namespace GeminiGen;

/// <summary>Reads an answer's JSON text into the user's type.</summary>
internal static class ValueReader
{
    /// <summary>Reads a whole answer.</summary>
    internal static PromptOutcome Read<T>(
        JsonTypeInfo<T> typeInfo, in AnswerFields fields, in AnswerContext context, out T? value, out GeminiAnswerException? error)
    {
        value = default;
        ReadOnlySpan<byte> json = fields.Utf8!.WrittenSpan;
        PromptOutcome outcome = AnswerOutcome.Of(fields, hasText: json.ContainsAnyExcept(" \t\r\n"u8));
        if (outcome != PromptOutcome.Complete)
        {
            error = AnswerErrors.Create(outcome, fields, Encoding.UTF8.GetString(json), context);
            return outcome;
        }

        return new AnswerText(json, json, item: null).Read(typeInfo, fields, context, out value, out error);
    }

    /// <summary>Reads an element of a list that arrives in pieces; gives what is wrong with it.</summary>
    internal static GeminiAnswerException? ReadItem<T>(
        JsonTypeInfo<T> typeInfo, ReadOnlySpan<byte> json, int index, in AnswerFields fields, in AnswerContext context, out T? value)
    {
        new AnswerText(json, json, index).Read(typeInfo, fields, context, out value, out GeminiAnswerException? error);
        return error;
    }

    /// <summary>Reads the text of an answer that fits as a snapshot of it; gives what is wrong with that.</summary>
    internal static GeminiAnswerException? ReadSnapshot<T>(JsonTypeInfo<T> typeInfo, in AnswerFields fields, in AnswerContext context, out T? value)
    {
        ReadOnlySpan<byte> json = fields.Utf8!.WrittenSpan;
        new AnswerText(json, json, item: null, isChecked: false).Read(typeInfo, fields, context, out value, out GeminiAnswerException? error);
        return error;
    }

    /// <summary>The error for text that is not the JSON that was asked for.</summary>
    internal static GeminiMalformedAnswerException Malformed(string message, string path, string text, in AnswerFields fields, Exception? cause)
        => new(message, cause)
        {
            FinishReason = fields.Finish,
            Usage = fields.Usage,
            Text = text,
            JsonPath = path,
        };

    /// <summary>JSON text that should be a value.</summary>
    /// <param name="json">The JSON.</param>
    /// <param name="whole">The text it is part of, for errors.</param>
    /// <param name="item">Its place in the list it is an element of.</param>
    /// <param name="isChecked">Whether it must be what annotations ask for.</param>
    private readonly ref struct AnswerText(ReadOnlySpan<byte> json, ReadOnlySpan<byte> whole, int? item, bool isChecked = true)
    {
        private readonly ReadOnlySpan<byte> _json = json;
        private readonly ReadOnlySpan<byte> _whole = whole;

        internal PromptOutcome Read<T>(
            JsonTypeInfo<T> typeInfo, in AnswerFields fields, in AnswerContext context, out T? value, out GeminiAnswerException? error)
        {
            try
            {
                value = JsonSerializer.Deserialize(_json, typeInfo);
            }
            catch (Exception exception) when (AnswerFault.IsOfAnswer(exception))
            {
                value = default;
                return Explain(typeInfo, fields, context, AnswerFault.CauseOf(exception), ref value, out error);
            }

            if (value is null && context.Method.Method.Schema is not { IsNullable: true })
            {
                error = Invalid(fields, context, [new PromptViolation(At("$"), "must not be null", null)], typeInfo, null);
                return PromptOutcome.Invalid;
            }

            if (isChecked && value is not null && context.Method.Method.Schema?.CheckOf<T>() is { } check)
            {
                PromptViolations violations = new(item);
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

        private PromptOutcome Explain<T>(
            JsonTypeInfo<T> typeInfo, in AnswerFields fields, in AnswerContext context, Exception exception, ref T? value, out GeminiAnswerException? error)
        {
            if (IsJson(_json))
            {
                PromptViolation violation = AnswerFault.Find(typeInfo, _json.ToArray(), exception);
                error = Invalid(fields, context, [violation with { Path = At(violation.Path) }], typeInfo, exception);
                return PromptOutcome.Invalid;
            }

            if (item is null && EmbeddedJson.TryFind(_json, context.SchemaOfAnswer, out ReadOnlySpan<byte> embedded))
            {
                return new AnswerText(embedded, _whole, item: null, isChecked).Read(typeInfo, fields, context, out value, out error);
            }

            string path = At((exception as JsonException)?.Path ?? "$");
            error = Malformed(
                $"{context.Method.Method}: {context.Method.Model} should have answered in JSON and did not, from {path} on. RawText holds the answer; another call may get a better one.",
                path,
                Encoding.UTF8.GetString(_whole),
                fields,
                exception);
            return PromptOutcome.Malformed;
        }

        private GeminiInvalidAnswerException Invalid(
            in AnswerFields fields, in AnswerContext context, IReadOnlyList<PromptViolation> violations, JsonTypeInfo typeInfo, Exception? cause) => new(
            $"{context.Method.Method}: the JSON {context.Method.Model} answered does not fit {TypeNames.Of(typeInfo)}: {List(violations)} " +
            "RawText holds the answer; another call may get a better one.",
            cause)
            {
                FinishReason = fields.Finish,
                Usage = fields.Usage,
                Text = Encoding.UTF8.GetString(_whole),
                JsonPath = violations[0].Path,
                Violations = violations,
            };

        /// <summary>A path from the answer's root.</summary>
        private string At(string path) => item is { } index ? "$" + ValuePathException.Element(index) + path[1..] : path;
    }

    /// <summary>The first violations as sentences; the rest is counted.</summary>
    private static string List(IReadOnlyList<PromptViolation> violations)
    {
        const int Shown = 5;
        string text = string.Join("; ", violations.Take(Shown)).TrimEnd('.');
        return violations.Count > Shown ? $"{text}; and {violations.Count - Shown} more." : text + ".";
    }

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

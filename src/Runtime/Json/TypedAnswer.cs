using System.Text.Json.Serialization.Metadata;

namespace GeminiGen;

/// <summary>The answer's JSON as a value; anything but a whole and valid one throws.</summary>
/// <param name="typeInfo">How to read the value.</param>
internal readonly struct TypedAnswer<T>(JsonTypeInfo<T> typeInfo) : IAnswer<T>
{
    public T Read(ReadOnlySpan<byte> body, in AnswerContext context)
    {
        using PooledUtf8Buffer json = new();
        AnswerFields fields = new() { Utf8 = json, EndsWithAnswer = true };
        context.Read(body, ref fields);
        if (ValueReader.Read(typeInfo, fields, context, out T? value, out _) == PromptOutcome.Complete)
        {
            return value!;
        }

        // The exception tells the counts as well, which stand after the answer: once more, to the end.
        json.Truncate(0);
        fields = new AnswerFields { Utf8 = json };
        context.Read(body, ref fields);
        ValueReader.Read(typeInfo, fields, context, out _, out GeminiAnswerException? error);
        throw error!;
    }
}

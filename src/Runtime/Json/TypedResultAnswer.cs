using System.Text;
using System.Text.Json.Serialization.Metadata;

namespace GeminiGen;

/// <summary>The answer's JSON as a result with a value.</summary>
/// <param name="typeInfo">How to read the value.</param>
internal readonly struct TypedResultAnswer<T>(JsonTypeInfo<T> typeInfo) : IAnswer<PromptResult<T>>
{
    public PromptResult<T> Read(ReadOnlySpan<byte> body, in AnswerContext context)
    {
        using PooledUtf8Buffer json = new();
        AnswerFields fields = new() { Utf8 = json, WantsDetails = true, Thoughts = context.CreateThoughts() };
        context.Read(body, ref fields);
        PromptOutcome outcome = ValueReader.Read(typeInfo, fields, context, out T? value, out GeminiAnswerException? error);
        string text = error?.Text ?? Encoding.UTF8.GetString(json.WrittenSpan);
        return ResultFactory.Create(outcome, value, error, text, body, fields, context);
    }
}

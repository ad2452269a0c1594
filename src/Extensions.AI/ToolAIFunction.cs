using System.Text.Encodings.Web;
using System.Text.Json;
using Microsoft.Extensions.AI;

namespace GeminiGen;

/// <summary>One of our functions as one of <c>Microsoft.Extensions.AI</c>.</summary>
/// <param name="function">The function.</param>
internal sealed class ToolAIFunction(ToolFunction function) : AIFunction
{
    // Read back at once, and never HTML.
    private static readonly JsonWriterOptions WriterOptions = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public override string Name => function.Name;

    public override string Description => function.Description ?? "";

    public override JsonElement JsonSchema { get; } = function.ParametersSchema;

    public override JsonElement? ReturnJsonSchema => function.ResultSchema;

    protected override async ValueTask<object?> InvokeCoreAsync(AIFunctionArguments arguments, CancellationToken cancellationToken)
        => await function.InvokeAsync(ToJson(arguments), arguments.Services, cancellationToken).ConfigureAwait(false);

    // Chat clients give what they read from JSON; values of other types are those of callers who call it themselves.
    private JsonElement ToJson(AIFunctionArguments arguments)
    {
        using MemoryStream stream = new();
        using (Utf8JsonWriter writer = new(stream, WriterOptions))
        {
            writer.WriteStartObject();
            foreach (KeyValuePair<string, object?> argument in arguments)
            {
                writer.WritePropertyName(argument.Key);
                Write(writer, argument.Value);
            }

            writer.WriteEndObject();
        }

        Utf8JsonReader reader = new(stream.GetBuffer().AsSpan(0, (int)stream.Length));
        return JsonElement.ParseValue(ref reader);
    }

    private void Write(Utf8JsonWriter writer, object? value)
    {
        switch (value)
        {
            case null:
                writer.WriteNullValue();
                break;
            case JsonElement json:
                json.WriteTo(writer);
                break;
            default:
                JsonSerializer.Serialize(writer, value, JsonSerializerOptions.GetTypeInfo(value.GetType()));
                break;
        }
    }
}

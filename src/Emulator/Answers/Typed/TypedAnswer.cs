using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using GeminiGen.Emulator.Answers.Text;

namespace GeminiGen.Emulator.Answers.Typed;

/// <summary>Answers in JSON that is valid for the schema sent, with values taken from the input where they fit.</summary>
internal static class TypedAnswer
{
    private static readonly JsonSerializerOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <param name="schema">The schema.</param>
    /// <param name="input">The prompt.</param>
    /// <param name="asJson">False for a bare enum value (<c>text/x.enum</c>).</param>
    /// <returns>The answer's text.</returns>
    public static string Write(JsonElement schema, PromptInput input, bool asJson)
    {
        // A prompt that is all instruction still has words to draw from.
        InputDocument document = input.Document.IsEmpty ? new InputDocument(input.Instruction) : input.Document;
        SchemaNode node = SchemaNode.Read(schema);
        JsonNode? value = ValueComposer.Compose(node, new FieldName(input.Instruction, node.Description), document, Level.Top()).Value;
        return !asJson && value is JsonValue text && text.TryGetValue(out string? bare) ? bare : Serialize(value);
    }

    /// <summary>JSON without a schema: one member with the answer in text.</summary>
    public static string WriteUntyped(PromptInput input) => Serialize(new JsonObject { ["answer"] = TextAnswer.Write(input) });

    private static string Serialize(JsonNode? value) => value is null ? "null" : value.ToJsonString(Options);
}

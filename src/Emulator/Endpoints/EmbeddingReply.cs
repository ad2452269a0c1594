using System.Text.Json;
using System.Text.Json.Nodes;
using GeminiGen.Emulator.Answers.Embeddings;
using GeminiGen.Emulator.Validation;

namespace GeminiGen.Emulator.Endpoints;

/// <summary>The vector of one request for it, as the API writes it.</summary>
internal static class EmbeddingReply
{
    public static JsonObject Of(JsonElement request)
    {
        float[] vector = TextVector.Of(TextOf(request), request.IntegerField("outputDimensionality") ?? TextVector.FullLength);
        return new JsonObject { ["values"] = new JsonArray([.. vector.Select(number => JsonValue.Create(number))]) };
    }

    /// <summary>The text a vector is wanted of.</summary>
    public static string TextOf(JsonElement request) =>
        string.Join('\n', request.Field("content")!.Value.ItemsField("parts").Select(part => part.TextField("text")).Prepend(request.TextField("title")));
}

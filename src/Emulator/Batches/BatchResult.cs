using System.Text.Json;
using System.Text.Json.Nodes;
using GeminiGen.Emulator.Errors;

namespace GeminiGen.Emulator.Batches;

/// <summary>What became of one request of a batch.</summary>
/// <param name="Item">The request.</param>
/// <param name="Response">The answer; null for an error.</param>
/// <param name="Error">Why there is none.</param>
internal sealed record BatchResult(BatchItem Item, JsonObject? Response, ApiError? Error)
{
    /// <summary>The result as the API writes it, under the caller's label.</summary>
    public JsonObject ToNode(string labelName)
    {
        var node = new JsonObject();
        if (Item.Label is { } label)
        {
            node[labelName] = JsonSerializer.SerializeToNode(label);
        }

        (string name, JsonObject? value) = Error is null ? ("response", Response) : ("error", Error.ToStatus());
        node[name] = value!.DeepClone();
        return node;
    }
}

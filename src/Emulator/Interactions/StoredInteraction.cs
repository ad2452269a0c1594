using System.Text.Json.Nodes;

namespace GeminiGen.Emulator.Interactions;

/// <summary>An interaction that is kept.</summary>
/// <param name="Id">The id.</param>
/// <param name="Reply">What the API tells of it, without its steps.</param>
/// <param name="Input">The steps that were sent.</param>
/// <param name="Output">The steps of the model.</param>
/// <param name="Previous">The one it goes on from.</param>
internal sealed record StoredInteraction(string Id, JsonObject Reply, JsonArray Input, JsonArray Output, StoredInteraction? Previous)
{
    public required DateTimeOffset Created { get; init; }

    /// <summary>Every step since the conversation began, oldest first.</summary>
    public IEnumerable<JsonNode> Timeline => (Previous?.Timeline ?? []).Concat(Input.Concat(Output).Select(step => step!));

    /// <summary>The interaction with its own steps, those that were sent among them.</summary>
    public JsonObject ToNode()
    {
        JsonObject node = Reply.DeepClone().AsObject();
        node["steps"] = new JsonArray([.. Input.Concat(Output).Select(step => step!.DeepClone())]);
        return node;
    }
}

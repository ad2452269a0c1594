using System.Text.Json;
using System.Text.Json.Nodes;
using GeminiGen.Emulator.Models;
using GeminiGen.Emulator.Validation;

namespace GeminiGen.Emulator.Caches;

/// <summary>A stored beginning of prompts.</summary>
/// <param name="Id">The id, without <c>cachedContents/</c>.</param>
/// <param name="Model">The model; the cache is of no use to another, and the same to all its names.</param>
/// <param name="Body">What was sent to create it.</param>
/// <param name="Tokens">How many tokens it holds.</param>
/// <param name="Created">When.</param>
internal sealed record CachedContent(string Id, EmulatedModel Model, JsonElement Body, int Tokens, DateTimeOffset Created)
{
    /// <summary>What a request may not set again where the cache is used.</summary>
    public static readonly string[] OwnFields = ["systemInstruction", "tools", "toolConfig"];

    public DateTimeOffset Updated { get; init; } = Created;

    public required DateTimeOffset Expires { get; init; }

    /// <summary>A request as the model sees it: the cache's contents before its own, and what only the cache may set.</summary>
    public JsonElement Merge(JsonElement request)
    {
        var merged = new JsonObject();
        foreach (JsonProperty member in request.EnumerateObject())
        {
            if (member.Name != "contents")
            {
                merged[member.Name] = JsonSerializer.SerializeToNode(member.Value);
            }
        }

        merged["contents"] = new JsonArray([.. Body.ItemsField("contents").Concat(request.ItemsField("contents")).Select(turn => JsonSerializer.SerializeToNode(turn))]);
        foreach (string name in OwnFields)
        {
            if (Body.Field(name) is { } value)
            {
                merged[name] = JsonSerializer.SerializeToNode(value);
            }
        }

        return JsonSerializer.SerializeToElement(merged);
    }

    /// <summary>What the API tells of it: never the contents.</summary>
    public JsonObject ToNode() => new()
    {
        ["name"] = "cachedContents/" + Id,
        ["model"] = "models/" + Model.Id,
        ["displayName"] = Body.TextField("displayName") ?? "",
        ["createTime"] = WireValue.Text(Created),
        ["updateTime"] = WireValue.Text(Updated),
        ["expireTime"] = WireValue.Text(Expires),
        ["usageMetadata"] = new JsonObject { ["totalTokenCount"] = Tokens },
    };
}

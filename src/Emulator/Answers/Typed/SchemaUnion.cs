using System.Text.Json;
using System.Text.Json.Nodes;

namespace GeminiGen.Emulator.Answers.Typed;

/// <summary>An option of a schema together with what stands around it: both must hold.</summary>
internal static class SchemaUnion
{
    /// <summary>What says nothing of the value itself.</summary>
    private static readonly string[] NotShared = ["anyOf", "oneOf", "title", "description", "default", "example", "examples", "nullable", "$defs", "$id", "$schema"];

    public static JsonElement Of(JsonElement schema, JsonElement option)
    {
        JsonProperty[] shared = [.. schema.EnumerateObject().Where(member => !NotShared.Contains(member.Name))];
        if (shared.Length == 0 || option.ValueKind != JsonValueKind.Object || option.TryGetProperty("$ref", out _))
        {
            return option;
        }

        var union = new JsonObject(shared.Select(member => KeyValuePair.Create(member.Name, JsonSerializer.SerializeToNode(member.Value))));
        foreach (JsonProperty member in option.EnumerateObject())
        {
            union[member.Name] = Join(union[member.Name], JsonSerializer.SerializeToNode(member.Value), member.Name);
        }

        return JsonSerializer.SerializeToElement(union);
    }

    // Of everything else the option knows better.
    private static JsonNode? Join(JsonNode? outer, JsonNode? inner, string name) => (name, outer, inner) switch
    {
        ("required", JsonArray first, JsonArray second) => new JsonArray([.. first.Concat(second).Select(item => item?.DeepClone())]),
        ("properties", JsonObject first, JsonObject second) => new JsonObject(
            first.Where(member => !second.ContainsKey(member.Key)).Concat(second).Select(member => KeyValuePair.Create(member.Key, member.Value?.DeepClone()))),
        _ => inner,
    };
}

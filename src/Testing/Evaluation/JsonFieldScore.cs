using System.Text.Json.Nodes;

namespace GeminiGen.Testing;

/// <summary>Compares members of JSON.</summary>
internal static class JsonFieldScore
{
    internal static EvalScore Compare(string answer, string expected, string[] fields)
    {
        JsonNode? wanted = JsonNode.Parse(expected);
        JsonNode? given = CanonicalJson.TryParse(answer);
        string[] paths = fields.Length > 0 ? fields : wanted is JsonObject members ? [.. members.Select(static member => member.Key)] : [""];
        string[] wrong = [.. paths.Where(path => !JsonNode.DeepEquals(Find(given, path), Find(wanted, path)))];
        return new EvalScore(
            paths.Length == 0 ? 1 : 1 - ((double)wrong.Length / paths.Length),
            wrong.Length == 0,
            wrong.Length == 0 ? null : string.Join("; ", wrong.Select(path => $"{path}: {Find(given, path)?.ToJsonString() ?? "null"} is not {Find(wanted, path)?.ToJsonString() ?? "null"}")));
    }

    private static JsonNode? Find(JsonNode? node, string path)
    {
        foreach (string name in path.Split('.', StringSplitOptions.RemoveEmptyEntries))
        {
            node = node is JsonArray list && int.TryParse(name, out int index) ? (index >= 0 && index < list.Count ? list[index] : null) : (node as JsonObject)?[name];
        }

        return node;
    }
}

using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace GeminiGen.Cli;

/// <summary>Writes JSON for reviews: indented, with <c>\n</c> on every machine, no more escapes than JSON asks for.</summary>
internal static class LockJson
{
    private static readonly JsonSerializerOptions Options = new() { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Writes a value.</summary>
    public static string Write(JsonNode value) => value.ToJsonString(Options).ReplaceLineEndings("\n");

    /// <summary>A copy of an object with a member more, which stands first.</summary>
    public static JsonObject Prepend(string name, JsonNode? value, JsonObject members)
    {
        JsonObject all = new() { [name] = value };
        foreach ((string member, JsonNode? content) in members)
        {
            all.Add(member, content?.DeepClone());
        }

        return all;
    }
}

using GeminiGen.Shared.Json;
using GeminiGen.Shared.Locks;

namespace GeminiGen.Analyzers.Locks;

/// <summary>Reads <c>geminigen.lock.json</c>.</summary>
internal static class RecordedRows
{
    /// <summary>The version of a file.</summary>
    /// <exception cref="JsonSyntaxException">It has none.</exception>
    public static int ReadVersion(JsonValue file) => Find(file, "version").GetInt32();

    /// <summary>The rows of a file.</summary>
    /// <exception cref="JsonSyntaxException">It is no prompt lock.</exception>
    public static List<LockRow> Read(JsonValue file)
    {
        List<LockRow> rows = [];
        foreach (JsonValue contract in FindArray(file, "contracts"))
        {
            string name = Find(contract, LockNames.Contract).GetString();
            rows.AddRange(FindArray(contract, "methods").Select(method => new LockRow(name, Find(method, LockNames.Method).GetString(), method)));
        }

        return rows;
    }

    private static JsonValue Find(JsonValue parent, string name) => parent.Find(name) ?? throw parent.Expected($"an object with '{name}'");

    private static IReadOnlyList<JsonValue> FindArray(JsonValue parent, string name) => Find(parent, name) is { Kind: JsonKind.Array } array ? array.Items : throw parent.Expected($"an object with a list '{name}'");
}

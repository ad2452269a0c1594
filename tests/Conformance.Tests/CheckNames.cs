using System.Text.Json;

namespace GeminiGen.Conformance.Tests;

/// <summary>What every client is asked for, in the order of the page: the list that the programs in npm read too.</summary>
internal static class CheckNames
{
    /// <summary>The names.</summary>
    public static IReadOnlyList<string> All { get; } = JsonSerializer.Deserialize<string[]>(File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "npm", "names.json")))!;
}

using System.Text.Json.Nodes;

namespace GeminiGen.Cli;

/// <summary>A project as the compiler saw it.</summary>
/// <param name="Path">Its full path.</param>
/// <param name="Framework">The framework it was compiled for.</param>
/// <param name="Methods">What the generator tells of each method.</param>
internal sealed record CompiledProject(string Path, string Framework, IReadOnlyList<JsonObject> Methods);

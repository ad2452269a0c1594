namespace GeminiGen.Shared.Json;

/// <summary>One member of a JSON object.</summary>
/// <param name="Name">Its name, unescaped.</param>
/// <param name="Position">Where its name begins.</param>
/// <param name="Value">Its value.</param>
internal sealed record JsonMember(string Name, JsonPosition Position, JsonValue Value);

using System.Text.Json.Nodes;

namespace GeminiGen.Emulator.Answers.Typed;

/// <summary>A value for a member.</summary>
/// <param name="Value">The value, valid for its schema; null only where null is.</param>
/// <param name="FromInput">Whether it comes from the input, not from what the schema allows at least.</param>
internal readonly record struct Finding(JsonNode? Value, bool FromInput)
{
    public static Finding Found(JsonNode? value) => new(value, FromInput: true);

    public static Finding MadeUp(JsonNode? value) => new(value, FromInput: false);
}

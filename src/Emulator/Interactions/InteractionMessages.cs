using GeminiGen.Emulator.Validation;

namespace GeminiGen.Emulator.Interactions;

/// <summary>The request side of the Interactions API, as data: fields as <c>googleapis/js-genai</c> has them (src/gaos/models/interactions).</summary>
internal static class InteractionMessages
{
    private static readonly WireMessage GenerationConfig = new(
        Number("temperature"), Number("topP"), Integer("seed"), Many("stopSequences"), Integer("maxOutputTokens"), Choice("thinkingLevel", "minimal", "low", "medium", "high"),
        Choice("thinkingSummaries", "auto", "none"), Any("toolChoice"), Any("speechConfig"), Any("imageConfig"), Any("videoConfig"), Any("transcriptionConfig"));

    /// <summary>The body that creates an interaction. Input, tools and formats have many shapes, which are looked at where they are read.</summary>
    public static readonly WireMessage CreateRequest = new(
        Text("model"), Any("input"), Text("systemInstruction"), Any("tools"), Flag("stream"), Flag("store"), Flag("background"), Text("previousInteractionId"),
        new WireField("generationConfig", WireKind.Message, message: () => GenerationConfig), Any("responseFormat"), Text("responseMimeType"), Many("responseModalities"),
        Text("serviceTier"), Text("cachedContent"), Any("safetySettings"), Any("labels"), Any("webhookConfig"), Any("environment"), Text("agent"), Any("agentConfig"));

    private static WireField Text(string name) => new(name, WireKind.Text);

    private static WireField Many(string name) => new(name, WireKind.Text, repeated: true);

    private static WireField Flag(string name) => new(name, WireKind.Flag);

    private static WireField Integer(string name) => new(name, WireKind.Integer);

    private static WireField Number(string name) => new(name, WireKind.Number);

    private static WireField Any(string name) => new(name, WireKind.Any);

    private static WireField Choice(string name, params string[] choices) => new(name, WireKind.Choice, typeName: name, choices: choices);
}

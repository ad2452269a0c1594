using GeminiGen.Emulator.Validation;

namespace GeminiGen.Emulator.OpenAI;

/// <summary>The messages of the OpenAI-compatible endpoint's request side, as data: what OpenAI documents, and Google's own additions.</summary>
internal static class OpenAIMessages
{
    private static readonly WireMessage Function = new(Text("name"), Text("arguments"));

    private static readonly WireMessage ToolCall = new(
        Text("id"), Text("type"), Integer("index"), One("function", () => Function), Any("extraContent"));

    private static readonly WireMessage Message = new(
        Choice("role", "system", "developer", "user", "assistant", "tool"), Any("content"), Text("name"), Many("toolCalls", () => ToolCall), Text("toolCallId"),
        Text("refusal"), Any("annotations"), Any("audio"), Any("functionCall"), Any("extraContent"), Text("reasoningContent"));

    private static readonly WireMessage FunctionDeclaration = new(Text("name"), Text("description"), Any("parameters"), Flag("strict"));

    private static readonly WireMessage Tool = new(Choice("type", "function"), One("function", () => FunctionDeclaration));

    private static readonly WireMessage JsonSchema = new(Text("name"), Text("description"), Any("schema"), Flag("strict"));

    private static readonly WireMessage ResponseFormat = new(Choice("type", "text", "json_object", "json_schema"), One("jsonSchema", () => JsonSchema));

    private static readonly WireMessage StreamOptions = new(Flag("includeUsage"), Flag("includeObfuscation"));

    private static readonly WireMessage GoogleThinking = new(
        Flag("includeThoughts"), Integer("thinkingBudget"), Text("thinkingLevel"));

    private static readonly WireMessage Google = new(
        One("thinkingConfig", () => GoogleThinking), Text("cachedContent"), Text("thoughtTagMarker"), Any("safetySettings"), Any("mediaResolution"));

    private static readonly WireMessage ExtraBody = new(One("google", () => Google));

    /// <summary>The body of <c>chat/completions</c>.</summary>
    public static readonly WireMessage ChatRequest = new(
        Text("model"), Many("messages", () => Message), Integer("maxTokens"), Integer("maxCompletionTokens"), Number("temperature"), Number("topP"), Integer("n"),
        Any("stop"), Number("presencePenalty"), Number("frequencyPenalty"), Integer("seed"), Flag("stream"), One("streamOptions", () => StreamOptions),
        Many("tools", () => Tool), Any("toolChoice"), Flag("parallelToolCalls"), One("responseFormat", () => ResponseFormat),
        Choice("reasoningEffort", "none", "minimal", "low", "medium", "high", "xhigh"), Text("serviceTier"), One("extraBody", () => ExtraBody), Text("user"), Any("metadata"),
        Flag("store"), Flag("logprobs"), Integer("topLogprobs"), Any("logitBias"), Any("modalities"), Any("audio"), Any("prediction"), Text("verbosity"),
        Text("promptCacheKey"), Text("safetyIdentifier"));

    /// <summary>The body of <c>embeddings</c>.</summary>
    public static readonly WireMessage EmbeddingsRequest = new(
        Text("model"), Any("input"), Integer("dimensions"), Choice("encodingFormat", "float", "base64"), Text("user"));

    private static WireField Text(string name) => new(name, WireKind.Text);

    private static WireField Flag(string name) => new(name, WireKind.Flag);

    private static WireField Integer(string name) => new(name, WireKind.Integer);

    private static WireField Number(string name) => new(name, WireKind.Number);

    private static WireField Any(string name) => new(name, WireKind.Any);

    private static WireField One(string name, Func<WireMessage> message) => new(name, WireKind.Message, message: message);

    private static WireField Many(string name, Func<WireMessage> message) => new(name, WireKind.Message, repeated: true, message: message);

    private static WireField Choice(string name, params string[] choices) => new(name, WireKind.Choice, typeName: name, choices: choices);
}

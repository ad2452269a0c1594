namespace GeminiGen.Emulator.Validation;

/// <summary>The messages of the API's request side (v1beta), as data.</summary>
internal static class WireMessages
{
    /// <summary>The data fields of a part; a part holds exactly one.</summary>
    public static readonly string[] PartData =
    [
        "text", "inlineData", "fileData", "functionCall", "functionResponse", "executableCode", "codeExecutionResult", "toolCall", "toolResponse",
    ];

    private static readonly WireMessage Blob = new(Text("mimeType"), Bytes("data"), Text("displayName"));

    private static readonly WireMessage FileData = new(Text("mimeType"), Text("fileUri"), Text("displayName"));

    private static readonly WireMessage FunctionCall = new(Text("id"), Text("name"), Object("args"));

    private static readonly WireMessage FunctionResponse = new(
        Text("id"), Text("name"), Object("response"), Any("parts"), Flag("willContinue"),
        Choice("scheduling", "FunctionResponse.Scheduling", "SCHEDULING_UNSPECIFIED", "SILENT", "WHEN_IDLE", "INTERRUPT"));

    private static readonly WireMessage ExecutableCode = new(Text("id"), Choice("language", "ExecutableCode.Language", "LANGUAGE_UNSPECIFIED", "PYTHON"), Text("code"));

    private static readonly WireMessage CodeExecutionResult = new(
        Text("id"), Choice("outcome", "CodeExecutionResult.Outcome", "OUTCOME_UNSPECIFIED", "OUTCOME_OK", "OUTCOME_FAILED", "OUTCOME_DEADLINE_EXCEEDED"), Text("output"));

    private static readonly WireMessage VideoMetadata = new(Text("startOffset"), Text("endOffset"), Number("fps"));

    private static readonly WireMessage Part = new(
        Text("text"), One("inlineData", () => Blob), One("fileData", () => FileData), One("functionCall", () => FunctionCall),
        One("functionResponse", () => FunctionResponse), One("executableCode", () => ExecutableCode),
        One("codeExecutionResult", () => CodeExecutionResult), Object("toolCall"), Object("toolResponse"),
        Flag("thought"), Bytes("thoughtSignature"), One("videoMetadata", () => VideoMetadata), Object("mediaResolution"), Object("partMetadata"));

    private static readonly WireMessage Content = new(Text("role"), Many("parts", () => Part));

    private static readonly WireMessage Schema = new(
        Choice("type", "Type", "TYPE_UNSPECIFIED", "STRING", "NUMBER", "INTEGER", "BOOLEAN", "ARRAY", "OBJECT", "NULL"),
        Text("format"), Text("title"), Text("description"), Flag("nullable"), Texts("enum"), One("items", () => Schema!),
        Integer("minItems"), Integer("maxItems"), new WireField("properties", WireKind.Map, message: () => Schema!), Texts("required"),
        Integer("minProperties"), Integer("maxProperties"), Integer("minLength"), Integer("maxLength"), Text("pattern"), Any("example"),
        Many("anyOf", () => Schema!), Texts("propertyOrdering"), Any("default"), Number("minimum"), Number("maximum"));

    private static readonly WireMessage ThinkingConfig = new(
        Flag("includeThoughts"), Integer("thinkingBudget"),
        Choice("thinkingLevel", "ThinkingConfig.ThinkingLevel", "THINKING_LEVEL_UNSPECIFIED", "MINIMAL", "LOW", "MEDIUM", "HIGH"));

    private static readonly WireMessage TextFormat = new(Choice("mimeType", "TextResponseFormat.MimeType", "APPLICATION_JSON", "TEXT_PLAIN"), Any("schema"));

    private static readonly WireMessage ResponseFormat = new(One("text", () => TextFormat));

    private static readonly WireMessage ImageConfig = new(Text("aspectRatio"), Text("imageSize"));

    private static readonly WireMessage GenerationConfig = new(
        Integer("candidateCount"), Texts("stopSequences"), Integer("maxOutputTokens"), Number("temperature"), Number("topP"), Number("topK"),
        Integer("seed"), Number("presencePenalty"), Number("frequencyPenalty"), Text("responseMimeType"), One("responseSchema", () => Schema),
        Any("responseJsonSchema"), One("responseFormat", () => ResponseFormat), Choices("responseModalities", "GenerationConfig.Modality", "MODALITY_UNSPECIFIED", "TEXT", "IMAGE", "AUDIO"), Flag("responseLogprobs"),
        Integer("logprobs"), Object("speechConfig"), One("imageConfig", () => ImageConfig),
        Choice("mediaResolution", "GenerationConfig.MediaResolution", "MEDIA_RESOLUTION_UNSPECIFIED", "MEDIA_RESOLUTION_LOW", "MEDIA_RESOLUTION_MEDIUM", "MEDIA_RESOLUTION_HIGH"),
        One("thinkingConfig", () => ThinkingConfig));

    private static readonly WireMessage SafetySetting = new(
        Choice("category", "HarmCategory", "HARM_CATEGORY_UNSPECIFIED", "HARM_CATEGORY_HARASSMENT", "HARM_CATEGORY_HATE_SPEECH", "HARM_CATEGORY_SEXUALLY_EXPLICIT", "HARM_CATEGORY_DANGEROUS_CONTENT", "HARM_CATEGORY_CIVIC_INTEGRITY"),
        Choice("threshold", "SafetySetting.HarmBlockThreshold", "HARM_BLOCK_THRESHOLD_UNSPECIFIED", "BLOCK_LOW_AND_ABOVE", "BLOCK_MEDIUM_AND_ABOVE", "BLOCK_ONLY_HIGH", "BLOCK_NONE", "OFF"));

    private static readonly WireMessage FunctionDeclaration = new(
        Text("name"), Text("description"), One("parameters", () => Schema), Any("parametersJsonSchema"), One("response", () => Schema),
        Any("responseJsonSchema"), Choice("behavior", "FunctionDeclaration.Behavior", "UNSPECIFIED", "BLOCKING", "NON_BLOCKING"));

    private static readonly WireMessage Tool = new(
        Many("functionDeclarations", () => FunctionDeclaration), Object("googleSearch"), Object("googleSearchRetrieval"), Object("codeExecution"),
        Object("urlContext"), Object("googleMaps"), Object("fileSearch"), Object("computerUse"));

    private static readonly WireMessage FunctionCallingConfig = new(
        Choice("mode", "FunctionCallingConfig.Mode", "MODE_UNSPECIFIED", "AUTO", "ANY", "NONE", "VALIDATED"), Texts("allowedFunctionNames"));

    private static readonly WireMessage ToolConfig = new(
        One("functionCallingConfig", () => FunctionCallingConfig), Object("retrievalConfig"), Flag("includeServerSideToolInvocations"));

    private static readonly WireField[] GenerateFields =
    [
        Text("model"), Many("contents", () => Content), One("systemInstruction", () => Content), One("generationConfig", () => GenerationConfig),
        Many("safetySettings", () => SafetySetting), Many("tools", () => Tool), One("toolConfig", () => ToolConfig), Text("cachedContent"),
        Choice("serviceTier", "ServiceTier", "SERVICE_TIER_UNSPECIFIED", "STANDARD", "FLEX", "PRIORITY"), Flag("store"), Text("continuationToken"),
    ];

    /// <summary>The body of generateContent and streamGenerateContent.</summary>
    public static readonly WireMessage GenerateContentRequest = new(GenerateFields);

    /// <summary>The same on Google Cloud, with the fields only it has.</summary>
    public static readonly WireMessage CloudGenerateContentRequest = new([.. GenerateFields, Object("labels"), Object("modelArmorConfig")]);

    /// <summary>The body of countTokens on Google Cloud.</summary>
    public static readonly WireMessage CloudCountTokensRequest = new(
        Text("model"), Any("instances"), Many("contents", () => Content), One("systemInstruction", () => Content), Many("tools", () => Tool),
        One("generationConfig", () => GenerationConfig));

    /// <summary>The body that creates or changes a cache. What only the API sets is passed over, so that a cache can be sent back as it came.</summary>
    public static readonly WireMessage CachedContent = new(
        Text("name"), Text("model"), Text("displayName"), Many("contents", () => Content), One("systemInstruction", () => Content),
        Many("tools", () => Tool), One("toolConfig", () => ToolConfig), Duration("ttl"), Time("expireTime"),
        Time("createTime"), Time("updateTime"), Any("usageMetadata"));

    private static readonly WireMessage FileToCreate = new(Text("name"), Text("displayName"), Text("mimeType"), Text("sizeBytes"));

    /// <summary>The body that starts an upload.</summary>
    public static readonly WireMessage CreateFileRequest = new(One("file", () => FileToCreate));

    /// <summary>The body of countTokens.</summary>
    public static readonly WireMessage CountTokensRequest = new(
        Text("model"), Many("contents", () => Content), One("generateContentRequest", () => GenerateContentRequest));

    /// <summary>The body of embedContent.</summary>
    public static readonly WireMessage EmbedContentRequest = new(
        Text("model"), One("content", () => Content),
        Choice("taskType", "TaskType", "TASK_TYPE_UNSPECIFIED", "RETRIEVAL_QUERY", "RETRIEVAL_DOCUMENT", "SEMANTIC_SIMILARITY", "CLASSIFICATION", "CLUSTERING", "QUESTION_ANSWERING", "FACT_VERIFICATION", "CODE_RETRIEVAL_QUERY"),
        Text("title"), Integer("outputDimensionality"));

    /// <summary>The body of batchEmbedContents.</summary>
    public static readonly WireMessage BatchEmbedContentsRequest = new(Many("requests", () => EmbedContentRequest));

    private static readonly WireMessage BatchRequest = new(Any("request"), Any("metadata"));

    private static readonly WireMessage BatchRequests = new(Many("requests", () => BatchRequest));

    private static readonly WireMessage BatchInput = new(One("requests", () => BatchRequests), Text("fileName"));

    private static readonly WireMessage Batch = new(
        Text("name"), Text("model"), Text("displayName"), One("inputConfig", () => BatchInput), Integer("priority"), Any("webhookConfig"));

    /// <summary>The body of batchGenerateContent and asyncBatchEmbedContent; the requests in it are messages of their own.</summary>
    public static readonly WireMessage CreateBatchRequest = new(One("batch", () => Batch));

    private static WireField Text(string name) => new(name, WireKind.Text);

    private static WireField Texts(string name) => new(name, WireKind.Text, repeated: true);

    private static WireField Bytes(string name) => new(name, WireKind.Bytes);

    private static WireField Flag(string name) => new(name, WireKind.Flag);

    private static WireField Integer(string name) => new(name, WireKind.Integer);

    private static WireField Number(string name) => new(name, WireKind.Number);

    private static WireField Duration(string name) => new(name, WireKind.Duration);

    private static WireField Time(string name) => new(name, WireKind.Time);

    private static WireField Object(string name) => new(name, WireKind.Object);

    private static WireField Any(string name) => new(name, WireKind.Any);

    private static WireField One(string name, Func<WireMessage> message) => new(name, WireKind.Message, message: message);

    private static WireField Many(string name, Func<WireMessage> message) => new(name, WireKind.Message, repeated: true, message: message);

    private static WireField Choice(string name, string typeName, params string[] choices) =>
        new(name, WireKind.Choice, typeName: typeName, choices: choices) { IgnoresCase = true };

    private static WireField Choices(string name, string typeName, params string[] choices) =>
        new(name, WireKind.Choice, repeated: true, typeName: typeName, choices: choices) { IgnoresCase = true };
}

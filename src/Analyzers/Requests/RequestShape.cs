namespace GeminiGen.Analyzers.Requests;

/// <summary>
/// The fields of a request to <c>generateContent</c>, and the values of its enums, as the API takes them. An object that is not listed is open: its fields are not checked. A new
/// field of the API is never reported: only names close to a known one are, and names that other APIs use in its place.
/// </summary>
internal static class RequestShape
{
    /// <summary>The outermost object.</summary>
    public const string Request = "request";

    // Field, then the object or the enum (by a capital letter) that its value is of.
    private static readonly Dictionary<string, Dictionary<string, string>> Objects = new(StringComparer.Ordinal)
    {
        [Request] = Fields("contents:content systemInstruction:content generationConfig:generationConfig safetySettings:safetySetting tools:tool toolConfig:toolConfig cachedContent serviceTier store labels modelArmorConfig continuationToken model"),
        ["content"] = Fields("role:Role parts:part"),
        ["part"] = Fields("text inlineData:blob fileData:fileData functionCall:functionCall functionResponse:functionResponse executableCode codeExecutionResult toolCall toolResponse thought thoughtSignature videoMetadata:videoMetadata mediaResolution partMetadata"),
        ["blob"] = Fields("mimeType data displayName"),
        ["fileData"] = Fields("mimeType fileUri displayName"),
        ["functionCall"] = Fields("id name args partialArgs willContinue"),
        ["functionResponse"] = Fields("id name response parts willContinue scheduling"),
        ["videoMetadata"] = Fields("startOffset endOffset fps"),
        ["generationConfig"] = Fields("candidateCount stopSequences maxOutputTokens temperature topP topK seed presencePenalty frequencyPenalty responseMimeType:Mime responseSchema responseJsonSchema responseFormat responseModalities responseLogprobs logprobs speechConfig imageConfig mediaResolution:Resolution thinkingConfig:thinkingConfig enableEnhancedCivicAnswers enableAffectiveDialog routingConfig audioTimestamp modelConfig modelSelectionConfig continuationToken"),
        ["thinkingConfig"] = Fields("includeThoughts thinkingBudget thinkingLevel:Level"),
        ["safetySetting"] = Fields("category:Category threshold:Threshold method"),
        ["tool"] = Fields("functionDeclarations:functionDeclaration googleSearch googleSearchRetrieval codeExecution urlContext googleMaps fileSearch computerUse retrieval enterpriseWebSearch mcpServers"),
        ["functionDeclaration"] = Fields("name description parameters parametersJsonSchema response responseJsonSchema behavior"),
        ["toolConfig"] = Fields("functionCallingConfig:functionCallingConfig retrievalConfig includeServerSideToolInvocations"),
        ["functionCallingConfig"] = Fields("mode:Mode allowedFunctionNames streamFunctionCallArguments"),
    };

    private static readonly Dictionary<string, string[]> Enums = new(StringComparer.Ordinal)
    {
        ["Role"] = ["user", "model", "function"],
        ["Mime"] = ["application/json", "text/plain", "text/x.enum"],
        ["Resolution"] = ["MEDIA_RESOLUTION_UNSPECIFIED", "MEDIA_RESOLUTION_LOW", "MEDIA_RESOLUTION_MEDIUM", "MEDIA_RESOLUTION_HIGH"],
        ["Level"] = ["MINIMAL", "LOW", "MEDIUM", "HIGH", "THINKING_LEVEL_UNSPECIFIED"],
        ["Category"] = ["HARM_CATEGORY_HARASSMENT", "HARM_CATEGORY_HATE_SPEECH", "HARM_CATEGORY_SEXUALLY_EXPLICIT", "HARM_CATEGORY_DANGEROUS_CONTENT", "HARM_CATEGORY_CIVIC_INTEGRITY", "HARM_CATEGORY_UNSPECIFIED"],
        ["Threshold"] = ["BLOCK_LOW_AND_ABOVE", "BLOCK_MEDIUM_AND_ABOVE", "BLOCK_ONLY_HIGH", "BLOCK_NONE", "OFF", "HARM_BLOCK_THRESHOLD_UNSPECIFIED"],
        ["Mode"] = ["AUTO", "ANY", "NONE", "VALIDATED", "MODE_UNSPECIFIED"],
    };

    // What people write in place of a name: other APIs' words, and older ones.
    private static readonly Dictionary<string, string> Slips = new(StringComparer.OrdinalIgnoreCase)
    {
        ["request.messages"] = "contents",
        ["request.prompt"] = "contents",
        ["request.content"] = "contents",
        ["request.input"] = "contents",
        ["request.history"] = "contents",
        ["request.system"] = "systemInstruction",
        ["request.systemPrompt"] = "systemInstruction",
        ["request.systemMessage"] = "systemInstruction",
        ["request.instructions"] = "systemInstruction",
        ["request.config"] = "generationConfig",
        ["request.generateConfig"] = "generationConfig",
        ["request.generationSettings"] = "generationConfig",
        ["request.parameters"] = "generationConfig",
        ["request.safety"] = "safetySettings",
        ["request.functions"] = "tools",
        ["content.content"] = "parts",
        ["content.text"] = "parts",
        ["content.author"] = "role",
        ["part.inline"] = "inlineData",
        ["part.image"] = "inlineData",
        ["part.blob"] = "inlineData",
        ["part.file"] = "fileData",
        ["blob.mime"] = "mimeType",
        ["blob.mediaType"] = "mimeType",
        ["blob.contentType"] = "mimeType",
        ["blob.type"] = "mimeType",
        ["blob.base64"] = "data",
        ["blob.bytes"] = "data",
        ["blob.content"] = "data",
        ["fileData.uri"] = "fileUri",
        ["fileData.url"] = "fileUri",
        ["fileData.mime"] = "mimeType",
        ["fileData.fileUrl"] = "fileUri",
        ["generationConfig.maxTokens"] = "maxOutputTokens",
        ["generationConfig.maxLength"] = "maxOutputTokens",
        ["generationConfig.maxCompletionTokens"] = "maxOutputTokens",
        ["generationConfig.maxNewTokens"] = "maxOutputTokens",
        ["generationConfig.stop"] = "stopSequences",
        ["generationConfig.n"] = "candidateCount",
        ["generationConfig.mimeType"] = "responseMimeType",
        ["generationConfig.responseType"] = "responseMimeType",
        ["generationConfig.schema"] = "responseSchema",
        ["generationConfig.jsonSchema"] = "responseJsonSchema",
        ["generationConfig.thinking"] = "thinkingConfig",
        ["thinkingConfig.budget"] = "thinkingBudget",
        ["thinkingConfig.level"] = "thinkingLevel",
        ["thinkingConfig.budgetTokens"] = "thinkingBudget",
        ["safetySetting.level"] = "threshold",
        ["tool.functions"] = "functionDeclarations",
        ["tool.function"] = "functionDeclarations",
        ["tool.webSearch"] = "googleSearch",
        ["functionCall.arguments"] = "args",
        ["functionCall.parameters"] = "args",
        ["functionResponse.result"] = "response",
        ["functionResponse.content"] = "response",
        ["functionDeclaration.args"] = "parameters",
        ["functionDeclaration.inputSchema"] = "parameters",
        ["Role.assistant"] = "model",
        ["Role.bot"] = "model",
        ["Role.ai"] = "model",
        ["Role.human"] = "user",
        ["Mime.json"] = "application/json",
        ["Mime.text/json"] = "application/json",
        ["Mime.text"] = "text/plain",
        ["Category.HARM_CATEGORY_DANGEROUS"] = "HARM_CATEGORY_DANGEROUS_CONTENT",
        ["Category.HARM_CATEGORY_SEXUAL"] = "HARM_CATEGORY_SEXUALLY_EXPLICIT",
        ["Category.HARM_CATEGORY_HATE"] = "HARM_CATEGORY_HATE_SPEECH",
        ["Category.HARM_CATEGORY_TOXICITY"] = "HARM_CATEGORY_HARASSMENT",
        ["Category.HARM_CATEGORY_DEROGATORY"] = "HARM_CATEGORY_HATE_SPEECH",
        ["Category.HARM_CATEGORY_VIOLENCE"] = "HARM_CATEGORY_DANGEROUS_CONTENT",
        ["Threshold.BLOCK_HIGH"] = "BLOCK_ONLY_HIGH",
        ["Threshold.BLOCK_HIGH_ONLY"] = "BLOCK_ONLY_HIGH",
        ["Threshold.BLOCK_HIGH_AND_ABOVE"] = "BLOCK_ONLY_HIGH",
        ["Threshold.BLOCK_LOW"] = "BLOCK_LOW_AND_ABOVE",
        ["Threshold.BLOCK_ALL"] = "BLOCK_LOW_AND_ABOVE",
        ["Threshold.BLOCK_MOST"] = "BLOCK_LOW_AND_ABOVE",
        ["Threshold.BLOCK_MEDIUM"] = "BLOCK_MEDIUM_AND_ABOVE",
        ["Threshold.BLOCK_SOME"] = "BLOCK_MEDIUM_AND_ABOVE",
        ["Threshold.BLOCK_FEW"] = "BLOCK_ONLY_HIGH",
        ["Threshold.NONE"] = "BLOCK_NONE",
        ["Threshold.BLOCK_OFF"] = "OFF",
        ["Mode.REQUIRED"] = "ANY",
    };

    // The API takes these in small letters too.
    private static readonly HashSet<string> AnyCase = new(StringComparer.Ordinal) { "Mode", "Level", "Resolution" };

    /// <summary>The object or enum a field's value is of; null for a field that is not known, empty for a value that is not checked.</summary>
    public static string? ValueOf(string owner, string field) => FieldOf(owner, field) is { } known ? Objects[owner][known] : null;

    /// <summary>The field of a known object that a name is, in whatever form; null when it is none of them.</summary>
    public static string? FieldOf(string owner, string name) => Objects[owner].Keys.FirstOrDefault(field => Answers.WireName.Is(name, field));

    /// <summary>True for an object whose fields are known.</summary>
    public static bool IsObject(string kind) => Objects.ContainsKey(kind);

    /// <summary>True for a name that the API takes as this field: in camel case, or in snake case.</summary>
    public static bool IsWritten(string name, string field) => name == field || name == Snake(field);

    /// <summary>The field that a name was meant to be; null when none is near.</summary>
    public static string? NearestField(string owner, string name)
        => Slips.TryGetValue(owner + "." + name.Replace("_", ""), out string? meant) ? meant
            : NearestName.Find(name.Replace("_", ""), Objects[owner].Keys) is { } near && NearestName.Distance(name.Replace("_", ""), near) <= MostSlips(name) ? near
            : null;

    /// <summary>The value of an enum that a text was meant to be; null when it is one, or none is near.</summary>
    public static string? NearestValue(string kind, string text)
    {
        if (!Enums.TryGetValue(kind, out string[]? known) || known.Contains(text, AnyCase.Contains(kind) ? StringComparer.OrdinalIgnoreCase : StringComparer.Ordinal))
        {
            return null;
        }

        if (Slips.TryGetValue(kind + "." + text, out string? meant))
        {
            return meant;
        }

        return known.FirstOrDefault(value => string.Equals(value, text, StringComparison.OrdinalIgnoreCase))
            ?? known.FirstOrDefault(value => text.Length > 6 && value.EndsWith("_" + text, StringComparison.OrdinalIgnoreCase))
            ?? (NearestName.Find(text, known) is { } near && NearestName.Distance(text, near) <= MostSlips(text) ? near : null);
    }

    // Two letters wrong in a long name, one in a short one, none in one so short that it may be anything.
    private static int MostSlips(string name) => name.Length switch { < 3 => 0, < 9 => 1, _ => 2 };

    private static string Snake(string field) => string.Concat(field.Select(static letter => char.IsUpper(letter) ? "_" + char.ToLowerInvariant(letter) : letter.ToString()));

    private static Dictionary<string, string> Fields(string fields)
    {
        var known = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (string field in fields.Split(' '))
        {
            int colon = field.IndexOf(':');
            known[colon < 0 ? field : field.Substring(0, colon)] = colon < 0 ? "" : field.Substring(colon + 1);
        }

        return known;
    }
}

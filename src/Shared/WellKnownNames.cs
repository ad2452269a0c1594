namespace GeminiGen;

/// <summary>The names of the runtime's types as generator and analyzers know them; neither references the runtime.</summary>
internal static class WellKnownNames
{
    /// <summary>The namespace of attributes, results and the client.</summary>
    public const string Namespace = "GeminiGen";

    /// <summary>The namespace of what only generated code calls.</summary>
    public const string CompilerServicesNamespace = Namespace + ".CompilerServices";

    public const string GeminiPromptsAttribute = "GeminiPromptsAttribute";
    public const string PromptAttribute = "PromptAttribute";
    public const string PromptFileAttribute = "PromptFileAttribute";
    public const string SystemInstructionAttribute = "SystemInstructionAttribute";
    public const string GenerationAttribute = "GenerationAttribute";
    public const string RetryAttribute = "RetryAttribute";
    public const string TimeoutAttribute = "TimeoutAttribute";
    public const string RepairAttribute = "RepairAttribute";
    public const string IncludeAttribute = "IncludeAttribute";
    public const string SnapshotOfAttribute = "SnapshotOfAttribute";
    public const string ToolSetOfAttribute = "ToolSetOfAttribute";
    public const string NotInPromptAttribute = "NotInPromptAttribute";
    public const string ExampleAttribute = "ExampleAttribute";
    public const string UntrustedAttribute = "UntrustedAttribute";
    public const string GoogleSearchAttribute = "GoogleSearchAttribute";
    public const string UrlContextAttribute = "UrlContextAttribute";
    public const string CodeExecutionAttribute = "CodeExecutionAttribute";
    public const string EmbedAttribute = "EmbedAttribute";
    public const string SafetyAttribute = "SafetyAttribute";
    public const string SensitiveAttribute = "SensitiveAttribute";
    public const string ModelAttribute = "ModelAttribute";
    public const string ConversationKeyAttribute = "ConversationKeyAttribute";
    public const string ToolsAttribute = "ToolsAttribute";
    public const string ToolAttribute = "ToolAttribute";
    public const string ToolServiceAttribute = "ToolServiceAttribute";

    /// <summary>Marks an interface as a contract.</summary>
    public const string GeminiPromptsAttributeMetadataName = Namespace + "." + GeminiPromptsAttribute;

    /// <summary>Marks a type as the snapshot of an answer.</summary>
    public const string SnapshotOfAttributeMetadataName = Namespace + "." + SnapshotOfAttribute;
    public const string ToolSetOfAttributeMetadataName = Namespace + "." + ToolSetOfAttribute;

    /// <summary>What generated types name as their author.</summary>
    public const string GeneratorName = "GeminiGen.Generator";

    /// <summary>The type whose presence says that the runtime is referenced.</summary>
    public const string PromptCallsMetadataName = CompilerServicesNamespace + ".PromptCalls";

    /// <summary>The compiler option that tells the folder of the project, from which paths of prompt files count.</summary>
    public const string ProjectFolderOption = "build_property.ProjectDir";

    /// <summary>The compiler option by which <c>geminigen lock</c> asks what contracts say.</summary>
    public const string PromptLockOption = "build_property.GeminiGenPromptLock";

    public const string PromptResult = "PromptResult";
    public const string PromptStream = "PromptStream";
    public const string Conversation = "Conversation";
    public const string Media = "Media";
    public const string PromptOptions = "PromptOptions";
    public const string ThinkingLevel = "ThinkingLevel";
    public const string ToolApproval = "ToolApproval";
    public const string ToolSet = "ToolSet";

    /// <summary>A member of <c>ExampleAttribute</c>; the other one is <see cref="Model"/>.</summary>
    public const string User = "User";

    /// <summary>Members of <c>GeminiPromptsAttribute</c>.</summary>
    public const string Model = "Model";

    /// <inheritdoc cref="Model"/>
    public const string ClassName = "ClassName";

    /// <summary>Members of <c>GenerationAttribute</c>.</summary>
    public const string Temperature = "Temperature";

    /// <inheritdoc cref="Temperature"/>
    public const string TopP = "TopP";

    /// <inheritdoc cref="Temperature"/>
    public const string TopK = "TopK";

    /// <inheritdoc cref="Temperature"/>
    public const string MaxOutputTokens = "MaxOutputTokens";

    /// <inheritdoc cref="Temperature"/>
    public const string StopSequences = "StopSequences";

    /// <inheritdoc cref="Temperature"/>
    public const string Seed = "Seed";

    /// <inheritdoc cref="Temperature"/>
    public const string ThinkingBudget = "ThinkingBudget";

    /// <inheritdoc cref="Temperature"/>
    public const string Thinking = "Thinking";

    /// <summary>Members of <c>EmbedAttribute</c>; a third one is <see cref="Model"/>.</summary>
    public const string TaskType = "TaskType";

    /// <inheritdoc cref="TaskType"/>
    public const string OutputDimensionality = "OutputDimensionality";

    /// <summary>Members of <c>ToolsAttribute</c>.</summary>
    public const string MaxRounds = "MaxRounds";

    /// <inheritdoc cref="MaxRounds"/>
    public const string OnError = "OnError";

    /// <inheritdoc cref="MaxRounds"/>
    public const string RequireApproval = "RequireApproval";

    /// <summary>Members of <c>ToolAttribute</c>.</summary>
    public const string Name = "Name";

    /// <inheritdoc cref="Name"/>
    public const string RequiresApproval = "RequiresApproval";

    /// <summary>The member of <c>PromptFileAttribute</c>.</summary>
    public const string Syntax = "Syntax";

    /// <summary>Members of <c>IncludeAttribute</c>.</summary>
    public const string Thoughts = "Thoughts";

    /// <inheritdoc cref="Thoughts"/>
    public const string RawResponse = "RawResponse";

    /// <summary>The member of <c>RetryAttribute</c> and of <c>RepairAttribute</c>.</summary>
    public const string MaxAttempts = "MaxAttempts";

    /// <summary>The member of <c>TimeoutAttribute</c>, in seconds.</summary>
    public const string Seconds = "Seconds";
}

namespace GeminiGen;

/// <summary>A method that sends a prompt.</summary>
/// <param name="Name">The method's name, unescaped.</param>
/// <param name="ReturnTypeName">The return type as declared.</param>
/// <param name="ExplicitInterface">The interface to implement explicitly, or null for a public method.</param>
/// <param name="Parameters">The parameters in order.</param>
/// <param name="Call">How the request is executed.</param>
/// <param name="IsValueTask">Whether the task is handed over as a <c>ValueTask</c>.</param>
/// <param name="AnswerType">The index of the answer's type in the contract's answer types, of an element's type where elements are streamed; -1 for text.</param>
/// <param name="IsAnswerNullable">Whether a typed answer, or an element that is streamed, may be null as a whole.</param>
/// <param name="SystemInstruction">The system instruction; empty when there is none.</param>
/// <param name="Prompt">The prompt of the user's turn.</param>
/// <param name="Generation">The generation settings that are set.</param>
/// <param name="MaxAttempts">The attempts <c>[Retry]</c> asks for; 0 when it does not.</param>
/// <param name="TimeoutSeconds">The limit <c>[Timeout]</c> sets; 0 when it does not.</param>
internal sealed record PromptMethodModel(
    string Name,
    string ReturnTypeName,
    string? ExplicitInterface,
    EquatableArray<PromptParameterModel> Parameters,
    PromptCallKind Call,
    bool IsValueTask,
    int AnswerType,
    bool IsAnswerNullable,
    EquatableArray<PromptNode> SystemInstruction,
    EquatableArray<PromptNode> Prompt,
    GenerationModel Generation,
    int MaxAttempts,
    double TimeoutSeconds)
{
    /// <summary>The model the method names itself, by attribute or in its prompt file; null for that of the contract.</summary>
    public string? OwnModel { get; init; }

    /// <summary>The safety settings, each category once.</summary>
    public EquatableArray<SafetyModel> Safety { get; init; }

    /// <summary>The tools the API runs itself.</summary>
    public BuiltInTools BuiltInTools { get; init; }

    /// <summary>Whether any template writes an untrusted value.</summary>
    public bool WritesUntrusted { get; init; }

    /// <summary>The examples sent before the prompt.</summary>
    public EquatableArray<ExampleModel> Examples { get; init; }

    /// <summary>How often the model is asked again when its answer does not fit.</summary>
    public int MaxRepairs { get; init; }

    /// <summary>Whether the model is to tell its thoughts.</summary>
    public bool IncludesThoughts { get; init; }

    /// <summary>Whether results hold the response as it came.</summary>
    public bool KeepsResponse { get; init; }

    /// <summary>How snapshots of the answer are streamed, or null.</summary>
    public SnapshotAnswer? Snapshot { get; init; }

    /// <summary>The functions the method offers to the model, or null.</summary>
    public ToolSetModel? Tools { get; init; }

    /// <summary>What the method's prompt file writes for parameters that are null.</summary>
    public EquatableArray<PromptDefault> Defaults { get; init; }

    /// <summary>What is bound once the project's prompt files are known, or null.</summary>
    public PendingPrompt? Pending { get; init; }
}

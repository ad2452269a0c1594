namespace GeminiGen;

/// <summary>A method that gives vectors of text.</summary>
/// <param name="Name">The method's name, unescaped.</param>
/// <param name="ReturnTypeName">The return type as declared.</param>
/// <param name="ExplicitInterface">The interface to implement explicitly, or null for a public method.</param>
/// <param name="Parameters">The parameters in order.</param>
/// <param name="Shape">What is handed back.</param>
/// <param name="IsValueTask">Whether the task is handed over as a <c>ValueTask</c>.</param>
/// <param name="Text">The name of the parameter that is the text or the texts.</param>
/// <param name="Title">The name of the parameter that is the title, or null.</param>
/// <param name="Model">The method's own model, or null.</param>
/// <param name="TaskType">The task in the API's spelling, or null.</param>
/// <param name="OutputDimensionality">The length of a vector; 0 for the model's own.</param>
/// <param name="MaxAttempts">The attempts <c>[Retry]</c> asks for; 0 when it does not.</param>
/// <param name="TimeoutSeconds">The limit <c>[Timeout]</c> sets; 0 when it does not.</param>
internal sealed record EmbeddingMethodModel(
    string Name,
    string ReturnTypeName,
    string? ExplicitInterface,
    EquatableArray<PromptParameterModel> Parameters,
    EmbeddingShape Shape,
    bool IsValueTask,
    string Text,
    string? Title,
    string? Model,
    string? TaskType,
    int OutputDimensionality,
    int MaxAttempts,
    double TimeoutSeconds);

namespace GeminiGen;

/// <summary>A parameter of a function the model may call.</summary>
/// <param name="Name">The name, which is the argument's in JSON.</param>
/// <param name="TypeName">The type from <c>global::</c>, without its own nullable annotation.</param>
/// <param name="Kind">Where its value comes from.</param>
/// <param name="Type">The index of an argument's type; -1 for others.</param>
/// <param name="IsNullable">Whether null is a value.</param>
/// <param name="DefaultValue">Its default as C#, or null when the model has to give it.</param>
/// <param name="Description">What the model is told about it, or null.</param>
/// <param name="Rules">What its annotations ask of an argument, or null.</param>
internal sealed record ToolParameterModel(
    string Name,
    string TypeName,
    ToolParameterKind Kind,
    int Type,
    bool IsNullable,
    string? DefaultValue,
    string? Description,
    AnswerRules? Rules);

namespace GeminiGen;

/// <summary>A function the model may call.</summary>
/// <param name="Name">The name the model calls it by.</param>
/// <param name="Description">What the model is told about it, or null.</param>
/// <param name="TypeName">The type that is offered, from <c>global::</c>, of which an instance is got.</param>
/// <param name="DeclaringTypeName">The type that declares the method, from <c>global::</c>.</param>
/// <param name="MethodName">The method's name, unescaped.</param>
/// <param name="IsStatic">Whether it needs no instance.</param>
/// <param name="IsCreatable">Whether an instance can be made without arguments.</param>
/// <param name="Parameters">The parameters in order.</param>
/// <param name="IsAwaited">Whether it returns a task.</param>
/// <param name="ResultType">The index of the result's type; -1 when there is none.</param>
/// <param name="RequiresApproval">Whether each call waits for an approval.</param>
internal sealed record ToolModel(
    string Name,
    string? Description,
    string TypeName,
    string DeclaringTypeName,
    string MethodName,
    bool IsStatic,
    bool IsCreatable,
    EquatableArray<ToolParameterModel> Parameters,
    bool IsAwaited,
    int ResultType,
    bool RequiresApproval);

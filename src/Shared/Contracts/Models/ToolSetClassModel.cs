namespace GeminiGen;

/// <summary>All that is emitted for one class marked <c>[ToolSetOf]</c>.</summary>
/// <param name="MetadataName">The class's full metadata name, from which the file's name follows.</param>
/// <param name="Namespace">The namespace, escaped; empty for the global one.</param>
/// <param name="Containers">The headers of the partial types around it, outermost first.</param>
/// <param name="Header">The header of its further part.</param>
/// <param name="Members">The names of the members its author wrote.</param>
/// <param name="IsPublic">Whether the type of functions is visible wherever the class can be.</param>
/// <param name="TypeName">The type of functions, from <c>global::</c>.</param>
/// <param name="NeedsInstance">Whether any function is called on an object.</param>
/// <param name="Tools">The functions; none where one of them cannot be described.</param>
/// <param name="AnswerTypes">The types of their arguments and results.</param>
internal sealed record ToolSetClassModel(
    string MetadataName,
    string Namespace,
    EquatableArray<string> Containers,
    string Header,
    EquatableArray<string> Members,
    bool IsPublic,
    string TypeName,
    bool NeedsInstance,
    EquatableArray<ToolModel> Tools,
    EquatableArray<AnswerType> AnswerTypes)
{
    /// <summary>Why a function cannot be described; null when all can.</summary>
    public string? Fault { get; init; }

    /// <summary>The ids of what the compiler says where marked declarations are used.</summary>
    public EquatableArray<string> MarkedIds { get; init; }
}

namespace GeminiGen;

/// <summary>A parameter of a method that sends a prompt.</summary>
/// <param name="Name">The name, unescaped.</param>
/// <param name="TypeName">The type as declared.</param>
/// <param name="DefaultValue">The default value as C#, or null.</param>
/// <param name="IsParams">Whether it is declared with <c>params</c>.</param>
/// <param name="IsNullChecked">Whether null is refused.</param>
/// <param name="Value">How the value is written; <see cref="PromptValueKind.None"/> when no template names it.</param>
/// <param name="IsNullable">Whether the value may be null when it is written.</param>
/// <param name="IsValueType">Whether the type is a struct, <c>Nullable&lt;T&gt;</c> included.</param>
/// <param name="Enum">The enum's names, for <see cref="PromptValueKind.Enum"/>.</param>
internal sealed record PromptParameterModel(
    string Name,
    string TypeName,
    string? DefaultValue,
    bool IsParams,
    bool IsNullChecked,
    PromptValueKind Value,
    bool IsNullable,
    bool IsValueType,
    PromptEnumModel? Enum);

namespace GeminiGen;

/// <summary>A parameter of a method that sends a prompt.</summary>
/// <param name="Name">The name, unescaped.</param>
/// <param name="TypeName">The type as declared.</param>
/// <param name="DefaultValue">The default value as an expression of C#, or null.</param>
/// <param name="IsParams">Whether it is declared with <c>params</c>.</param>
/// <param name="IsNullChecked">Whether null is refused.</param>
/// <param name="Use">What the parameter is for.</param>
/// <param name="IsNullable">Whether the value may be null.</param>
internal sealed record PromptParameterModel(
    string Name,
    string TypeName,
    string? DefaultValue,
    bool IsParams,
    bool IsNullChecked,
    PromptParameterUse Use,
    bool IsNullable)
{
    /// <summary>The attributes that say what is null behind the call; empty when none does.</summary>
    public string NullPromises { get; init; } = "";

    /// <summary>The attributes that say its default value where the language has no constant for it, or null.</summary>
    public string? DefaultAttributes { get; init; }

    /// <summary>What its annotations ask of the argument, or null.</summary>
    public PromptParameterRules? Rules { get; init; }
}

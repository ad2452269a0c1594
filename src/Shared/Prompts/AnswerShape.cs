namespace GeminiGen;

/// <summary>What a method answers with.</summary>
/// <param name="Types">The contract's answer types.</param>
/// <param name="Root">The index of the method's; -1 for text, and <see cref="Unknown"/> when its return type was refused.</param>
/// <param name="IsNullable">Whether the answer may be null as a whole.</param>
/// <param name="IsList">Whether the answer is a list of the type, given item by item.</param>
internal readonly record struct AnswerShape(IReadOnlyList<AnswerType> Types, int Root, bool IsNullable, bool IsList)
{
    /// <summary>The root of a method whose return type was refused.</summary>
    public const int Unknown = -2;

    /// <summary>The type whose values are whole answers; null where answers are text, or come item by item.</summary>
    public string? ExampleTypeName => Root >= 0 && !IsList ? Types[Root].TypeName : null;
}

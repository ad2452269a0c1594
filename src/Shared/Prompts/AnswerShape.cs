namespace GeminiGen;

/// <summary>What a method answers with.</summary>
/// <param name="Types">The contract's answer types.</param>
/// <param name="Root">The index of the method's; -1 for text, and <see cref="Unknown"/> when its return type was refused.</param>
internal readonly record struct AnswerShape(IReadOnlyList<AnswerType> Types, int Root)
{
    /// <summary>The root of a method whose return type was refused.</summary>
    public const int Unknown = -2;
}

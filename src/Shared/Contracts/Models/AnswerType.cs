namespace GeminiGen;

/// <summary>A type that is read from an answer.</summary>
/// <param name="TypeName">The type from <c>global::</c>, nullable annotations of its arguments included.</param>
/// <param name="Name">An identifier that is unique among the contract's answer types.</param>
/// <param name="IsValueType">Whether it is a struct or an enum.</param>
/// <param name="Description">What the model is told about it, or null.</param>
internal abstract record AnswerType(string TypeName, string Name, bool IsValueType, string? Description)
{
    /// <summary>Whether it is an object, or one of several, that contains itself.</summary>
    public bool IsRecursive { get; init; }
}

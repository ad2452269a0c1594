namespace GeminiGen.Conformance.Tests.DotNet;

/// <summary>A method that checks one thing; it throws where the client does something else.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class CheckAttribute(string name, string? note = null) : Attribute
{
    /// <summary>What is checked; a name of <see cref="CheckNames.All"/>, or one of the client's own.</summary>
    public string Name { get; } = name;

    /// <summary>What else a reader should know.</summary>
    public string? Note { get; } = note;

    /// <summary>Why the client does something else than it promises, where the method checks that.</summary>
    public string? Differs { get; init; }
}

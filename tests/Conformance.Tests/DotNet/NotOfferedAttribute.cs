namespace GeminiGen.Conformance.Tests.DotNet;

/// <summary>What a client has no way to ask for.</summary>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = true)]
internal sealed class NotOfferedAttribute(string name, string? note = null) : Attribute
{
    /// <summary>What is not offered.</summary>
    public string Name { get; } = name;

    /// <summary>What there is instead.</summary>
    public string? Note { get; } = note;
}

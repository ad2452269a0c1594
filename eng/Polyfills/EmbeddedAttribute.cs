namespace Microsoft.CodeAnalysis;

/// <summary>Keeps a type from being seen in assemblies that see our internals, where the framework has its own of that name.</summary>
[Embedded]
[AttributeUsage(AttributeTargets.All)]
internal sealed class EmbeddedAttribute : Attribute;

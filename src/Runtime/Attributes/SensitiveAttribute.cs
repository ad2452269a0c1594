namespace GeminiGen;

/// <summary>
/// Marks data about people, or secrets of a business, that must not go to a model whose provider may read it or train with it. The rule GG5007 tells where it would; at run time the
/// attribute does nothing.
/// </summary>
[AttributeUsage(AttributeTargets.Parameter | AttributeTargets.Property | AttributeTargets.Field | AttributeTargets.Class | AttributeTargets.Struct)]
public sealed class SensitiveAttribute : Attribute;

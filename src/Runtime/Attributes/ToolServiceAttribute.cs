namespace GeminiGen;

/// <summary>Says that a parameter of a <see cref="ToolAttribute"/> method comes from the services, not from the model.</summary>
[AttributeUsage(AttributeTargets.Parameter)]
public sealed class ToolServiceAttribute : Attribute;

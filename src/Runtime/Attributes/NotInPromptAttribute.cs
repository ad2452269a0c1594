namespace GeminiGen;

/// <summary>Says that a parameter is meant to stand in no template, which silences rule GG0006.</summary>
[AttributeUsage(AttributeTargets.Parameter)]
public sealed class NotInPromptAttribute : Attribute;

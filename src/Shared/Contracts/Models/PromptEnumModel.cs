namespace GeminiGen;

/// <summary>An enum that prompts write by name.</summary>
/// <param name="TypeName">The enum, from <c>global::</c>.</param>
/// <param name="UnderlyingTypeName">The keyword of its underlying type.</param>
/// <param name="IsFlags">Whether its values are combinations.</param>
/// <param name="Members">One member for each value, in order of declaration.</param>
internal sealed record PromptEnumModel(string TypeName, string UnderlyingTypeName, bool IsFlags, EquatableArray<string> Members);

namespace GeminiGen;

/// <summary>A member of an enum.</summary>
/// <param name="Name">Its name, unescaped.</param>
/// <param name="JsonName">Its name in JSON.</param>
/// <param name="Description">What the model is told about it, or null.</param>
internal sealed record EnumMember(string Name, string JsonName, string? Description = null);

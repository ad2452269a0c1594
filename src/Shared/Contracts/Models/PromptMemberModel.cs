namespace GeminiGen;

/// <summary>A member that a prompt file can name.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Type">The number of its type.</param>
/// <param name="JsonName">Its name in JSON, by which other tools know it.</param>
internal readonly record struct PromptMemberModel(string Name, int Type, string JsonName);

namespace GeminiGen;

/// <summary>A member that a prompt file can name.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Type">The number of its type.</param>
internal readonly record struct PromptMemberModel(string Name, int Type);

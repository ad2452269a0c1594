namespace GeminiGen;

/// <summary>What an <see cref="IConversationStore"/> loads.</summary>
/// <param name="conversation">The conversation.</param>
/// <param name="version">The version.</param>
public sealed class StoredConversation(Conversation conversation, string version)
{
    /// <summary>The conversation, the caller's to change.</summary>
    public Conversation Conversation { get; } = conversation ?? throw new ArgumentNullException(nameof(conversation));

    /// <summary>The version, given back when the conversation is saved.</summary>
    public string Version { get; } = version ?? throw new ArgumentNullException(nameof(version));
}

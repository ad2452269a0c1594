namespace GeminiGen;

/// <summary>
/// Keeps conversations by key, for parameters with <see cref="ConversationKeyAttribute"/>. Implement it over Redis or a database with
/// <see cref="Conversation.ToJson"/> and <see cref="Conversation.Parse(string)"/>; <see cref="InMemoryConversationStore"/> keeps them in memory. Must be
/// thread-safe. What it throws is what the call throws.
/// </summary>
/// <remarks>
/// Versions keep processes apart that serve the same key: any text that is another one after each change will do, a counter or a row version. Expiry is the
/// store's own: load a conversation, and start its time anew.
/// </remarks>
public interface IConversationStore
{
    /// <summary>Loads a conversation.</summary>
    /// <param name="key">The key.</param>
    /// <param name="cancellationToken">Cancels, also when the call's time is up.</param>
    /// <returns>The conversation, the caller's to change, and its version; <see langword="null"/> when there is none.</returns>
    ValueTask<StoredConversation?> LoadAsync(string key, CancellationToken cancellationToken = default);

    /// <summary>Saves a conversation, unless what is stored is no longer what was loaded. Both in one step: nothing may come in between.</summary>
    /// <param name="key">The key.</param>
    /// <param name="conversation">The conversation.</param>
    /// <param name="version">The version that was loaded; <see langword="null"/> when there was none.</param>
    /// <param name="cancellationToken">Cancels, also when the call's time is up.</param>
    /// <returns>Whether it was saved; <see langword="false"/> when the stored version is another one, or is gone.</returns>
    ValueTask<bool> TrySaveAsync(string key, Conversation conversation, string? version, CancellationToken cancellationToken = default);

    /// <summary>Forgets a conversation. One that is not there is no error.</summary>
    /// <param name="key">The key.</param>
    /// <param name="cancellationToken">Cancels.</param>
    /// <returns>The task to await.</returns>
    ValueTask RemoveAsync(string key, CancellationToken cancellationToken = default);
}

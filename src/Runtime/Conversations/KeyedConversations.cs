namespace GeminiGen;

/// <summary>
/// The conversations of an application, each by its key. Contracts with <see cref="ConversationKeyAttribute"/> find their histories here; one instance
/// serves all of them, and makes calls with the same key run one after the other. Thread-safe. <c>AddKeyedConversations</c> registers it.
/// </summary>
public sealed class KeyedConversations
{
    private readonly IConversationStore _store;
    private readonly ConversationGates _gates = new();

    /// <summary>Keeps conversations in memory.</summary>
    public KeyedConversations()
        : this(new InMemoryConversationStore())
    {
    }

    /// <summary>Keeps conversations in a store.</summary>
    /// <param name="store">The store.</param>
    /// <param name="trimming">How each history is kept within a size, or <see langword="null"/> to keep all of it.</param>
    public KeyedConversations(IConversationStore store, ConversationTrimming? trimming = null)
    {
        ArgumentNullException.ThrowIfNull(store);
        _store = store;
        Trimming = trimming;
    }

    /// <summary>How each history is kept within a size, or <see langword="null"/> to keep all of it.</summary>
    public ConversationTrimming? Trimming { get; }

    /// <summary>Reads a conversation, to show it. Never waits for a call under way.</summary>
    /// <param name="key">The key.</param>
    /// <param name="cancellationToken">Cancels.</param>
    /// <returns>A copy; empty when there is none. Changes to it are not saved.</returns>
    /// <exception cref="ArgumentException"><paramref name="key"/> is empty.</exception>
    public async Task<Conversation> GetAsync(string key, CancellationToken cancellationToken = default)
    {
        ThrowIfUnusable(key);
        return (await LoadAsync(key, cancellationToken).ConfigureAwait(false)).Conversation;
    }

    /// <summary>Changes a conversation between calls: pins a turn, adds one from elsewhere. One that is not there yet is made.</summary>
    /// <param name="key">The key.</param>
    /// <param name="change">Changes it. What it throws leaves what is stored as it was.</param>
    /// <param name="cancellationToken">Cancels.</param>
    /// <returns>The task to await.</returns>
    /// <exception cref="ArgumentException"><paramref name="key"/> is empty.</exception>
    /// <exception cref="GeminiConversationConflictException">Another process changed it meanwhile.</exception>
    public async Task UpdateAsync(string key, Action<Conversation> change, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(change);
        using HeldConversation held = HeldConversation.Of(this, key);
        await held.EnterAsync(cancellationToken).ConfigureAwait(false);
        await held.LoadAsync(cancellationToken).ConfigureAwait(false);
        change(held.Conversation);
        await held.SaveAsync(cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Forgets a conversation, once a call under way has ended.</summary>
    /// <param name="key">The key.</param>
    /// <param name="cancellationToken">Cancels.</param>
    /// <returns>The task to await.</returns>
    /// <exception cref="ArgumentException"><paramref name="key"/> is empty.</exception>
    public async Task RemoveAsync(string key, CancellationToken cancellationToken = default)
    {
        using HeldConversation held = HeldConversation.Of(this, key);
        await held.EnterAsync(cancellationToken).ConfigureAwait(false);
        await _store.RemoveAsync(key, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Loads a conversation; an empty one where there is none.</summary>
    internal async ValueTask<(Conversation Conversation, string? Version)> LoadAsync(string key, CancellationToken cancellationToken)
    {
        StoredConversation? stored = await _store.LoadAsync(key, cancellationToken).ConfigureAwait(false);
        Conversation conversation = stored?.Conversation ?? new Conversation();
        conversation.Trimming = Trimming;
        return (conversation, stored?.Version);
    }

    /// <summary>Saves a conversation.</summary>
    /// <exception cref="GeminiConversationConflictException">Another process changed it meanwhile.</exception>
    internal async ValueTask SaveAsync(string key, Conversation conversation, string? version, CancellationToken cancellationToken)
    {
        if (!await _store.TrySaveAsync(key, conversation, version, cancellationToken).ConfigureAwait(false))
        {
            throw new GeminiConversationConflictException(
                "The conversation was changed or removed elsewhere while this call ran, so the call's turns were not added: what is stored is the other's. Call again; the model is then told what was said meanwhile.");
        }
    }

    /// <summary>The gate that calls with a key go through, to be given back.</summary>
    internal ConversationGate RentGate(string key) => _gates.Rent(key);

    internal void ReturnGate(string key) => _gates.Return(key);

    /// <summary>Refuses a key that many would share without knowing.</summary>
    /// <exception cref="ArgumentException">The key is empty.</exception>
    internal static void ThrowIfUnusable(string key)
    {
        ArgumentNullException.ThrowIfNull(key);
        if (string.IsNullOrWhiteSpace(key))
        {
            throw new ArgumentException("The conversation's key is empty, so that everybody without one would share a history. Pass null for a call without a history.", nameof(key));
        }
    }
}

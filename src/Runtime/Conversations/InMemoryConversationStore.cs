using System.Globalization;

namespace GeminiGen;

/// <summary>
/// Keeps conversations in this process's memory: for one process, and while it runs. Bounded by <see cref="ConversationOptions.Expiration"/> and
/// <see cref="ConversationOptions.MaxConversations"/>.
/// </summary>
public sealed class InMemoryConversationStore : IConversationStore
{
    private readonly object _lock = new();
    private readonly TimeProvider _clock;
    private readonly TimeSpan _expiration;
    private readonly int _maxConversations;
    private readonly Dictionary<string, LinkedListNode<Entry>> _entries = new(StringComparer.Ordinal);

    // Used longest ago first, which is the order in which they expire, too.
    private readonly LinkedList<Entry> _byUse = new();
    private long _lastVersion;

    /// <summary>Makes an empty store.</summary>
    /// <param name="options">Its bounds; <see langword="null"/> for the defaults. Read once.</param>
    /// <param name="timeProvider">The clock; <see langword="null"/> for the system's.</param>
    public InMemoryConversationStore(ConversationOptions? options = null, TimeProvider? timeProvider = null)
    {
        options ??= new ConversationOptions();
        _clock = timeProvider ?? TimeProvider.System;
        _expiration = options.Expiration;
        _maxConversations = options.MaxConversations;
    }

    /// <summary>How many conversations there are.</summary>
    public int Count
    {
        get
        {
            lock (_lock)
            {
                DropExpired();
                return _entries.Count;
            }
        }
    }

    /// <inheritdoc/>
    public ValueTask<StoredConversation?> LoadAsync(string key, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(key);
        lock (_lock)
        {
            DropExpired();
            if (!_entries.TryGetValue(key, out LinkedListNode<Entry>? node))
            {
                return default;
            }

            Touch(node);
            return new ValueTask<StoredConversation?>(new StoredConversation(node.Value.Conversation.Fork(), node.Value.Version));
        }
    }

    /// <inheritdoc/>
    public ValueTask<bool> TrySaveAsync(string key, Conversation conversation, string? version, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(key);
        ArgumentNullException.ThrowIfNull(conversation);
        lock (_lock)
        {
            DropExpired();
            bool exists = _entries.TryGetValue(key, out LinkedListNode<Entry>? node);
            if (node?.Value.Version != version)
            {
                return new ValueTask<bool>(false);
            }

            node = exists ? node! : _byUse.AddLast(new Entry(key));
            node.Value.Conversation = conversation.Fork();
            node.Value.Version = (++_lastVersion).ToString(CultureInfo.InvariantCulture);
            _entries[key] = node;
            Touch(node);
            if (_entries.Count > _maxConversations)
            {
                Drop(_byUse.First!);
            }

            return new ValueTask<bool>(true);
        }
    }

    /// <inheritdoc/>
    public ValueTask RemoveAsync(string key, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(key);
        lock (_lock)
        {
            if (_entries.TryGetValue(key, out LinkedListNode<Entry>? node))
            {
                Drop(node);
            }

            return default;
        }
    }

    private void Touch(LinkedListNode<Entry> node)
    {
        node.Value.Used = _clock.GetTimestamp();
        _byUse.Remove(node);
        _byUse.AddLast(node);
    }

    private void DropExpired()
    {
        while (_expiration != Timeout.InfiniteTimeSpan && _byUse.First is { } oldest && _clock.GetElapsedTime(oldest.Value.Used) >= _expiration)
        {
            Drop(oldest);
        }
    }

    private void Drop(LinkedListNode<Entry> node)
    {
        _entries.Remove(node.Value.Key);
        _byUse.Remove(node);
    }

    private sealed class Entry(string key)
    {
        internal string Key => key;

        internal Conversation Conversation { get; set; } = null!;

        internal string Version { get; set; } = "";

        internal long Used { get; set; }
    }
}

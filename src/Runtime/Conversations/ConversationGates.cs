namespace GeminiGen;

/// <summary>A gate for each key in use, and none for those that are not.</summary>
internal sealed class ConversationGates
{
    private readonly Dictionary<string, Entry> _entries = new(StringComparer.Ordinal);

    /// <summary>The gate of a key, the same for all who have not given it back.</summary>
    internal ConversationGate Rent(string key)
    {
        lock (_entries)
        {
            if (!_entries.TryGetValue(key, out Entry? entry))
            {
                _entries.Add(key, entry = new Entry());
            }

            entry.Users++;
            return entry.Gate;
        }
    }

    internal void Return(string key)
    {
        lock (_entries)
        {
            if (--_entries[key].Users == 0)
            {
                _entries.Remove(key);
            }
        }
    }

    private sealed class Entry
    {
        internal ConversationGate Gate { get; } = new();

        internal int Users { get; set; }
    }
}

using System.Globalization;

namespace GeminiGen.Runtime.Tests.Support;

/// <summary>A store as a user writes it over a database: JSON and a version, changed in one step.</summary>
internal sealed class JsonConversationStore : IConversationStore
{
    private readonly Lock _lock = new();

    internal Dictionary<string, (string Json, int Version)> Rows { get; } = [];

    /// <summary>What loading and saving throw, if anything.</summary>
    internal Exception? LoadFault { get; set; }

    internal Exception? SaveFault { get; set; }

    public ValueTask<StoredConversation?> LoadAsync(string key, CancellationToken cancellationToken = default)
    {
        lock (_lock)
        {
            return LoadFault is { } fault ? ValueTask.FromException<StoredConversation?>(fault)
                : new(Rows.TryGetValue(key, out (string Json, int Version) row) ? new StoredConversation(Conversation.Parse(row.Json), row.Version.ToString(CultureInfo.InvariantCulture)) : null);
        }
    }

    public ValueTask<bool> TrySaveAsync(string key, Conversation conversation, string? version, CancellationToken cancellationToken = default)
    {
        lock (_lock)
        {
            if (SaveFault is { } fault)
            {
                return ValueTask.FromException<bool>(fault);
            }

            string? stored = Rows.TryGetValue(key, out (string Json, int Version) row) ? row.Version.ToString(CultureInfo.InvariantCulture) : null;
            if (stored != version)
            {
                return new(false);
            }

            Rows[key] = (conversation.ToJson(), row.Version + 1);
            return new(true);
        }
    }

    public ValueTask RemoveAsync(string key, CancellationToken cancellationToken = default)
    {
        lock (_lock)
        {
            Rows.Remove(key);
            return default;
        }
    }
}

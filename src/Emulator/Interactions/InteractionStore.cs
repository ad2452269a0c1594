using System.Globalization;
using GeminiGen.Emulator.Errors;

namespace GeminiGen.Emulator.Interactions;

/// <summary>The interactions of the one project there is.</summary>
internal sealed class InteractionStore(TimeProvider clock)
{
    /// <summary>How long the API keeps them on the paid tier.</summary>
    private static readonly TimeSpan Life = TimeSpan.FromDays(55);

    private readonly Lock _gate = new();
    private readonly Dictionary<string, StoredInteraction> _interactions = new(StringComparer.Ordinal);
    private int _created;

    public DateTimeOffset Now => clock.GetUtcNow();

    public string NextId() => string.Create(CultureInfo.InvariantCulture, $"v1_emulated{Interlocked.Increment(ref _created):d6}");

    public void Add(StoredInteraction interaction)
    {
        lock (_gate)
        {
            _interactions[interaction.Id] = interaction;
        }
    }

    /// <exception cref="ApiErrorException">There is none, or it was too long ago.</exception>
    public StoredInteraction Find(string id)
    {
        lock (_gate)
        {
            return _interactions.TryGetValue(id, out StoredInteraction? interaction) && interaction.Created + Life > Now
                ? interaction
                : throw new ApiErrorException(ApiErrors.NotFound($"The interaction {id} does not exist."));
        }
    }

    public void Remove(string id)
    {
        lock (_gate)
        {
            Find(id);
            _interactions.Remove(id);
        }
    }
}

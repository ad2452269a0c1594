namespace GeminiGen;

/// <summary>How conversations are kept by key.</summary>
public sealed class ConversationOptions
{
    /// <summary>How each history is kept within a size, or <see langword="null"/> to keep all of it.</summary>
    public ConversationTrimming? Trimming { get; set; }

    /// <summary>
    /// How long <see cref="InMemoryConversationStore"/> keeps a conversation after its last use; 24 hours unless set, more than 0.
    /// <see cref="Timeout.InfiniteTimeSpan"/> keeps it until room is needed.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">It is set to 0 or less.</exception>
    public TimeSpan Expiration
    {
        get;
        set
        {
            if (value <= TimeSpan.Zero && value != Timeout.InfiniteTimeSpan)
            {
                throw new ArgumentOutOfRangeException(nameof(value), value, "A conversation is kept for more than no time.");
            }

            field = value;
        }
    }
    = TimeSpan.FromHours(24);

    /// <summary>How many conversations <see cref="InMemoryConversationStore"/> keeps; 10,000 unless set, at least 1. The one used longest ago makes room.</summary>
    /// <exception cref="ArgumentOutOfRangeException">It is set to less than 1.</exception>
    public int MaxConversations
    {
        get;
        set
        {
            ArgumentOutOfRangeException.ThrowIfLessThan(value, 1);
            field = value;
        }
    }
    = 10_000;
}

using System.Text.Json;
using System.Text.Json.Serialization;

namespace GeminiGen;

/// <summary>
/// A history of turns. Passed to a contract's method it is sent before the prompt, and a complete answer adds two turns to it at once: what the
/// user said and what the model answered.
/// </summary>
/// <remarks>
/// <para>
/// Every turn is kept as the bytes that went over the network, so that thought signatures and call ids come back to the model as they left it.
/// A call that fails, is cancelled, or whose answer is cut, blocked or not readable adds nothing: the same question can be asked again.
/// </para>
/// <para>
/// Thread-safe. Calls on one conversation run one after the other: a second call waits until the first one has its answer (a stream: until it was
/// read to its end or left), because it could not know what the model is about to say. The wait counts as time of the call. Members other than
/// calls never wait.
/// </para>
/// <para>The system instruction is no turn: it belongs to the method, is sent with every call and is never trimmed.</para>
/// </remarks>
[JsonConverter(typeof(ConversationJsonConverter))]
public sealed class Conversation
{
    private readonly object _lock = new();
    private readonly ConversationGate _gate = new();

    // Replaced as a whole, so that whoever reads it has a list that does not change.
    private volatile ConversationTurn[] _turns;

    /// <summary>Starts an empty conversation.</summary>
    public Conversation()
        : this([])
    {
    }

    internal Conversation(ConversationTurn[] turns) => _turns = turns;

    /// <summary>How the history is kept within a size, or <see langword="null"/> to keep all of it. Not part of <see cref="ToJson"/>.</summary>
    public ConversationTrimming? Trimming { get; set; }

    /// <summary>The turns so far, oldest first: a snapshot that later turns do not change.</summary>
    public IReadOnlyList<ConversationTurn> Turns => _turns;

    /// <summary>How many tokens the history costs in a prompt, estimated.</summary>
    public int EstimatedTokens
    {
        get
        {
            long tokens = 0;
            foreach (ConversationTurn turn in _turns)
            {
                tokens += turn.EstimatedTokens;
            }

            return (int)Math.Min(tokens, int.MaxValue);
        }
    }

    internal ConversationGate Gate => _gate;

    /// <summary>Reads a conversation from what <see cref="ToJson"/> wrote.</summary>
    /// <param name="json">The JSON.</param>
    /// <returns>The conversation; every turn has the bytes it had.</returns>
    /// <exception cref="JsonException">It is not the JSON of a conversation.</exception>
    public static Conversation Parse(string json)
    {
        ArgumentNullException.ThrowIfNull(json);
        return Parse(System.Text.Encoding.UTF8.GetBytes(json));
    }

    /// <summary>Reads a conversation from what <see cref="WriteTo"/> wrote.</summary>
    /// <param name="utf8Json">The JSON, UTF-8.</param>
    /// <returns>The conversation; every turn has the bytes it had.</returns>
    /// <exception cref="JsonException">It is not the JSON of a conversation.</exception>
    public static Conversation Parse(ReadOnlySpan<byte> utf8Json)
    {
        if (utf8Json.Trim(" \t\r\n"u8).IsEmpty)
        {
            throw new JsonException("This is not the JSON of a conversation: there is nothing to read.");
        }

        Utf8JsonReader reader = new(utf8Json);
        reader.Read();
        Conversation conversation = ConversationJson.Read(ref reader);
        return reader.Read() ? throw new JsonException("Something follows the conversation.") : conversation;
    }

    /// <summary>Adds a turn of the user, for example one from before this program.</summary>
    /// <param name="text">What the user said.</param>
    /// <param name="isPinned">Whether trimming keeps it.</param>
    public void AddUserTurn(string text, bool isPinned = false) => Add(ConversationTurn.FromText(ConversationRole.User, text, isPinned));

    /// <summary>Adds a turn of the model, for example one from before this program.</summary>
    /// <param name="text">What the model said.</param>
    /// <param name="isPinned">Whether trimming keeps it.</param>
    public void AddModelTurn(string text, bool isPinned = false) => Add(ConversationTurn.FromText(ConversationRole.Model, text, isPinned));

    /// <summary>Adds turns, all at once: nobody sees some of them without the others.</summary>
    /// <param name="turns">The turns, oldest first.</param>
    public void Add(params ConversationTurn[] turns)
    {
        ArgumentNullException.ThrowIfNull(turns);
        foreach (ConversationTurn turn in turns)
        {
            ArgumentNullException.ThrowIfNull(turn, nameof(turns));
        }

        lock (_lock)
        {
            _turns = [.. _turns, .. turns];
        }
    }

    /// <summary>Pins a turn, or lets go of it.</summary>
    /// <param name="turn">One of <see cref="Turns"/>.</param>
    /// <param name="isPinned">Whether trimming keeps it.</param>
    /// <exception cref="ArgumentException">The turn is none of this conversation's.</exception>
    public void Pin(ConversationTurn turn, bool isPinned = true)
    {
        ArgumentNullException.ThrowIfNull(turn);
        lock (_lock)
        {
            int index = Array.IndexOf(_turns, turn);
            if (index < 0)
            {
                throw new ArgumentException("The turn is none of this conversation's, or was trimmed away.", nameof(turn));
            }

            ConversationTurn[] turns = [.. _turns];
            turns[index] = turn.WithPin(isPinned);
            _turns = turns;
        }
    }

    /// <summary>
    /// Puts a note, <c>[video/mp4, no longer available]</c>, in the place of media that was uploaded and that the API has deleted: it keeps uploads for 48
    /// hours. What was said about it stays.
    /// </summary>
    /// <param name="now">The time by which media has expired.</param>
    /// <returns>How many files were replaced.</returns>
    public int ReplaceExpiredMedia(DateTimeOffset now)
    {
        int replaced = 0;
        lock (_lock)
        {
            ConversationTurn[] turns = [.. _turns];
            for (int i = 0; i < turns.Length; i++)
            {
                foreach (TurnFile file in turns[i].Files)
                {
                    if (file.Expires <= now)
                    {
                        turns[i] = turns[i].WithFile(file, null);
                        replaced++;
                    }
                }
            }

            _turns = turns;
        }

        return replaced;
    }

    /// <summary>Forgets every turn, pinned ones too. A call under way still adds its two when it is answered.</summary>
    public void Clear()
    {
        lock (_lock)
        {
            _turns = [];
        }
    }

    /// <summary>A conversation of its own with the same turns and trimming: what is said in one is not said in the other.</summary>
    /// <returns>The copy.</returns>
    public Conversation Fork() => new(_turns) { Trimming = Trimming };

    /// <summary>The conversation as JSON, from which <see cref="Parse(string)"/> makes it again without loss.</summary>
    /// <returns>The JSON.</returns>
    public string ToJson() => ConversationJson.Write(_turns);

    /// <summary>Writes what <see cref="ToJson"/> gives.</summary>
    /// <param name="writer">Receives it, as one object.</param>
    public void WriteTo(Utf8JsonWriter writer)
    {
        ArgumentNullException.ThrowIfNull(writer);
        ConversationJson.Write(writer, _turns);
    }

    /// <summary>Puts turns in place of others, as trimming does; turns added in between stay.</summary>
    internal void Replace(ConversationTurn[] before, ConversationTurn[] after)
    {
        lock (_lock)
        {
            if (StartsWith(_turns, before))
            {
                _turns = [.. after, .. _turns.AsSpan(before.Length)];
            }
        }
    }

    private static bool StartsWith(ConversationTurn[] turns, ConversationTurn[] start)
    {
        int same = 0;
        while (same < start.Length && same < turns.Length && ReferenceEquals(turns[same], start[same]))
        {
            same++;
        }

        return same == start.Length;
    }

    /// <summary>The turns as an array nobody changes.</summary>
    internal ConversationTurn[] Snapshot() => _turns;
}

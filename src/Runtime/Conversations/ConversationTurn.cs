using System.Text.Json;

namespace GeminiGen;

/// <summary>One turn of a <see cref="Conversation"/>. Immutable; the bytes are those that went over the network.</summary>
public sealed class ConversationTurn
{
    private readonly byte[] _json;
    private readonly TurnFacts _facts;
    private string? _text;
    private int _tokens = -1;

    internal ConversationTurn(byte[] json, bool isPinned = false, bool isSummary = false, TurnFile[]? files = null)
    {
        Files = files ?? [];
        _json = json;
        _facts = TurnFacts.Read(json);
        IsPinned = isPinned;
        IsSummary = isSummary;
    }

    /// <summary>Who speaks.</summary>
    public ConversationRole Role => _facts.IsModel ? ConversationRole.Model : ConversationRole.User;

    /// <summary>Whether trimming keeps the turn, and the exchange it belongs to.</summary>
    public bool IsPinned { get; }

    /// <summary>Whether the turn stands for older ones that trimming replaced by a summary: the user asks for it, and the model sums up.</summary>
    public bool IsSummary { get; }

    /// <summary>
    /// The API's <c>Content</c> object, UTF-8, byte for byte as the model sent it or as it was sent to the model: thought signatures, call ids and
    /// fields this version does not know included.
    /// </summary>
    public ReadOnlyMemory<byte> Content => _json;

    /// <summary>The text of its parts, joined; thoughts, media and function calls left out.</summary>
    public string Text => _text ??= TurnFacts.ReadText(_json);

    /// <summary>How many tokens the turn costs in a prompt, estimated. Media count as for Gemini 3, a picture 1,120; the length of others is guessed from their bytes.</summary>
    public int EstimatedTokens => _tokens >= 0 ? _tokens : _tokens = TurnFacts.EstimateTokens(_json);

    /// <summary>Whether the model calls functions in it.</summary>
    public bool CallsFunctions => _facts.HasCall;

    /// <summary>Whether it holds the results of functions.</summary>
    public bool HasFunctionResults => _facts.HasResponse;

    /// <summary>The files it names that the API deletes some day.</summary>
    internal TurnFile[] Files { get; }

    /// <summary>Whether an exchange starts here: a turn of the user's own. What follows up to the next one belongs together and is never split.</summary>
    internal bool StartsExchange => !_facts.IsModel && !_facts.HasResponse;

    /// <summary>A turn of text.</summary>
    /// <param name="role">Who speaks.</param>
    /// <param name="text">What is said.</param>
    /// <param name="isPinned">Whether trimming keeps it.</param>
    /// <returns>The turn.</returns>
    public static ConversationTurn FromText(ConversationRole role, string text, bool isPinned = false)
        => new(WriteText(role, text), isPinned);

    /// <summary>A turn from the API's <c>Content</c> object, as another client stored it. The bytes are kept as they are.</summary>
    /// <param name="utf8Json">The object, UTF-8.</param>
    /// <param name="isPinned">Whether trimming keeps it.</param>
    /// <returns>The turn.</returns>
    /// <exception cref="JsonException">It is no JSON object with a list of parts.</exception>
    public static ConversationTurn FromContent(ReadOnlySpan<byte> utf8Json, bool isPinned = false) => new(utf8Json.ToArray(), isPinned);

    /// <summary>The text, for debugging.</summary>
    /// <returns>Role and text.</returns>
    public override string ToString() => (_facts.IsModel ? "model: " : "user: ") + Text;

    internal static byte[] WriteText(ConversationRole role, string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        using PooledUtf8Buffer buffer = new();
        buffer.Append(role == ConversationRole.Model ? "{\"role\":\"model\",\"parts\":[{\"text\":\""u8 : "{\"role\":\"user\",\"parts\":[{\"text\":\""u8);
        JsonText.AppendEscaped(buffer, text);
        buffer.Append("\"}]}"u8);
        return buffer.WrittenSpan.ToArray();
    }

    internal ConversationTurn WithPin(bool isPinned) => isPinned == IsPinned ? this : new(_json, isPinned, IsSummary, Files);

    /// <summary>The turn with another file in the place of one, or with a note.</summary>
    internal ConversationTurn WithFile(TurnFile file, TurnFile? other)
    {
        TurnFile[] files = [.. Files.Where(kept => kept.Uri != file.Uri), .. other is null ? (TurnFile[])[] : [other]];
        return new ConversationTurn(TurnFiles.Replace(_json, file.Uri, other?.Uri), IsPinned, IsSummary, files);
    }
}

using GeminiGen.CompilerServices;

namespace GeminiGen;

/// <summary>The conversation a call belongs to, the caller's own or one of a key. The call holds it from its start to its end.</summary>
internal sealed class HeldConversation : IDisposable
{
    private readonly KeyedConversations? _keyed;
    private readonly string? _key;
    private Conversation? _conversation;
    private string? _version;
    private bool _isDisposed;

    private HeldConversation(Conversation conversation)
    {
        _conversation = conversation;
        Gate = conversation.Gate;
    }

    private HeldConversation(KeyedConversations keyed, string key)
    {
        KeyedConversations.ThrowIfUnusable(key);
        _keyed = keyed;
        _key = key;
        Gate = keyed.RentGate(key);
    }

    internal ConversationGate Gate { get; }

    /// <summary>Whether the call before has ended and this one has begun.</summary>
    internal bool HasEntered { get; private set; }

    /// <summary>The conversation, once it is loaded.</summary>
    internal Conversation Conversation => _conversation!;

    /// <summary>The conversation of a request, or <see langword="null"/> for one without.</summary>
    /// <exception cref="ArgumentException">The key is empty.</exception>
    internal static HeldConversation? Of(DialogRequest request)
        => request.Conversation is { } conversation ? new HeldConversation(conversation)
            : request.ConversationKey is { } key ? new HeldConversation(request.Conversations!, key)
            : null;

    /// <inheritdoc cref="Of(DialogRequest)"/>
    internal static HeldConversation Of(KeyedConversations keyed, string key) => new(keyed, key);

    /// <summary>Waits for the call before this one.</summary>
    internal async ValueTask EnterAsync(CancellationToken cancellationToken)
    {
        await Gate.EnterAsync(cancellationToken).ConfigureAwait(false);
        HasEntered = true;
    }

    /// <summary>Makes the conversation known.</summary>
    internal async ValueTask LoadAsync(CancellationToken cancellationToken)
    {
        if (_keyed is not null)
        {
            (_conversation, _version) = await _keyed.LoadAsync(_key!, cancellationToken).ConfigureAwait(false);
        }
    }

    /// <summary>Makes the conversation outlast the call.</summary>
    internal ValueTask SaveAsync(CancellationToken cancellationToken)
        => _keyed is null ? default : _keyed.SaveAsync(_key!, Conversation, _version, cancellationToken);

    public void Dispose()
    {
        if (_isDisposed)
        {
            return;
        }

        _isDisposed = true;
        if (HasEntered)
        {
            Gate.Leave();
        }

        _keyed?.ReturnGate(_key!);
    }
}

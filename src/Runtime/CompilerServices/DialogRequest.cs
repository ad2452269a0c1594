using System.ComponentModel;

namespace GeminiGen.CompilerServices;

/// <summary>A call's request that is more than one question and one answer: it has a history, or functions the model may call.</summary>
/// <param name="client">The client that will send it.</param>
/// <param name="method">The method called.</param>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class DialogRequest(GeminiClient client, PromptMethod method) : PromptRequest(client, method)
{
    private PromptToolSet? _tools;

    /// <summary>The history, or <see langword="null"/> for a call without one.</summary>
    public Conversation? Conversation { get; init; }

    /// <summary>Where the history of <see cref="ConversationKey"/> is, or <see langword="null"/>.</summary>
    public KeyedConversations? Conversations { get; init; }

    /// <summary>The key of the history, or <see langword="null"/> for a call without one.</summary>
    public string? ConversationKey { get; init; }

    /// <summary>Where instances and services of functions come from, or <see langword="null"/>.</summary>
    public IServiceProvider? Services { get; init; }

    /// <summary>The instances of functions that were given as arguments, and sets of functions.</summary>
    public IReadOnlyList<object?> Targets { get; init; } = [];

    /// <inheritdoc/>
    internal override PromptToolSet? Tools => _tools ??= CollectTools();

    /// <summary>Decides about functions that need an approval, or <see langword="null"/> for the options' callback.</summary>
    public ToolApproval? Approval { get; init; }

    /// <summary>The files that the user's turn names.</summary>
    internal TurnFile[] Files { get; set; } = [];

    /// <summary>Whether what is said is kept.</summary>
    internal bool HasHistory => Conversation is not null || ConversationKey is not null;

    private PromptToolSet? CollectTools()
    {
        if (Targets.Count == 0)
        {
            return Method.Tools;
        }

        PromptTool[] given = [.. Targets.OfType<ToolSet>().SelectMany(static set => set.Tools)];
        return given.Length == 0 ? Method.Tools : Method.Tools!.With(given, Method);
    }
}

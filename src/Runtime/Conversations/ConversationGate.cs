using System.Diagnostics.CodeAnalysis;

namespace GeminiGen;

/// <summary>Lets one call at a time use a conversation.</summary>
[SuppressMessage("Design", "CA1001:Types that own disposable fields should be disposable", Justification = "A semaphore whose wait handle is never asked for holds nothing.")]
internal sealed class ConversationGate
{
    // A tool, or a summary, that calls the conversation it is being called from would wait for itself.
    private static readonly AsyncLocal<ConversationGate?> RunningTools = new();

    private readonly SemaphoreSlim _free = new(1, 1);

    /// <summary>Waits for the call before this one.</summary>
    /// <exception cref="InvalidOperationException">The call before is waiting for this one.</exception>
    internal Task EnterAsync(CancellationToken cancellationToken)
        => RunningTools.Value == this
            ? throw new InvalidOperationException(
                "A tool or a summary asks in the conversation it is being called from, which waits for it. Give its calls a conversation of their own (Fork makes one).")
            : _free.WaitAsync(cancellationToken);

    /// <summary>Lets the next call in.</summary>
    internal void Leave() => _free.Release();

    /// <summary>Marks what is called from here on as work of this conversation's tools or summary. Undone when the calling method returns.</summary>
    internal static void EnterTools(ConversationGate? gate) => RunningTools.Value = gate;
}

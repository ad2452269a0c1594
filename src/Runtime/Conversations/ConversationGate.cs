using System.Diagnostics.CodeAnalysis;

namespace GeminiGen;

/// <summary>Lets one call at a time use a conversation.</summary>
[SuppressMessage("Design", "CA1001:Types that own disposable fields should be disposable", Justification = "A semaphore whose wait handle is never asked for holds nothing.")]
internal sealed class ConversationGate
{
    // A tool, its approval, or a summary that calls the conversation it is being called from would wait for itself; so would one that is called by another.
    private static readonly AsyncLocal<Running?> RunningTools = new();

    private readonly SemaphoreSlim _free = new(1, 1);

    /// <summary>Waits for the call before this one.</summary>
    /// <exception cref="InvalidOperationException">The call before is waiting for this one.</exception>
    internal Task EnterAsync(CancellationToken cancellationToken)
        => IsWaitingFor(RunningTools.Value)
            ? throw new InvalidOperationException(
                "A tool, its approval, or a summary asks in the conversation it is being called from, which waits for it. Give its calls a conversation of their own (Fork makes one).")
            : _free.WaitAsync(cancellationToken);

    /// <summary>Lets the next call in.</summary>
    internal void Leave() => _free.Release();

    /// <summary>
    /// Marks what is called from here on as work of a conversation's tools, their approval, or its summary. Undone when the calling method returns, which
    /// has to be an asynchronous one.
    /// </summary>
    internal static void EnterTools(ConversationGate? gate)
    {
        if (gate is not null)
        {
            RunningTools.Value = new Running(gate, RunningTools.Value);
        }
    }

    private bool IsWaitingFor(Running? running)
    {
        while (running is not null && running.Gate != this)
        {
            running = running.Outer;
        }

        return running is not null;
    }

    /// <summary>A conversation whose tools run, within the tools of another one.</summary>
    private sealed record Running(ConversationGate Gate, Running? Outer);
}

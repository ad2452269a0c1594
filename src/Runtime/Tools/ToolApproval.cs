namespace GeminiGen;

/// <summary>Decides whether a function the model calls may run.</summary>
/// <param name="call">The function and its arguments; it has no result yet.</param>
/// <param name="cancellationToken">The call's token.</param>
/// <returns>The decision.</returns>
public delegate ValueTask<ToolDecision> ToolApproval(ToolCall call, CancellationToken cancellationToken);

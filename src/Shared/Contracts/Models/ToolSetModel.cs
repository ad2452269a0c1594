namespace GeminiGen;

/// <summary>The functions a method offers to the model.</summary>
/// <param name="Tools">Their indexes among the contract's functions.</param>
/// <param name="MaxRounds">How often they may be called.</param>
/// <param name="OnError">The member of <c>ToolErrorHandling</c>.</param>
/// <param name="RequireApproval">Whether all of them wait for an approval.</param>
internal sealed record ToolSetModel(EquatableArray<int> Tools, int MaxRounds, string OnError, bool RequireApproval);

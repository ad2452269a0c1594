namespace GeminiGen.Emulator.Quotas;

/// <summary>What a project asked of a model so far, and what it may ask.</summary>
/// <param name="Project">The project.</param>
/// <param name="Model">The id of the model that answers.</param>
/// <param name="IsEmbedding">Whether vectors were asked for; they are counted apart from answers.</param>
/// <param name="Limits">The quota.</param>
/// <param name="RequestsThisMinute">Requests that were let through in the minute of the clock that is.</param>
/// <param name="InputTokensThisMinute">Their input tokens.</param>
/// <param name="RequestsToday">Requests that were let through since midnight in California.</param>
public sealed record QuotaUsage(string Project, string Model, bool IsEmbedding, ModelQuota Limits, long RequestsThisMinute, long InputTokensThisMinute, long RequestsToday);

namespace GeminiGen.Emulator.Quotas;

/// <summary>One quota that a call would exceed.</summary>
/// <param name="Measure">What it counts.</param>
/// <param name="Metric">Its metric, with the service before it.</param>
/// <param name="Id">Its name.</param>
/// <param name="Location">The place it holds for.</param>
/// <param name="Model">The model it holds for.</param>
/// <param name="Limit">How much is allowed.</param>
internal sealed record QuotaViolation(QuotaMeasure Measure, string Metric, string Id, string Location, string Model, int Limit);

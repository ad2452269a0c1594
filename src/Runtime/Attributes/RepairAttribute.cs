namespace GeminiGen;

/// <summary>
/// Asks the model again when its JSON is malformed or does not fit: with its answer and the list of what is wrong. On an interface it holds for
/// every method with a typed answer.
/// </summary>
/// <remarks>
/// A budget of its own beside <see cref="RetryAttribute"/>, which is about failed requests; the call's time limit holds for all of it. Truncated or
/// blocked answers are never asked for again, and a stream's items are with the caller already. Every answer is billed:
/// <see cref="PromptResult{T}.Usage"/> and <see cref="PromptResult{T}.Cost"/> are sums, and <see cref="PromptResult{T}.Repairs"/> tells the errors.
/// </remarks>
[AttributeUsage(AttributeTargets.Method | AttributeTargets.Interface, Inherited = false)]
public sealed class RepairAttribute : Attribute
{
    /// <summary>How often the model is asked again at most, 0 to 5; 0 turns repairs off where the interface has them. Default 2.</summary>
    public int MaxAttempts { get; set; } = 2;
}

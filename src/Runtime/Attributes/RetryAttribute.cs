namespace GeminiGen;

/// <summary>How often a call is tried; on an interface it holds for every method. Overrides <see cref="GeminiRetryOptions.MaxAttempts"/>.</summary>
[AttributeUsage(AttributeTargets.Method | AttributeTargets.Interface, Inherited = false)]
public sealed class RetryAttribute : Attribute
{
    /// <summary>The most attempts, the first one included; 1 turns retries off.</summary>
    public int MaxAttempts { get; set; }
}

namespace GeminiGen;

/// <summary>
/// How long a call may take, all attempts and waits included; on an interface it holds for every method. Overrides
/// <see cref="GeminiOptions.Timeout"/>. For streams it limits the time until the first item.
/// </summary>
[AttributeUsage(AttributeTargets.Method | AttributeTargets.Interface, Inherited = false)]
public sealed class TimeoutAttribute : Attribute
{
    /// <summary>The limit in seconds, more than 0. Thinking models often need more than 30.</summary>
    public double Seconds { get; set; }
}

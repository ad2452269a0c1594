namespace GeminiGen;

/// <summary>
/// What <see cref="PromptResult{T}"/> and <see cref="PromptStream{T}.Completion"/> hold beside the answer. Nothing of it is kept unless it is asked
/// for. On an interface it holds for every method that has a place for it.
/// </summary>
[AttributeUsage(AttributeTargets.Method | AttributeTargets.Interface, Inherited = false)]
public sealed class IncludeAttribute : Attribute
{
    /// <summary>
    /// Whether the model tells what it thinks (<c>thinkingConfig.includeThoughts</c>), in <see cref="PromptResult{T}.Thoughts"/>. Thinking is billed
    /// in any case. Models that do not think are not asked for it.
    /// </summary>
    public bool Thoughts { get; set; }

    /// <summary>Whether the response is kept as it came, in <see cref="PromptResult{T}.RawResponse"/>. It costs its length in memory.</summary>
    public bool RawResponse { get; set; }
}

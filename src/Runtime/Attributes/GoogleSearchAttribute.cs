namespace GeminiGen;

/// <summary>
/// Lets the model search the web before it answers (the API's tool <c>googleSearch</c>); what it found stands in <see cref="PromptResult{T}.Grounding"/>.
/// On an interface it holds for every method. Searches are billed by themselves, and are not in <see cref="PromptResult{T}.Cost"/>.
/// </summary>
[AttributeUsage(AttributeTargets.Method | AttributeTargets.Interface, Inherited = false)]
public sealed class GoogleSearchAttribute : Attribute;

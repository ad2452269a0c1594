namespace GeminiGen;

/// <summary>
/// Lets the model read the web pages whose addresses stand in the prompt (the API's tool <c>urlContext</c>); which it read stands in
/// <see cref="PromptResult{T}.Grounding"/>. On an interface it holds for every method. What it reads is billed as input.
/// </summary>
[AttributeUsage(AttributeTargets.Method | AttributeTargets.Interface, Inherited = false)]
public sealed class UrlContextAttribute : Attribute;

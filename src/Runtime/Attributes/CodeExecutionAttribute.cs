namespace GeminiGen;

/// <summary>
/// Lets the model write Python and have the API run it before it answers (the API's tool <c>codeExecution</c>); code and output stand in
/// <see cref="PromptResult{T}.Grounding"/>. On an interface it holds for every method.
/// </summary>
[AttributeUsage(AttributeTargets.Method | AttributeTargets.Interface, Inherited = false)]
public sealed class CodeExecutionAttribute : Attribute;

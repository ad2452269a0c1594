namespace GeminiGen;

/// <summary>The system instruction sent with a prompt; on an interface, with each of its prompts. One on the method wins.</summary>
/// <param name="template">The instruction; placeholders are written as in <see cref="PromptAttribute"/>.</param>
[AttributeUsage(AttributeTargets.Method | AttributeTargets.Interface, Inherited = false)]
public sealed class SystemInstructionAttribute(string template) : Attribute
{
    /// <summary>The instruction, with placeholders as in <see cref="PromptAttribute"/>.</summary>
    public string Template { get; } = template;
}

namespace GeminiGen;

/// <summary>The prompt a method sends, with its parameters as placeholders.</summary>
/// <remarks>
/// <c>{name}</c> is replaced by the parameter of that name, <c>{date:yyyy-MM-dd}</c> formats it (invariant culture), <c>{{</c> and <c>}}</c>
/// stand for single braces. CRLF in a template becomes LF, so that a prompt does not depend on how its source was checked out. Values are never
/// read as template or JSON: whatever an argument holds arrives as text.
/// </remarks>
/// <param name="template">The text of the user turn, with placeholders.</param>
[AttributeUsage(AttributeTargets.Method, Inherited = false)]
public sealed class PromptAttribute(string template) : Attribute
{
    /// <summary>The text of the user turn, with placeholders.</summary>
    public string Template { get; } = template;
}

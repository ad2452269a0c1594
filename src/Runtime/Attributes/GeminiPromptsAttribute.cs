namespace GeminiGen;

/// <summary>Marks an interface as a contract: each of its methods is a prompt, and the compiler writes the class that sends them.</summary>
/// <remarks>
/// <c>ISupportDesk</c> becomes <c>SupportDesk</c>, <c>Support</c> becomes <c>SupportPrompts</c>; <see cref="ClassName"/> chooses another name.
/// The class takes a <see cref="GeminiClient"/>, and <c>AddSupportDesk()</c> registers it.
/// </remarks>
[AttributeUsage(AttributeTargets.Interface, Inherited = false)]
public sealed class GeminiPromptsAttribute : Attribute
{
    /// <summary>
    /// The model's id, as in <c>gemini-3.8-flash</c>. <see cref="GeminiOptions.Models"/> overrides it without a rebuild;
    /// without either, <see cref="GeminiOptions.DefaultModel"/> is used.
    /// </summary>
    public string? Model { get; set; }

    /// <summary>The name of the generated class, or <see langword="null"/> for the name derived from the interface.</summary>
    public string? ClassName { get; set; }
}

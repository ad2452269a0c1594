namespace GeminiGen;

/// <summary>
/// An example of what a user says and what the model is to answer, sent before the prompt as a turn of each. Several on a method are sent in their order.
/// </summary>
/// <remarks>
/// The texts are sent as they are: they are no templates, and a brace is a brace. CRLF becomes LF. Where the method's answer is typed, <see cref="Model"/> is JSON
/// as the answer's type has it. A <see cref="Conversation"/> comes behind the examples and does not keep them.
/// </remarks>
[AttributeUsage(AttributeTargets.Method, AllowMultiple = true, Inherited = false)]
public sealed class ExampleAttribute : Attribute
{
    /// <summary>What a user says.</summary>
    public string? User { get; set; }

    /// <summary>What the model answers to it.</summary>
    public string? Model { get; set; }
}

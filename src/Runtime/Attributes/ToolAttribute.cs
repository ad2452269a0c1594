namespace GeminiGen;

/// <summary>Makes a method a function the model may call, where <see cref="ToolsAttribute"/> offers its type.</summary>
/// <remarks>
/// Parameters are what the model gives, in the types answers may have; a <see cref="CancellationToken"/>, an <see cref="IServiceProvider"/> and parameters
/// marked <see cref="ToolServiceAttribute"/> are not the model's business. The result, in a type answers may have, or of a task of one, is sent back as JSON.
/// </remarks>
/// <param name="description">
/// When to call it and what it gives, for the model. Without it, <c>[Description]</c> of the method or the summary of its documentation is taken.
/// </param>
[AttributeUsage(AttributeTargets.Method, Inherited = false)]
public sealed class ToolAttribute(string? description = null) : Attribute
{
    /// <summary>When to call it and what it gives.</summary>
    public string? Description { get; } = description;

    /// <summary>The name the model calls it by, at most 64 letters, digits, or <c>_ . : -</c>; the method's own without <c>Async</c> unless set.</summary>
    public string? Name { get; set; }

    /// <summary>Whether each call of it waits for <see cref="GeminiOptions.ToolApproval"/>.</summary>
    public bool RequiresApproval { get; set; }
}

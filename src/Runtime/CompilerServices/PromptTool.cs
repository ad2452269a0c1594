using System.ComponentModel;

namespace GeminiGen.CompilerServices;

/// <summary>A function the model may call, as the compiler saw it. Generated code holds one instance a function.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class PromptTool
{
    /// <summary>Describes a function.</summary>
    /// <param name="name">The name the model calls it by.</param>
    /// <param name="description">What the model is told about it, or <see langword="null"/>.</param>
    /// <param name="parameters">The schema of its arguments, or <see langword="null"/> when it takes none.</param>
    /// <param name="requiresApproval">Whether each call waits for an approval.</param>
    /// <param name="invoke">Calls it.</param>
    /// <param name="target">The type whose instance it is called on, where one has to be given; <see langword="null"/> where none is needed, or one can be made.</param>
    public PromptTool(
        string name, string? description, PromptSchema? parameters, bool requiresApproval, Func<ToolInvocation, ValueTask> invoke, Type? target = null)
    {
        ArgumentNullException.ThrowIfNull(name);
        ArgumentNullException.ThrowIfNull(invoke);
        Name = name;
        Description = description;
        Parameters = parameters;
        RequiresApproval = requiresApproval;
        Invoke = invoke;
        Target = target;
    }

    /// <summary>The schema of what it gives, or <see langword="null"/> when nobody asks. The model is not told.</summary>
    public PromptSchema? Result { get; init; }

    internal string Name { get; }

    internal string? Description { get; }

    internal PromptSchema? Parameters { get; }

    internal bool RequiresApproval { get; }

    internal Func<ToolInvocation, ValueTask> Invoke { get; }

    internal Type? Target { get; }
}

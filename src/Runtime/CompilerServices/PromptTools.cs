using System.ComponentModel;

namespace GeminiGen.CompilerServices;

/// <summary>Makes sets of functions. Called by generated code only.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class PromptTools
{
    /// <summary>Functions with the object whose methods they are.</summary>
    /// <param name="target">The object; <see langword="null"/> where methods are static.</param>
    /// <param name="tools">The functions.</param>
    /// <returns>The set of them.</returns>
    public static ToolSet Bind(object? target, params PromptTool[] tools)
    {
        ArgumentNullException.ThrowIfNull(tools);
        return new ToolSet(Array.ConvertAll(tools, tool => new BoundTool(tool, target)));
    }
}

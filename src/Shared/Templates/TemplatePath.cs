using System.Text;

namespace GeminiGen;

/// <summary>What a tag names: a parameter or loop variable, and members of it.</summary>
/// <param name="names">The names between the dots; at least one.</param>
/// <param name="levels">How many loops it leads out of, in Handlebars.</param>
/// <param name="isRoot">Whether it leads out of all of them.</param>
internal sealed class TemplatePath(IReadOnlyList<TemplateName> names, int levels = 0, bool isRoot = false)
{
    /// <summary>How many loops it leads out of, in Handlebars: <c>../name</c>.</summary>
    public int Levels => levels;

    /// <summary>Whether it leads out of all loops: <c>@root.name</c>.</summary>
    public bool IsRoot => isRoot;

    /// <summary>The names between the dots. The first one of <c>@index</c> and its like begins with the sign.</summary>
    public IReadOnlyList<TemplateName> Names => names;

    /// <summary>The first character.</summary>
    public int Start => names[0].Start;

    /// <summary>How many characters it covers.</summary>
    public int Length => names[names.Count - 1].Start + names[names.Count - 1].Length - Start;

    /// <inheritdoc/>
    public override string ToString()
    {
        StringBuilder text = new();
        foreach (TemplateName name in names)
        {
            text.Append(text.Length > 0 ? "." : "").Append(name.Text);
        }

        return text.ToString();
    }
}

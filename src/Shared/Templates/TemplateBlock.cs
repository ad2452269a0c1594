namespace GeminiGen;

/// <summary>A block that is not closed yet.</summary>
/// <param name="keyword"><c>if</c>, <c>unless</c> or <c>each</c>.</param>
/// <param name="start">The first character of its opening tag.</param>
/// <param name="length">The characters of the tag.</param>
/// <param name="outer">The nodes around it.</param>
internal sealed class TemplateBlock(string keyword, int start, int length, List<TemplateNode> outer)
{
    /// <summary>What its closing tag names.</summary>
    public string Keyword => keyword;

    /// <summary>The first character of its opening tag.</summary>
    public int Start => start;

    /// <summary>The characters of its opening tag.</summary>
    public int Length => length;

    /// <summary>The nodes around it.</summary>
    public List<TemplateNode> Outer => outer;

    /// <summary>The condition, or what is gone through; null where the tag could not be read.</summary>
    public TemplatePath? Path { get; set; }

    /// <summary>Whether the condition is turned round.</summary>
    public bool IsNegated { get; set; }

    /// <summary>The name of the item at hand.</summary>
    public TemplateName Item { get; set; }

    /// <summary>Whether it stands in another one's <c>{:else if}</c> and ends with that one.</summary>
    public bool EndsWithOuter { get; set; }

    /// <summary>What stands behind the opening tag.</summary>
    public List<TemplateNode> Body { get; } = [];

    /// <summary>What stands behind <c>{:else}</c> or <c>{:empty}</c>; null when there is none.</summary>
    public List<TemplateNode>? Otherwise { get; set; }

    /// <summary>What stands behind <c>{:separator}</c>; null when there is none.</summary>
    public List<TemplateNode>? Separator { get; set; }

    /// <summary>The finished node, or null where the opening tag could not be read.</summary>
    public TemplateNode? ToNode()
        => Path is null ? null
            : keyword is "if" or "unless" ? new TemplateNode.If(Path, IsNegated, Body, Otherwise ?? [])
            : new TemplateNode.Each(Path, Item, Body, Separator ?? [], Otherwise ?? []);
}

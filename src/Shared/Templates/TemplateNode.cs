namespace GeminiGen;

/// <summary>A stretch of a template.</summary>
internal abstract class TemplateNode
{
    /// <summary>Text as it is sent.</summary>
    /// <param name="text">The text, escapes resolved.</param>
    internal sealed class Text(string text) : TemplateNode
    {
        /// <summary>The text, escapes resolved.</summary>
        public string Value => text;
    }

    /// <summary><c>{path,alignment:format}</c>.</summary>
    internal sealed class Placeholder(TemplatePath path, int alignment, TemplateName? format, bool isMedia = false) : TemplateNode
    {
        /// <summary>Whether the author said that it is media.</summary>
        public bool IsMedia => isMedia;

        /// <summary>What is written.</summary>
        public TemplatePath Path => path;

        /// <summary>The least number of characters, padded in front; behind when negative; 0 for none.</summary>
        public int Alignment => alignment;

        /// <summary>The .NET format.</summary>
        public TemplateName? Format => format;
    }

    /// <summary><c>{#if path}…{:else}…{/if}</c>.</summary>
    internal sealed class If(TemplatePath condition, bool isNegated, IReadOnlyList<TemplateNode> then, IReadOnlyList<TemplateNode> otherwise) : TemplateNode
    {
        /// <summary>What is asked.</summary>
        public TemplatePath Condition => condition;

        /// <summary>Whether the answer is turned round, by <c>!</c>.</summary>
        public bool IsNegated => isNegated;

        /// <summary>What is written when it holds.</summary>
        public IReadOnlyList<TemplateNode> Then => then;

        /// <summary>What is written when it does not.</summary>
        public IReadOnlyList<TemplateNode> Else => otherwise;
    }

    /// <summary><c>{#each path as item}…{:separator}…{:empty}…{/each}</c>.</summary>
    internal sealed class Each(
        TemplatePath items,
        TemplateName item,
        IReadOnlyList<TemplateNode> body,
        IReadOnlyList<TemplateNode> separator,
        IReadOnlyList<TemplateNode> empty) : TemplateNode
    {
        /// <summary>What is gone through.</summary>
        public TemplatePath Items => items;

        /// <summary>The name of the item at hand.</summary>
        public TemplateName Item => item;

        /// <summary>What is written for each.</summary>
        public IReadOnlyList<TemplateNode> Body => body;

        /// <summary>What is written between two.</summary>
        public IReadOnlyList<TemplateNode> Separator => separator;

        /// <summary>What is written when there is none.</summary>
        public IReadOnlyList<TemplateNode> Empty => empty;
    }

    /// <summary><c>{> path}</c>: another file's text.</summary>
    internal sealed class Include(TemplateName file) : TemplateNode
    {
        /// <summary>The file's path as written.</summary>
        public TemplateName File => file;
    }

    /// <summary><c>{{role "name"}}</c>: what follows is said by somebody else. In files only.</summary>
    internal sealed class Role(TemplateName name) : TemplateNode
    {
        /// <summary><c>user</c>, <c>model</c> or <c>system</c>.</summary>
        public TemplateName Name => name;
    }
}

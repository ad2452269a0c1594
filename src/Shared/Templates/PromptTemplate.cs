namespace GeminiGen;

/// <summary>A template taken apart; what its names mean is not asked here.</summary>
internal sealed class PromptTemplate
{
    /// <summary>How deep blocks may stand in each other. Deeper templates are not bound: they would overflow the stack of the compiler.</summary>
    public const int MaxDepth = 64;

    private PromptTemplate(string value, IReadOnlyList<TemplateNode> nodes, IReadOnlyList<TemplateError> errors, bool hasIncludes)
    {
        Value = value;
        Nodes = nodes;
        Errors = errors;
        HasIncludes = hasIncludes;
    }

    /// <summary>The text that was taken apart.</summary>
    public string Value { get; }

    /// <summary>The nodes in order. Neighbouring texts are one.</summary>
    public IReadOnlyList<TemplateNode> Nodes { get; }

    /// <summary>The syntax errors in order; what could be read stands in <see cref="Nodes"/> all the same.</summary>
    public IReadOnlyList<TemplateError> Errors { get; }

    /// <summary>Whether other files are part of it.</summary>
    public bool HasIncludes { get; }

    /// <summary>Takes a template apart.</summary>
    /// <param name="value">The template. Line ends become <c>\n</c>, so that a prompt does not depend on how its file was checked out.</param>
    /// <param name="start">Where it begins: behind a file's front matter.</param>
    /// <param name="isFile">Whether it is a file's, where <c>{{role "…"}}</c> and <c>{{media url=…}}</c> are markers.</param>
    public static PromptTemplate Parse(string value, int start = 0, bool isFile = false)
    {
        TemplateReader reader = new(value, start, isFile);
        List<TemplateNode> nodes = reader.Read();
        return new PromptTemplate(value, reader.IsTooDeep ? [] : nodes, reader.Errors, reader.HasIncludes);
    }

    /// <summary>Takes a template apart that is written in Handlebars.</summary>
    /// <param name="value">The template.</param>
    /// <param name="start">Where it begins.</param>
    public static PromptTemplate ParseHandlebars(string value, int start)
    {
        HandlebarsReader reader = new(value, start);
        List<TemplateNode> nodes = reader.Read();
        return new PromptTemplate(value, reader.IsTooDeep ? [] : nodes, reader.Errors, reader.HasIncludes);
    }
}

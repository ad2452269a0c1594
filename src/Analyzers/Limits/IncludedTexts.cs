namespace GeminiGen.Analyzers.Limits;

/// <summary>The texts of the files that a template includes, as often as they are included.</summary>
/// <param name="files">The project's prompt files.</param>
/// <param name="isHandlebars">Whether the template is written in Handlebars.</param>
internal sealed class IncludedTexts(PromptFiles files, bool isHandlebars)
{
    // Files that include others twice grow by powers of two; the parser refuses far less (GG0008).
    private const int MaxTexts = 256;

    private readonly List<string> _texts = [];
    private readonly Stack<PromptFile> _open = new();

    /// <summary>Collects the texts.</summary>
    /// <param name="template">The template.</param>
    /// <param name="from">The file it stands in; null for code.</param>
    public IReadOnlyList<string> Collect(PromptTemplate template, PromptFile? from)
    {
        if (template.HasIncludes)
        {
            Add(template.Nodes, from);
        }

        return _texts;
    }

    private void Add(IReadOnlyList<TemplateNode> nodes, PromptFile? from)
    {
        foreach (TemplateNode node in nodes)
        {
            switch (node)
            {
                case TemplateNode.Include include:
                    Add(include, from);
                    break;
                case TemplateNode.If condition:
                    Add(condition.Then, from);
                    Add(condition.Else, from);
                    break;
                case TemplateNode.Each loop:
                    Add(loop.Body, from);
                    Add(loop.Separator, from);
                    Add(loop.Empty, from);
                    break;
            }
        }
    }

    private void Add(TemplateNode.Include include, PromptFile? from)
    {
        string path = isHandlebars ? PromptFile.GetPartialPath(include.File.Text) : include.File.Text;
        if (files.Find(path, from) is not { } file || _open.Contains(file) || _texts.Count == MaxTexts)
        {
            return;
        }

        PromptDocument document = PromptDocument.Split(file);
        _texts.Add(file.Text.Substring(document.BodyStart));
        _open.Push(file);
        Add(document.ParseBody(isHandlebars).Nodes, file);
        _open.Pop();
    }
}

namespace GeminiGen;

/// <content>Includes: another file's template, bound where it is included.</content>
internal sealed partial class TemplateBinder
{
    /// <summary>A limit only because files that include others twice grow by powers of two.</summary>
    private const int MaxIncludes = 256;

    private const int MaxDepth = 16;

    private readonly List<PromptFile> _openFiles = [];
    private int _includeCount;

    /// <summary>The file at hand; null in code.</summary>
    private PromptFile? CurrentFile => _openFiles.Count > 0 ? _openFiles[_openFiles.Count - 1] : null;

    private void BindInclude(TemplateNode.Include include, List<PromptNode> bound)
    {
        if (OpenInclude(include.File) is not { } document)
        {
            return;
        }

        TemplateSite site = _site;
        _site = GetSite(document.File);
        _openFiles.Add(document.File);
        PromptTemplate template = document.ParseBody(_isHandlebars);
        ReportErrors(template);
        BindAll(template.Nodes, bound);
        _openFiles.RemoveAt(_openFiles.Count - 1);
        _site = site;
    }

    private PromptDocument? OpenInclude(TemplateName name)
    {
        string path = _isHandlebars ? PromptFile.GetPartialPath(name.Text) : name.Text;
        if (files.Find(path, CurrentFile) is not { } file)
        {
            RefuseFile(name, PromptDocument.DescribeMissing(files, path));
            return null;
        }

        if (_openFiles.Contains(file))
        {
            RefuseFile(name, $"'{files.GetName(file)}' includes itself: {DescribeCycle(file)}; remove one of the includes");
            return null;
        }

        if (++_includeCount > MaxIncludes || _openFiles.Count > MaxDepth)
        {
            RefuseFile(name, $"more than {MaxIncludes} files are included, or more than {MaxDepth} one in the other; include fewer");
            return null;
        }

        PromptDocument document = PromptDocument.Split(file);
        if (document.HasFrontMatter)
        {
            RefuseFile(name, $"'{files.GetName(file)}' begins with front matter, which holds for whole prompts; move the text to share into a file without");
            return null;
        }

        return document;
    }

    private string DescribeCycle(PromptFile file)
    {
        string cycle = "";
        for (int i = _openFiles.IndexOf(file); i < _openFiles.Count; i++)
        {
            cycle += $"'{files.GetName(_openFiles[i])}' → ";
        }

        return $"{cycle}'{files.GetName(file)}'";
    }

    private TemplateSite GetSite(PromptFile file) => issues.IsListening ? new FileSite(file) : NoSite.Instance;

    private void RefuseFile(TemplateName name, string message)
        => issues.Error(DiagnosticIds.PromptFileNotUsable, _site.Locate(name.Start, name.Length), scope.Method, message);
}

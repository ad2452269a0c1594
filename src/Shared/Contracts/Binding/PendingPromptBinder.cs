namespace GeminiGen;

/// <summary>
/// Binds the templates of a method whose prompt lies in files. The generator does so in a step of its own, when there are no symbols any more, and the
/// analyzer at once; both through this, so that they mean the same.
/// </summary>
internal sealed class PendingPromptBinder
{
    private readonly PendingPrompt _pending;
    private readonly PromptFiles _files;
    private readonly TemplateScope _scope;
    private readonly ContractIssueReporter _issues;
    private readonly TemplateBinder _binder;

    /// <summary>Prepares the binding.</summary>
    /// <param name="pending">The method.</param>
    /// <param name="files">The project's prompt files.</param>
    /// <param name="scope">The method's names; told what is used.</param>
    /// <param name="issues">Takes what is wrong.</param>
    public PendingPromptBinder(PendingPrompt pending, PromptFiles files, TemplateScope scope, ContractIssueReporter issues)
    {
        _pending = pending;
        _files = files;
        _scope = scope;
        _issues = issues;
        _binder = new TemplateBinder(new PromptTypeCopy(pending.Types), static parameter => parameter, scope, issues, files);
    }

    /// <summary>Binds the system instruction.</summary>
    /// <param name="site">Where it stands.</param>
    public EquatableArray<PromptNode> BindInstruction(TemplateSite site)
        => _pending.Instruction is { } instruction ? _binder.Bind(PromptTemplate.Parse(instruction.Text), site, isInstruction: true) : default;

    /// <summary>Binds the prompt.</summary>
    /// <param name="site">Where it, or the path of its file, stands.</param>
    /// <param name="answer">What the method answers with.</param>
    /// <returns>Null when there is no such file.</returns>
    public BoundPrompt? BindPrompt(TemplateSite site, AnswerShape answer)
    {
        TemplateSource source = _pending.Prompt;
        if (!source.IsFile)
        {
            return new BoundPrompt(_binder.Bind(PromptTemplate.Parse(source.Text), site), default, FrontMatter.Empty);
        }

        if (_files.Find(source.Text, null) is not { } file)
        {
            _issues.Error(DiagnosticIds.PromptFileNotUsable, site.Locate(0, source.Text.Length), _scope.Method, PromptDocument.DescribeMissing(_files, source.Text));
            return null;
        }

        PromptDocument document = PromptDocument.Split(file);
        FrontMatter frontMatter = FrontMatterReader.Read(document, _pending, answer, (start, length, message) => Refuse(file, start, length, message));
        return document.IsOpen ? BoundPrompt.Empty : _binder.Bind(document, source.IsHandlebars, _pending.IsInstructionOwn, answer) with { FrontMatter = frontMatter };
    }

    private void Refuse(PromptFile file, int start, int length, string message)
        => _issues.Error(
            DiagnosticIds.PromptFileNotUsable,
            _issues.IsListening ? new FileSite(file).Locate(start, length) : NoSite.Instance.Locate(start, length),
            _scope.Method,
            message);
}

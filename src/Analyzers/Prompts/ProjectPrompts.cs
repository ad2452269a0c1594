using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace GeminiGen.Analyzers.Prompts;

/// <summary>The prompt files of a project as rules see them: read when the first contract is looked at.</summary>
internal sealed class ProjectPrompts
{
    private readonly AnalyzerOptions _options;
    private readonly Lazy<PromptFiles> _files;

    /// <summary>Prepares reading.</summary>
    public ProjectPrompts(AnalyzerOptions options)
    {
        _options = options;
        _files = new Lazy<PromptFiles>(Read);
    }

    /// <summary>Whether there is any.</summary>
    public bool HasFiles
    {
        get
        {
            foreach (AdditionalText file in _options.AdditionalFiles)
            {
                if (PromptFile.IsPath(file.Path))
                {
                    return true;
                }
            }

            return false;
        }
    }

    /// <summary>The files.</summary>
    public PromptFiles Files => _files.Value;

    private PromptFiles Read()
    {
        List<PromptFile> files = [];
        foreach (AdditionalText file in _options.AdditionalFiles)
        {
            if (PromptFile.IsPath(file.Path))
            {
                files.Add(new PromptFile(file.Path, file.GetText()?.ToString() ?? ""));
            }
        }

        string? folder = _options.AnalyzerConfigOptionsProvider.GlobalOptions.TryGetValue(WellKnownNames.ProjectFolderOption, out string? value) ? value : null;
        return new PromptFiles(folder ?? "", files.ToEquatableArray());
    }
}

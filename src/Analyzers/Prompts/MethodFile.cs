namespace GeminiGen.Analyzers.Prompts;

/// <summary>The prompt file of a method.</summary>
/// <param name="Document">The file, taken apart.</param>
/// <param name="Settings">What its front matter says.</param>
/// <param name="IsHandlebars">Whether its template is written in Handlebars.</param>
internal sealed record MethodFile(PromptDocument Document, FileSettings Settings, bool IsHandlebars);

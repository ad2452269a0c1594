namespace GeminiGen;

/// <summary>Where a template comes from that is bound once the project's prompt files are known.</summary>
/// <param name="Text">The template itself, or the path of its file.</param>
/// <param name="IsFile">Whether it is a path.</param>
/// <param name="IsHandlebars">Whether the file is written in Dotprompt's own syntax.</param>
internal sealed record TemplateSource(string Text, bool IsFile, bool IsHandlebars);

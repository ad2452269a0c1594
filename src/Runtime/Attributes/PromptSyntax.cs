namespace GeminiGen;

/// <summary>How the template of a prompt file is written.</summary>
public enum PromptSyntax
{
    /// <summary>As in <see cref="PromptAttribute"/>: <c>{name}</c>, <c>{#if name}</c>.</summary>
    Braces,

    /// <summary>As other tools for <c>.prompt</c> files write it: <c>{{name}}</c>, <c>{{#if name}}</c>. Helpers are not known.</summary>
    Handlebars,
}

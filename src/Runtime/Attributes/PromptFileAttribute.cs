namespace GeminiGen;

/// <summary>The prompt a method sends, in a file of the project whose name ends with <c>.prompt</c>.</summary>
/// <remarks>
/// <para>
/// The file is read when the code is compiled, and checked while it is typed; nothing of it is needed at run time. Every <c>.prompt</c> file below
/// the project's folder is known without configuration.
/// </para>
/// <para>
/// A file holds a template as in <see cref="PromptAttribute"/>, and may begin with front matter: YAML between two lines of three dashes that names the
/// model and its settings. What the method's own attributes set wins over the file, and the file wins over the contract.
/// </para>
/// </remarks>
/// <param name="path">The path of the file, from the folder of the project.</param>
[AttributeUsage(AttributeTargets.Method, Inherited = false)]
public sealed class PromptFileAttribute(string path) : Attribute
{
    /// <summary>The path of the file, from the folder of the project.</summary>
    public string Path { get; } = path;

    /// <summary>How its template, and those of the files it includes, are written.</summary>
    public PromptSyntax Syntax { get; set; }
}

namespace GeminiGen;

/// <summary>A file of the project that holds a prompt, or a part of one.</summary>
/// <param name="Path">Its path as the compiler was given it.</param>
/// <param name="Text">Its text.</param>
internal sealed record PromptFile(string Path, string Text)
{
    /// <summary>How the names of prompt files end.</summary>
    public const string Extension = ".prompt";

    /// <summary>Whether a path is a prompt file's.</summary>
    public static bool IsPath(string path) => path.EndsWith(Extension, StringComparison.OrdinalIgnoreCase);

    /// <summary>The path of one of Dotprompt's partials, which lie beside the prompt in files whose names begin with an underscore.</summary>
    public static string GetPartialPath(string name)
    {
        if (IsPath(name))
        {
            return name;
        }

        int slash = name.LastIndexOf('/') + 1;
        return name.Substring(0, slash) + "_" + name.Substring(slash) + Extension;
    }
}

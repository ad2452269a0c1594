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
}

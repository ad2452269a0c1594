namespace GeminiGen;

/// <summary>One name of a template and where it stands.</summary>
/// <param name="Text">The name.</param>
/// <param name="Start">Its first character in the template's value.</param>
internal readonly record struct TemplateName(string Text, int Start)
{
    /// <summary>How many characters it covers.</summary>
    public int Length => Text.Length;
}

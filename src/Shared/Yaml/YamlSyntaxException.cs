namespace GeminiGen.Shared.Yaml;

/// <summary>A text that is not YAML, or not the part of YAML that is read, and where.</summary>
/// <param name="message">What is wrong and what to write instead.</param>
/// <param name="start">The first character.</param>
/// <param name="length">How many are wrong.</param>
internal sealed class YamlSyntaxException(string message, int start, int length) : Exception(message)
{
    /// <summary>The first wrong character.</summary>
    public int Start => start;

    /// <summary>How many are wrong.</summary>
    public int Length => length;
}

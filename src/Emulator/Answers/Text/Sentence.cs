namespace GeminiGen.Emulator.Answers.Text;

/// <summary>A sentence and where it stands.</summary>
/// <param name="Text">The text.</param>
/// <param name="Order">Its place among the document's sentences, from 0.</param>
/// <param name="Paragraph">The place of its block, from 0.</param>
/// <param name="InList">Whether it comes from a list item.</param>
/// <param name="Heading">The heading above it; empty when there is none.</param>
internal sealed record Sentence(string Text, int Order, int Paragraph, bool InList, string Heading)
{
    /// <summary>Its content words, each once.</summary>
    public HashSet<string> Words { get; } = Text.ContentWords().ToHashSet(StringComparer.Ordinal);
}

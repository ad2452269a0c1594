namespace GeminiGen.Emulator.Answers.Text;

/// <summary>The document inside a prompt, taken apart once: blocks, headings, sentences, list items, labelled values.</summary>
internal sealed class InputDocument
{
    /// <summary>Characters that are looked at. A summary of more would read the same and take seconds.</summary>
    private const int MaxLength = 400_000;

    /// <summary>A sentence is quoted up to this many characters.</summary>
    private const int LongestSentence = 600;

    private readonly Lazy<IReadOnlyList<Sentence>> _sentences;

    public InputDocument(string text)
    {
        Text = TextSlice.Prefix(text, MaxLength).Trim();
        Blocks = BlockReader.Read(Text);
        Prose = Blocks.Count == 0 ? Text : string.Join('\n', Blocks.Select(block => block.Text));
        _sentences = new Lazy<IReadOnlyList<Sentence>>(ReadSentences);
    }

    public string Text { get; }

    public IReadOnlyList<TextBlock> Blocks { get; }

    /// <summary>What a reader reads: the text without code, tables and markup. Of a document that is nothing else, all of it.</summary>
    public string Prose { get; }

    public bool IsEmpty => Text.Length == 0;

    public IReadOnlyList<Sentence> Sentences => _sentences.Value;

    public IEnumerable<string> Headings => TextsOf(BlockKind.Heading);

    public IEnumerable<string> ListItems => TextsOf(BlockKind.ListItem);

    /// <summary>Name and value of the lines "Name: value".</summary>
    public IEnumerable<(string Name, string Value)> Labels => TextsOf(BlockKind.Label).Select(SplitLabel);

    /// <summary>The first heading, otherwise the first sentence; empty for an empty document.</summary>
    public string Title => Headings.FirstOrDefault() ?? (Sentences is [{ Text: var first }, ..] ? first : Text);

    private IEnumerable<string> TextsOf(BlockKind kind) => Blocks.Where(block => block.Kind == kind).Select(block => block.Text);

    private static (string Name, string Value) SplitLabel(string line)
    {
        int colon = line.IndexOf(':', StringComparison.Ordinal);
        return (line[..colon].Trim(), line[(colon + 1)..].Trim());
    }

    private List<Sentence> ReadSentences()
    {
        var sentences = new List<Sentence>();
        string heading = "";
        for (int block = 0; block < Blocks.Count; block++)
        {
            (BlockKind kind, string text) = Blocks[block];
            switch (kind)
            {
                case BlockKind.Heading:
                    heading = text;
                    break;
                case BlockKind.Paragraph or BlockKind.ListItem:
                    foreach (string sentence in SentenceSplitter.Split(text))
                    {
                        string quoted = sentence.Length > LongestSentence ? TextSlice.Prefix(sentence, LongestSentence) + "…" : sentence;
                        sentences.Add(new Sentence(quoted, sentences.Count, block, kind == BlockKind.ListItem, heading));
                    }

                    break;
                default:
                    break;
            }
        }

        return sentences;
    }
}

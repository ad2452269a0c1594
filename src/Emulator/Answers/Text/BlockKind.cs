namespace GeminiGen.Emulator.Answers.Text;

/// <summary>What a piece of a document is.</summary>
internal enum BlockKind
{
    /// <summary>A heading, marked as one or standing alone like one.</summary>
    Heading,

    /// <summary>Running text.</summary>
    Paragraph,

    /// <summary>An item of a list.</summary>
    ListItem,

    /// <summary>A short line "Name: value".</summary>
    Label,
}

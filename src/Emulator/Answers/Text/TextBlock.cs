namespace GeminiGen.Emulator.Answers.Text;

/// <summary>A piece of a document without its markup.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Text">Its text on one line; of a label the whole line.</param>
internal sealed record TextBlock(BlockKind Kind, string Text);

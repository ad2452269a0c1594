using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace GeminiGen.TestHarness;

/// <summary>A file that is no source, as the compiler hands it over.</summary>
/// <param name="file">Its path from the folder of the project, and its text.</param>
public sealed class AdditionalFile(SourceFile file) : AdditionalText
{
    private readonly SourceText _text = SourceText.From(file.Text, Encoding.UTF8);

    /// <inheritdoc/>
    public override string Path { get; } = System.IO.Path.IsPathRooted(file.Path) ? file.Path : ConsumerProject.Folder + file.Path;

    /// <summary>How often the text was asked for.</summary>
    public int Reads { get; private set; }

    /// <inheritdoc/>
    public override SourceText GetText(CancellationToken cancellationToken = default)
    {
        Reads++;
        return _text;
    }
}

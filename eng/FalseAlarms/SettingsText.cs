using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace GeminiGen.FalseAlarms;

/// <summary>A settings file as the compiler would hand it to the rules.</summary>
internal sealed class SettingsText(string path) : AdditionalText
{
    private SourceText? _text;

    /// <inheritdoc/>
    public override string Path => path;

    /// <inheritdoc/>
    public override SourceText GetText(CancellationToken cancellationToken = default) => _text ??= SourceText.From(File.ReadAllText(path), Encoding.UTF8);
}

using GeminiGen.TestHarness;

namespace GeminiGen.Analyzers.Tests.Settings;

/// <summary>A file with one key, or with none, and where the key stands.</summary>
/// <param name="File">The file.</param>
/// <param name="Start">The key's first character; -1 when there is no key.</param>
/// <param name="Length">How many characters of the file are the key.</param>
/// <param name="Key">The key.</param>
internal sealed record SettingsCase(SourceFile File, int Start, int Length, string Key)
{
    // Marks the key while the file is put together; stands in no file.
    private const char Open = '\u00AB';
    private const char Close = '\u00BB';

    /// <summary>Marks a key, however it is written.</summary>
    public static string Mark(string written) => Open + written + Close;

    /// <summary>A case from a text with a mark or without.</summary>
    public static SettingsCase Create(string path, string text, string key = "")
    {
        int start = text.IndexOf(Open, StringComparison.Ordinal);
        int end = text.IndexOf(Close, StringComparison.Ordinal);
        string plain = text.Replace(Open.ToString(), "", StringComparison.Ordinal).Replace(Close.ToString(), "", StringComparison.Ordinal);
        return new(new SourceFile(path, plain), start, start < 0 ? 0 : end - start - 1, key);
    }
}

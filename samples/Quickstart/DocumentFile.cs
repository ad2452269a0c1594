using System.Text;

namespace Quickstart;

/// <summary>Finds and reads the document to work on.</summary>
internal static class DocumentFile
{
    /// <summary>The file that was named, otherwise the README of this repository.</summary>
    public static string Find(string[] args) =>
        args.Length > 0 ? args[0] : ReadmeAbove(Environment.CurrentDirectory) ?? ReadmeAbove(AppContext.BaseDirectory)
            ?? throw new IOException("The README of this repository was not found. Name a text file: dotnet run --project samples/Quickstart -- notes.txt");

    /// <summary>The text of a UTF-8 file.</summary>
    public static string Read(string path)
    {
        try
        {
            string text = File.ReadAllText(path, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true));
            return string.IsNullOrWhiteSpace(text) ? throw new IOException($"'{path}' holds no text.") : text;
        }
        catch (DecoderFallbackException)
        {
            throw new IOException($"'{path}' is not a UTF-8 text file.");
        }
        catch (UnauthorizedAccessException)
        {
            throw new IOException($"'{path}' cannot be read: it is a folder, or access is denied.");
        }
    }

    private static string? ReadmeAbove(string folder)
    {
        for (DirectoryInfo? place = new(folder); place is not null; place = place.Parent)
        {
            string readme = Path.Combine(place.FullName, "README.md");
            if (File.Exists(Path.Combine(place.FullName, "GeminiGen.sln")) && File.Exists(readme))
            {
                return readme;
            }
        }

        return null;
    }
}

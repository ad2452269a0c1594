using System.Text.Json;

namespace GeminiGen.Cli;

/// <summary>Reads files that should hold JSON.</summary>
internal static class JsonFile
{
    /// <summary>Reads a file.</summary>
    /// <param name="file">The file.</param>
    /// <param name="verdict">What it is where it holds no JSON: "no SARIF log".</param>
    /// <exception cref="InvalidDataException">The file holds no JSON; the message names it, and where its text goes wrong.</exception>
    public static JsonDocument Read(FileInfo file, string verdict)
    {
        try
        {
            return JsonDocument.Parse(File.ReadAllText(file.FullName));
        }
        catch (JsonException exception)
        {
            throw new InvalidDataException($"{file.Name} is {verdict}: it is not JSON from line {exception.LineNumber + 1}, character {exception.BytePositionInLine + 1} on.", exception);
        }
    }
}
